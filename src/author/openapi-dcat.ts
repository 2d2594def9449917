// An x-dcat block as entities: texts with the language in their name, several values in one text, things in place.
import { type ClassName, findKey, type PropertyKey } from '../dcat/index.ts'
import type { Location } from '../finding.ts'
import type { DraftEntity, DraftValue, Fault } from './draft.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'
import type { Mapping, Resolver } from './openapi-ref.ts'
import { addressParts, keyOfWord, parts } from './openapi-words.ts'
import type { Entry, Value } from './yaml-nodes.ts'

export interface BlockReading {
  readonly resolver: Resolver
  readonly faults: Fault[]
}

/** The entities of a block, in its order. A part may be one mapping or a list of them. */
export function readBlock(block: Mapping, reading: BlockReading): readonly DraftEntity[] {
  return block.entries.flatMap(({ key, at, value }) => {
    const name = parts[key]
    if (!name) {
      const params = { part: key, suggestion: suggestion(nearestWord(key, Object.keys(parts))) }
      reading.faults.push({ rule: 'build-openapi-unknown-part', place: at, params })
      return []
    }
    return mappingsOf(value, reading).map((map) => entityOf(map, name, reading))
  })
}

function mappingsOf(value: Value, { resolver }: BlockReading): readonly Mapping[] {
  const found = resolver.follow(value)
  if (found?.kind === 'map') return [found]
  if (found?.kind !== 'list') return []
  return found.items.map(resolver.follow).filter((item): item is Mapping => item?.kind === 'map')
}

function entityOf(map: Mapping, name: ClassName, reading: BlockReading): DraftEntity {
  const scalar = (key: string) => {
    const found = reading.resolver.entry(map, key)
    return found?.kind === 'scalar' ? found.text : undefined
  }
  const iri = scalar('about')
  const kind = name === 'ContactPoint' ? scalar('type') : undefined
  return {
    class: name,
    ...(iri !== undefined && { iri }),
    ...(kind !== undefined && { kind }),
    place: map.at,
    values: map.entries.flatMap((entry) => valuesOf(entry, name, reading)),
  }
}

const LANGUAGE = /^(.+)-([a-z]{2})$/

function valuesOf(entry: Entry, name: ClassName, reading: BlockReading): readonly DraftValue[] {
  if (entry.key === 'about' || (name === 'ContactPoint' && entry.key === 'type')) return []
  const found = reading.resolver.follow(entry.value)
  if (!found || found.kind === 'empty') return []
  const [, bare, lang] = LANGUAGE.exec(entry.key) ?? [undefined, entry.key, undefined]
  const key = findKey(name, keyOfWord(name, bare))
  // Told of when the graph is made, where it is known what the entity lacks because of it.
  if (!key) return [{ property: entry.key, content: { kind: 'written', text: '' }, place: entry.at }]
  const items = found.kind === 'list' ? found.items : [found]
  return items.flatMap((item) => contentOf(reading.resolver.follow(item), key, { name, lang, reading }))
}

interface ValueContext {
  readonly name: ClassName
  readonly lang: string | undefined
  readonly reading: BlockReading
}

function contentOf(
  value: Value | undefined,
  key: PropertyKey,
  { lang, reading }: ValueContext,
): readonly DraftValue[] {
  if (value?.kind === 'map') {
    const [range] = key.range
    if (key.key === 'qualifiedAttribution') return [attribution(value, key, reading)]
    if (!range) return []
    return [
      {
        property: key.key,
        content: { kind: 'entity', entity: entityOf(value, range, reading) },
        place: value.at,
      },
    ]
  }
  if (value?.kind !== 'scalar') return []
  if (key.key === 'hasAddress') return [address(value.text, key, value.at)]
  const texts = key.isMany
    ? value.text
        .split(';')
        .map((text) => text.trim())
        .filter(Boolean)
    : [value.text]
  return texts.map((text) => written(key.key, text, value.at, lang))
}

function written(property: string, text: string, place: Location, lang?: string): DraftValue {
  return { property, content: { kind: 'written', text, ...(lang !== undefined && { lang }) }, place }
}

/** An agent with the role beside its other words. */
function attribution(map: Mapping, key: PropertyKey, reading: BlockReading): DraftValue {
  const role = map.entries.find((entry) => entry.key === 'role')
  const agent = { ...map, entries: map.entries.filter((entry) => entry !== role) }
  const values: DraftValue[] = [
    {
      property: 'agent',
      content: { kind: 'entity', entity: entityOf(agent, 'Agent', reading) },
      place: map.at,
    },
  ]
  if (role?.value.kind === 'scalar') values.push(written('hadRole', role.value.text, role.value.at))
  return {
    property: key.key,
    content: { kind: 'entity', entity: { class: 'Attribution', place: map.at, values } },
    place: map.at,
  }
}

function address(text: string, key: PropertyKey, place: Location): DraftValue {
  const values = text
    .split(';')
    .slice(0, addressParts.length)
    .map((part, index) => written(addressParts[index], part.trim(), place))
    .filter(({ content }) => content.kind === 'written' && content.text !== '')
  return {
    property: key.key,
    content: { kind: 'entity', entity: { class: 'Address', place, values } },
    place,
  }
}

/** True for an entity that says something about a property. */
export function states({ values }: DraftEntity, name: ClassName, property: string): boolean {
  return values.some((value) => findKey(name, value.property)?.key === property)
}
