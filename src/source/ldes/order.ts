// The order of events: by time of publishing, then by what the stream says, then by a rule that every reader can follow.

import type { EventKind, FeedEvent } from './event.ts'
import { compareInstants, type FeedInstant, readInstant } from './instant.ts'

/** What the order of an event is made of. */
export type Placed = Pick<FeedEvent, 'member' | 'object' | 'kind' | 'published' | 'sequence'>

/** Where an event stands; plain data. An event without a time happened when it was read: after all that have one. */
export interface Version extends Pick<Placed, 'member' | 'published' | 'sequence'> {
  /** When an event without a time was read. */
  readonly read?: string
}

/**
 * Earlier is negative: by time, then sequence, then the address of the member with runs of digits compared as numbers
 * (`…/9` before `…/10`), so that the order does not hang on how a page was written.
 */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareTimes(a, b) ||
    compareSequences(a.sequence ?? '', b.sequence ?? '') ||
    compareNatural(a.member, b.member)
  )
}

/** By time alone. */
export function compareTimes(a: Pick<Version, 'published'>, b: Pick<Version, 'published'>): number {
  const [left, right] = [instantOf(a), instantOf(b)]
  if (left && right) return compareInstants(left, right)
  return left ? -1 : right ? 1 : 0
}

function instantOf({ published }: Pick<Version, 'published'>): FeedInstant | undefined {
  return published === undefined ? undefined : readInstant(published)
}

/** Numbers as numbers (whole ones of any length), dates as instants, all else as text with its digits as numbers. */
export function compareSequences(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => ({ text, isNumber: NUMBER.test(text), at: readInstant(text) }))
  if (left.isNumber && right.isNumber && !(WHOLE.test(a) && WHOLE.test(b))) return Number(a) - Number(b)
  if (!left.isNumber && left.at && right.at) return compareInstants(left.at, right.at)
  return compareNatural(a, b)
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/
const WHOLE = /^\d+$/

/** As text, but runs of digits as numbers; texts that differ are never equal. */
export function compareNatural(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const isNumber = i % 2 === 1
    const order = isNumber ? compareDigits(left[i], right[i]) : compareText(left[i], right[i])
    if (order !== 0) return order
  }
  return left.length - right.length || compareText(a, b)
}

/** Text, digits, text, digits, … */
function pieces(text: string): readonly string[] {
  return text.split(/(\d+)/)
}

function compareDigits(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return left.length - right.length || compareText(left, right)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const whenNew: Readonly<Record<EventKind, number>> = { create: 0, upsert: 1, update: 2, delete: 3 }
const whenKnown: Readonly<Record<EventKind, number>> = { update: 0, upsert: 1, delete: 2, create: 3 }

/**
 * Events in the order they are to be applied. Those of one object at the same instant, without a sequence to tell them
 * apart, stand in the order in which each makes sense: what is new is created before it is updated or deleted, what is
 * known is deleted before it is created again.
 */
export function inOrder<E extends Placed>(
  events: Iterable<E>,
  isKnown: (object: string) => boolean,
): readonly E[] {
  const known = new Map<string, boolean>()
  const wasKnown = (object: string) => {
    const found = known.get(object) ?? isKnown(object)
    known.set(object, found)
    return found
  }
  const sorted = [...events].sort(compareVersions)
  const out: E[] = []
  for (let begin = 0; begin < sorted.length; ) {
    let end = begin + 1
    while (end < sorted.length && compareTimes(sorted[begin], sorted[end]) === 0) end++
    for (const event of tied(sorted.slice(begin, end), wasKnown)) {
      known.set(event.object, event.kind !== 'delete')
      out.push(event)
    }
    begin = end
  }
  return out
}

/** Puts events of one instant in order: only those of the same object and sequence change places with each other. */
function tied<E extends Placed>(events: readonly E[], wasKnown: (object: string) => boolean): readonly E[] {
  if (events.length === 1) return events
  const groups = new Map<string, E[]>()
  for (const event of events) {
    const key = `${event.sequence ?? ''}\n${event.object}`
    const group = groups.get(key)
    if (group) group.push(event)
    else groups.set(key, [event])
  }
  const state = new Map<string, boolean>()
  return [...groups.values()].flatMap((group) => {
    const { object } = group[0]
    const rank = (state.get(object) ?? wasKnown(object)) ? whenKnown : whenNew
    const placed = group.length === 1 ? group : [...group].sort((a, b) => rank[a.kind] - rank[b.kind])
    state.set(object, placed[placed.length - 1].kind !== 'delete')
    return placed
  })
}
