// The search tree of a feed: years, months, days, and numbered pages of a full day. A page holds its events itself
// while they fit, and leads on to finer ones when they do not. Which page an event is on never depends on later ones,
// so a page whose time is over never changes.
import type { FeedEntry } from './history.ts'

/** Which of a feed's pages: the root, or a stretch of time in UTC. */
export interface FeedRange {
  /** Parts of the path below the root: `['2026', '05', '17', '2']`. */
  readonly parts: readonly string[]
  /** First instant, and the first one behind; undefined for the root. */
  readonly from?: string
  readonly until?: string
  /** Number of the page within its day, from 1. */
  readonly number?: number
}

/** A link to a finer page, with the bounds of the events behind it. */
export interface FeedBranch {
  readonly parts: readonly string[]
  readonly from: string
  readonly until: string
  /** Whether events at `until` itself are behind it. */
  readonly isUntilIn: boolean
}

export interface FeedNode {
  readonly range: FeedRange
  readonly entries: readonly FeedEntry[]
  readonly branches: readonly FeedBranch[]
  /** Nothing can be added any more. */
  readonly isFinished: boolean
}

/** The stretch of time that a path below the root stands for; undefined for a path that no page can have. */
export function rangeOf(parts: readonly string[]): FeedRange | undefined {
  if (parts.length === 0) return { parts }
  const [year, month = '01', day = '01', number] = parts
  if (parts.length > 4 || !/^\d{4}$/.test(year) || !/^\d\d$/.test(month) || !/^\d\d$/.test(day))
    return undefined
  if (number !== undefined && !/^[1-9]\d*$/.test(number)) return undefined
  const from = new Date(`${year}-${month}-${day}T00:00:00.000Z`)
  if (Number.isNaN(from.getTime()) || from.toISOString().slice(0, 10) !== `${year}-${month}-${day}`)
    return undefined
  const until = new Date(from)
  if (parts.length === 1) until.setUTCFullYear(until.getUTCFullYear() + 1)
  else if (parts.length === 2) until.setUTCMonth(until.getUTCMonth() + 1)
  else until.setUTCDate(until.getUTCDate() + 1)
  return {
    parts,
    from: from.toISOString(),
    until: until.toISOString(),
    ...(number !== undefined && { number: Number(number) }),
  }
}

/** The page of a range. `entries` are all events by sequence number; `size` is how many fit on a page. */
export function nodeOf(entries: readonly FeedEntry[], range: FeedRange, size: number): FeedNode {
  const { parts, from, until, number } = range
  if (from === undefined || until === undefined)
    return { range, entries: [], branches: branchesOf(entries, { range, size }), isFinished: false }
  const inRange = entries.slice(firstFrom(entries, from), firstFrom(entries, until))
  const isOver = entries.length > 0 && entries[entries.length - 1].time >= until
  if (number !== undefined) {
    const own = inRange.slice((number - 1) * size, number * size)
    return {
      range,
      entries: own,
      branches: [],
      isFinished: own.length > 0 && (isOver || inRange.length > number * size),
    }
  }
  const isLeaf = inRange.length <= size
  return {
    range,
    entries: isLeaf ? inRange : [],
    branches: isLeaf
      ? []
      : parts.length === 3
        ? numbered(inRange, range, size)
        : branchesOf(inRange, { range, size }),
    isFinished: isOver,
  }
}

/** Every page below and with the root, the root first. */
export function* allNodes(entries: readonly FeedEntry[], size: number): Generator<FeedNode> {
  const stack: (readonly string[])[] = [[]]
  while (stack.length > 0) {
    const range = rangeOf(stack.pop()!)
    if (!range) continue
    const node = nodeOf(entries, range, size)
    yield node
    for (const { parts } of [...node.branches].reverse()) stack.push(parts)
  }
}

/** One branch for each year, month or day that has events. */
function branchesOf(
  entries: readonly FeedEntry[],
  { range }: { range: FeedRange; size: number },
): readonly FeedBranch[] {
  const depth = range.parts.length
  const length = [4, 7, 10][depth]
  const branches: FeedBranch[] = []
  for (let at = 0; at < entries.length; ) {
    const parts = entries[at].time.slice(0, length).split('-')
    const { from, until } = rangeOf(parts) ?? {}
    if (from === undefined || until === undefined) return branches
    branches.push({ parts, from, until, isUntilIn: false })
    at = firstFrom(entries, until)
  }
  return branches
}

/** The pages of a full day. Events of one transaction have one time, which may not fit on one page. */
function numbered(entries: readonly FeedEntry[], range: FeedRange, size: number): readonly FeedBranch[] {
  const pages = Math.ceil(entries.length / size)
  return Array.from({ length: pages }, (_, i) => {
    const next = entries[(i + 1) * size]
    const lastTime = entries[Math.min((i + 1) * size, entries.length) - 1].time
    const isShared = next !== undefined && next.time === lastTime
    return {
      parts: [...range.parts, String(i + 1)],
      from: i === 0 ? range.from! : entries[i * size].time,
      until: next === undefined ? range.until! : isShared ? lastTime : next.time,
      isUntilIn: isShared,
    }
  })
}

/** Index of the first event at or after a time. */
function firstFrom(entries: readonly FeedEntry[], time: string): number {
  let low = 0
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (entries[middle].time < time) low = middle + 1
    else high = middle
  }
  return low
}
