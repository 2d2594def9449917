// The options of the commands about national basic data: its domains, code lists and infrastructure.
import type { OptionRow } from './option-row.ts'

export const frameworkOptions = {} as const satisfies Record<string, OptionRow>
