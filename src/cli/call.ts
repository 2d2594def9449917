// What a command is given when it runs, and what it gives back.
import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'
import type { Values } from './values.ts'

export interface Call {
  /** The arguments, flattened. */
  readonly args: readonly string[]
  readonly values: Values
  readonly terminal: Terminal
  /** The whole tree of commands. */
  readonly root: Command
}

/** What a command does; gives the exit code. */
export type Run = (call: Call) => Promise<number>
