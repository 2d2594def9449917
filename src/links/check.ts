// Tries the links of a catalogue, each address once, several hosts at a time, in bounded memory.
import type { Io } from '../io.ts'
import type { Client } from '../source/index.ts'
import { type LinkCache, memoryCache } from './cache.ts'
import { judgeAbsent, probe } from './probe.ts'
import type { LinkResult } from './types.ts'

export interface CheckLinksOptions {
  readonly client: Client
  readonly cache?: LinkCache
  readonly now?: () => number
  /** Reads the last day of a host's certificate; absent: certificates are not looked at. */
  readonly certificateOf?: (url: URL) => Promise<Date | undefined>
  /** Asks about a host that the system does not find by another way; absent: the verdict is never confirmed. */
  readonly isNameAbsent?: (name: string) => Promise<boolean>
  /** Addresses under way at a time; the client sees to it that each host has its turn. */
  readonly jobs?: number
  readonly progress?: Io['progress']
  /** How many addresses there will be, for the progress. */
  readonly total?: number
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
  const names = new Map<string, Promise<boolean>>()
  const settled = async (result: LinkResult): Promise<LinkResult> => {
    const { absentHost } = result
    if (absentHost === undefined || !options.isNameAbsent) return result
    let asked = names.get(absentHost)
    if (!asked) names.set(absentHost, (asked = options.isNameAbsent(absentHost)))
    return judgeAbsent(result, absentHost, await asked)
  }
  const fresh = async (url: string): Promise<LinkResult> => {
    const result = await settled(await probe(client, url, now))
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

/** Results that may wait for an earlier one, so that one slow host does not fill the memory. */
const WINDOW = 2048

/**
 * Tries addresses as they come, several at a time, and gives the results in the order of the addresses. What is held at
 * a time is bounded, however many addresses there are; of an address given again the result is told again.
 */
export async function* checkLinks(
  urls: Iterable<string>,
  options: CheckLinksOptions,
): AsyncGenerator<LinkResult> {
  const checker = createLinkChecker(options)
  const jobs = options.jobs ?? 16
  const waiting: { result: LinkResult | undefined; ready: Promise<void> }[] = []
  const running = new Set<Promise<void>>()
  let done = 0
  const start = (url: string): void => {
    const slot: (typeof waiting)[number] = { result: undefined, ready: Promise.resolve() }
    slot.ready = checker.check(url).then((result) => {
      slot.result = result
      running.delete(slot.ready)
      options.progress?.({
        job: 'links',
        done: ++done,
        ...(options.total !== undefined && { total: options.total }),
      })
    })
    running.add(slot.ready)
    waiting.push(slot)
  }
  for (const url of urls) {
    start(url)
    while (running.size >= jobs || waiting.length >= WINDOW) {
      await (waiting.length >= WINDOW ? waiting[0].ready : Promise.race(running))
      while (waiting[0]?.result) yield waiting.shift()!.result!
    }
  }
  for (const slot of waiting) {
    await slot.ready
    if (slot.result) yield slot.result
  }
}
