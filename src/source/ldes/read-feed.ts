// Reads a feed: every page that may have news, each member once, in order of time when that is asked for. It applies
// nothing and keeps nothing; what must be remembered for the next time is handed out at the end.
import { isGrunddataError } from '../../errors.ts'
import type { FeedContext } from './context.ts'
import { begin, type Crawl, enqueue, failures, take } from './crawl.ts'
import { noRoot, tooManyPages } from './endings.ts'
import { noteOf } from './faults.ts'
import { type Fetched, fetchPage } from './fetch-page.ts'
import { type FeedLink, type FeedMemory, isPast } from './memory.ts'
import { openPageJournal, type PageJournal } from './page-journal.ts'
import type { FeedItem, FeedOptions } from './reading.ts'
import { mayHaveMissed } from './retention.ts'
import { settle } from './settle.ts'
import { settleTransactions } from './transactions.ts'
import { frontierOf, type Pending, ready } from './turn.ts'

const MOST_PAGES = 100_000

/** Never throws for what a server does. */
export async function* readFeed(options: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
  const now = options.now ?? Date.now
  const { memory } = options
  const nothing = { requests: 0, pages: 0, kept: 0, unchanged: 0, gone: 0, bytes: 0, events: 0, faults: 0 }
  if (
    memory &&
    !memory.isPartial &&
    !options.isForced &&
    now() < memory.readAt + (memory.context.pollingIntervalS ?? 0) * 1000
  ) {
    yield { kind: 'note', note: noteOf('not-due', { page: memory.root }) }
    yield { kind: 'end', memory, statistics: nothing, isRead: false, mayHaveMissed: false }
    return
  }
  const state = begin(options, now)
  const pending: Pending[] = []
  try {
    yield* crawl(state, pending, options.journal && (await openPageJournal(options.journal)))
    yield* finish(state)
  } catch (error) {
    // A journal that cannot be written is nothing that the feed is to blame for.
    if (!isGrunddataError(error) || /^(STORE|OUTPUT)_/.test(error.code)) throw error
    const failure = failures.get(error)
    const soFar = options.order === 'none' ? undefined : partial(state, pending)
    yield { kind: 'failure', error, ...(failure && { failure }), ...(soFar && { memory: soFar }) }
  }
}

type UnderWay = Map<string, Promise<{ readonly link: FeedLink; readonly fetched: Fetched }>>

async function* crawl(
  state: Crawl,
  pending: Pending[],
  journal: PageJournal | undefined,
): AsyncGenerator<FeedItem, void, undefined> {
  const underWay: UnderWay = new Map()
  const isOrdered = state.options.order !== 'none'
  let ending: { readonly error: unknown } | undefined
  while ((state.queue.length > 0 && !ending) || underWay.size > 0) {
    try {
      // The root tells how the rest is to be read, so nothing is asked beside it.
      const most = state.context ? (state.options.concurrency ?? 4) : 1
      while (state.queue.length > 0 && !ending && underWay.size < most)
        start(state, state.queue.shift()!, { underWay, journal })
    } catch (error) {
      ending ??= { error }
    }
    if (underWay.size > 0) {
      const { link, fetched } = await Promise.race(underWay.values())
      underWay.delete(link.url)
      try {
        for (const item of take(state, link, fetched))
          if (item.kind === 'event' && isOrdered) pending.push({ event: item.event, url: link.url })
          else yield item
        if (fetched.kind === 'page' && !fetched.isKept)
          await journal?.keep(link, fetched.exchange, {
            page: state.pages.get(link.url),
            newest: state.newest,
          })
      } catch (error) {
        // What has been asked for is still taken and kept, so that it need not be asked for again.
        ending ??= { error }
      }
    }
    if (!isOrdered || ending) continue
    const asked = [...underWay.keys()].map((url) => state.via.get(url)!)
    for (const event of ready(pending, frontierOf([...state.queue, ...asked]))) yield { kind: 'event', event }
  }
  if (ending) throw ending.error
  for (const event of ready(pending, 'end')) yield { kind: 'event', event }
}

/** What to remember when the reading broke off: what was handed out, and no page with members that were not. */
function partial(state: Crawl, pending: readonly Pending[]): FeedMemory | undefined {
  if (!state.context) return undefined
  for (const { event } of pending) state.seen.remove(event.member)
  for (const { url } of pending) state.pages.delete(url)
  const pages = { ...state.old, ...Object.fromEntries(state.pages) }
  for (const { url } of pending) delete pages[url]
  const { memory } = state.options
  return {
    ...memoryOf(state, state.context, pages),
    readAt: memory?.readAt ?? state.startedAt,
    isPartial: true,
  }
}

function memoryOf(state: Crawl, context: FeedContext, pages: FeedMemory['pages']): FeedMemory {
  return {
    version: 2,
    root: state.root,
    context,
    pages,
    ...(state.held.length > 0 && { held: [...state.held] }),
    seen: state.seen.write(),
    ...(state.newest !== undefined && { newest: state.newest }),
    readAt: state.startedAt,
  }
}

function* finish(state: Crawl): Generator<FeedItem> {
  const { memory } = state.options
  const { context, startedAt } = state
  if (!context) throw noRoot()
  for (const [url, page] of state.pages)
    if (!page.isFinished && isPast(state.via.get(url), state.newest))
      state.pages.set(url, { ...page, isFinished: true })
  const { events, faults, notes, held } = settleTransactions(state.held)
  state.held.splice(0, Number.POSITIVE_INFINITY, ...held)
  state.statistics.faults += faults.length
  for (const event of events) yield { kind: 'event', event }
  for (const fault of faults) yield { kind: 'fault', fault }
  for (const note of notes) yield { kind: 'note', note }
  if (context.transaction && !context.transaction.finalized)
    yield { kind: 'note', note: noteOf('transaction-endless', { page: state.root }) }
  if (state.statistics.kept > 0)
    yield {
      kind: 'note',
      note: noteOf('resumed', { page: state.root, value: String(state.statistics.kept) }),
    }
  const isMissed =
    memory !== undefined && mayHaveMissed(context.retention, { lastReadMs: memory.readAt, nowMs: startedAt })
  if (isMissed) yield { kind: 'note', note: noteOf('may-have-missed', { page: state.root }) }
  yield {
    kind: 'end',
    memory: memoryOf(state, context, settle(state.root, state.pages)),
    statistics: state.statistics,
    isRead: true,
    mayHaveMissed: isMissed,
  }
}

/** Begins to fetch a page, or goes on behind it when it need not be asked for. */
function start(
  state: Crawl,
  link: FeedLink,
  { underWay, journal }: { readonly underWay: UnderWay; readonly journal: PageJournal | undefined },
): void {
  const { [link.url]: known } = state.old
  const isFresh = !state.options.isForced && known?.freshUntil !== undefined && state.now() < known.freshUntil
  if (known && (known.isFinished || isFresh)) {
    state.pages.set(link.url, known)
    for (const next of known.links) enqueue(state, next)
    return
  }
  if (state.taken >= (state.options.maxPages ?? MOST_PAGES))
    throw tooManyPages(state.root, state.options.maxPages ?? MOST_PAGES)
  state.taken++
  underWay.set(
    link.url,
    fetchPage(link.url, known, state.options, journal).then((fetched) => ({ link, fetched })),
  )
}
