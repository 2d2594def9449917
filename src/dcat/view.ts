// A graph read as entities of the model. Everything a subject states is in its entity: what the property table has a
// place for under its key, the rest in `other`.
import { type Graph, ID, IRI, iriId, text } from '../rdf/index.ts'
import { type ClassName, classKeys, keyOfProperty, type PropertyKey, RDF_TYPE } from './keys.ts'
import type { Thing, View } from './model.ts'
import { valuesOfTerms } from './model-values.ts'
import { compactName } from './namespaces.ts'
import { formatTerm, type Term } from './terms.ts'
import type { ModelClasses } from './types.ts'
import { onlyParent, plainTerm, subjectsInOrder, typeOf } from './view-graph.ts'

/** An entity of any class, as read. */
export type AnyView = { [Name in ClassName]: View<ModelClasses[Name]> }[ClassName] | Thing

/** The entity with an IRI; undefined when the graph says nothing about it. Blank nodes are described in place. */
export function view(graph: Graph, iri: string): AnyView | undefined {
  const subject = iriId(graph, iri)
  if (subject < 0 || graph.out.offset[subject] === graph.out.offset[subject + 1]) return undefined
  const reading = startReading(graph)
  return readEntity(reading, subject)
}

/** Every entity of a graph, in the order of its subjects: nothing is lost. */
export function viewAll(graph: Graph): readonly AnyView[] {
  const reading = startReading(graph)
  const all = subjectsInOrder(graph)
  const entities = all
    .filter((subject) => !isNested(reading, subject))
    .map((subject) => readEntity(reading, subject))
  // Blank nodes that only lead to each other are inside of nothing.
  for (const subject of all) {
    if (reading.read.has(subject)) continue
    reading.apart.add(subject)
    entities.push(readEntity(reading, subject))
  }
  return entities
}

interface Reading {
  readonly graph: Graph
  readonly names: Map<number, string>
  readonly read: Set<number>
  /** Blank nodes that are not described in place, though they could be. */
  readonly apart: Set<number>
}

function startReading(graph: Graph): Reading {
  return { graph, names: new Map(), read: new Set(), apart: new Set() }
}

function nameOf({ names }: Reading, blank: number): string {
  let name = names.get(blank)
  if (name === undefined) names.set(blank, (name = `n${names.size + 1}`))
  return name
}

/** The property under which a blank node is described in place of being named. */
function isNested({ graph, apart }: Reading, subject: number): boolean {
  if (apart.has(subject) || graph.out.offset[subject] === graph.out.offset[subject + 1]) return false
  const parent = onlyParent(graph, subject)
  const name = parent && typeOf(graph, parent.subject)?.name
  const key = name && keyOfProperty(name, parent.property)
  return key !== undefined && takesNodes(key)
}

function takesNodes({ rows, range }: PropertyKey): boolean {
  return range.length > 0 && rows.some(({ value }) => value === 'resource')
}

function readEntity(reading: Reading, subject: number): AnyView {
  const { graph } = reading
  reading.read.add(subject)
  const found = typeOf(graph, subject)
  const other: Record<string, string[]> = {}
  const values: Record<string, unknown> = {}
  for (const [property, objects] of statementsOf(graph, subject)) {
    const isType = property === RDF_TYPE
    const key = found && !isType ? keyOfProperty(found.name, property) : undefined
    const left = key
      ? readProperty(reading, { key, objects, values })
      : objects.filter((id) => !(isType && text(graph, id) === found?.type)).map((id) => termOf(reading, id))
    if (left.length > 0) other[compactName(property)] = left.map(formatTerm)
  }
  const kind = found && kindOf(found)
  return {
    ...(found && { class: found.name }),
    ...idOf(reading, subject),
    ...(kind !== undefined && { kind }),
    ...inTableOrder(found?.name, values),
    ...(Object.keys(other).length > 0 && { other }),
  } as AnyView
}

function idOf(reading: Reading, subject: number): { iri?: `${string}:${string}` } {
  if (reading.graph.dictionary.kind[subject] === IRI)
    return { iri: text(reading.graph, subject) as `${string}:${string}` }
  return isNested(reading, subject) ? {} : { iri: `_:${nameOf(reading, subject)}` }
}

function kindOf({ name, type }: { name: ClassName; type: string }): string | undefined {
  const { types } = classKeys[name].facts
  return type === types[0] ? undefined : type.replace(/^.*[#/]/, '')
}

interface Stated {
  readonly key: PropertyKey
  readonly objects: readonly number[]
  readonly values: Record<string, unknown>
}

/** Puts the values of a property where they belong; gives the terms that have no place there. */
function readProperty(reading: Reading, { key, objects, values }: Stated): readonly Term[] {
  const nested = objects.filter((id) => takesNodes(key) && canDescribe(reading, id))
  const described = nested.slice(0, key.isMany ? nested.length : 1)
  const rest = objects.filter((id) => !described.includes(id))
  for (const id of nested) if (!described.includes(id)) reading.apart.add(id)
  const inPlace = described.map((id) => readEntity(reading, id))
  const room = key.isMany || inPlace.length === 0
  const terms = rest.map((id) => termOf(reading, id))
  const { values: simple, left } = room ? valuesOfTerms(key, terms) : { values: [], left: terms }
  const all = [...simple, ...inPlace]
  if (all.length > 0) values[key.key] = key.isMany && key.rows[0].value !== 'text' ? all : all[0]
  return left
}

function canDescribe(reading: Reading, id: number): boolean {
  return isNested(reading, id) && !reading.read.has(id)
}

function termOf(reading: Reading, id: number): Term {
  return plainTerm(reading.graph, id, (blank) => {
    reading.apart.add(blank)
    return nameOf(reading, blank)
  })
}

function inTableOrder(name: ClassName | undefined, values: Readonly<Record<string, unknown>>) {
  if (name === undefined) return {}
  return Object.fromEntries(
    [...classKeys[name].keys.keys()].filter((key) => key in values).map((key) => [key, values[key]]),
  )
}

/** Properties of a subject with their values, both in the order of the source where it is known. */
function statementsOf(graph: Graph, subject: number): readonly (readonly [string, readonly number[]])[] {
  const { offset, predicate, value, at } = graph.out
  const rows: number[] = []
  for (let row = offset[subject]; row < offset[subject + 1]; row++) rows.push(row)
  rows.sort((a, b) => at[a] - at[b])
  const byProperty = new Map<number, number[]>()
  for (const row of rows) {
    const list = byProperty.get(predicate[row])
    if (!list) byProperty.set(predicate[row], [value[row]])
    else if (!list.includes(value[row])) list.push(value[row])
  }
  return [...byProperty].map(([id, list]) => [id === ID.type ? RDF_TYPE : text(graph, id), list])
}
