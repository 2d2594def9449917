// The commands about scores, links and figures.
import type { CommandRow } from './command-row.ts'

export const qualityCommands = {} as const satisfies Record<string, CommandRow>
