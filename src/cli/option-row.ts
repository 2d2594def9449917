// One row of the table of options.
import type { Text } from '../finding.ts'

/** One option of one or more commands. */
export interface OptionRow {
  /** As commander writes them: `-p, --profile <name>`. */
  readonly flags: string
  readonly description: Text
  /** The only values there are. */
  readonly choices?: readonly string[]
  /** May be given several times, or as a comma list. */
  readonly isList?: boolean
  /** A whole number from 0. */
  readonly isCount?: boolean
  readonly default?: string
  /** What a shell completes it with, beside the choices. */
  readonly completes?: 'file' | 'profile'
}
