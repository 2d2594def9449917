// The one door to http: polite, guarded, bounded, and it never throws. Everything that fetches goes through here.

import type { LookupFunction } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { rootCertificates } from 'node:tls'
import { Agent } from 'undici'
import { guardedLookup, type Resolve } from '../guard.ts'
import type { FetchFailure, Hop, Outcome } from './exchange.ts'
import { failed, networkCode, robotsForbid, robotsUnknown, uncalledFor } from './faults.ts'
import { createHosts, type Hosts } from './hosts.ts'
import { type Ask, check, parseUrl, requestStep, type Step, tooManyHops } from './request.ts'
import { defaultRetry, type RetryPolicy, waitBefore } from './retry.ts'
import { isTlsFault, readCertificate, tlsRefusal } from './tls.ts'

export interface ClientLimits {
  /** Deadline of one address of one try, from connecting to the last byte; a redirect leads to the next. */
  readonly timeoutMs: number
  /** Deadline of connecting. */
  readonly connectMs: number
  /** Largest body in bytes, after decompression. */
  readonly maxBytes: number
  /** Largest ratio of decompressed to received bytes. */
  readonly maxRatio: number
  readonly maxRedirects: number
}

export const defaultClientLimits: ClientLimits = {
  timeoutMs: 60_000,
  connectMs: 15_000,
  maxBytes: 2_000_000_000,
  maxRatio: 300,
  maxRedirects: 5,
}

/** What may differ between the sources that one client serves. */
export interface Terms {
  readonly limits?: Partial<ClientLimits>
  /** Hosts with private addresses that may be asked, e.g. `localhost`; `*` for all. */
  readonly allowPrivate?: readonly string[]
  /** Ask robots.txt first, and keep its Crawl-delay. */
  readonly robots?: boolean
  /** Headers by origin (`https://data.example.se`), sent there and nowhere else. */
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Further certificates in PEM that are trusted. */
  readonly ca?: string
  readonly signal?: AbortSignal
}

export interface ClientOptions extends Terms {
  readonly retry?: Partial<RetryPolicy>
  /** Who asks, with an address to write to. */
  readonly userAgent?: string
  /** Questions at a time: to one host (1) and to all (8). */
  readonly perHost?: number
  readonly total?: number
  /** Waits; tests pass their own. */
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly random?: () => number
  readonly now?: () => number
  /** Looks names up; what it gives is judged all the same. */
  readonly resolve?: Resolve
}

export interface AskOptions {
  readonly method?: Ask['method']
  readonly accept?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Validators of the copy at hand: the answer may be 304. */
  readonly etag?: string
  readonly lastModified?: string
  readonly limits?: Partial<ClientLimits>
  /** Deadline of all tries together, waiting between them included but not waiting for the first turn. */
  readonly deadlineMs?: number
  /** Read no more than so many bytes of the body. */
  readonly firstBytes?: number
  readonly signal?: AbortSignal
}

export interface Manners {
  /** `unknown` when robots.txt cannot be had for now. */
  readonly isAllowed: 'yes' | 'no' | 'unknown'
  /** The Crawl-delay that is kept to. */
  readonly delayMs: number
}

export interface Client {
  /** Asks for an address; a failure is a value, not an exception. */
  readonly ask: (address: string, options?: AskOptions) => Promise<Outcome>
  /** What robots.txt of the address's host says of it and of us; asks for it when that is not known yet. */
  readonly manners: (address: string) => Promise<Manners>
  /** The same client on other terms, beside the private hosts it may ask: manners and connections are shared. Only the first one is closed. */
  readonly on: (terms: Terms) => Client
  readonly close: () => Promise<void>
}

const AGENT = 'grunddata'
/** Says who asks and where to read about it; whoever runs a harvest adds where to write. */
const DEFAULT_AGENT = `${AGENT} (DCAT-AP-SE; +https://w3id.org/grunddata/)`
const ROBOTS_BYTES = 500_000

/** What all terms of one client share. */
interface Shared {
  readonly options: ClientOptions
  readonly hosts: Hosts
  readonly policy: RetryPolicy
  readonly now: () => number
  readonly random: () => number
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly dispatcherFor: (terms: Terms, limits: ClientLimits) => Agent
}

interface Try {
  readonly address: string
  readonly ask: AskOptions
  /** Which try it is, from 1. */
  readonly attempts: number
  /** Ask robots.txt first, if the terms say so. */
  readonly isPolite: boolean
  /** Called when a turn has come; gives the deadline of all tries together. */
  readonly began?: () => AbortSignal | undefined
}

interface Tried {
  readonly outcome: Outcome
  /** The address that answered, or failed to. */
  readonly at: URL | undefined
  /** Set when there is no use in trying again. */
  readonly isLast?: true
}

/** A client for one run. Close it when the run is over. */
export function createClient(options: ClientOptions = {}): Client {
  const now = options.now ?? Date.now
  const pause = options.pause ?? ((ms, signal) => sleep(ms, undefined, { ...(signal && { signal }) }))
  const agents = new Map<string, Agent>()
  const shared: Shared = {
    options,
    now,
    pause,
    random: options.random ?? Math.random,
    policy: { ...defaultRetry, ...options.retry },
    hosts: createHosts({
      perHost: options.perHost ?? 1,
      total: options.total ?? 8,
      agent: AGENT,
      now,
      maxDelayMs: 30_000,
      pause,
    }),
    dispatcherFor(terms, limits) {
      const { ca, allowPrivate = [] } = terms
      const key = JSON.stringify([ca, allowPrivate, limits.timeoutMs])
      const agent = agents.get(key) ?? createAgent(ca, guardedLookup(allowPrivate, options.resolve), limits)
      agents.set(key, agent)
      return agent
    },
  }
  return clientOn(options, shared, async () => {
    await Promise.all([...agents.values()].map((agent) => agent.destroy().catch(() => {})))
  })
}

function createAgent(
  ca: string | undefined,
  lookup: LookupFunction,
  { timeoutMs, connectMs }: ClientLimits,
): Agent {
  return new Agent({
    connect: {
      lookup,
      timeout: Math.min(timeoutMs, connectMs),
      ...(ca && { ca: [...rootCertificates, ca] }),
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 65_536,
  })
}

function clientOn(terms: Terms, shared: Shared, close: Client['close']): Client {
  const { hosts, now, policy } = shared
  const limits = { ...defaultClientLimits, ...shared.options.limits, ...terms.limits }
  const allow = terms.allowPrivate ?? []
  const dispatcher = shared.dispatcherFor(terms, limits)

  /** One try: each redirect is followed in its own host's turn, when that host's robots.txt allows it. */
  async function tryOnce({ address, ask, attempts, isPolite, began }: Try): Promise<Tried> {
    const bounds = {
      ...limits,
      ...ask.limits,
      ...(ask.firstBytes !== undefined && { firstBytes: ask.firstBytes }),
    }
    const credentials = new Map(Object.entries(terms.credentials ?? {}))
    const hops: Hop[] = []
    let question = plain(ask, shared.options.userAgent)
    let url: URL | undefined
    let signals: readonly AbortSignal[] = []
    try {
      for (let at = parseUrl(address); ; ) {
        url = at
        check(at, allow)
        const refused = isPolite ? await mayAsk(at, ask.signal) : undefined
        if (refused)
          return {
            outcome: {
              failure: { ...refused, asked: address, attempts: hops.length > 0 ? attempts : attempts - 1 },
            },
            at,
            isLast: true,
          }
        const asked = at
        const inTurn = (): Promise<Step> => {
          const all = [AbortSignal.timeout(bounds.timeoutMs), terms.signal, ask.signal, began?.()]
          signals = all.filter((signal) => signal !== undefined)
          const signal = AbortSignal.any([...signals])
          return requestStep(address, asked, question, {
            dispatcher,
            signal,
            limits: bounds,
            credentials,
            now,
          })
        }
        const step = await hosts.inTurn(at, inTurn, hops.length > 0)
        if ('exchange' in step) {
          if (step.exchange.status === 304 && ask.etag === undefined && ask.lastModified === undefined)
            throw uncalledFor(address)
          return { outcome: { exchange: { asked: address, hops, attempts, ...step.exchange } }, at }
        }
        hops.push(step.hop)
        if (hops.length > bounds.maxRedirects) throw tooManyHops(address, bounds.maxRedirects)
        question = { ...question, method: step.method }
        at = step.to
      }
    } catch (error) {
      const isTimedOut = signals.some((signal) => signal.reason?.name === 'TimeoutError')
      const code = networkCode(error)
      const told = url && isTlsFault(code) ? await explainTls(url, code) : error
      const failure = failed(told, { asked: address, attempts, isTimedOut, timeoutMs: bounds.timeoutMs })
      return { outcome: { failure }, at: url }
    }
  }

  async function explainTls(url: URL, code: string): Promise<Error> {
    const lookup = guardedLookup(allow, shared.options.resolve)
    return tlsRefusal(url.host, code, await readCertificate(url, { lookup, timeoutMs: 5_000 }))
  }

  function robotsSay(url: URL, signal: AbortSignal | undefined) {
    const bounds = { limits: { maxBytes: ROBOTS_BYTES }, ...(signal && { signal }) }
    return hosts.robotsSay(
      url,
      async (address) => (await tryOnce({ address, ask: bounds, attempts: 1, isPolite: false })).outcome,
    )
  }

  async function manners(address: string): Promise<Manners> {
    const url = parsed(address)
    if (!url) return { isAllowed: 'unknown', delayMs: 0 }
    const answer = await robotsSay(url, terms.signal)
    return { isAllowed: typeof answer === 'string' ? answer : 'unknown', delayMs: hosts.delayOf(url) }
  }

  async function mayAsk(url: URL, signal: AbortSignal | undefined): Promise<FetchFailure | undefined> {
    if (!terms.robots) return undefined
    const answer = await robotsSay(url, signal)
    if (answer === 'yes') return undefined
    return answer === 'no' ? robotsForbid(url) : robotsUnknown(url, answer)
  }

  async function ask(address: string, wish: AskOptions = {}): Promise<Outcome> {
    let whole: AbortSignal | undefined
    const began = () => {
      if (wish.deadlineMs !== undefined) whole ??= AbortSignal.timeout(wish.deadlineMs)
      return whole
    }
    for (let attempt = 1; ; attempt++) {
      const tried = await tryOnce({ address, ask: wish, attempts: attempt, isPolite: true, began })
      const { outcome, at } = tried
      if ('exchange' in outcome || tried.isLast) return outcome
      const wait = waitBefore(attempt, outcome.failure, { policy, random: shared.random })
      if (wait === undefined || whole?.aborted) return outcome
      if (at && outcome.failure.retryAfterMs !== undefined) hosts.hold(at, wait)
      try {
        const signals = [whole, wish.signal, terms.signal].filter((signal) => signal !== undefined)
        await shared.pause(wait, signals.length > 0 ? AbortSignal.any(signals) : undefined)
      } catch {
        return outcome
      }
    }
  }

  // Who allowed a host for the whole run allowed it for each source.
  const on = (others: Terms) =>
    clientOn({ ...others, allowPrivate: [...allow, ...(others.allowPrivate ?? [])] }, shared, async () => {})

  return { ask, manners, on, close }
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

function plain(ask: AskOptions, userAgent = DEFAULT_AGENT): Ask {
  return {
    method: ask.method ?? 'GET',
    headers: {
      accept: ask.accept ?? '*/*',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': userAgent,
      ...(ask.etag !== undefined && { 'if-none-match': ask.etag }),
      ...(ask.lastModified !== undefined && { 'if-modified-since': ask.lastModified }),
      ...ask.headers,
    },
    ...(ask.body !== undefined && { body: ask.body }),
  }
}
