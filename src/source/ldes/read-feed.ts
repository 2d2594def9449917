// Reads a feed: every page that may have news, each member once, in order of time when that is asked for. It applies
// nothing and keeps nothing; what must be remembered for the next time is handed out at the end.
import { type GrunddataError, isGrunddataError } from '../../errors.ts'
import type { FetchFailure } from '../http/index.ts'
import type { Journal } from '../journal.ts'
import { type FeedContext, readContext } from './context.ts'
import { circle, noRoot, rootGone, tooManyPages } from './endings.ts'
import { findEntry } from './entry.ts'
import { type FeedEvent, iriOf, readMembers } from './event.ts'
import { type FeedFault, type FeedNote, noteOf } from './faults.ts'
import { type Fetched, fetchPage, freshness, type PageSource } from './fetch-page.ts'
import { compareTexts, type FeedLink, type FeedMemory, isPast, linksOf, type PageMemory } from './memory.ts'
import { readPage } from './page.ts'
import { openPageJournal, type PageJournal } from './page-journal.ts'
import { mayHaveMissed } from './retention.ts'
import { createSeen, type Seen } from './seen.ts'
import { settle } from './settle.ts'
import { type HeldMember, heldOf, settleTransactions } from './transactions.ts'
import { frontierOf, type Pending, ready } from './turn.ts'

export interface FeedOptions extends PageSource {
  /** Address of the stream or of a view. */
  readonly address: string
  /** What the last reading handed out; absent: everything is new. */
  readonly memory?: FeedMemory
  /**
   * `ascending` (default) hands events out by time; `none` as pages come. Those of a transaction come together, at the
   * end of the reading that saw it finished.
   */
  readonly order?: 'ascending' | 'none'
  /** Asks also before the polling interval and the pages' freshness have passed. */
  readonly isForced?: boolean
  /** Pages asked for at a time (4); the client's manners towards a host come before it. */
  readonly concurrency?: number
  /**
   * Keeps pages as they come, and gives those of a reading that broke off. Clear it together with keeping what this
   * one hands out at its end.
   */
  readonly journal?: Journal
  /** Most pages of one reading, kept ones too (100 000). */
  readonly maxPages?: number
  readonly now?: () => number
}

export interface FeedStatistics {
  readonly requests: number
  readonly pages: number
  /** Of the pages: those that a reading that broke off had fetched. */
  readonly kept: number
  readonly unchanged: number
  readonly gone: number
  readonly bytes: number
  readonly events: number
  readonly faults: number
}

export type FeedItem =
  | { readonly kind: 'event'; readonly event: FeedEvent }
  /** A member that cannot be understood; it is not handed out again. */
  | { readonly kind: 'fault'; readonly fault: FeedFault }
  | { readonly kind: 'note'; readonly note: FeedNote }
  /**
   * Nothing more comes. In ascending order the events so far are all there are up to some time: whoever applies them
   * may go on from `memory`. Without order only a finished reading may be applied.
   */
  | {
      readonly kind: 'failure'
      readonly error: GrunddataError
      readonly failure?: FetchFailure
      readonly memory?: FeedMemory
    }
  /** Everything was seen: the last item of a reading that succeeded. */
  | {
      readonly kind: 'end'
      readonly memory: FeedMemory
      readonly statistics: FeedStatistics
      /** False when the feed was not asked, since it did not want to be yet. */
      readonly isRead: boolean
      /** True when events since the last reading may be gone from the feed: then its state is to be read anew. */
      readonly mayHaveMissed: boolean
    }

const MOST_PAGES = 100_000
/** The same page under so many addresses, each leading on, is a circle that never closes. */
const MOST_REPEATS = 50

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
    if (!isGrunddataError(error)) throw error
    const failure = failures.get(error)
    const soFar = options.order === 'none' ? undefined : partial(state, pending)
    yield { kind: 'failure', error, ...(failure && { failure }), ...(soFar && { memory: soFar }) }
  }
}

/** The failed question behind an error that ends a reading. */
const failures = new WeakMap<GrunddataError, FetchFailure>()

type UnderWay = Map<string, Promise<{ readonly link: FeedLink; readonly fetched: Fetched }>>

/** One reading under way. */
interface Crawl {
  readonly options: FeedOptions
  readonly now: () => number
  readonly startedAt: number
  readonly old: FeedMemory['pages']
  readonly pages: Map<string, PageMemory>
  readonly via: Map<string, FeedLink>
  readonly queue: FeedLink[]
  readonly seen: Seen
  /** Members of transactions, until it is known whether they are finished. */
  readonly held: HeldMember[]
  readonly repeats: Map<string, number>
  readonly statistics: { -readonly [name in keyof FeedStatistics]: number }
  /** Pages asked for, or taken from the journal. */
  taken: number
  root: string
  context: FeedContext | undefined
  newest: string | undefined
}

function begin(options: FeedOptions, now: () => number): Crawl {
  const { memory } = options
  const root = (memory?.root ?? options.address).replace(/#.*$/, '')
  const statistics = { requests: 0, pages: 0, kept: 0, unchanged: 0, gone: 0, bytes: 0, events: 0, faults: 0 }
  const ask: FeedOptions['client']['ask'] = (...question) => {
    statistics.requests++
    return options.client.ask(...question)
  }
  const state: Crawl = {
    options: { ...options, client: { ask } },
    now,
    startedAt: now(),
    old: memory?.pages ?? {},
    pages: new Map(),
    via: new Map(),
    queue: [],
    seen: createSeen(memory?.seen),
    held: [...(memory?.held ?? [])],
    repeats: new Map(),
    statistics,
    taken: 0,
    root,
    context: memory?.context,
    newest: memory?.newest,
  }
  enqueue(state, { url: root })
  return state
}

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
    version: 1,
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

/** Puts a page into the queue, the earliest first; a page that is known is never asked for twice. */
function enqueue(state: Crawl, link: FeedLink): void {
  if (state.via.has(link.url)) return
  state.via.set(link.url, link)
  const { queue } = state
  let low = 0
  for (let high = queue.length; low < high; ) {
    const middle = (low + high) >>> 1
    if (compareTexts(queue[middle].lower ?? '', link.lower ?? '') <= 0) low = middle + 1
    else high = middle
  }
  queue.splice(low, 0, link)
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

/** Takes in what came of asking for a page. Throws when the reading is over. */
function* take(state: Crawl, link: FeedLink, fetched: Fetched): Generator<FeedItem> {
  const { statistics } = state
  const isRoot = link.url === state.root
  if (fetched.kind === 'failure' || (fetched.kind === 'gone' && isRoot)) {
    const error = fetched.kind === 'failure' ? fetched.error : rootGone(link.url)
    if (fetched.kind === 'failure' && fetched.failure) failures.set(error, fetched.failure)
    throw error
  }
  if (fetched.kind === 'gone') {
    statistics.gone++
    state.pages.set(link.url, { links: [], isFinished: true })
    yield { kind: 'note', note: noteOf('page-gone', { page: link.url }) }
    return
  }
  if (fetched.kind === 'page' && fetched.isKept) statistics.kept++
  else statistics.bytes += fetched.exchange.body.byteLength
  if (fetched.kind === 'unchanged') {
    statistics.unchanged++
    const known = { ...state.old[link.url] }
    const { isImmutable, freshUntil } = freshness(fetched.exchange)
    state.pages.set(link.url, {
      ...known,
      ...(isImmutable && !isRoot && { isFinished: true }),
      ...(freshUntil !== undefined && { freshUntil }),
    })
    for (const next of known.links) enqueue(state, next)
    return
  }
  statistics.pages++
  yield* takePage(state, link, fetched)
}

function* takePage(state: Crawl, link: FeedLink, fetched: Fetched & { kind: 'page' }): Generator<FeedItem> {
  const { exchange, graph, hash } = fetched
  const given = link.url === state.root ? [state.options.address] : []
  const addresses = [...new Set([link.url, exchange.url.replace(/#.*$/, ''), exchange.url])]
  const page = readPage(graph, addresses)
  if (!state.context || link.url === state.root) {
    const entry = state.context
      ? ({ stream: state.context.stream, isRoot: true } as const)
      : findEntry(page, [...given, ...addresses])
    const views = entry.isRoot ? addresses : [entry.root]
    state.context = readContext(page.control, {
      stream: entry.stream,
      views,
      ...(state.context && { before: state.context }),
    })
    if (!entry.isRoot) {
      const root = entry.root.replace(/#.*$/, '')
      if (!addresses.includes(root)) {
        state.root = root
        enqueue(state, { url: root })
        return
      }
    }
  }
  const { context } = state
  const links = linksOf(page, context)
  guardCircles(state, hash, links, link.url)
  const { isImmutable, freshUntil } = freshness(exchange)
  const { etag, 'last-modified': lastModified } = exchange.headers
  state.pages.set(link.url, {
    links,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    // A root that never changed again would be a feed without news: there a header alone is not believed.
    ...((page.isImmutable || (isImmutable && link.url !== state.root)) && { isFinished: true }),
    ...(freshUntil !== undefined && { freshUntil }),
  })
  for (const next of links) enqueue(state, next)
  const read = new Date(exchange.retrievedAt).toISOString()
  for (const member of readMembers(page, context, exchange.url)) {
    if (!state.seen.add(iriOf(member))) continue
    const { added } = member
    if (added !== undefined && (state.newest === undefined || compareTexts(added, state.newest) > 0))
      state.newest = added
    const dated =
      'event' in member && member.event.published === undefined
        ? { ...member, event: { ...member.event, read } }
        : member
    state.held.push(...heldOf(dated, exchange.url))
    if ('fault' in dated) {
      state.statistics.faults++
      yield { kind: 'fault', fault: dated.fault }
    } else if ('event' in dated) {
      state.statistics.events++
      for (const note of dated.notes) yield { kind: 'note', note }
      if (dated.transactions.length === 0) yield { kind: 'event', event: dated.event }
    }
  }
}

function guardCircles(state: Crawl, hash: string, links: readonly FeedLink[], url: string): void {
  if (!links.some((link) => !state.via.has(link.url))) return
  const times = (state.repeats.get(hash) ?? 0) + 1
  state.repeats.set(hash, times)
  if (times > MOST_REPEATS) throw circle(url, times)
}
