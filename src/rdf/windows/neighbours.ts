// What a window knows of the things around it: what the overview says of nodes that its statements lead to or come from.
import { type BLANK, hashBytes, ID, type IRI, intern, internLang, LITERAL, sameNode } from '../dictionary.ts'
import type { Graph, GraphBuilder } from '../graph.ts'

/** How far from a statement of the window. */
const STEPS = 3
/** Of a node that says more than this (a catalogue of its datasets) only what it says of itself is taken. */
const MANY = 200

/** Copies from the overview what is said about nodes of the window that are not its own, and about nodes near those. */
export function neighbours(builder: GraphBuilder, overview: Graph, isOwn: (term: number) => boolean): void {
  const { dictionary: from, out } = overview
  const { dictionary: to } = builder
  const here = new Map<number, number>()
  let edge: number[] = []
  const count = to.count
  for (let term = 0; term < count; term++) {
    if (to.kind[term] === LITERAL || isOwn(term)) continue
    const known = sameNode(to, term, from)
    if (known >= 0 && out.offset[known] < out.offset[known + 1]) edge.push(known)
    if (known >= 0) here.set(known, term)
  }
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
    const subject = termOf(node)
    if (overview.subjectAt[node] > 0) builder.subject(subject, overview.subjectAt[node] - 1)
    for (let row = begin; row < end; row++) {
      const value = out.value[row]
      const isNode = from.kind[value] !== LITERAL
      const leads = isNode && out.predicate[row] !== ID.type && out.offset[value] < out.offset[value + 1]
      if (isLarge && leads && !here.has(value)) continue
      builder.add(subject, termOf(out.predicate[row]), termOf(value), out.at[row])
      if (!leads || done.has(value) || isOwn(termOf(value))) continue
      done.add(value)
      next.push(value)
    }
  }

  function termOf(term: number): number {
    let own = here.get(term)
    if (own === undefined) here.set(term, (own = copyTerm(term)))
    return own
  }

  function copyTerm(term: number): number {
    const start = from.start[term]
    const end = start + from.length[term]
    const hash = hashBytes(from.arena, start, end)
    const kind = from.kind[term]
    if (kind !== LITERAL) return intern(to, kind as typeof IRI | typeof BLANK, from.arena, start, end, hash)
    const lang = from.lang[term] === 0 ? 0 : internLang(to, from.langs[from.lang[term] - 1])
    return intern(to, LITERAL, from.arena, start, end, hash, termOf(from.datatype[term]), lang)
  }
}
