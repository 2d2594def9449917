// Which terms of two readings of an edited text are the same. Most stand before or after the edit, where a term's id in
// one is its id in the other, moved by as many as were added: only those between are looked up.
import { type Column, commonHead, commonTail } from './common-ends.ts'
import { ANONYMOUS, type Dictionary, LITERAL, sameNode } from './dictionary.ts'
import type { Graph } from './graph.ts'
import { sameTerm } from './windows/index.ts'

/** The terms of two graphs, side by side; -1 where the other has no such term. */
export interface SameTerms {
  /** Terms below `head` have the same id in both; those from `cut` on are `moved` less in the old graph. */
  readonly head: number
  readonly cut: number
  readonly moved: number
  /** Of the terms of the new graph between, their ids in the old one. */
  readonly between: Int32Array
  readonly was: (term: number) => number
  readonly now: (oldTerm: number) => number
}

/**
 * Aligns the terms of two graphs, exactly. Nameless blank nodes are the same when all before or all behind them is.
 * Undefined when numbers that terms refer to (languages, datatypes) mean something else in the other graph.
 */
export function sameTerms(old: Graph, fresh: Graph): SameTerms | undefined {
  const a = old.dictionary
  const b = fresh.dictionary
  if (a.langs.some((tag, i) => i < b.langs.length && b.langs[i] !== tag)) return undefined
  const least = Math.min(a.count, b.count)
  const columns = (d: Dictionary): Column[] => [d.hash, d.length, d.kind, d.lang, d.datatype]
  const pairs = columns(a).map((column, i) => [column, columns(b)[i]] as const)
  let head = least
  for (const [x, y] of pairs) head = commonHead(x.subarray(0, head), y.subarray(0, head))
  let tail = least - head
  for (const [x, y] of pairs)
    tail = commonTail(x.subarray(a.count - tail, a.count), y.subarray(b.count - tail, b.count))
  const cut = b.count - tail
  if (!sameBytes(a, b, head, tail)) return undefined
  const between = new Int32Array(cut - head)
  for (let term = head; term < cut; term++)
    between[term - head] = b.kind[term] === LITERAL ? sameTerm(fresh, term, old) : sameNode(b, term, a)
  const moved = b.count - a.count
  const back = new Int32Array(a.count - tail - head).fill(-1)
  for (let i = 0; i < between.length; i++) if (between[i] >= 0) back[between[i] - head] = head + i
  const was = (term: number) => (term < head ? term : term >= cut ? term - moved : between[term - head])
  // Literals behind the edit name their datatype by its number.
  for (let term = cut; term < b.count; term++)
    if (b.datatype[term] >= head && was(b.datatype[term]) !== b.datatype[term]) return undefined
  const oldCut = cut - moved
  const now = (term: number) => (term < head ? term : term >= oldCut ? term + moved : back[term - head])
  return { head, cut, moved, between, was, now }
}

/** Terms of the new graph that come before or behind others than in the old one: as few as explain the order. */
export function displacedTerms({ head, between }: SameTerms): readonly number[] {
  const late: number[] = []
  let most = -1
  for (let i = 0; i < between.length; i++) {
    if (between[i] < 0) continue
    if (between[i] < most) late.push(head + i)
    else most = between[i]
  }
  if (late.length === 0) return late
  const early: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (let i = between.length - 1; i >= 0; i--) {
    if (between[i] < 0) continue
    if (between[i] > least) early.push(head + i)
    else least = between[i]
  }
  return late.length < early.length ? late : early
}

/** Equal numbers stand for equal bytes, unless two texts of one length have one hash. */
function sameBytes(a: Dictionary, b: Dictionary, head: number, tail: number): boolean {
  const [x, y] = [arenaAt(a, head), arenaAt(b, head)]
  const [u, v] = [arenaAt(a, a.count - tail), arenaAt(b, b.count - tail)]
  return (
    Buffer.compare(a.arena.subarray(0, x), b.arena.subarray(0, y)) === 0 &&
    Buffer.compare(a.arena.subarray(u, a.arenaEnd), b.arena.subarray(v, b.arenaEnd)) === 0
  )
}

/** Where the bytes of the terms from `term` on begin; terms without bytes tell nothing. */
function arenaAt(d: Dictionary, term: number): number {
  for (let id = term; id < d.count; id++) if (d.length[id] !== ANONYMOUS) return d.start[id]
  return d.arenaEnd
}
