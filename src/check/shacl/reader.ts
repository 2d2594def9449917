// The shapes graph as the compiler reads it: values of sh: properties, lists, truth values, terms as keys.
import type * as RDF from '@rdfjs/types'
import {
  BLANK,
  datatype,
  type Graph,
  ID,
  IRI,
  iriId,
  LITERAL,
  lang,
  objects,
  subjects,
  termOf,
  text,
} from '../../rdf/index.ts'
import { SH, XSD } from './vocabulary.ts'

export interface ShapesReader {
  readonly graph: Graph
  readonly nil: number
  /** Notes something ill formed about a shape. */
  readonly complain: (shape: number, what: string) => void
  readonly problems: readonly string[]
  isIri(term: number): boolean
  isBlank(term: number): boolean
  isLiteral(term: number): boolean
  /** IRI, lexical form, or the name of a blank node. */
  text(term: number): string
  /** IRI, or `_:` and a name. */
  name(term: number): string
  literal(term: number): RDF.Literal
  datatype(term: number): string
  /** Values of a property in the sh: namespace. */
  values(node: number, local: string): Uint32Array
  /** Values of a property given by IRI. */
  valuesOf(node: number, iri: string): Uint32Array
  /** Subjects that have this value for a property in the sh: namespace. */
  owners(local: string, value: number): Uint32Array
  /** True for the literal true. */
  isTrue(term: number | undefined): boolean
  /** Members of an RDF list; undefined when it is not one or is ill formed. */
  list(head: number): number[] | undefined
  /** Distinguishes terms across graphs. */
  key(term: number): string
}

/** A reader of a shapes graph. */
export function createReader(graph: Graph): ShapesReader {
  const problems: string[] = []
  const predicates = new Map<string, number>()
  const own = new Map<string, number>()
  const predicate = (name: string, namespace = '', known = predicates) => {
    let id = known.get(name)
    if (id === undefined) known.set(name, (id = iriId(graph, namespace + name)))
    return id
  }
  // A shapes graph says the same few hundred words over and over.
  const texts: string[] = []
  const { kind } = graph.dictionary
  const reader: ShapesReader = {
    graph,
    nil: ID.nil,
    problems,
    complain: (shape, what) => problems.push(`${reader.name(shape)}: ${what}`),
    isIri: (term) => kind[term] === IRI,
    isBlank: (term) => kind[term] === BLANK,
    isLiteral: (term) => kind[term] === LITERAL,
    text: (term) => (texts[term] ??= text(graph, term)),
    name: (term) => (kind[term] === BLANK ? `_:${text(graph, term)}` : reader.text(term)),
    literal: (term) => termOf(graph, term) as RDF.Literal,
    datatype: (term) => datatype(graph, term) ?? '',
    values: (node, local) => objects(graph, node, predicate(local, SH, own)),
    valuesOf: (node, iri) => objects(graph, node, predicate(iri)),
    owners: (local, value) => subjects(graph, predicate(local, SH, own), value),
    isTrue: (term) =>
      term !== undefined && text(graph, term) === 'true' && datatype(graph, term) === `${XSD}boolean`,
    list: (head) => listOf(graph, head),
    key: (term) => termKey(graph, term),
  }
  return reader
}

function listOf(graph: Graph, head: number): number[] | undefined {
  const members: number[] = []
  const seen = new Set<number>()
  for (let node = head; node !== ID.nil; ) {
    const first = objects(graph, node, ID.first)
    const rest = objects(graph, node, ID.rest)
    if (first.length !== 1 || rest.length !== 1 || seen.has(node)) return undefined
    seen.add(node)
    members.push(first[0])
    node = rest[0]
  }
  return members
}

/** A text that is equal for equal terms of different graphs. A blank node equals nothing elsewhere. */
export function termKey(graph: Graph, term: number): string {
  const kind = graph.dictionary.kind[term]
  if (kind === IRI) return text(graph, term)
  if (kind === BLANK) return `_:${term}`
  const type = graph.dictionary.datatype[term]
  const suffix = type === ID.langString ? `@${lang(graph, term)}` : `^^${text(graph, type)}`
  return `"${text(graph, term)}"${suffix}`
}
