// What can be written at a place in a document, whatever its syntax: one answer for completion and hover.

import { sections } from '../author/index.ts'
import { type ClassName, classKeys, expandName, findKey } from '../dcat/index.ts'
import { classNamed, propertyNamed, rangeOf } from './knowledge.ts'
import { jsonCursorAt, yamlCursorAt } from './tree-cursor.ts'
import { type Cursor, cursorAt } from './turtle-cursor.ts'

export type Form = 'turtle' | 'json' | 'yaml'

export interface Place {
  readonly form: Form
  /** What is being written. */
  readonly wants: 'property' | 'value' | 'class' | 'nothing'
  readonly types: readonly string[]
  readonly used: ReadonlySet<string>
  readonly property?: string
  readonly typed: string
  /** Character offset where what was typed begins. */
  readonly from: number
  /** In Turtle. */
  readonly prefixes?: ReadonlyMap<string, string>
}

/** The form of a document by the language id of the editor, else by its name. */
export function formOf(languageId: string, name: string): Form {
  if (/json/i.test(languageId) || /\.json(ld)?$/i.test(name)) return 'json'
  if (/yaml/i.test(languageId) || /\.ya?ml$/i.test(name)) return 'yaml'
  return 'turtle'
}

const RDF_TYPE = expandName('rdf:type')

/** What can be written at a character offset. */
export function placeAt(text: string, offset: number, form: Form): Place {
  if (form === 'turtle') return turtlePlace(cursorAt(text, offset))
  return form === 'json' ? jsonPlace(text, offset) : yamlPlace(text, offset)
}

function turtlePlace({ slot, types, within, property, used, typed, from, prefixes }: Cursor): Place {
  const known = types.length > 0 ? types : within === undefined ? [] : rangeOf(within)
  const base = { form: 'turtle' as const, types: known, used, typed, from, prefixes }
  if (slot === 'predicate') return { ...base, wants: 'property' }
  if (slot === 'subject' || property === undefined) return { ...base, wants: 'nothing' }
  return { ...base, wants: property === RDF_TYPE ? 'class' : 'value', property }
}

function jsonPlace(text: string, offset: number): Place {
  const { isKey, key, siblings, types, road, typed, from } = jsonCursorAt(text, offset)
  const stated = types.flatMap((type) => classNamed(type) ?? [])
  const parent = propertyNamed(road[road.length - 1] ?? '')
  const known = stated.length > 0 || parent === undefined ? stated : rangeOf(parent)
  const used = new Set(siblings.flatMap((name) => propertyNamed(name) ?? []))
  const base = { form: 'json' as const, types: known, used, typed, from }
  if (isKey) return { ...base, wants: 'property' }
  if (key === '@type') return { ...base, wants: 'class' }
  const property = key === '@id' ? parent : key === undefined ? undefined : propertyNamed(key)
  return property === undefined ? { ...base, wants: 'nothing' } : { ...base, wants: 'value', property }
}

function yamlPlace(text: string, offset: number): Place {
  const { isKey, key, siblings, road, typed, from } = yamlCursorAt(text, offset)
  const name = classOnRoad(road)
  const keyOf = (word: string) => (name === undefined ? undefined : findKey(name, word)?.property)
  const used = new Set(siblings.flatMap((word) => keyOf(word) ?? []))
  const types = name === undefined ? [] : [...classKeys[name].facts.types]
  const base = { form: 'yaml' as const, types, used, typed, from }
  const inList = isKey && key !== undefined
  if (isKey && !inList) return { ...base, wants: name === undefined ? 'nothing' : 'property' }
  // A list under a key: the key belongs to the mapping one step up.
  const owner = inList ? classOnRoad(road.slice(0, -1)) : name
  const property = owner === undefined || key === undefined ? undefined : findKey(owner, key)?.property
  if (property !== undefined)
    return { ...base, types: owner ? [...classKeys[owner].facts.types] : [], wants: 'value', property }
  return { ...base, wants: inList && name !== undefined ? 'property' : 'nothing' }
}

/** The class of the mapping that a road of keys leads to. */
function classOnRoad(road: readonly string[]): ClassName | undefined {
  let name: ClassName | undefined
  for (const word of road) {
    if (name === undefined) {
      name = sections.find(({ one, many }) => word === one || word === many)?.class
      continue
    }
    const within = findKey(name, word)
    const range: ClassName | undefined = within?.range[0]
    // A word that is no property is the id of one of several.
    if (within) name = range
  }
  return name
}
