// Whose turn it is: events wait until no page still to come can have earlier ones.
import type { FeedEvent } from './event.ts'
import { compareTexts, type FeedLink } from './memory.ts'
import { compareVersions } from './order.ts'

/** An event that waits for its turn, and the page it was found by. */
export interface Pending {
  readonly event: FeedEvent
  readonly url: string
}

/** The earliest time that a page not yet read may have: undefined when any, `end` when there is none. */
export function frontierOf(waiting: readonly FeedLink[]): string | undefined | 'end' {
  let least: string | undefined | 'end' = 'end'
  for (const { lower } of waiting) {
    if (lower === undefined) return undefined
    if (least === 'end' || compareTexts(lower, least) < 0) least = lower
  }
  return least
}

/** Hands out, in order, the events that nothing still to come can go before; they leave `pending`. */
export function* ready(pending: Pending[], frontier: string | undefined): Generator<FeedEvent> {
  if (frontier === undefined || pending.length === 0) return
  const isReady = ({ event: { published } }: Pending) =>
    frontier === 'end' || (published !== undefined && compareTexts(published, frontier) < 0)
  const now = pending.filter(isReady).sort((a, b) => compareVersions(a.event, b.event))
  if (now.length === 0) return
  const later = pending.filter((each) => !isReady(each))
  pending.length = 0
  for (const each of later) pending.push(each)
  for (const { event } of now) yield event
}
