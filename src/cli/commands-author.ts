// The commands about making, mending and comparing catalogues.
import type { CommandRow } from './command-row.ts'

export const authorCommands = {} as const satisfies Record<string, CommandRow>
