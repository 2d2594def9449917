// The commands about serving the portal.
import type { CommandRow } from './command-row.ts'

export const portalCommands = {} as const satisfies Record<string, CommandRow>
