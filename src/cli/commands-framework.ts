// The commands about national basic data: its domains, code lists and infrastructure.
import type { CommandRow } from './command-row.ts'

export const frameworkCommands = {} as const satisfies Record<string, CommandRow>
