// The things that have a page: which they are, what they are called in addresses, and where they come from.

import { createHash } from 'node:crypto'
import { slug } from '../../dcat/index.ts'
import { publishedIri } from '../../publish/index.ts'
import { type Graph, ID, IRI, iriId, objects, text } from '../../rdf/index.ts'
import { DCAT, type EntityKind, kinds } from './entity-kinds.ts'
import type { Reading } from './reading.ts'

/** Something with an IRI that a catalogue describes, or that many things refer to. */
export interface Entity {
  readonly kind: EntityKind
  readonly iri: string
  /** `<source>_<entry>`, as in the addresses of Sveriges dataportal. */
  readonly id: string
  /** Term id in the united graph. */
  readonly term: number
  /** Id of the source that describes it. */
  readonly source: string
}

const ENTRY_LENGTH = 10

/** The part of an id that names the thing: the same wherever and whenever the catalogue is loaded. */
export function entryOf(iri: string): string {
  const digest = createHash('sha256').update(iri).digest()
  return digest.readBigUInt64BE().toString(36).padStart(ENTRY_LENGTH, '0').slice(0, ENTRY_LENGTH)
}

/** Title as the readable end of an address; may be empty. */
export function slugOf(title: string): string {
  return slug(title)
}

export interface EntitySet {
  readonly all: readonly Entity[]
  readonly byIri: ReadonlyMap<string, Entity>
  readonly byId: ReadonlyMap<string, Entity>
  readonly ofKind: (kind: EntityKind) => readonly Entity[]
}

/** The entities of the sources, in their order; what two sources describe belongs to the first of them. */
export function findEntities(
  sources: readonly { readonly id: string; readonly graph: Graph }[],
  reading: Reading,
  base: string,
): EntitySet {
  const all: Entity[] = []
  const byIri = new Map<string, Entity>()
  const add = (kind: EntityKind, written: string, source: string) => {
    const iri = publishedIri(written, base)
    if (byIri.has(iri)) return
    const entity = { kind, iri, id: `${source}_${entryOf(iri)}`, term: reading.term(iri), source }
    byIri.set(iri, entity)
    all.push(entity)
  }
  for (const { id, graph } of sources)
    for (const [type, kind] of kinds) for (const iri of typed(graph, type)) add(kind, iri, id)
  for (const { id, graph } of sources) for (const iri of conformedTo(graph)) add('specification', iri, id)
  const groups = new Map<EntityKind, Entity[]>()
  for (const entity of all) {
    const group = groups.get(entity.kind)
    if (group) group.push(entity)
    else groups.set(entity.kind, [entity])
  }
  return {
    all,
    byIri,
    byId: new Map(all.map((entity) => [entity.id, entity])),
    ofKind: (kind) => groups.get(kind) ?? [],
  }
}

function typed(graph: Graph, type: string): readonly string[] {
  const { kind } = graph.dictionary
  const { offset, predicate, value } = graph.inverse()
  const term = iriId(graph, type)
  if (term < 0) return []
  const found: string[] = []
  for (let row = offset[term]; row < offset[term + 1]; row++)
    if (predicate[row] === ID.type && kind[value[row]] === IRI) found.push(text(graph, value[row]))
  return found
}

/** A specification is often only named: datasets that conform to it are reason enough for a page. */
function conformedTo(graph: Graph): readonly string[] {
  const { kind } = graph.dictionary
  const property = iriId(graph, 'http://purl.org/dc/terms/conformsTo')
  if (property < 0) return []
  const found = new Set<number>()
  for (const type of ['Dataset', 'DataService', 'DatasetSeries', 'Distribution'])
    for (const iri of typed(graph, DCAT + type))
      for (const value of objects(graph, iriId(graph, iri), property))
        if (kind[value] === IRI) found.add(value)
  return [...found].map((term) => text(graph, term))
}
