// The one table of commands, put together from one file per family.
import type { Text } from '../finding.ts'
import type { CommandRow } from './command-row.ts'
import { authorCommands } from './commands-author.ts'
import { frameworkCommands } from './commands-framework.ts'
import { harvestCommands } from './commands-harvest.ts'
import { ldesCommands } from './commands-ldes.ts'
import { mendCommands } from './commands-mend.ts'
import { portalCommands } from './commands-portal.ts'
import { publishCommands } from './commands-publish.ts'
import { qualityCommands } from './commands-quality.ts'
import { sourcesCommands } from './commands-sources.ts'
import { validateCommands } from './commands-validate.ts'

export type { CommandRow } from './command-row.ts'

/** The headings of the help, each with its commands. */
const families = [
  [{ sv: 'Granska:', en: 'Check:' }, validateCommands],
  [{ sv: 'Bygga och skriva:', en: 'Build and write:' }, authorCommands],
  [{ sv: 'Rätta och jämföra:', en: 'Correct and compare:' }, mendCommands],
  [{ sv: 'Kvalitet:', en: 'Quality:' }, qualityCommands],
  [{ sv: 'Nationella grunddata:', en: 'National basic data:' }, frameworkCommands],
  [
    { sv: 'Samla in:', en: 'Collect:' },
    { ...sourcesCommands, ...harvestCommands },
  ],
  [{ sv: 'Händelseflöden:', en: 'Event feeds:' }, ldesCommands],
  [{ sv: 'Publicera:', en: 'Publish:' }, publishCommands],
  [{ sv: 'Portal:', en: 'Portal:' }, portalCommands],
] as const satisfies readonly (readonly [Text, Readonly<Record<string, CommandRow>>])[]

export const commandTable = {
  ...validateCommands,
  ...authorCommands,
  ...mendCommands,
  ...qualityCommands,
  ...frameworkCommands,
  ...sourcesCommands,
  ...harvestCommands,
  ...ldesCommands,
  ...publishCommands,
  ...portalCommands,
} as const

export type CommandName = keyof typeof commandTable

/** The commands in the order of the help. */
export const commandNames = Object.keys(commandTable) as readonly CommandName[]

/** The heading that a command stands under in the help. */
export function headingOf(name: CommandName): Text {
  const family = families.find(([, commands]) => name in commands)
  return family ? family[0] : { sv: 'Kommandon:', en: 'Commands:' }
}
