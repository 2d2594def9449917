// What a syntax is: how to read it, how to write it, how it is called.
import type { Document } from './document.ts'
import type { Graph } from './graph.ts'

export type SyntaxId = 'turtle' | 'trig' | 'ntriples' | 'nquads' | 'rdfxml' | 'jsonld'

export interface ParseOptions {
  /** Absolute IRI that relative ones resolve against when the text declares no base; default: none, they stay relative. */
  readonly base?: string
  /** Gives a JSON-LD context that is not bundled; without it a remote context is a problem. Rejects when it cannot. */
  readonly loadContext?: (url: string) => Promise<unknown>
}

export interface WriteOptions {
  /** Prefixes to use beside the project's own; name → IRI. */
  readonly prefixes?: ReadonlyMap<string, string>
}

export interface Syntax {
  readonly id: SyntaxId
  /** The first one is written. */
  readonly mediaTypes: readonly string[]
  /** Without the dot; the first one is preferred. */
  readonly extensions: readonly string[]
  /** Reads a document. Never throws for bad content: what is wrong is in `graph.problems`, what is right in the graph. */
  readonly parse: (document: Document, options?: ParseOptions) => Graph | Promise<Graph>
  /** Writes a graph as UTF-8 text, in pieces. IRIs are written absolute. The same graph gives the same text. */
  readonly write: (graph: Graph, options?: WriteOptions) => Iterable<string>
  /** Byte offset just after the token (term, element, JSON value) that begins at `start`; used for code frames. */
  readonly tokenEnd: (bytes: Uint8Array, start: number) => number
}
