// The graph: integer columns of triples, an index in each direction, and where every triple was written.
// Readers fill a GraphBuilder; everybody else only reads a Graph. Named graphs are kept for writing;
// the index is the union of all graphs, which is what a catalogue means.
import type { Location, Problem } from '../finding.ts'
import { type Adjacency, buildAdjacency, firstRow } from './adjacency.ts'
import {
  createDictionary,
  type Dictionary,
  hashBytes,
  IRI,
  intern,
  LITERAL,
  langOf,
  lookup,
  textOf,
  trimDictionary,
} from './dictionary.ts'
import { iriFault, isPlainIri } from './iri.ts'
import type { SourceText } from './source-text.ts'

/** Statements in document order. `graph` is undefined when all are in the default graph, else 0 or term id + 1. */
export interface Quads {
  readonly count: number
  readonly subject: Uint32Array
  readonly predicate: Uint32Array
  readonly object: Uint32Array
  readonly at: Uint32Array
  readonly graph: Uint32Array | undefined
}

export interface Graph {
  readonly dictionary: Dictionary
  readonly quads: Quads
  /** Subject → (predicate, object). */
  readonly out: Adjacency
  /** Object → (predicate, subject); built on first use. */
  readonly inverse: () => Adjacency
  /** Per term: 1 + byte offset of its first appearance as a subject, 0 when it never is one. */
  readonly subjectAt: Uint32Array
  readonly prefixes: ReadonlyMap<string, string>
  /** What the reader had to say about the text. */
  readonly problems: readonly Problem[]
  /** The text the graph was read from; undefined for a graph made in memory. */
  readonly source: SourceText | undefined
  /** Where an `at` is, for a graph made of something else than one RDF text; then `source` is undefined. */
  readonly places?: Places
}

/** The place that a number given to `add` or `subject` (and a Problem's `at` and `end`) stands for. */
export type Places = (at: number, end?: number) => Location

/** A graph under construction. Readers call `add` with term ids from `dictionary`. */
export interface GraphBuilder {
  readonly dictionary: Dictionary
  readonly prefixes: Map<string, string>
  readonly problems: Problem[]
  /** Adds a statement; `at` is the byte offset of the object's token, `graph` 0 or term id + 1. */
  add(subject: number, predicate: number, object: number, at: number, graph?: number): void
  /** Notes that `term` is written as a subject at byte offset `at`; the first note stays. */
  subject(term: number, at: number): void
  /**
   * The id of an IRI. A new one that is ill formed or relative gives a Problem `iri-<fault>` at byte offset `at`
   * and is kept as written, so that nothing is lost. Resolve against a declared base before calling this.
   */
  iri(bytes: Uint8Array, start: number, end: number, contentHash: number, at: number): number
  /** {@link GraphBuilder.iri} for a JavaScript string. */
  iriText(iri: string, at: number): number
  /** Number of statements so far. */
  count(): number
  /** Takes back the statements numbered `from` up to, and not with, `to`; those behind them move up. */
  remove(from: number, to: number): void
  /** Gives back the room that is kept for more statements and terms. */
  trim(): void
  finish(source?: SourceText, places?: Places): Graph
  /**
   * A graph with both indexes and without `quads`, for one so large that the order it was written in is not worth its
   * memory. The builder is at its end.
   */
  finishIndexes(places: Places): Graph
}

const encoder = new TextEncoder()

/** A builder for about `expected` statements. */
export function createGraphBuilder(expected = 1024): GraphBuilder {
  const dictionary = createDictionary(expected >>> 1)
  const prefixes = new Map<string, string>()
  const problems: Problem[] = []
  let capacity = Math.max(1024, expected)
  let s = new Uint32Array(capacity)
  let p = new Uint32Array(capacity)
  let o = new Uint32Array(capacity)
  let a = new Uint32Array(capacity)
  let g: Uint32Array | undefined
  let n = 0
  let subjectAt = new Uint32Array(dictionary.kind.length)

  const checkIri = (bytes: Uint8Array, start: number, end: number, at: number) => {
    if (isPlainIri(bytes, start, end)) return
    const iri = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
    const fault = iriFault(iri)
    if (fault) problems.push({ rule: `iri-${fault}`, at, params: { iri } })
  }

  const larger = (old: Uint32Array<ArrayBuffer>, size: number) => {
    const next = new Uint32Array(size)
    next.set(old)
    return next
  }

  return {
    dictionary,
    prefixes,
    problems,
    add(subject, predicate, object, at, graph = 0) {
      if (n === capacity) {
        capacity *= 2
        s = larger(s, capacity)
        p = larger(p, capacity)
        o = larger(o, capacity)
        a = larger(a, capacity)
        if (g) g = larger(g as Uint32Array<ArrayBuffer>, capacity)
      }
      s[n] = subject
      p[n] = predicate
      o[n] = object
      a[n] = at
      if (graph !== 0 && !g) g = new Uint32Array(capacity)
      if (g) g[n] = graph
      n++
    },
    subject(term, at) {
      if (term >= subjectAt.length) subjectAt = larger(subjectAt, dictionary.kind.length)
      if (subjectAt[term] === 0) subjectAt[term] = at + 1
    },
    iri(bytes, start, end, contentHash, at) {
      const before = dictionary.count
      const id = intern(dictionary, IRI, bytes, start, end, contentHash)
      if (dictionary.count !== before) checkIri(bytes, start, end, at)
      return id
    },
    iriText(iri, at) {
      const bytes = encoder.encode(iri)
      return this.iri(bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length), at)
    },
    count: () => n,
    remove(from, to) {
      for (const column of [s, p, o, a, g]) column?.copyWithin(from, to, n)
      n -= to - from
    },
    trim() {
      if (n < 1024) return
      capacity = n
      ;[s, p, o, a] = [s, p, o, a].map((column) => column.slice(0, n))
      if (g) g = g.slice(0, n)
      trimDictionary(dictionary)
    },
    finish(source, places) {
      const quads = { count: n, subject: s, predicate: p, object: o, at: a, graph: g }
      const terms = dictionary.count
      if (subjectAt.length < terms) subjectAt = larger(subjectAt, terms)
      const out = buildAdjacency(s, p, o, a, n, terms)
      let inverse: Adjacency | undefined
      return {
        dictionary,
        quads,
        out,
        inverse: () => (inverse ??= buildAdjacency(o, p, s, a, n, terms)),
        subjectAt,
        prefixes,
        problems,
        source,
        ...(places && { places }),
      }
    },
    finishIndexes(places) {
      const whole = this.finish(undefined, places)
      const inverse = whole.inverse()
      s = p = o = a = new Uint32Array(0)
      n = capacity = 0
      const quads = { count: 0, subject: s, predicate: p, object: o, at: a, graph: undefined }
      return { ...whole, quads, inverse: () => inverse }
    },
  }
}

/** The term id of an IRI, or -1 when the graph does not mention it. */
export function iriId(graph: Graph, iri: string): number {
  return lookup(graph.dictionary, IRI, iri)
}

/** The objects of (subject, predicate), as term ids in ascending order. */
export function objects(graph: Graph, subject: number, predicate: number): Uint32Array {
  if (subject < 0 || predicate < 0) return NONE
  return valuesOf(graph.out, subject, predicate)
}

/** The subjects of (predicate, object), as term ids in ascending order. */
export function subjects(graph: Graph, predicate: number, object: number): Uint32Array {
  if (object < 0 || predicate < 0) return NONE
  return valuesOf(graph.inverse(), object, predicate)
}

const NONE = new Uint32Array(0)

/** Calls back with the subject and the object of every statement with a predicate, by ascending subject. */
export function eachWith(
  { out }: Graph,
  property: number,
  visit: (subject: number, object: number) => void,
): void {
  const { offset, predicate, value } = out
  for (let term = 0; term + 1 < offset.length; term++)
    for (let row = offset[term]; row < offset[term + 1]; row++)
      if (predicate[row] === property) visit(term, value[row])
}

function valuesOf(index: Adjacency, term: number, predicate: number): Uint32Array {
  const begin = firstRow(index, term, predicate)
  const stop = index.offset[term + 1]
  let end = begin
  while (end < stop && index.predicate[end] === predicate) end++
  return begin === end ? NONE : index.value.subarray(begin, end)
}

/** True when the union of the graph's statements has this one. */
export function hasTriple(graph: Graph, subject: number, predicate: number, object: number): boolean {
  return objects(graph, subject, predicate).includes(object)
}

/** The text of a term: IRI, lexical form, or `b` and a number for a blank node. */
export function text(graph: Graph, term: number): string {
  return textOf(graph.dictionary, term)
}

/** The language tag of a literal as written, or undefined. */
export function lang(graph: Graph, term: number): string | undefined {
  return langOf(graph.dictionary, term)
}

/** The datatype IRI of a literal, or undefined for other terms. */
export function datatype(graph: Graph, term: number): string | undefined {
  const d = graph.dictionary
  return d.kind[term] === LITERAL ? textOf(d, d.datatype[term]) : undefined
}

/**
 * Byte offset in the source of the statement (subject, predicate, object), of the first (subject, predicate)
 * when no object is given, or of the subject alone; -1 when there is no such thing or no source.
 */
export function offsetOf(graph: Graph, subject: number, predicate?: number, object?: number): number {
  if (predicate !== undefined && predicate >= 0) {
    const { out } = graph
    const stop = out.offset[subject + 1]
    let best = -1
    for (let row = firstRow(out, subject, predicate); row < stop && out.predicate[row] === predicate; row++) {
      if (object === undefined) best = best < 0 ? out.at[row] : Math.min(best, out.at[row])
      else if (out.value[row] === object) return out.at[row]
    }
    if (best >= 0) return best
  }
  return graph.subjectAt[subject] - 1
}
