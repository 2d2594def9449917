// Option values: flag before environment before default, each checked against its row of the table.
import { GrunddataError } from '../errors.ts'
import {
  environmentName,
  longName,
  type OptionName,
  type OptionRow,
  optionTable,
  takesValue,
  valueKey,
} from './options.ts'

/** Checked values by option name. An option that was not given and has no default is absent. */
export interface Values {
  /** A value, or the first of a list. */
  readonly one: (name: OptionName) => string | undefined
  readonly list: (name: OptionName) => readonly string[]
  readonly count: (name: OptionName) => number | undefined
  readonly has: (name: OptionName) => boolean
  /** Whether the user said it, by flag or environment. */
  readonly isGiven: (name: OptionName) => boolean
}

/** Where a value came from, for messages. */
interface Given {
  readonly items: readonly string[]
  readonly said: string
}

/** Values of a command's options; throws USAGE for one that is not allowed. */
export function readValues(
  names: readonly OptionName[],
  flags: Readonly<Record<string, unknown>>,
  env: NodeJS.ProcessEnv,
): Values {
  const found = new Map<OptionName, readonly string[]>()
  const given = new Set<OptionName>()
  for (const name of names) {
    const row: OptionRow = optionTable[name]
    const wish = fromFlag(row, flags[valueKey(row)]) ?? fromEnvironment(row, env)
    if (wish) given.add(name)
    const items = wish?.items ?? (row.default === undefined ? undefined : [row.default])
    if (wish) for (const item of wish.items) check(row, item, wish.said)
    if (items) found.set(name, items)
  }
  return {
    one: (name) => found.get(name)?.[0],
    list: (name) => found.get(name) ?? [],
    count: (name) => (found.has(name) ? Number(found.get(name)?.[0]) : undefined),
    has: (name) => found.has(name),
    isGiven: (name) => given.has(name),
  }
}

function fromFlag(row: OptionRow, value: unknown): Given | undefined {
  const said = `--${longName(row)}`
  if (value === undefined || value === false) return undefined
  if (value === true) return { items: ['true'], said }
  return { items: split(row, Array.isArray(value) ? value.map(String) : [String(value)]), said }
}

function fromEnvironment(row: OptionRow, env: NodeJS.ProcessEnv): Given | undefined {
  const said = environmentName(row)
  const value = said === undefined ? undefined : env[said]
  if (said === undefined || value === undefined || value === '') return undefined
  if (takesValue(row)) return { items: split(row, [value]), said }
  return value === '0' || value.toLowerCase() === 'false' ? undefined : { items: ['true'], said }
}

/** A comma separates the items of a list, but not the parts of a file name. */
function split(row: OptionRow, items: readonly string[]): readonly string[] {
  return row.isList && row.choices ? items.flatMap((item) => item.split(',').filter(Boolean)) : items
}

function check(row: OptionRow, item: string, said: string): void {
  if (row.isCount && !/^\d+$/.test(item))
    throw new GrunddataError('USAGE', {
      sv: `${said} vill ha ett heltal, inte ”${item}”.`,
      en: `${said} wants a whole number, not “${item}”.`,
    })
  const word = row.isList ? item.replace(/=.*$/, '') : item
  if (!row.choices || row.choices.includes(word)) return
  const list = row.choices.join(', ')
  throw new GrunddataError(
    'USAGE',
    { sv: `${said} kan inte vara ”${word}”.`, en: `${said} cannot be “${word}”.` },
    { hint: { sv: `Välj bland ${list}.`, en: `Choose among ${list}.` } },
  )
}
