// From written entries to a source: each value judged by its row of the table, what is wrong told with its place.
import { distance } from 'fastest-levenshtein'
import type { Location, Text } from '../../finding.ts'
import type { Entry, Value } from './entries.ts'
import type { SourceFault } from './faults.ts'
import { type Field, type FieldTable, type Kind, sourceFields } from './fields.ts'

/** Values by key: text, number, boolean, list of texts, or values by key. */
export interface Read {
  readonly [key: string]: string | number | boolean | readonly string[] | Read
}

/** The values of a mapping that are right; of those that are not a fault is told. */
export function readFields(entries: readonly Entry[], fields: FieldTable, faults: SourceFault[]): Read {
  const found: Record<string, Read[string]> = {}
  for (const { key, at, value } of entries) {
    const field: Field | undefined = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) faults.push(unknownKey(key, at, Object.keys(fields)))
    else if (value.kind !== 'empty') {
      const read = readValue(key, value, field.kind, faults)
      if (read !== undefined) found[key] = read
    }
  }
  return found
}

function readValue(key: string, value: Value, kind: Kind, faults: SourceFault[]): Read[string] | undefined {
  // What may be a secret is not repeated in a report.
  const written = kind.as === 'text' && kind.isSecret ? '…' : shown(value)
  const wrong = (expected: Text) => {
    faults.push({
      rule: 'sources-value-wrong',
      place: value.at,
      params: { key, expected, value: written },
    })
    return undefined
  }
  if (kind.as === 'fields')
    return value.kind === 'map' ? readFields(value.entries, kind.fields, faults) : wrong(KEYS)
  if (kind.as === 'words') {
    if (value.kind !== 'map') return wrong(KEYS)
    const words = value.entries.flatMap(({ key: word, value: { kind: form, ...rest } }) =>
      form === 'scalar' && 'text' in rest ? [[word, rest.text] as const] : [],
    )
    return words.length === value.entries.length ? Object.fromEntries(words) : wrong(KEYS)
  }
  if (kind.as === 'texts') {
    const items = value.kind === 'list' ? value.items : [value]
    const texts = items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : []))
    return texts.length === items.length ? texts : wrong(TEXTS)
  }
  if (value.kind !== 'scalar') return wrong(expectedOf(kind))
  return readScalar(value.text.trim(), kind) ?? wrong(expectedOf(kind))
}

function readScalar(text: string, kind: Kind): string | number | boolean | undefined {
  if (kind.as === 'text') return (kind.pattern?.test(text) ?? text !== '') ? text : undefined
  if (kind.as === 'choice') return kind.of.includes(text) ? text : undefined
  if (kind.as === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined
  if (kind.as !== 'number' || text === '') return undefined
  const number = Number(text.replaceAll('_', ''))
  const isWithin = number >= kind.min && number <= (kind.max ?? Number.POSITIVE_INFINITY)
  return isWithin && (!kind.isWhole || Number.isSafeInteger(number)) ? number : undefined
}

const KEYS: Text = { sv: 'nycklar och värden', en: 'keys and values' }
const TEXTS: Text = { sv: 'en lista med texter', en: 'a list of texts' }

function expectedOf(kind: Kind): Text {
  if (kind.as === 'choice') {
    const list = (or: string) => `${kind.of.slice(0, -1).join(', ')} ${or} ${kind.of.at(-1)}`
    return { sv: list('eller'), en: list('or') }
  }
  if (kind.as === 'boolean') return { sv: 'true eller false', en: 'true or false' }
  if (kind.as === 'number') {
    const range = kind.max === undefined ? `≥ ${kind.min}` : `${kind.min}–${kind.max}`
    return kind.isWhole
      ? { sv: `ett heltal (${range})`, en: `a whole number (${range})` }
      : { sv: `ett tal (${range})`, en: `a number (${range})` }
  }
  return (kind.as === 'text' && kind.expected) || { sv: 'en text', en: 'a text' }
}

function shown(value: Value): string {
  if (value.kind === 'scalar') return value.text.length > 60 ? `${value.text.slice(0, 60)}…` : value.text
  return value.kind === 'list' ? '[…]' : '{…}'
}

function unknownKey(key: string, place: Location, known: readonly string[]): SourceFault {
  const nearest = [...known].sort((a, b) => distance(a, key) - distance(b, key))[0]
  const isNear = nearest !== undefined && distance(nearest, key) <= Math.max(1, Math.floor(key.length * 0.4))
  const suggestion = isNear
    ? { sv: ` Menade du ”${nearest}”?`, en: ` Did you mean “${nearest}”?` }
    : { sv: '', en: '' }
  return { rule: 'sources-key-unknown', place, params: { key, suggestion } }
}

/** Keys of a source that must be there and are not. */
export function missingKeys(read: Read, place: Location): readonly SourceFault[] {
  return Object.entries(sourceFields)
    .filter(([key, { isRequired }]) => isRequired && !(key in read))
    .map(([key]) => ({ rule: 'sources-key-missing', place, params: { key, id: String(read.id ?? '?') } }))
}
