// The entities of a graph that get documents of their own, and what such a document holds: the entity, its nameless
// nodes, and the things that are described only for its sake (distributions, contacts, publisher). Other catalogued
// resources and vocabularies are mentioned, since they have documents of their own.
import { BLANK, type Graph, ID, IRI, iriId, objects, subgraph, text } from '../rdf/index.ts'

/** What an entity is, as far as publishing cares; named as the segments of its address. */
export type EntityKind =
  | 'catalog'
  | 'dataset'
  | 'series'
  | 'service'
  | 'agent'
  | 'contact'
  | 'distribution'
  | 'standard'
  | 'concept'
  | 'terminology'
  | 'resource'

export interface Entity {
  readonly iri: string
  /** Term id in the graph. */
  readonly term: number
  readonly kind: EntityKind
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const SKOS = 'http://www.w3.org/2004/02/skos/core#'
const VCARD = 'http://www.w3.org/2006/vcard/ns#'

/** Class → kind; the first that fits a subject counts. A series is often called a dataset too. */
const kindOfClass: readonly (readonly [string, EntityKind])[] = [
  [`${DCAT}Catalog`, 'catalog'],
  [`${DCAT}DatasetSeries`, 'series'],
  [`${DCAT}Dataset`, 'dataset'],
  [`${DCAT}DataService`, 'service'],
  [`${DCAT}Distribution`, 'distribution'],
  [`${DCAT}CatalogRecord`, 'resource'],
  [`${FOAF}Agent`, 'agent'],
  [`${FOAF}Organization`, 'agent'],
  [`${FOAF}Person`, 'agent'],
  [`${VCARD}Kind`, 'contact'],
  [`${VCARD}Organization`, 'contact'],
  [`${VCARD}Individual`, 'contact'],
  ['http://purl.org/dc/terms/Standard', 'standard'],
  ['http://www.w3.org/ns/dx/prof/Profile', 'standard'],
  [`${SKOS}ConceptScheme`, 'terminology'],
  [`${SKOS}Concept`, 'concept'],
]

/** Kinds that stand by themselves: documents of others mention them. */
const apart: readonly EntityKind[] = ['catalog', 'series', 'dataset', 'service', 'concept', 'terminology']

/** Kinds that have a document wherever their IRI leads. */
const documented: readonly EntityKind[] = [...apart, 'agent', 'standard']

/** The kind of any subject. */
export function kindOf(graph: Graph, term: number): EntityKind {
  const types = objects(graph, term, ID.type)
  let best = kindOfClass.length
  for (const type of types) {
    const iri = text(graph, type)
    const place = kindOfClass.findIndex(([name]) => name === iri)
    if (place >= 0) best = Math.min(best, place)
  }
  return kindOfClass[best]?.[1] ?? 'resource'
}

/**
 * The entities that get documents, in order of their IRIs: those that stand by themselves, agents and specifications,
 * and whatever else has its IRI below `base`, since it is looked for there.
 */
export function entitiesOf(graph: Graph, base: string): readonly Entity[] {
  const { dictionary, out } = graph
  const found: Entity[] = []
  for (let term = 0; term < dictionary.count; term++) {
    if (dictionary.kind[term] !== IRI || out.offset[term + 1] === out.offset[term]) continue
    const kind = kindOf(graph, term)
    const iri = text(graph, term)
    if (documented.includes(kind) || iri.startsWith(base)) found.push({ iri, term, kind })
  }
  return found.sort((a, b) => (a.iri < b.iri ? -1 : a.iri > b.iri ? 1 : 0))
}

/** One entity by its IRI; undefined when the graph says nothing about it. */
export function findEntity(graph: Graph, iri: string): Entity | undefined {
  const term = iriId(graph, iri)
  if (term < 0 || graph.out.offset[term + 1] === graph.out.offset[term]) return undefined
  return { iri, term, kind: kindOf(graph, term) }
}

/** True when others only mention such a thing. */
export function standsApart(kind: EntityKind): boolean {
  return apart.includes(kind)
}

/** What the document of an entity says, as a graph of its own; the same whatever order the source is in. */
export function entityGraph(graph: Graph, { term }: Entity): Graph {
  const { out, dictionary } = graph
  const subjects = [term]
  const seen = new Set(subjects)
  for (let next = 0; next < subjects.length; next++)
    for (let row = out.offset[subjects[next]]; row < out.offset[subjects[next] + 1]; row++) {
      const value = out.value[row]
      if (seen.has(value) || out.offset[value + 1] === out.offset[value]) continue
      if (dictionary.kind[value] !== BLANK && standsApart(kindOf(graph, value))) continue
      seen.add(value)
      subjects.push(value)
    }
  const named = subjects.filter((subject) => subject === term || dictionary.kind[subject] === IRI)
  const [own, ...others] = named
  const byIri = others
    .map((id) => ({ id, iri: text(graph, id) }))
    .sort((a, b) => (a.iri < b.iri ? -1 : 1))
    .map(({ id }) => id)
  return subgraph(graph, [own, ...byIri], { expected: 256 })
}
