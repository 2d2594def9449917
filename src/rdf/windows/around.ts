// A window on a graph in memory: some of its things whole, what leads to them, and what is near.
import { BLANK, internFrom, internLang, internString, LITERAL } from '../dictionary.ts'
import { createGraphBuilder, type Graph } from '../graph.ts'
import { rowsLeadingTo } from '../leading.ts'
import { neighbours } from './neighbours.ts'
import type { Window } from './window.ts'

/** The window in which `home` (term ids of the graph) are at home; `terms` are its terms in the ids of the graph, or -1. */
export function windowOn(graph: Graph, home: ReadonlySet<number>): Window & { readonly terms: Int32Array } {
  const builder = createGraphBuilder()
  const { dictionary: from, out } = graph
  const { dictionary: to } = builder
  for (const tag of from.langs) internLang(to, tag)
  const ids = new Map<number, number>()
  const idOf = (term: number): number => {
    let id = ids.get(term)
    if (id === undefined) {
      ids.set(term, (id = copy(term)))
      if (graph.subjectAt[term] > 0) builder.subject(id, graph.subjectAt[term] - 1)
    }
    return id
  }
  const copy = (term: number): number =>
    from.kind[term] === BLANK ? internString(to, BLANK, `n${term}`) : internFrom(to, from, term, idOf)
  const rows: (readonly [subject: number, predicate: number, object: number, at: number])[] = []
  const used = new Set<number>(home)
  const note = (...row: readonly [number, number, number, number]) => {
    rows.push(row)
    for (const term of row.slice(0, 3)) used.add(term)
  }
  const leading = rowsLeadingTo(graph, home).map((row) => graph.quads.subject[row])
  for (const subject of Uint32Array.from(new Set([...home, ...leading])).sort())
    for (let row = out.offset[subject]; row < out.offset[subject + 1]; row++)
      if (home.has(subject) || home.has(out.value[row]))
        note(subject, out.predicate[row], out.value[row], out.at[row])
  const near = [...used].filter((term) => !home.has(term) && from.kind[term] !== LITERAL)
  const noting = { dictionary: from, add: note, subject: (term: number) => void used.add(term) }
  neighbours(noting, graph, (term) => home.has(term), { starts: near, idOf: (term) => term })
  // In the order of the graph's own ids, so that what comes first there comes first here.
  for (const term of Uint32Array.from(used).sort()) idOf(term)
  for (const [subject, predicate, object, at] of rows)
    builder.add(idOf(subject), idOf(predicate), idOf(object), at)
  const made = builder.finish(graph.source, graph.places)
  const mask = new Uint8Array(to.count)
  const terms = new Int32Array(to.count).fill(-1)
  for (const [term, id] of ids) {
    terms[id] = term
    if (home.has(term)) mask[id] = 1
    else if (out.offset[term] === out.offset[term + 1]) mask[id] = 2
  }
  return { graph: { ...made, prefixes: graph.prefixes }, home: mask, terms }
}
