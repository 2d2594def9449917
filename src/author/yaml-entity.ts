// One mapping of the YAML form as an entity: its own words, its properties, texts by language, entities in place.
import {
  type ClassName,
  classNameOf,
  classNames,
  findKey,
  type PropertyKey,
  parseTerm,
} from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import type { DraftContent, DraftEntity, DraftValue, Fault } from './draft.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'
import { entityWords } from './sections.ts'
import type { Entry, Value } from './yaml-nodes.ts'

export interface YamlReading {
  readonly faults: Fault[]
}

type Mapping = Value & { readonly kind: 'map' }

/** Reads a mapping as an entity of a class; the word `class` says another one, or `none`. */
export function readEntity(map: Mapping, expected: ClassName | undefined, reading: YamlReading): DraftEntity {
  const word = (key: string) => scalarOf(map.entries.find((entry) => entry.key === key)?.value)
  const name = classOf(map, expected, reading)
  const values: DraftValue[] = []
  const without: string[] = []
  for (const entry of map.entries) {
    if (entry.key === 'other') values.push(...readOther(entry.value, reading))
    else if (isOwnWord(entry.key, name)) continue
    else if (entry.value.kind === 'empty') without.push(entry.key)
    else values.push(...readProperty(entry, name, reading))
  }
  const [id, iri, kind] = [word('id'), word('iri'), word('kind')]
  const whole = name === 'Distribution' ? map.entries.find(({ key }) => key === 'dataset') : undefined
  const ref = scalarOf(whole?.value)
  return {
    ...(name !== undefined && { class: name }),
    ...(id !== undefined && { id }),
    ...(iri !== undefined && { iri }),
    ...(kind !== undefined && { kind }),
    place: map.at,
    values,
    ...(without.length > 0 && { without }),
    ...(whole && ref !== undefined && { partOf: { class: 'Dataset', ref, place: whole.value.at } }),
  }
}

function isOwnWord(key: string, name: ClassName | undefined): boolean {
  return (entityWords as readonly string[]).includes(key) || (name === 'Distribution' && key === 'dataset')
}

function scalarOf(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' ? value.text : undefined
}

function classOf(
  map: Mapping,
  expected: ClassName | undefined,
  { faults }: YamlReading,
): ClassName | undefined {
  const entry = map.entries.find(({ key }) => key === 'class')
  const wish = scalarOf(entry?.value)
  if (!entry || wish === undefined) return expected
  if (wish === 'none') return undefined
  const name = classNames.find((each) => each === wish) ?? classNameOf(wish)
  if (name === undefined) {
    const params = { class: wish, suggestion: suggestion(nearestWord(wish, classNames)) }
    faults.push({ rule: 'build-unknown-class', place: entry.value.at, params })
  }
  return name ?? expected
}

function readProperty(
  entry: Entry,
  name: ClassName | undefined,
  reading: YamlReading,
): readonly DraftValue[] {
  const key = name && findKey(name, entry.key)
  // Told of when the graph is made, where it is known what the entity lacks because of it.
  if (!key) return [{ property: entry.key, content: { kind: 'written', text: '' }, place: entry.at }]
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value]
  return items.flatMap((item) => readValue(item, key, reading))
}

function readValue(value: Value, key: PropertyKey, reading: YamlReading): readonly DraftValue[] {
  const valued = (content: DraftContent): DraftValue => ({ property: key.key, content, place: value.at })
  if (value.kind === 'scalar') return [valued({ kind: 'written', text: value.text })]
  if (value.kind === 'empty') return []
  if (value.kind === 'list') {
    wrongForm(reading, { key: key.key, value, expected: { sv: 'ett värde', en: 'a value' } })
    return []
  }
  if (takesTexts(key)) return readTexts(value, key, reading)
  if (key.range.length > 0)
    return [valued({ kind: 'entity', entity: readEntity(value, key.range[0], reading) })]
  wrongForm(reading, { key: key.key, value, expected: { sv: 'ett värde', en: 'a value' } })
  return []
}

function takesTexts({ rows }: PropertyKey): boolean {
  return rows.some(({ value, list }) => value === 'text' || (value === 'literal' && list === undefined))
}

function readTexts(map: Mapping, key: PropertyKey, reading: YamlReading): readonly DraftValue[] {
  return map.entries.flatMap(({ key: tag, at, value }) => {
    if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) {
      reading.faults.push({ rule: 'build-unknown-language', place: at, params: { tag } })
      return []
    }
    const items = value.kind === 'list' ? value.items : [value]
    return items.flatMap((item): readonly DraftValue[] => {
      if (item.kind === 'scalar')
        return [
          { property: key.key, content: { kind: 'written', text: item.text, lang: tag }, place: item.at },
        ]
      if (item.kind !== 'empty')
        wrongForm(reading, { key: tag, value: item, expected: { sv: 'en text', en: 'a text' } })
      return []
    })
  })
}

/** Statements outside the profile: property IRI or prefixed name → terms as text. */
function readOther(value: Value, reading: YamlReading): readonly DraftValue[] {
  if (value.kind === 'empty') return []
  if (value.kind !== 'map') {
    wrongForm(reading, { key: 'other', value, expected: { sv: 'nycklar och värden', en: 'keys and values' } })
    return []
  }
  return value.entries.flatMap(({ key, value: terms }) =>
    (terms.kind === 'list' ? terms.items : [terms]).flatMap((item): readonly DraftValue[] => {
      const term = item.kind === 'scalar' ? parseTerm(item.text) : undefined
      if (term) return [{ property: key, content: { kind: 'exact', term }, place: item.at }]
      reading.faults.push({ rule: 'build-not-a-term', place: item.at })
      return []
    }),
  )
}

const found: Readonly<Record<Value['kind'], Text>> = {
  scalar: { sv: 'ett enda värde', en: 'a single value' },
  list: { sv: 'en lista', en: 'a list' },
  map: { sv: 'flera fält', en: 'several fields' },
  empty: { sv: 'ingenting', en: 'nothing' },
}

interface WrongForm {
  readonly key: string
  readonly value: Value
  readonly expected: Text
}

/** Adds the fault for a value of another form than expected. */
export function wrongForm({ faults }: YamlReading, { key, value, expected }: WrongForm): void {
  const params = { key, expected, found: found[value.kind] }
  faults.push({ rule: 'build-wrong-form', place: value.at, params })
}
