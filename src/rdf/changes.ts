// What differs between two readings of a text that was edited: which terms are the same, which subjects say something
// else, and where the bytes that stayed are now. Compared exactly; the cost is one look at each term and statement.
import { ANONYMOUS, BLANK, type Dictionary, LITERAL, sameNode } from './dictionary.ts'
import type { Graph } from './graph.ts'
import { sameTerm } from './windows/index.ts'

export interface Changes {
  /** Per term of the new graph its id in the old one, or -1. */
  readonly before: Int32Array
  /** Subjects of the new graph that are new or say something else than before. */
  readonly changed: readonly number[]
  /** Subjects of the old graph, other than blank nodes, that are gone. */
  readonly isGone: boolean
}

/** Compares two graphs. Nameless blank nodes are the same when all before or all behind them is. */
export function changesOf(old: Graph, fresh: Graph): Changes {
  const before = alignTerms(old, fresh)
  const after = new Int32Array(old.dictionary.count).fill(-1)
  for (let term = 0; term < before.length; term++) if (before[term] >= 0) after[before[term]] = term
  const changed: number[] = []
  const { offset } = fresh.out
  for (let term = 0; term < before.length; term++)
    if (offset[term] < offset[term + 1] && !sameStatements(old, fresh, { term, before })) changed.push(term)
  let isGone = false
  for (let term = 0; term < after.length && !isGone; term++) {
    if (old.out.offset[term] === old.out.offset[term + 1] || old.dictionary.kind[term] === BLANK) continue
    const now = after[term]
    isGone = now < 0 || offset[now] === offset[now + 1]
  }
  return { before, changed, isGone }
}

function alignTerms(old: Graph, fresh: Graph): Int32Array {
  const a = old.dictionary
  const b = fresh.dictionary
  const before = new Int32Array(b.count).fill(-1)
  const least = Math.min(a.count, b.count)
  let head = 0
  while (head < least && isLike(a, head, b, head)) before[head] = head++
  let tail = 0
  while (tail < least - head && isLike(a, a.count - 1 - tail, b, b.count - 1 - tail)) {
    tail++
    before[b.count - tail] = a.count - tail
  }
  for (let term = head; term < b.count - tail; term++) {
    if (b.kind[term] === LITERAL) before[term] = sameTerm(fresh, term, old)
    else before[term] = sameNode(b, term, a)
  }
  return before
}

/** The same term, as far as kind, length and hash tell, and for sure by its bytes. */
function isLike(a: Dictionary, x: number, b: Dictionary, y: number): boolean {
  if (a.kind[x] !== b.kind[y] || a.length[x] !== b.length[y]) return false
  if (a.length[x] === ANONYMOUS) return true
  if (a.hash[x] !== b.hash[y] || a.datatype[x] !== b.datatype[y] || a.lang[x] !== b.lang[y]) return false
  let i = a.start[x]
  let k = b.start[y]
  for (const end = i + a.length[x]; i < end; i++, k++) if (a.arena[i] !== b.arena[k]) return false
  return true
}

interface Subject {
  /** In the new graph. */
  readonly term: number
  readonly before: Int32Array
}

/** Whether a subject has the same statements in both graphs, of the properties given or of all. */
export function sameStatements(
  old: Graph,
  fresh: Graph,
  { term, before }: Subject,
  counts?: (property: number) => boolean,
): boolean {
  const was = before[term]
  if (was < 0) return false
  const { offset, predicate, value } = fresh.out
  const rows: string[] = []
  let isInOrder = !counts && offset[term + 1] - offset[term] === old.out.offset[was + 1] - old.out.offset[was]
  let other = old.out.offset[was]
  for (let row = offset[term]; row < offset[term + 1] && isInOrder; row++, other++)
    isInOrder =
      before[predicate[row]] === old.out.predicate[other] && before[value[row]] === old.out.value[other]
  if (isInOrder) return true
  if (!counts && offset[term + 1] - offset[term] !== old.out.offset[was + 1] - old.out.offset[was])
    return false
  for (let row = offset[term]; row < offset[term + 1]; row++)
    if (!counts || counts(predicate[row])) rows.push(`${before[predicate[row]]} ${before[value[row]]}`)
  const known = new Set(rows)
  let found = 0
  const ofOld = new Map<number, boolean>()
  for (let row = old.out.offset[was]; row < old.out.offset[was + 1]; row++) {
    const property = old.out.predicate[row]
    if (counts) {
      let is = ofOld.get(property)
      if (is === undefined) {
        const now = before.indexOf(property)
        ofOld.set(property, (is = now < 0 || counts(now)))
      }
      if (!is) continue
    }
    if (!known.has(`${property} ${old.out.value[row]}`)) return false
    found++
  }
  return found === rows.length
}

/** The bytes at the beginning and at the end that two texts have in common. */
export function commonEnds(a: Uint8Array, b: Uint8Array): { readonly head: number; readonly tail: number } {
  const least = Math.min(a.length, b.length)
  const head = run(least, (from, to) => Buffer.compare(a.subarray(from, to), b.subarray(from, to)) === 0)
  const tail = run(least - head, (from, to) => {
    const x = a.subarray(a.length - to, a.length - from)
    return Buffer.compare(x, b.subarray(b.length - to, b.length - from)) === 0
  })
  return { head, tail }
}

const STRIDE = 1 << 16

/** How far `isEqual` holds from 0 on, by strides and then by halving. */
function run(length: number, isEqual: (from: number, to: number) => boolean): number {
  let at = 0
  while (at < length && isEqual(at, Math.min(at + STRIDE, length))) at = Math.min(at + STRIDE, length)
  let step = Math.min(STRIDE, length - at)
  while (step > 0) {
    if (at + step <= length && isEqual(at, at + step)) at += step
    else step >>= 1
  }
  return at
}
