// What goes with a description that is not kept: its nameless nodes, and what only it pointed to.
import { BLANK, type Graph, text } from '../rdf/index.ts'

export interface Alone {
  /** Every subject whose statements are left out. */
  readonly subjects: ReadonlySet<number>
  /** Of these, the named ones that nobody else pointed to. */
  readonly dropped: readonly number[]
}

/** The subjects that are left out when `left` are: those that could only be reached through them. */
export function unreachable(graph: Graph, left: ReadonlySet<number>): Alone {
  const through = reach(graph, left, new Set())
  const kept = new Set<number>()
  const roots = new Set<number>()
  for (let id = 0; id < graph.dictionary.count; id++)
    if (isSubject(graph, id) && !left.has(id) && !through.has(id)) roots.add(id)
  // What the ones left out have as members stays: only what describes them goes.
  for (const id of memberRoots(graph, left)) roots.add(id)
  for (const id of reach(graph, roots, left)) kept.add(id)
  for (const id of roots) kept.add(id)
  const subjects = new Set<number>(left)
  const dropped: number[] = []
  for (const id of through) {
    if (kept.has(id) || left.has(id) || !isSubject(graph, id)) continue
    subjects.add(id)
    if (graph.dictionary.kind[id] !== BLANK) dropped.push(id)
  }
  return { subjects, dropped }
}

function isSubject({ out }: Graph, id: number): boolean {
  return out.offset[id + 1] > out.offset[id]
}

const MEMBER = /^http:\/\/www\.w3\.org\/ns\/dcat#(?:dataset|service)$/

/** The members of catalogues that are left out. */
function* memberRoots(graph: Graph, left: ReadonlySet<number>): Generator<number> {
  const { out } = graph
  for (const subject of left)
    for (let row = out.offset[subject]; row < out.offset[subject + 1]; row++)
      if (!left.has(out.value[row]) && MEMBER.test(text(graph, out.predicate[row]))) yield out.value[row]
}

/** Everything that leads on from some terms, not passing through those that are barred. */
function reach({ out }: Graph, from: ReadonlySet<number>, barred: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>()
  const work = [...from]
  for (let next = work.pop(); next !== undefined; next = work.pop())
    for (let row = out.offset[next]; row < out.offset[next + 1]; row++) {
      const value = out.value[row]
      if (found.has(value) || barred.has(value)) continue
      found.add(value)
      work.push(value)
    }
  return found
}
