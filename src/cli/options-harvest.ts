// The options of the commands about collecting catalogues from many sources.
import type { OptionRow } from './option-row.ts'

export const harvestOptions = {} as const satisfies Record<string, OptionRow>
