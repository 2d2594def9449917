// The options of the commands about serving the portal.
import type { OptionRow } from './option-row.ts'

export const portalOptions = {} as const satisfies Record<string, OptionRow>
