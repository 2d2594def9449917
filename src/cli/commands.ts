// The one table of commands, put together from one file per family.
import { authorCommands } from './commands-author.ts'
import { frameworkCommands } from './commands-framework.ts'
import { harvestCommands } from './commands-harvest.ts'
import { mendCommands } from './commands-mend.ts'
import { qualityCommands } from './commands-quality.ts'
import { validateCommands } from './commands-validate.ts'

export type { CommandRow } from './command-row.ts'

export const commandTable = {
  ...validateCommands,
  ...frameworkCommands,
  ...authorCommands,
  ...mendCommands,
  ...qualityCommands,
  ...harvestCommands,
} as const

export type CommandName = keyof typeof commandTable

/** The commands in the order of the help. */
export const commandNames = Object.keys(commandTable) as readonly CommandName[]
