// The options of the commands about making a catalogue reach people and machines.
import type { OptionRow } from './option-row.ts'

export const publishOptions = {} as const satisfies Record<string, OptionRow>
