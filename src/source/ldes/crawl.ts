// A reading under way: where it has been, what it knows, and what each page adds to it.
import type { GrunddataError } from '../../errors.ts'
import type { FetchFailure } from '../http/index.ts'
import { type FeedContext, readContext } from './context.ts'
import { circle, rootGone } from './endings.ts'
import { findEntry } from './entry.ts'
import { iriOf, readMembers } from './event.ts'
import { noteOf } from './faults.ts'
import { type Fetched, freshness } from './fetch-page.ts'
import { compareTexts, type FeedLink, type FeedMemory, linksOf, type PageMemory } from './memory.ts'
import { readPage } from './page.ts'
import type { FeedItem, FeedOptions, FeedStatistics } from './reading.ts'
import { createSeen, type Seen } from './seen.ts'
import { type HeldMember, heldOf } from './transactions.ts'

/** The same page under so many addresses, each leading on, is a circle that never closes. */
const MOST_REPEATS = 50

/** The failed question behind an error that ends a reading. */
export const failures = new WeakMap<GrunddataError, FetchFailure>()

/** One reading under way. */
export interface Crawl {
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

export function begin(options: FeedOptions, now: () => number): Crawl {
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

/** Puts a page into the queue, the earliest first; a page that is known is never asked for twice. */
export function enqueue(state: Crawl, link: FeedLink): void {
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

/** Takes in what came of asking for a page. Throws when the reading is over. */
export function* take(state: Crawl, link: FeedLink, fetched: Fetched): Generator<FeedItem> {
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
