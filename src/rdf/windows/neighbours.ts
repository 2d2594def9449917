// What a window knows of the things around it: what the overview says of nodes that its statements lead to or come from.
import { ID, internFrom, LITERAL, sameNode } from '../dictionary.ts'
import type { Graph, GraphBuilder } from '../graph.ts'

/** How far from a statement of the window. */
const STEPS = 3
/** Of a node that says more than this (a catalogue of its datasets) only what it says of itself is taken. */
const MANY = 200

/** The window's terms in the overview, for a window that knows them already. */
export interface Known {
  /** Nodes of the overview that the window's statements lead to or come from. */
  readonly starts: readonly number[]
  /** The id in the window of a term of the overview, made when there is none. */
  readonly idOf: (term: number) => number
}

/** Copies from the overview what is said about nodes of the window that are not its own, and about nodes near those. */
export function neighbours(
  builder: Pick<GraphBuilder, 'dictionary' | 'add' | 'subject'>,
  overview: Graph,
  isOwn: (term: number) => boolean,
  known: Known = inOverview(builder, overview, isOwn),
): void {
  const { dictionary: from, out } = overview
  const here = new Set<number>(known.starts)
  let edge = known.starts.filter((node) => out.offset[node] < out.offset[node + 1])
  const done = new Set<number>(edge)
  for (let step = 0; step < STEPS && edge.length > 0; step++) {
    const next: number[] = []
    for (const node of edge) copy(node, next)
    edge = next
  }

  function copy(node: number, next: number[]): void {
    const begin = out.offset[node]
    const end = out.offset[node + 1]
    const isLarge = end - begin > MANY
    const subject = known.idOf(node)
    if (overview.subjectAt[node] > 0) builder.subject(subject, overview.subjectAt[node] - 1)
    for (let row = begin; row < end; row++) {
      const value = out.value[row]
      const isNode = from.kind[value] !== LITERAL
      const leads = isNode && out.predicate[row] !== ID.type && out.offset[value] < out.offset[value + 1]
      if (isLarge && leads && !here.has(value)) continue
      builder.add(subject, known.idOf(out.predicate[row]), known.idOf(value), out.at[row])
      if (!leads || done.has(value) || isOwn(known.idOf(value))) continue
      done.add(value)
      next.push(value)
    }
  }
}

/** Finds the nodes of a window in an overview of another dictionary. */
function inOverview(
  { dictionary: to }: Pick<GraphBuilder, 'dictionary'>,
  overview: Graph,
  isOwn: (term: number) => boolean,
): Known {
  const { dictionary: from } = overview
  const ids = new Map<number, number>()
  const starts: number[] = []
  const count = to.count
  for (let term = 0; term < count; term++) {
    if (to.kind[term] === LITERAL) continue
    const found = sameNode(to, term, from)
    if (found < 0) continue
    ids.set(found, term)
    if (!isOwn(term)) starts.push(found)
  }
  const idOf = (term: number): number => {
    let own = ids.get(term)
    if (own === undefined) ids.set(term, (own = internFrom(to, from, term, idOf)))
    return own
  }
  return { starts, idOf }
}
