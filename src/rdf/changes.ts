// What differs between two readings of a text that was edited: which terms are the same, and which subjects say something
// else. Compared exactly; the cost is one look at each statement, and at each term where it is stored.
import { commonHead, commonTail } from './common-ends.ts'
import { BLANK } from './dictionary.ts'
import type { Graph, Quads } from './graph.ts'
import { type SameTerms, sameTerms } from './same-terms.ts'

export interface Changes {
  readonly terms: SameTerms
  /** Subjects of the new graph that are new or say something else than before. */
  readonly changed: readonly number[]
  /** Whether a subject of the old graph, other than a blank node, is gone. */
  readonly isGone: boolean
}

/** Compares two graphs; undefined when their terms cannot be told to be the same. */
export function changesOf(old: Graph, fresh: Graph): Changes | undefined {
  const terms = sameTerms(old, fresh)
  if (!terms) return undefined
  const { head, tail } = sameRows(old, fresh, terms)
  const touched = new Set(fresh.quads.subject.subarray(head, fresh.quads.count - tail))
  let isGone = false
  for (const subject of new Set(old.quads.subject.subarray(head, old.quads.count - tail))) {
    const now = terms.now(subject)
    if (now >= 0 && fresh.out.offset[now] < fresh.out.offset[now + 1]) touched.add(now)
    else if (old.dictionary.kind[subject] !== BLANK) isGone = true
  }
  const changed = [...touched].filter((term) => !sameStatements(old, fresh, { term, terms }))
  return { terms, changed, isGone }
}

/** How many statements at the beginning and at the end of both graphs are the same, in the order they are written. */
function sameRows(old: Graph, fresh: Graph, terms: SameTerms) {
  const [a, b] = [old.quads, fresh.quads]
  const least = Math.min(a.count, b.count)
  // Where no term has moved, equal numbers are equal terms.
  const isStill = terms.moved === 0
  const quick = isStill ? equalHead([a, b], terms, least) : 0
  const head = quick + sameRun([a, b], terms, { x: quick, y: quick, step: 1, limit: least - quick })
  const limit = least - head
  const from = { x: a.count - 1, y: b.count - 1 }
  const known = isStill ? equalTail([a, b], terms, limit) : 0
  const rest = { x: from.x - known, y: from.y - known, step: -1, limit: limit - known }
  return { head, tail: known + sameRun([a, b], terms, rest) }
}

const COLUMNS = ['subject', 'predicate', 'object'] as const
/** With more numbers than this that mean something else, each is looked at one by one. */
const FEW = 4

/** Numbers that stand for another term in the new graph than in the old one, when these are few. */
function strangers({ head, cut, between }: SameTerms): readonly number[] | undefined {
  const found: number[] = []
  for (let term = head; term < cut && found.length <= FEW; term++)
    if (between[term - head] !== term) found.push(term)
  return found.length > FEW ? undefined : found
}

/** How many statements at the beginning are equal numbers that mean the same, in graphs in which no term has moved. */
function equalHead([a, b]: readonly [Quads, Quads], terms: SameTerms, least: number): number {
  const strange = strangers(terms)
  if (!strange) return 0
  let head = least
  for (const name of COLUMNS) {
    head = commonHead(a[name].subarray(0, head), b[name].subarray(0, head))
    for (const term of strange) {
      const at = b[name].subarray(0, head).indexOf(term)
      if (at >= 0) head = at
    }
  }
  return head
}

/** And at the end. */
function equalTail([a, b]: readonly [Quads, Quads], terms: SameTerms, limit: number): number {
  const strange = strangers(terms)
  if (!strange) return 0
  let tail = limit
  for (const name of COLUMNS) {
    const [x, y] = [a[name].subarray(a.count - tail, a.count), b[name].subarray(b.count - tail, b.count)]
    tail = commonTail(x, y)
    for (const term of strange) {
      const at = b[name].subarray(b.count - tail, b.count).lastIndexOf(term)
      if (at >= 0) tail -= at + 1
    }
  }
  return tail
}

/** One run over millions of statements: what `was` tells is written out, which is four times as fast. */
function sameRun(
  [a, b]: readonly [Quads, Quads],
  { head, cut, moved, between }: SameTerms,
  { x, y, step, limit }: { x: number; y: number; readonly step: number; readonly limit: number },
): number {
  const [s, p, o] = [b.subject, b.predicate, b.object]
  for (let done = 0; done < limit; done++, x += step, y += step) {
    const object = o[y]
    const wasObject = object < head ? object : object >= cut ? object - moved : between[object - head]
    if (wasObject !== a.object[x]) return done
    const subject = s[y]
    const wasSubject = subject < head ? subject : subject >= cut ? subject - moved : between[subject - head]
    if (wasSubject !== a.subject[x]) return done
    const predicate = p[y]
    const wasIt =
      predicate < head ? predicate : predicate >= cut ? predicate - moved : between[predicate - head]
    if (wasIt !== a.predicate[x]) return done
  }
  return limit
}

interface Subject {
  /** In the new graph. */
  readonly term: number
  readonly terms: SameTerms
}

/** Whether a subject has the same statements in both graphs, of the properties given or of all. */
export function sameStatements(
  old: Graph,
  fresh: Graph,
  { term, terms }: Subject,
  counts: (property: number) => boolean = () => true,
): boolean {
  const subject = terms.was(term)
  if (subject < 0) return false
  const rows = new Set<string>()
  for (let row = fresh.out.offset[term]; row < fresh.out.offset[term + 1]; row++) {
    const property = fresh.out.predicate[row]
    if (counts(property)) rows.add(`${terms.was(property)} ${terms.was(fresh.out.value[row])}`)
  }
  let found = 0
  for (let row = old.out.offset[subject]; row < old.out.offset[subject + 1]; row++) {
    const property = old.out.predicate[row]
    const now = terms.now(property)
    // A property that is gone is not known not to count.
    if (now >= 0 && !counts(now)) continue
    if (!rows.has(`${property} ${old.out.value[row]}`)) return false
    found++
  }
  return found === rows.size
}
