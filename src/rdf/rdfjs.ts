// The RDF/JS face of a graph: terms, quads and a read-only dataset over the integer columns, and the way back.
// Objects are made when somebody asks for them and are kept per graph, so that a term is one object.
import type * as RDF from '@rdfjs/types'
import { type Adjacency, firstRow } from './adjacency.ts'
import { BLANK, ID, IRI, internLang, internString, LITERAL, langOf, lookup, textOf } from './dictionary.ts'
import { createGraphBuilder, type Graph, type GraphBuilder, hasTriple } from './graph.ts'
import { blankNode, defaultGraph, literal, namedNode, quad } from './terms.ts'

type Subject = RDF.NamedNode | RDF.BlankNode
type NodeTerm = RDF.NamedNode | RDF.BlankNode | RDF.Literal

const termCaches = new WeakMap<object, NodeTerm[]>()

/** The RDF/JS term of a term id; a blank node is called `b` and its id. The same id gives the same object. */
export function termOf(graph: Graph, id: number): NodeTerm {
  const d = graph.dictionary
  let cache = termCaches.get(d)
  if (!cache) {
    cache = []
    termCaches.set(d, cache)
  }
  let term = cache[id]
  if (term) return term
  if (d.kind[id] === IRI) term = namedNode(textOf(d, id))
  else if (d.kind[id] === BLANK) term = blankNode(textOf(d, id))
  else term = literal(textOf(d, id), langOf(d, id) ?? (termOf(graph, d.datatype[id]) as RDF.NamedNode))
  cache[id] = term
  return term
}

/** The term id of an RDF/JS term, or -1 when the graph does not hold it. A blank node is found by the name {@link termOf} gave it. */
export function idOf(graph: Graph, term: RDF.Term): number {
  const d = graph.dictionary
  if (term.termType === 'NamedNode') return lookup(d, IRI, term.value)
  if (term.termType === 'BlankNode') return blankId(graph, term.value)
  if (term.termType !== 'Literal') return -1
  if (term.language === '') {
    const datatype = lookup(d, IRI, term.datatype.value)
    return datatype < 0 ? -1 : lookup(d, LITERAL, term.value, datatype)
  }
  const tag = d.langIndex.get(term.language)
  return tag === undefined ? -1 : lookup(d, LITERAL, term.value, ID.langString, tag)
}

function blankId(graph: Graph, name: string): number {
  const id = /^b(0|[1-9]\d*)$/.test(name) ? Number(name.slice(1)) : -1
  return id < graph.dictionary.count && graph.dictionary.kind[id] === BLANK ? id : -1
}

/** A graph in memory from RDF/JS quads, in their order and with their graph names; it has no source and no offsets. */
export function fromQuads(quads: Iterable<RDF.Quad>): Graph {
  const builder = createGraphBuilder()
  for (const { subject, predicate, object, graph } of quads) {
    const name = graph.termType === 'DefaultGraph' ? 0 : internTerm(builder, graph) + 1
    const s = internTerm(builder, subject)
    builder.add(s, internTerm(builder, predicate), internTerm(builder, object), 0, name)
  }
  return builder.finish()
}

/** The term id of an RDF/JS term in a graph under construction; added when it is new. */
export function internTerm(builder: GraphBuilder, term: RDF.Term): number {
  const d = builder.dictionary
  if (term.termType === 'NamedNode') return builder.iriText(term.value, 0)
  if (term.termType === 'BlankNode') return internString(d, BLANK, term.value)
  if (term.termType !== 'Literal') throw new TypeError(`A graph cannot hold a term of type ${term.termType}`)
  if (term.language !== '')
    return internString(d, LITERAL, term.value, ID.langString, internLang(d, term.language))
  return internString(d, LITERAL, term.value, internString(d, IRI, term.datatype.value))
}

/** The statements in document order, each with the name of its graph; one stated twice comes twice. */
export function* quadsOf(graph: Graph): Generator<RDF.Quad> {
  const { quads } = graph
  for (let i = 0; i < quads.count; i++) {
    const name = quads.graph?.[i] ?? 0
    yield quad(
      termOf(graph, quads.subject[i]) as Subject,
      termOf(graph, quads.predicate[i]) as RDF.NamedNode,
      termOf(graph, quads.object[i]),
      name === 0 ? defaultGraph : (termOf(graph, name - 1) as Subject),
    )
  }
}

/**
 * A read-only dataset over the union of the graph's statements, all in the default graph.
 * `add` and `delete` throw a TypeError. `match` returns such a dataset again, read when it is iterated.
 */
export function datasetView(graph: Graph): RDF.DatasetCore {
  return view(graph, [ANY, ANY, ANY])
}

/** A wildcard in a pattern of subject, predicate, object; NOWHERE is a term that the graph does not hold. */
const ANY = -1
const NOWHERE = -2

type Pattern = readonly [subject: number, predicate: number, object: number]

function view(graph: Graph, pattern: Pattern): RDF.DatasetCore {
  let size = -1
  const dataset: RDF.DatasetCore = {
    get size() {
      if (size < 0) size = countRows(graph, pattern)
      return size
    },
    add: refuse,
    delete: refuse,
    has: (q) => {
      const row: Pattern = [idOf(graph, q.subject), idOf(graph, q.predicate), idOf(graph, q.object)]
      return (
        q.graph.termType === 'DefaultGraph' &&
        row.every((id, i) => id >= 0 && (pattern[i] === ANY || pattern[i] === id)) &&
        hasTriple(graph, ...row)
      )
    },
    match: (s, p, o, g) => {
      if (g && g.termType !== 'DefaultGraph') return view(graph, [NOWHERE, NOWHERE, NOWHERE])
      const wanted = [s, p, o].map((term) => (term ? narrow(graph, term) : ANY))
      return view(graph, wanted.map((id, i) => both(id, pattern[i])) as unknown as Pattern)
    },
    [Symbol.iterator]: () => rows(graph, pattern),
  }
  return dataset
}

function refuse(): never {
  throw new TypeError('This dataset is read-only')
}

function narrow(graph: Graph, term: RDF.Term): number {
  const id = idOf(graph, term)
  return id < 0 ? NOWHERE : id
}

function both(a: number, b: number): number {
  if (a === ANY || a === b) return b
  return b === ANY ? a : NOWHERE
}

function countRows(graph: Graph, pattern: Pattern): number {
  if (pattern.every((id) => id === ANY)) return graph.out.size
  let n = 0
  for (const _ of rows(graph, pattern)) n++
  return n
}

function* rows(graph: Graph, [s, p, o]: Pattern): Generator<RDF.Quad> {
  if (s === NOWHERE || p === NOWHERE || o === NOWHERE) return
  const inverse = s === ANY && o !== ANY
  const index = inverse ? graph.inverse() : graph.out
  const key = inverse ? o : s
  const value = inverse ? s : o
  const [first, last] = key === ANY ? [0, graph.dictionary.count] : [key, key + 1]
  for (let term = first; term < last; term++) {
    for (const row of rowsOfTerm(index, term, p)) {
      const other = index.value[row]
      if (value !== ANY && other !== value) continue
      yield tripleOf(graph, inverse ? other : term, index.predicate[row], inverse ? term : other)
    }
  }
}

function* rowsOfTerm(index: Adjacency, term: number, predicate: number): Generator<number> {
  const end = index.offset[term + 1]
  const begin = predicate === ANY ? index.offset[term] : firstRow(index, term, predicate)
  for (let row = begin; row < end && (predicate === ANY || index.predicate[row] === predicate); row++)
    yield row
}

function tripleOf(graph: Graph, s: number, p: number, o: number): RDF.Quad {
  return quad(termOf(graph, s) as Subject, termOf(graph, p) as RDF.NamedNode, termOf(graph, o), defaultGraph)
}
