// Parts of a page as graphs of their own: its default graph, and what each named graph holds.
import {
  BLANK,
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
  langOf,
  textOf,
} from '../../rdf/index.ts'

/** Rows of `graph.quads` by graph: 0 for the default graph, else the term id of the name + 1. */
export function rowsByGraph({ quads }: Graph): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>([[0, []]])
  for (let row = 0; row < quads.count; row++) {
    const name = quads.graph?.[row] ?? 0
    const list = rows.get(name)
    if (list) list.push(row)
    else rows.set(name, [row])
  }
  return rows
}

/** The statements of some rows as a graph in memory, all in its default graph. */
export function graphOfRows(graph: Graph, rows: Iterable<number>): Graph {
  const builder = createGraphBuilder(64)
  copyRows(graph, rows, copier(graph, builder))
  return builder.finish()
}

export interface Copier {
  readonly builder: GraphBuilder
  readonly id: (term: number) => number
}

/** Copies terms of one graph to another under construction; blank nodes become new ones, the same for the same. */
export function copier({ dictionary: from }: Graph, builder: GraphBuilder): Copier {
  const { dictionary: to } = builder
  const ids = new Map<number, number>()
  const made = (term: number): number => {
    if (from.kind[term] === BLANK) return internAnonymous(to)
    const text = textOf(from, term)
    if (from.kind[term] === IRI) return internString(to, IRI, text)
    const tag = langOf(from, term)
    if (tag !== undefined) return internString(to, LITERAL, text, ID.langString, internLang(to, tag))
    return internString(to, LITERAL, text, id(from.datatype[term]))
  }
  const id = (term: number): number => {
    if (term <= ID.boolean) return term
    const known = ids.get(term)
    if (known !== undefined) return known
    const fresh = made(term)
    ids.set(term, fresh)
    return fresh
  }
  return { builder, id }
}

/** Adds rows of `graph.quads`, each statement once. */
export function copyRows({ quads }: Graph, rows: Iterable<number>, { builder, id }: Copier): void {
  const seen = new Set<string>()
  for (const row of rows) {
    const key = `${quads.subject[row]} ${quads.predicate[row]} ${quads.object[row]}`
    if (seen.has(key)) continue
    seen.add(key)
    builder.add(id(quads.subject[row]), id(quads.predicate[row]), id(quads.object[row]), 0)
  }
}
