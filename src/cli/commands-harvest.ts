// The commands about collecting catalogues from many sources.
import type { CommandRow } from './command-row.ts'

export const harvestCommands = {} as const satisfies Record<string, CommandRow>
