// The property paths that a stream's context names: a property, a sequence, an inverse, alternatives.
import { BLANK, type Graph, ID, iriId, objects, subjects, text } from '../../rdf/index.ts'
import { SHACL } from './vocabulary.ts'

/** A path as plain data, so that it outlives the page it was read from. */
export type FeedPath =
  | string
  | { readonly inverse: FeedPath }
  | { readonly sequence: readonly FeedPath[] }
  | { readonly alternatives: readonly FeedPath[] }

const MOST_STEPS = 20

/** The path that a term stands for. Source: SHACL §2.3.1. Undefined for a kind that timestamps have no use for. */
export function readPath(graph: Graph, term: number, depth = 0): FeedPath | undefined {
  if (depth > MOST_STEPS) return undefined
  if (graph.dictionary.kind[term] !== BLANK && term !== ID.nil) return text(graph, term)
  const [inverse] = objects(graph, term, iriId(graph, `${SHACL}inversePath`))
  if (inverse !== undefined) {
    const path = readPath(graph, inverse, depth + 1)
    return path && { inverse: path }
  }
  const [either] = objects(graph, term, iriId(graph, `${SHACL}alternativePath`))
  const steps = listOf(graph, either ?? term).map((step) => readPath(graph, step, depth + 1))
  if (steps.length === 0 || steps.some((step) => step === undefined)) return undefined
  if (either !== undefined) return { alternatives: steps as FeedPath[] }
  return steps.length === 1 ? steps[0] : { sequence: steps as FeedPath[] }
}

function listOf(graph: Graph, list: number): readonly number[] {
  const items: number[] = []
  for (let cell = list; cell !== ID.nil && items.length <= MOST_STEPS; ) {
    const [first] = objects(graph, cell, ID.first)
    const [rest] = objects(graph, cell, ID.rest)
    if (first === undefined) return items
    items.push(first)
    if (rest === undefined) return items
    cell = rest
  }
  return items
}

/** The values of a path at a subject, as term ids, each once. */
export function follow(graph: Graph, subject: number, path: FeedPath): readonly number[] {
  if (typeof path === 'string') return [...objects(graph, subject, iriId(graph, path))]
  if ('alternatives' in path) return once(path.alternatives.flatMap((each) => follow(graph, subject, each)))
  if ('sequence' in path)
    return path.sequence.reduce<readonly number[]>(
      (from, step) => once(from.flatMap((term) => follow(graph, term, step))),
      [subject],
    )
  const back = path.inverse
  return typeof back === 'string' ? [...subjects(graph, iriId(graph, back), subject)] : []
}

function once(terms: readonly number[]): readonly number[] {
  return [...new Set(terms)]
}

/** True for paths of the same properties. */
export function isSamePath(a: FeedPath | undefined, b: FeedPath | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
