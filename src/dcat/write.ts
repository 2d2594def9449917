// The model as a graph: only what DCAT-AP-SE 3.0.1 allows is written, everything else throws.
import {
  BLANK,
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
} from '../rdf/index.ts'
import { type ClassName, classKeys, kindsOf, namedClasses, type PropertyKey, RDF_TYPE } from './keys.ts'
import type { Thing } from './model.ts'
import { termsOfValue } from './model-values.ts'
import { expandName } from './namespaces.ts'
import { parseTerm, type Term } from './terms.ts'
import type { AnyEntity } from './types.ts'
import type { AnyView } from './view.ts'
import { modelFault } from './write-faults.ts'

/**
 * The graph of entities. Throws MODEL_INVALID, naming the entity and the property, for a missing mandatory value, a
 * value outside its code list, a wrong datatype, too many values, an unknown key, or a missing IRI.
 */
export function toGraph(entities: AnyEntity | readonly AnyEntity[]): Graph {
  return write([entities].flat(), true)
}

/** {@link toGraph} for entities as they were read: mandatory values may be missing. */
export function viewsToGraph(views: readonly AnyView[]): Graph {
  return write(views, false)
}

interface Writing {
  readonly builder: GraphBuilder
  readonly isComplete: boolean
}

function write(entities: readonly object[], isComplete: boolean): Graph {
  const builder = createGraphBuilder()
  for (const entity of entities) writeEntity({ builder, isComplete }, entity as Fields)
  return builder.finish()
}

type Fields = Thing & Readonly<Record<string, unknown>>

const ownFields = ['class', 'iri', 'kind', 'other']

/** What an entity is called in an error. */
const nameOf = ({ class: name, iri }: Fields) => (iri === undefined ? (name ?? '?') : `<${iri}>`)

function writeEntity(writing: Writing, entity: Fields): number {
  const { builder, isComplete } = writing
  const { class: name, iri, other = {} } = entity
  if (isComplete && iri === undefined && (name === undefined || namedClasses.includes(name)))
    throw modelFault('iri-missing', { entity: nameOf(entity) })
  const subject =
    iri === undefined ? internAnonymous(builder.dictionary) : termId(builder, nodeOf(iri, entity, isComplete))
  builder.subject(subject, 0)
  if (name !== undefined) writeProperties(writing, subject, entity, name)
  for (const [property, terms] of Object.entries(other)) {
    const predicate =
      property.includes('://') || property.startsWith('urn:') ? property : expandName(property)
    for (const written of terms) {
      const term = parseTerm(written)
      if (!term) throw modelFault('term', { entity: nameOf(entity), property, value: written })
      state(builder, subject, predicate, termId(builder, term))
    }
  }
  return subject
}

function nodeOf(iri: string, entity: Fields, isComplete: boolean): Term {
  if (iri.startsWith('_:')) return { blank: iri.slice(2) }
  if (!isComplete || /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(iri)) return { iri }
  throw modelFault('iri', { entity: nameOf(entity), property: 'iri', value: iri })
}

function writeProperties(writing: Writing, subject: number, entity: Fields, name: ClassName): void {
  const { builder, isComplete } = writing
  const { keys } = classKeys[name]
  state(builder, subject, RDF_TYPE, builder.iriText(typeOf(entity, name), 0))
  for (const [word, value] of Object.entries(entity)) {
    if (ownFields.includes(word) || value === undefined) continue
    const key = keys.get(word)
    if (!key) throw modelFault('unknown', { entity: nameOf(entity), property: word })
    for (const each of valuesOf(key, value, entity)) writeValue(writing, { subject, key, entity }, each)
  }
  if (!isComplete) return
  const missing = [...keys.values()].find(
    ({ key, property, isMandatory }) => isMandatory && property !== RDF_TYPE && isEmpty(entity[key]),
  )
  if (missing) throw modelFault('missing', { entity: nameOf(entity), property: missing.key })
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  )
}

function typeOf(entity: Fields, name: ClassName): string {
  const { kind } = entity
  if (kind === undefined) return classKeys[name].facts.types[0]
  const type = kindsOf(name).get(String(kind))
  if (type === undefined)
    throw modelFault('code', { entity: nameOf(entity), property: 'kind', value: String(kind) })
  return type
}

/** A list where the table allows several; texts by language are one value. */
function valuesOf(key: PropertyKey, value: unknown, entity: Fields): readonly unknown[] {
  if (!Array.isArray(value)) {
    if (!key.isMany || key.rows[0].value === 'text') return [value]
    throw modelFault('list', { entity: nameOf(entity), property: key.key })
  }
  if (key.isMany && key.rows[0].value !== 'text') return value
  throw modelFault('many', { entity: nameOf(entity), property: key.key })
}

interface Place {
  readonly subject: number
  readonly key: PropertyKey
  readonly entity: Fields
}

function writeValue(writing: Writing, { subject, key, entity }: Place, value: unknown): void {
  const { builder } = writing
  if (isDescribed(key, value)) {
    const object = writeEntity(writing, inferred(key, value))
    state(builder, subject, key.property, object)
    return
  }
  const made = termsOfValue(key, value)
  if ('fault' in made)
    throw modelFault(made.fault, { entity: nameOf(entity), property: key.key, value: String(value) })
  for (const term of made.terms) state(builder, subject, key.property, termId(builder, term))
}

function isDescribed({ rows, range }: PropertyKey, value: unknown): value is Fields {
  const takesNodes = range.length > 0 && rows.some(({ value: kind }) => kind === 'iri' || kind === 'resource')
  return takesNodes && typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Described in place, an entity need not say its class where only one is possible; one without any says `other` only. */
function inferred({ range }: PropertyKey, entity: Fields): Fields {
  const hasFields = Object.keys(entity).some((word) => word !== 'other' && word !== 'iri')
  return entity.class !== undefined || !hasFields ? entity : { ...entity, class: range[0] }
}

function state(builder: GraphBuilder, subject: number, property: string, object: number): void {
  builder.add(subject, builder.iriText(property, 0), object, 0)
}

function termId(builder: GraphBuilder, term: Term): number {
  const d = builder.dictionary
  if ('iri' in term) return builder.iriText(term.iri, 0)
  if ('blank' in term) return internString(d, BLANK, term.blank)
  if (term.lang !== undefined)
    return internString(d, LITERAL, term.literal, ID.langString, internLang(d, term.lang))
  const type = term.datatype === undefined ? ID.xsdString : builder.iriText(term.datatype, 0)
  return internString(d, LITERAL, term.literal, type)
}
