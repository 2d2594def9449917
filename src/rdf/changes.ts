// What differs between two readings of a text that was edited: which terms are the same, and which subjects say something
// else. Compared exactly; the cost is one look at each statement, and at each term where it is stored.
import { commonHead, commonTail } from './common-ends.ts'
import { BLANK } from './dictionary.ts'
import type { Graph, Quads } from './graph.ts'
import { displacedTerms, type SameTerms, sameTerms } from './same-terms.ts'

export interface Changes {
  readonly terms: SameTerms
  /** Subjects of the new graph that are new or say something else than before. */
  readonly changed: readonly number[]
  /** Whether nothing is said any more about a subject of the old graph, other than a blank node that is gone with it. */
  readonly isGone: boolean
}

/** Where places of an edited text are. */
export interface Moved {
  /** A place of the old text in the new one; -1 in the part that was edited. */
  readonly to: (at: number) => number
  /** Whether a place of the new text is in the part that was edited. */
  readonly isEdited: (at: number) => boolean
}

/**
 * Compares two graphs; undefined when their terms cannot be told to be the same, or when subjects have changed places.
 * With `moved` a subject has changed too when it says the same in other places.
 */
export function changesOf(old: Graph, fresh: Graph, moved?: Moved): Changes | undefined {
  const terms = sameTerms(old, fresh)
  if (!terms) return undefined
  const { head, tail } = sameRows(old, fresh, terms)
  const touched = new Set(fresh.quads.subject.subarray(head, fresh.quads.count - tail))
  let isGone = false
  for (const subject of new Set(old.quads.subject.subarray(head, old.quads.count - tail))) {
    const now = terms.now(subject)
    if (now >= 0 && isSubject(fresh, now)) touched.add(now)
    // Who led to a blank node that is nowhere has changed; one that is still led to is missed.
    else if (now >= 0 || old.dictionary.kind[subject] !== BLANK) isGone = true
  }
  if (moved) for (const term of placedAnew(old, fresh, { terms, moved })) touched.add(term)
  const displaced = displacedTerms(terms)
  if (displaced.some((term) => isSubject(fresh, term))) return undefined
  const leading = subjectsOf(fresh, displaced)
  if (!leading || (moved && !keepOrder(old, fresh, { touched, terms, moved }))) return undefined
  for (const subject of leading) touched.add(subject)
  const isSame = (term: number) =>
    sameStatements(old, fresh, { term, terms }) &&
    (!moved || samePlaces(old, fresh, { term, was: terms.was(term), moved }))
  return { terms, changed: [...touched].filter((term) => !isSame(term)), isGone }
}

function isSubject({ out }: Graph, term: number): boolean {
  return out.offset[term] < out.offset[term + 1]
}

/** The subjects that lead to one of `terms`; undefined when one of them is a property. */
function subjectsOf({ dictionary, quads }: Graph, terms: readonly number[]): Set<number> | undefined {
  const found = new Set<number>()
  if (terms.length === 0) return found
  const marks = new Uint8Array(dictionary.count)
  for (const term of terms) marks[term] = 1
  const { subject, predicate, object, count } = quads
  for (let row = 0; row < count; row++) {
    if (marks[predicate[row]] === 1) return undefined
    if (marks[object[row]] === 1) found.add(subject[row])
  }
  return found
}

interface Moving {
  readonly terms: SameTerms
  readonly moved: Moved
}

/** Subjects that begin elsewhere: in RDF/XML a place can be written where nothing is said. */
function placedAnew(old: Graph, fresh: Graph, { terms, moved }: Moving): number[] {
  const found: number[] = []
  for (let term = 0; term < fresh.dictionary.count; term++) {
    if (fresh.subjectAt[term] === 0) continue
    const was = terms.was(term)
    if (was >= 0 && isSubject(fresh, term) && moved.to(old.subjectAt[was] - 1) !== fresh.subjectAt[term] - 1)
      found.push(term)
  }
  return found
}

interface Places extends Moving {
  readonly touched: ReadonlySet<number>
}

/** Whether subjects stand in the order they stood in: what comes first of two is told of otherwise than the second. */
function keepOrder(old: Graph, fresh: Graph, { touched, terms, moved }: Places): boolean {
  const edited: { readonly before: number; readonly after: number }[] = []
  for (const term of touched) {
    const was = terms.was(term)
    if (was < 0 || !isSubject(old, was)) continue
    const [before, after] = [old.subjectAt[was] - 1, fresh.subjectAt[term] - 1]
    const to = moved.to(before)
    if (to === after) continue
    if (to !== -1 || !moved.isEdited(after)) return false
    edited.push({ before, after })
  }
  edited.sort((a, b) => a.before - b.before)
  return edited.every(({ after }, i) => i === 0 || edited[i - 1].after < after)
}

interface Placing {
  readonly term: number
  readonly was: number
  readonly moved: Moved
}

/** Whether the statements of a subject, which are the same, stand where they stood. */
function samePlaces(old: Graph, fresh: Graph, { term, was, moved }: Placing): boolean {
  if (moved.to(old.subjectAt[was] - 1) !== fresh.subjectAt[term] - 1) return false
  const begin = old.out.offset[was]
  const shift = fresh.out.offset[term] - begin
  for (let row = begin; row < old.out.offset[was + 1]; row++)
    if (moved.to(old.out.at[row]) !== fresh.out.at[row + shift]) return false
  return true
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

/** Which statements count, by the property and the kind of the value. */
export type Counts = (property: number, kind: number) => boolean

/** Whether a subject has the same statements in both graphs, of those that count, and in the same order of terms. */
export function sameStatements(
  old: Graph,
  fresh: Graph,
  { term, terms }: Subject,
  counts: Counts = () => true,
): boolean {
  const subject = terms.was(term)
  if (subject < 0) return false
  const [a, b] = [old.out, fresh.out]
  const end = a.offset[subject + 1]
  let row = a.offset[subject]
  const next = () => {
    for (; row < end; row++) {
      const now = terms.now(a.predicate[row])
      // A property that is gone is not known not to count.
      if (now < 0 || counts(now, old.dictionary.kind[a.value[row]])) return
    }
  }
  for (let i = b.offset[term]; i < b.offset[term + 1]; i++) {
    if (!counts(b.predicate[i], fresh.dictionary.kind[b.value[i]])) continue
    next()
    if (row === end) return false
    if (a.predicate[row] !== terms.was(b.predicate[i]) || a.value[row] !== terms.was(b.value[i])) return false
    row++
  }
  next()
  return row === end
}
