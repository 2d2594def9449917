// Help in the chosen language: commander's own words translated, values and environment names added, examples last.
import type { Command, Option } from 'commander'
import type { Text } from '../finding.ts'
import type { CommandRow } from './commands.ts'
import { environmentName, longName, type OptionRow, optionTable } from './options.ts'
import type { Terminal } from './terminal.ts'

const titles: Readonly<Record<string, Text>> = {
  'Usage:': { sv: 'Användning:', en: 'Usage:' },
  'Arguments:': { sv: 'Argument:', en: 'Arguments:' },
  'Options:': { sv: 'Flaggor:', en: 'Options:' },
  'Commands:': { sv: 'Kommandon:', en: 'Commands:' },
}

const words = {
  about: {
    sv: 'Granskar, rättar, bygger och bedömer kataloger enligt DCAT-AP-SE.',
    en: 'Checks, corrects, builds and assesses catalogues that follow DCAT-AP-SE.',
  },
  help: { sv: 'visa hjälp', en: 'show help' },
  options: { sv: '[flaggor]', en: '[options]' },
  command: { sv: '<kommando>', en: '<command>' },
  examples: { sv: 'Exempel:', en: 'Examples:' },
  choices: { sv: 'värden', en: 'values' },
  default: { sv: 'förval', en: 'default' },
  exit: {
    sv: 'Slutkod: 0 följer profilen · 1 har anmärkningar · 2 fel användning · 3 gick inte att läsa · 70 programfel',
    en: 'Exit code: 0 conforms · 1 has findings · 2 wrong usage · 3 could not be read · 70 bug',
  },
  more: {
    sv: 'Mer om ett kommando: grunddata <kommando> --help',
    en: 'More about a command: grunddata <command> --help',
  },
} as const satisfies Record<string, Text>

/** Makes the help of a command (the root when `row` is absent) speak the language of the terminal. */
export function localizeHelp(command: Command, { lang, color }: Terminal, row?: CommandRow): void {
  const bold = (text: string) => (color ? `\u001b[1m${text}\u001b[22m` : text)
  command.helpOption('-h, --help', words.help[lang])
  command.configureHelp({
    styleTitle: (title) => bold(titles[title]?.[lang] ?? title),
    optionDescription: (option) => describe(option, lang, row),
    argumentDescription: ({ description, argChoices }) =>
      argChoices ? `${description} (${words.choices[lang]}: ${argChoices.join(', ')})` : description,
    optionTerm: (option) => translatedTerm(option.flags, lang),
    subcommandTerm: (sub) => sub.name(),
    commandUsage: (each) => usage(each, lang, row),
  })
  if (row) command.addHelpText('after', `\n${bold(words.examples[lang])}\n${examples(row, lang)}`)
  else {
    command.description(words.about[lang])
    const start = '  grunddata validate katalog.ttl'
    command.addHelpText(
      'after',
      `\n${bold(words.examples[lang])}\n${start}\n\n${words.exit[lang]}\n${words.more[lang]}`,
    )
  }
}

/** `--output <file>` as `--output <fil>`. */
function translatedTerm(flags: string, lang: Terminal['lang']): string {
  return flags.replace(/<([a-z]+)>/, (whole, name: string) =>
    placeholders[name] ? `<${placeholders[name][lang]}>` : whole,
  )
}

const placeholders: Readonly<Record<string, Text>> = {
  name: { sv: 'namn', en: 'name' },
  file: { sv: 'fil', en: 'file' },
  kind: { sv: 'slag', en: 'kind' },
  iri: { sv: 'adress', en: 'iri' },
  severity: { sv: 'grad', en: 'severity' },
  number: { sv: 'antal', en: 'number' },
  syntax: { sv: 'format', en: 'syntax' },
  lang: { sv: 'språk', en: 'lang' },
  address: { sv: 'adress', en: 'address' },
  form: { sv: 'form', en: 'form' },
  text: { sv: 'text', en: 'text' },
  url: { sv: 'adress', en: 'url' },
  host: { sv: 'värd', en: 'host' },
  source: { sv: 'källa', en: 'source' },
  target: { sv: 'mål', en: 'target' },
  artifact: { sv: 'del', en: 'artifact' },
  rule: { sv: 'regel', en: 'rule' },
  digits: { sv: 'siffror', en: 'digits' },
  system: { sv: 'system', en: 'system' },
}

function usage(command: Command, lang: Terminal['lang'], row: CommandRow | undefined): string {
  if (!row) return `grunddata ${words.command[lang]} ${words.options[lang]}`
  const { argument } = row
  return ['grunddata', command.name(), words.options[lang], argument?.name[lang], argument?.rest?.name[lang]]
    .filter(Boolean)
    .join(' ')
}

/** Several commands have a --format, each with values of its own: the rows of the command are looked at first. */
function describe(option: Option, lang: Terminal['lang'], command: CommandRow | undefined): string {
  const own = command?.options.map((name): OptionRow => optionTable[name]) ?? []
  const row = [...own, ...Object.values<OptionRow>(optionTable)].find(
    (each) => each.flags === option.flags && each.description[lang] === option.description,
  )
  if (!row) return option.description
  const name = environmentName(row)
  const facts = [
    row.choices && `${words.choices[lang]}: ${row.choices.join(', ')}`,
    row.default && `${words.default[lang]}: ${row.default}`,
    name && longName(row) !== 'lang' && name,
  ].filter(Boolean)
  return facts.length > 0 ? `${option.description} (${facts.join('; ')})` : option.description
}

function examples(row: CommandRow, lang: Terminal['lang']): string {
  return row.examples.map(({ command, does }) => `  ${command}\n      ${does[lang]}`).join('\n')
}
