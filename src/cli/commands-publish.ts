// The commands about making a catalogue reach people and machines.
import type { CommandRow } from './command-row.ts'

export const publishCommands = {} as const satisfies Record<string, CommandRow>
