// One row of the table of commands: what a command is called, takes and says, and where it is loaded from.
import type { Text } from '../finding.ts'
import type { Run } from './call.ts'
import type { OptionName } from './options.ts'

export interface CommandRow {
  /** `<source...>` as commander writes it, in each language; none when it takes no argument. */
  readonly argument?: {
    readonly name: Text
    readonly description: Text
    readonly choices?: readonly string[]
    /** What may follow the argument. */
    readonly rest?: { readonly name: Text; readonly description: Text }
  }
  readonly summary: Text
  readonly options: readonly OptionName[]
  readonly examples: readonly { readonly command: string; readonly does: Text }[]
  readonly load: () => Promise<Run>
}
