// One window: the statements of some things whole, and what the overview says of what is near them.
import { hashBytes, IRI, intern, internLang, LITERAL, lookup, sameNode } from '../dictionary.ts'
import { createGraphBuilder, type Graph, type Places } from '../graph.ts'
import { neighbours } from './neighbours.ts'
import type { Nodes } from './nodes.ts'
import { addPiece, decodePiece } from './piece.ts'
import type { Spool, Stored } from './spool.ts'

/** A graph and which of its terms it is to be checked for: 1, or 2 for what nothing is said about. */
export interface Window {
  readonly graph: Graph
  readonly home: Uint8Array
}

/** A text that has been read to disk. */
export interface Store {
  readonly spool: Spool
  readonly nodes: Nodes
  readonly pieces: readonly Stored[]
  readonly langs: readonly string[]
  readonly predicates: readonly string[]
  /** Rules and ill-formed IRIs, as `rule IRI`. */
  readonly iris: ReadonlySet<string>
  readonly places: Places
}

/** A builder in which languages and properties have the numbers and the order that they have in the whole text. */
export function newBuilder({ langs, predicates }: Store) {
  const builder = createGraphBuilder()
  for (const tag of langs) internLang(builder.dictionary, tag)
  for (const iri of predicates) {
    const bytes = Buffer.from(iri)
    intern(builder.dictionary, IRI, bytes, 0, bytes.length, hashBytes(bytes, 0, bytes.length))
  }
  return builder
}

export interface Opening {
  readonly index: number
  readonly pieces: readonly Stored[]
  readonly window: Int32Array
  readonly overview: Graph
}

/** Reads a window. */
export function windowOf(store: Store, { index, pieces, window, overview }: Opening): Window {
  const builder = newBuilder(store)
  const home: number[] = []
  const bare: number[] = []
  for (const { at, length } of pieces)
    addPiece(builder, decodePiece(store.spool.read(at, length)), undefined, (term, node) => {
      if (window[node] === index) home.push(term)
      else if (window[node] === -2) bare.push(term)
    })
  const literals = builder.dictionary.count
  const isHome = new Set(home)
  neighbours(builder, overview, (term) => isHome.has(term))
  const graph = builder.finish(undefined, store.places)
  return { graph, home: maskOf(graph, { home, bare, literals }) }
}

export interface Masking {
  readonly home: readonly number[]
  /** Nodes that nothing is said about anywhere. */
  readonly bare: readonly number[]
  /** Literals up to this id are of the window's own statements. */
  readonly literals: number
}

/** {@link Window.home}. */
export function maskOf({ dictionary }: Graph, { home, bare, literals }: Masking): Uint8Array {
  const mask = new Uint8Array(dictionary.count)
  for (let term = 0; term < literals; term++) if (dictionary.kind[term] === LITERAL) mask[term] = 2
  for (const term of bare) mask[term] = 2
  for (const term of home) mask[term] = 1
  return mask
}

/** The term in another graph made of the same pieces, or -1. */
export function sameTerm(from: Graph, term: number, to: Graph): number {
  const d = from.dictionary
  if (d.kind[term] !== LITERAL) return sameNode(d, term, to.dictionary)
  const bytes = Buffer.from(d.arena.buffer, d.arena.byteOffset + d.start[term], d.length[term])
  const datatype = sameTerm(from, d.datatype[term], to)
  const lang = d.lang[term] === 0 ? 0 : (to.dictionary.langIndex.get(d.langs[d.lang[term] - 1]) ?? -1)
  return datatype < 0 || lang < 0 ? -1 : lookup(to.dictionary, LITERAL, bytes.toString(), datatype, lang)
}
