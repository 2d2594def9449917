// The options of the commands about making, mending and comparing catalogues.
import type { OptionRow } from './option-row.ts'

export const authorOptions = {} as const satisfies Record<string, OptionRow>
