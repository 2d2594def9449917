// What a value may look like in the YAML form, as JSON Schema: codes by label, dates, texts, entities in place.
import { classKeys, type PropertyKey, type PropertyRow } from '../dcat/index.ts'
import type { Profile, Vocabulary } from '../profile/index.ts'
import { listsOf } from './codes.ts'

export interface JsonSchema {
  readonly [key: string]: unknown
}

/** A reference to a definition. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` }
}

/** Concepts of an open list that are proposed; the rest of it is accepted too. */
const MAX_PROPOSED = 100

/** A definition for every code list that the table uses. */
export function listDefinitions(vocabularies: Profile['vocabularies']): Record<string, JsonSchema> {
  const definitions: Record<string, JsonSchema> = {}
  for (const { keys } of Object.values(classKeys))
    for (const key of keys.values())
      for (const list of proposing(key.rows, vocabularies)) definitions[listName(list)] ??= listSchema(list)
  return definitions
}

/** A list that nothing is known of proposes nothing. */
function proposing(
  rows: readonly PropertyRow[],
  vocabularies: Profile['vocabularies'],
): readonly Vocabulary[] {
  return listsOf(rows, vocabularies).filter(({ concepts }) => concepts.size > 0)
}

const listName = ({ name }: Vocabulary) => `list-${name}`

/** Labels in Swedish, then in English, codes, synonyms and IRIs. */
function listSchema(list: Vocabulary): JsonSchema {
  const all = [...list.concepts.values()]
  const concepts = list.complete ? all : all.slice(0, MAX_PROPOSED)
  const isIri = (list.valueKind ?? 'iri') === 'iri'
  const words = [
    ...concepts.map(({ label }) => label.sv),
    ...concepts.map(({ label }) => label.en),
    ...concepts.flatMap(({ notation }) => notation ?? []),
    ...concepts.flatMap(({ aliases }) => aliases.filter((alias) => !alias.includes('://'))),
    ...(isIri ? concepts.map(({ iri }) => iri) : []),
  ]
  return { title: `${list.title.sv} · ${list.title.en}`, enum: [...new Set(words)] }
}

/** A value of a property, a list of them where several are allowed, or nothing at all (`null`: no default either). */
export function valueSchema(key: PropertyKey, vocabularies: Profile['vocabularies']): JsonSchema {
  const one = oneOf(key, vocabularies)
  const list = { type: 'array', items: { anyOf: one } }
  return { anyOf: [...one, ...(key.isMany ? [list] : []), { type: 'null' }] }
}

function oneOf(key: PropertyKey, vocabularies: Profile['vocabularies']): readonly JsonSchema[] {
  const { rows, range } = key
  const lists = proposing(rows, vocabularies)
  const [row] = rows
  if (row.value === 'text' || (row.value === 'literal' && lists.length === 0)) return [ref('Texts')]
  if (row.value === 'typed') return typedSchemas(row)
  const proposals = lists.map((list) => ref(listName(list)))
  const isClosed =
    range.length === 0 && row.value === 'iri' && lists.length > 0 && lists.every(({ complete }) => complete)
  if (isClosed) return proposals
  // A word is one of the list's, or else nothing; an address may be of another list.
  const isCoded = range.length === 0 && proposals.length > 0
  const isNode = row.value === 'iri' || row.value === 'resource'
  const free: JsonSchema = isNode
    ? { type: 'string', ...(isCoded && { pattern: IRI }) }
    : { type: ['string', 'number'] }
  return [...proposals, free, ...range.map((name) => ref(`${name}Fields`))]
}

const IRI = '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$'

function typedSchemas({ datatypes, pattern }: PropertyRow): readonly JsonSchema[] {
  if (datatypes.some((each) => each.endsWith('#date')))
    return [{ type: 'string', pattern: '^-?\\d{4}(-\\d\\d-\\d\\d([T ].+)?)?' }, { type: 'integer' }]
  if (datatypes.some((each) => /#(decimal|nonNegativeInteger)$/.test(each)))
    return [{ type: 'number' }, { type: 'string', pattern: '^[+-]?[0-9.]+$' }]
  return [{ type: 'string', ...(pattern !== undefined && { pattern }) }]
}
