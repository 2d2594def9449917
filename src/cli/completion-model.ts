// What the completion scripts are generated from.

/** What a shell needs to know of an option. */
export interface CompletedOption {
  readonly long: string
  readonly short?: string
  readonly description: string
  readonly takesValue: boolean
  readonly choices: readonly string[]
}

/** What a shell needs to know of a command. */
export interface CompletedCommand {
  readonly name: string
  readonly description: string
  readonly options: readonly CompletedOption[]
  /** Values of its argument; empty means files. */
  readonly choices: readonly string[]
  readonly takesFiles: boolean
}
