// The one door to http: polite, guarded, bounded, and it never throws. Everything that fetches goes through here.
import { setTimeout as sleep } from 'node:timers/promises'
import { rootCertificates } from 'node:tls'
import { Agent } from 'undici'
import { guardedLookup } from '../guard.ts'
import type { Exchange, FetchFailure, Outcome } from './exchange.ts'
import { refusal } from './exchange.ts'
import { failed, networkCode } from './faults.ts'
import { createHosts } from './hosts.ts'
import { type Ask, type RequestContext, requestOnce } from './request.ts'
import { defaultRetry, type RetryPolicy, waitBefore } from './retry.ts'
import { isTlsFault, readCertificate, tlsRefusal } from './tls.ts'

export interface ClientLimits {
  /** Deadline of one try, from connecting to the last byte. */
  readonly timeoutMs: number
  /** Largest body in bytes, after decompression. */
  readonly maxBytes: number
  /** Largest ratio of decompressed to received bytes. */
  readonly maxRatio: number
  readonly maxRedirects: number
}

export const defaultClientLimits: ClientLimits = {
  timeoutMs: 60_000,
  maxBytes: 2_000_000_000,
  maxRatio: 300,
  maxRedirects: 5,
}

export interface ClientOptions {
  readonly limits?: Partial<ClientLimits>
  readonly retry?: Partial<RetryPolicy>
  /** Hosts with private addresses that may be asked, e.g. `localhost`; `*` for all. */
  readonly allowPrivate?: readonly string[]
  /** Who asks, with an address to write to. */
  readonly userAgent?: string
  /** Ask robots.txt first, and keep its Crawl-delay. */
  readonly robots?: boolean
  /** Questions at a time: to one host (1) and to all (8). */
  readonly perHost?: number
  readonly total?: number
  /** Headers by origin (`https://data.example.se`), sent there and nowhere else. */
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Further certificates in PEM that are trusted. */
  readonly ca?: string
  readonly signal?: AbortSignal
  /** Waits; tests pass their own. */
  readonly pause?: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly random?: () => number
  readonly now?: () => number
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
  /** Read no more than so many bytes of the body. */
  readonly firstBytes?: number
  readonly signal?: AbortSignal
}

export interface Client {
  /** Asks for an address; a failure is a value, not an exception. */
  readonly ask: (address: string, options?: AskOptions) => Promise<Outcome>
  readonly close: () => Promise<void>
}

const AGENT = 'grunddata'
const ROBOTS_BYTES = 500_000

/** A client for one run. Close it when the run is over. */
export function createClient(options: ClientOptions = {}): Client {
  const limits = { ...defaultClientLimits, ...options.limits }
  const policy = { ...defaultRetry, ...options.retry }
  const allow = options.allowPrivate ?? []
  const lookup = guardedLookup(allow)
  const now = options.now ?? Date.now
  const pause = options.pause ?? ((ms, signal) => sleep(ms, undefined, { ...(signal && { signal }) }))
  const dispatcher = new Agent({
    connect: {
      lookup,
      timeout: Math.min(limits.timeoutMs, 15_000),
      ...(options.ca && { ca: [...rootCertificates, options.ca] }),
    },
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
    maxHeaderSize: 65_536,
  })
  const hosts = createHosts({
    perHost: options.perHost ?? 1,
    total: options.total ?? 8,
    agent: AGENT,
    now,
    maxDelayMs: 30_000,
    pause: (ms) => pause(ms, options.signal),
    readRobots: async (url) => {
      const outcome = await once(url, { limits: { maxBytes: ROBOTS_BYTES } }, 1)
      return 'exchange' in outcome ? Buffer.from(outcome.exchange.body).toString('utf8') : undefined
    },
  })

  async function once(address: string, ask: AskOptions, attempts: number): Promise<Outcome> {
    const bounds = {
      ...limits,
      ...ask.limits,
      ...(ask.firstBytes !== undefined && { firstBytes: ask.firstBytes }),
    }
    const deadline = AbortSignal.timeout(bounds.timeoutMs)
    const signals = [deadline, options.signal, ask.signal].filter((signal) => signal !== undefined)
    const context: RequestContext = {
      dispatcher,
      signal: AbortSignal.any(signals),
      allow,
      limits: bounds,
      credentials: new Map(Object.entries(options.credentials ?? {})),
      now,
    }
    try {
      const exchange = await requestOnce(address, plain(ask, options.userAgent), context)
      if (exchange.status === 304 && ask.etag === undefined && ask.lastModified === undefined)
        throw uncalledFor(address)
      return { exchange: { ...exchange, attempts } satisfies Exchange }
    } catch (error) {
      const isTimedOut = deadline.aborted
      const code = networkCode(error)
      const told = isTlsFault(code) ? await explainTls(address, code) : error
      return { failure: failed(told, { asked: address, attempts, isTimedOut, timeoutMs: bounds.timeoutMs }) }
    }
  }

  async function explainTls(address: string, code: string): Promise<Error> {
    const url = new URL(address)
    return tlsRefusal(url.host, code, await readCertificate(url, { lookup, timeoutMs: 5_000 }))
  }

  async function ask(address: string, wish: AskOptions = {}): Promise<Outcome> {
    const url = URL.parse?.(address) ?? parsed(address)
    if (url && options.robots && !(await hosts.isAllowed(url))) return { failure: forbidden(address) }
    for (let attempt = 1; ; attempt++) {
      const outcome = url
        ? await hosts.inTurn(url, () => once(address, wish, attempt))
        : await once(address, wish, attempt)
      if ('exchange' in outcome) return outcome
      const wait = waitBefore(attempt, outcome.failure, { policy, random: options.random ?? Math.random })
      if (wait === undefined) return outcome
      try {
        await pause(wait, wish.signal ?? options.signal)
      } catch {
        return outcome
      }
    }
  }

  return { ask, close: () => dispatcher.destroy().catch(() => {}) }
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}

function plain(ask: AskOptions, userAgent = `${AGENT} (DCAT-AP-SE)`): Ask {
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

function uncalledFor(address: string): Error {
  return refusal({
    kind: 'protocol',
    status: 304,
    text: {
      sv: `${address} svarade ”oförändrad” fast ingen kopia finns.`,
      en: `${address} answered “not modified” though there is no copy.`,
    },
  })
}

function forbidden(address: string): FetchFailure {
  const text = {
    sv: `robots.txt på ${new URL(address).host} tillåter inte att ${address} hämtas.`,
    en: `robots.txt of ${new URL(address).host} does not allow ${address} to be fetched.`,
  }
  const hint = {
    sv: 'Be den som driver servern att tillåta det, eller stäng av robots för källan.',
    en: 'Ask whoever runs the server to allow it, or switch robots off for the source.',
  }
  return failed(refusal({ kind: 'robots', text, hint }), {
    asked: address,
    attempts: 0,
    isTimedOut: false,
    timeoutMs: 0,
  })
}
