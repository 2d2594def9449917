// The commander tree, built from the tables of commands and options, in one language.
import { Argument, Command, Option } from 'commander'
import { type CommandName, type CommandRow, commandNames, commandTable, headingOf } from './commands.ts'
import { localizeHelp } from './help.ts'
import { commonOptions, type OptionRow, optionTable } from './options.ts'
import type { Terminal } from './terminal.ts'
import { readValues } from './values.ts'

export interface Program {
  readonly command: Command
  /** Parses and runs; gives the exit code. Rejects with CommanderError or GrunddataError. */
  readonly run: (argv: readonly string[]) => Promise<number>
}

/** The whole program. Nothing but commander is loaded before a command runs. */
export function createProgram(terminal: Terminal, version: string): Program {
  let exitCode = 0
  const root = new Command('grunddata')
  prepare(root, terminal)
  const { sv, en } = { sv: 'visa versionen', en: 'show the version' }
  for (const option of commonOptions) root.addOption(toOption(optionTable[option], terminal.lang))
  root.version(version, '-V, --version', terminal.lang === 'sv' ? sv : en)
  for (const name of commandNames) {
    const command = addCommand(root, name, terminal)
    command.action(async (...received: unknown[]) => {
      const args = received
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string')
      const row: CommandRow = commandTable[name]
      const values = readValues([...row.options, ...commonOptions], command.optsWithGlobals(), terminal.env)
      exitCode = await (await row.load())({ args, values, terminal, root })
    })
  }
  return {
    command: root,
    run: async (argv) => {
      await root.parseAsync(argv, { from: 'user' })
      return exitCode
    },
  }
}

function addCommand(root: Command, name: CommandName, terminal: Terminal): Command {
  const row: CommandRow = commandTable[name]
  const { lang } = terminal
  const command = root.command(name).summary(row.summary[lang]).description(sentence(row.summary[lang]))
  command.helpGroup(headingOf(name)[lang])
  prepare(command, terminal, row)
  if (row.argument) {
    const argument = new Argument(row.argument.name[lang], row.argument.description[lang])
    command.addArgument(row.argument.choices ? argument.choices(row.argument.choices) : argument)
    const { rest } = row.argument
    if (rest) command.addArgument(new Argument(rest.name[lang], rest.description[lang]))
  }
  for (const option of [...row.options, ...commonOptions])
    command.addOption(toOption(optionTable[option], lang))
  return command
}

function prepare(command: Command, terminal: Terminal, row?: CommandRow): void {
  command.exitOverride()
  command.configureOutput({
    writeOut: terminal.write,
    writeErr: () => {},
    getOutHelpWidth: () => terminal.width,
  })
  command.showSuggestionAfterError(true)
  command.helpCommand(false)
  localizeHelp(command, terminal, row)
}

function toOption(row: OptionRow, lang: Terminal['lang']): Option {
  const option = new Option(row.flags, row.description[lang])
  // Known to the help and the completion; readValues does the checking.
  if (row.choices) option.argChoices = [...row.choices]
  if (row.isList)
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
  return option
}

function sentence(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}
