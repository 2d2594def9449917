// The options of the commands about scores, links and figures.
import type { OptionRow } from './option-row.ts'

export const qualityOptions = {} as const satisfies Record<string, OptionRow>
