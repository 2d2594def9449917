// What leads to some nodes, found without the inverse index: one run over the statements, for those who ask once.
import { ID } from './dictionary.ts'
import type { Graph } from './graph.ts'

/** The statements (rows of `graph.quads`, in document order) whose object is one of `terms`. */
export function rowsLeadingTo({ dictionary, quads }: Graph, terms: Iterable<number>): readonly number[] {
  const marks = new Uint8Array(dictionary.count)
  let wanted = 0
  for (const term of terms) {
    marks[term] = 1
    wanted++
  }
  const rows: number[] = []
  if (wanted === 0) return rows
  const { object, count } = quads
  for (let row = 0; row < count; row++) if (marks[object[row]] === 1) rows.push(row)
  return rows
}

/** Those of `terms` that just one statement leads to, but for statements that call them a class. */
export function onlyLedToOnce({ dictionary, quads }: Graph, terms: readonly number[]): number[] {
  if (terms.length === 0) return []
  const ASKED = 1
  const ONCE = 2
  const marks = new Uint8Array(dictionary.count)
  for (const term of terms) marks[term] = ASKED
  const first = new Map<number, number>()
  const { subject, predicate, object, count } = quads
  for (let row = 0; row < count; row++) {
    const mark = marks[object[row]]
    if (mark === 0 || predicate[row] === ID.type) continue
    if (mark === ASKED) {
      marks[object[row]] = ONCE
      first.set(object[row], row)
      continue
    }
    // The same statement may be written twice.
    const known = first.get(object[row])!
    if (subject[row] !== subject[known] || predicate[row] !== predicate[known]) marks[object[row]] = 0
  }
  return terms.filter((term) => marks[term] === ONCE)
}
