// Tries the links of a catalogue, each address once, several hosts at a time, in bounded memory.
import type { Io } from '../io.ts'
import type { Client } from '../source/index.ts'
import { type LinkCache, memoryCache } from './cache.ts'
import { probe } from './probe.ts'
import type { LinkResult } from './types.ts'

export interface CheckLinksOptions {
  readonly client: Client
  readonly cache?: LinkCache
  readonly now?: () => number
  /** Reads the last day of a host's certificate; absent: certificates are not looked at. */
  readonly certificateOf?: (url: URL) => Promise<Date | undefined>
  /** Addresses under way at a time; the client sees to it that each host has its turn. */
  readonly jobs?: number
  readonly progress?: Io['progress']
}

export interface LinkChecker {
  /** The result for an address, tried at most once. Never rejects. */
  readonly check: (url: string) => Promise<LinkResult>
}

/** A checker for one run. */
export function createLinkChecker(options: CheckLinksOptions): LinkChecker {
  const { client, now = Date.now, cache = memoryCache() } = options
  const under = new Map<string, Promise<LinkResult>>()
  const certificates = new Map<string, Promise<Date | undefined>>()
  const certificateOf = (url: URL): Promise<Date | undefined> => {
    if (url.protocol !== 'https:' || !options.certificateOf) return Promise.resolve(undefined)
    let known = certificates.get(url.host)
    if (!known) certificates.set(url.host, (known = options.certificateOf(url)))
    return known
  }
  const fresh = async (url: string): Promise<LinkResult> => {
    const result = await probe(client, url, now)
    const until = result.outcome === 'works' ? await certificateOf(new URL(url)) : undefined
    const full = until ? { ...result, certificateUntil: until.toISOString().slice(0, 10) } : result
    cache.put(full)
    under.delete(url)
    return full
  }
  return {
    check(url) {
      const known = cache.get(url)
      if (known) return Promise.resolve(known)
      let running = under.get(url)
      if (!running) under.set(url, (running = fresh(url)))
      return running
    },
  }
}

/** Tries addresses as they come and gives the results as they are ready. */
export async function* checkLinks(
  urls: Iterable<string>,
  options: CheckLinksOptions,
): AsyncGenerator<LinkResult> {
  const checker = createLinkChecker(options)
  const running = new Map<string, Promise<LinkResult>>()
  const jobs = options.jobs ?? 16
  const seen = new Set<string>()
  let done = 0
  const next = async (): Promise<LinkResult> => {
    const result = await Promise.race(running.values())
    running.delete(result.url)
    options.progress?.({ job: 'links', done: ++done })
    return result
  }
  for (const url of urls) {
    if (seen.has(url)) continue
    seen.add(url)
    running.set(url, checker.check(url))
    if (running.size >= jobs) yield await next()
  }
  while (running.size > 0) yield await next()
}
