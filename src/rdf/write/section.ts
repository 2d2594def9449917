// What a writer walks over: one graph's statements by subject, or one named graph's.
import { type Adjacency, buildAdjacency } from '../adjacency.ts'
import { BLANK, type Dictionary } from '../dictionary.ts'
import type { Graph, Quads } from '../graph.ts'

export interface Section {
  readonly dictionary: Dictionary
  readonly out: Adjacency
  /** Term id of the graph's name, or -1 for the default graph or the union. */
  readonly name: number
  /** Blank nodes that other sections mention too, which must keep a label; 1 per such term. */
  readonly shared: Uint8Array
}

/** All statements as one section, whichever graphs they are in. */
export function unionSection(graph: Graph): Section {
  const { dictionary, out } = graph
  return { dictionary, out, name: -1, shared: new Uint8Array(dictionary.count) }
}

/** The default graph first, then the named graphs in the order of their first statement. */
export function sectionsOf(graph: Graph): readonly Section[] {
  const { dictionary, quads } = graph
  if (!quads.graph) return [unionSection(graph)]
  const names = [...new Set([0, ...quads.graph.subarray(0, quads.count)])]
  const shared = sharedBlanks(dictionary, quads, quads.graph)
  return names.map((name) => {
    const rows: number[] = []
    for (let i = 0; i < quads.count; i++) if (quads.graph?.[i] === name) rows.push(i)
    return { dictionary, out: adjacencyOf(dictionary, quads, rows), name: name - 1, shared }
  })
}

function adjacencyOf(dictionary: Dictionary, quads: Quads, rows: readonly number[]): Adjacency {
  const pick = (column: Uint32Array) => Uint32Array.from(rows, (row) => column[row])
  const { subject, predicate, object, at } = quads
  return buildAdjacency(pick(subject), pick(predicate), pick(object), pick(at), rows.length, dictionary.count)
}

function sharedBlanks(dictionary: Dictionary, quads: Quads, graphs: Uint32Array): Uint8Array {
  const home = new Uint32Array(dictionary.count)
  const shared = new Uint8Array(dictionary.count)
  const note = (term: number, graph: number) => {
    if (dictionary.kind[term] !== BLANK) return
    if (home[term] !== 0 && home[term] !== graph + 1) shared[term] = 1
    home[term] = graph + 1
  }
  for (let i = 0; i < quads.count; i++) {
    note(quads.subject[i], graphs[i])
    note(quads.object[i], graphs[i])
    if (graphs[i] > 0) shared[graphs[i] - 1] = 1
  }
  return shared
}
