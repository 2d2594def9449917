// Several graphs as one: the same IRIs and literals meet, blank nodes stay apart, every statement keeps its place.
import type { Problem } from '../finding.ts'
import {
  BLANK,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
  langOf,
  textOf,
} from './dictionary.ts'
import { createGraphBuilder, type Graph, type GraphBuilder, type Places } from './graph.ts'
import { locationAt } from './source-text.ts'

/** A range of numbers for places, and what the numbers in it mean. */
interface Segment {
  readonly start: number
  readonly places: Places | undefined
}

/** The union of graphs, with all their problems; its places lead into the sources of all of them. */
export function uniteGraphs(graphs: readonly Graph[]): Graph {
  if (graphs.length === 1) return graphs[0]
  const builder = createGraphBuilder(graphs.reduce((sum, { quads }) => sum + quads.count, 0))
  const segments: Segment[] = []
  let start = 0
  for (const graph of graphs) {
    segments.push({ start, places: placesOf(graph) })
    start += addGraph(builder, graph, start) + 1
  }
  return builder.finish(undefined, (at, end) => {
    const segment = segments.findLast((each) => each.start <= at)
    const place = segment?.places?.(at - segment.start, end === undefined ? undefined : end - segment.start)
    return place ?? { file: '-', line: 1, column: 1 }
  })
}

function placesOf({ source, places }: Graph): Places | undefined {
  return places ?? (source && ((at, end) => locationAt(source, at, end)))
}

/** Adds a graph with its places moved by `start`; gives the largest of its own. */
function addGraph(builder: GraphBuilder, graph: Graph, start: number): number {
  const ids = new Int32Array(graph.dictionary.count).fill(-1)
  const id = (term: number) => newId(builder, graph, ids, term)
  const { quads, subjectAt } = graph
  let largest = 0
  for (let i = 0; i < quads.count; i++) {
    const name = quads.graph?.[i] ?? 0
    largest = Math.max(largest, quads.at[i])
    builder.add(
      id(quads.subject[i]),
      id(quads.predicate[i]),
      id(quads.object[i]),
      quads.at[i] + start,
      name === 0 ? 0 : id(name - 1) + 1,
    )
  }
  for (let term = 0; term < graph.dictionary.count; term++) {
    if (subjectAt[term] === 0) continue
    largest = Math.max(largest, subjectAt[term])
    builder.subject(id(term), subjectAt[term] - 1 + start)
  }
  for (const problem of graph.problems) {
    largest = Math.max(largest, problem.end ?? problem.at ?? 0)
    builder.problems.push(moved(problem, start, id))
  }
  for (const [prefix, iri] of graph.prefixes)
    if (!builder.prefixes.has(prefix)) builder.prefixes.set(prefix, iri)
  return largest
}

function moved(problem: Problem, start: number, id: (term: number) => number): Problem {
  return {
    ...problem,
    ...(problem.focus !== undefined && { focus: id(problem.focus) }),
    ...(problem.value !== undefined && { value: id(problem.value) }),
    ...(problem.at !== undefined && { at: problem.at + start }),
    ...(problem.end !== undefined && { end: problem.end + start }),
  }
}

function newId(builder: GraphBuilder, graph: Graph, ids: Int32Array, term: number): number {
  if (ids[term] >= 0) return ids[term]
  const { dictionary: from } = graph
  const { dictionary: to } = builder
  const made = () => {
    if (from.kind[term] === BLANK) return internAnonymous(to)
    const text = textOf(from, term)
    if (from.kind[term] === IRI) return internString(to, IRI, text)
    const tag = langOf(from, term)
    if (tag !== undefined) return internString(to, LITERAL, text, ID.langString, internLang(to, tag))
    return internString(to, LITERAL, text, newId(builder, graph, ids, from.datatype[term]))
  }
  ids[term] = made()
  return ids[term]
}
