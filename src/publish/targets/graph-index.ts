// What a store remembers of a publication: each graph with its size and a digest of its content, as VoID.
import { createHash } from 'node:crypto'
import {
  fromQuads,
  type Graph,
  ID,
  iriId,
  literal,
  namedNode,
  objects,
  quad,
  subjects,
  text,
  writeNTriples,
} from '../../rdf/index.ts'
import { entitiesOf } from '../entities.ts'
import type { NamedSource } from './target.ts'

export interface GraphRecord {
  readonly iri: string
  readonly triples: number
  readonly entities: number
  /** SHA-256 of the graph in its own order. */
  readonly hash: string
}

const VOID = 'http://rdfs.org/ns/void#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const IDENTIFIER = 'http://purl.org/dc/terms/identifier'
const IS_PART_OF = 'http://purl.org/dc/terms/isPartOf'
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer'

export function recordOf({ iri, graph }: NamedSource, base: string): GraphRecord {
  const hash = createHash('sha256')
  for (const piece of writeNTriples(graph)) hash.update(piece)
  return { iri, triples: graph.out.size, entities: entitiesOf(graph, base).length, hash: hash.digest('hex') }
}

export function writeIndex(records: readonly GraphRecord[], indexIri: string): string {
  const quads = records.flatMap(({ iri, triples, entities, hash }) => {
    const state = (property: string, value: Parameters<typeof quad>[2]) =>
      quad(namedNode(iri), namedNode(property), value)
    return [
      state(TYPE, namedNode(`${VOID}Dataset`)),
      state(IS_PART_OF, namedNode(indexIri)),
      state(`${VOID}triples`, literal(String(triples), namedNode(INTEGER))),
      state(`${VOID}entities`, literal(String(entities), namedNode(INTEGER))),
      state(IDENTIFIER, literal(hash)),
    ]
  })
  return [...writeNTriples(fromQuads(quads))].join('')
}

export function readIndex(graph: Graph): readonly GraphRecord[] {
  const value = (term: number, property: string) => {
    const [found] = objects(graph, term, iriId(graph, property))
    return found === undefined ? '' : text(graph, found)
  }
  return [...subjects(graph, ID.type, iriId(graph, `${VOID}Dataset`))].map((term) => ({
    iri: text(graph, term),
    triples: Number(value(term, `${VOID}triples`)),
    entities: Number(value(term, `${VOID}entities`)),
    hash: value(term, IDENTIFIER),
  }))
}
