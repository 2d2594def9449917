// Manners: how many questions a host is asked at a time, how long apart, and what its robots.txt forbids.
import PQueue from 'p-queue'
import robotsParser from 'robots-parser'

/** The package's types describe another build of it than Node loads. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

type Robots = ReturnType<typeof parseRobots>

export interface HostRules {
  /** Questions at a time to one host. */
  readonly perHost: number
  /** Questions at a time to all hosts. */
  readonly total: number
  /** Name that robots.txt may address. */
  readonly agent: string
  /** The text of a robots.txt; undefined when there is none. */
  readonly readRobots: (url: string) => Promise<string | undefined>
  readonly pause: (ms: number) => Promise<void>
  readonly now: () => number
  /** The longest Crawl-delay that is kept to, in milliseconds. */
  readonly maxDelayMs: number
}

export interface Hosts {
  /** Runs `work` when it is the host's turn. */
  readonly inTurn: <T>(url: URL, work: () => Promise<T>) => Promise<T>
  /** Whether robots.txt lets us ask for the address. */
  readonly isAllowed: (url: URL) => Promise<boolean>
}

interface Host {
  readonly queue: PQueue
  robots?: Promise<Robots | undefined>
  delayMs: number
  /** When the last question ended. */
  last: number
}

/** Keeps the manners of one run. */
export function createHosts(rules: HostRules): Hosts {
  const all = new PQueue({ concurrency: rules.total })
  const hosts = new Map<string, Host>()
  const hostOf = (url: URL): Host => {
    let host = hosts.get(url.host)
    if (!host) {
      host = { queue: new PQueue({ concurrency: rules.perHost }), delayMs: 0, last: Number.NEGATIVE_INFINITY }
      hosts.set(url.host, host)
    }
    return host
  }
  const robotsOf = (url: URL): Promise<Robots | undefined> => {
    const host = hostOf(url)
    host.robots ??= load(url, rules, (delayMs) => {
      host.delayMs = delayMs
    })
    return host.robots
  }
  return {
    async inTurn(url, work) {
      const host = hostOf(url)
      const turn = async () => {
        const wait = host.last + host.delayMs - rules.now()
        if (host.delayMs > 0 && wait > 0) await rules.pause(wait)
        try {
          return await all.add(work)
        } finally {
          host.last = rules.now()
        }
      }
      return (await host.queue.add(turn)) as Awaited<ReturnType<typeof work>>
    },
    async isAllowed(url) {
      const robots = await robotsOf(url)
      return robots?.isAllowed(url.href, rules.agent) ?? true
    },
  }
}

async function load(
  url: URL,
  rules: HostRules,
  slow: (delayMs: number) => void,
): Promise<Robots | undefined> {
  const address = new URL('/robots.txt', url).href
  const text = await rules.readRobots(address)
  if (text === undefined) return undefined
  const robots = parseRobots(address, text)
  const seconds = Number(robots.getCrawlDelay(rules.agent) ?? 0)
  if (seconds > 0) slow(Math.min(seconds * 1000, rules.maxDelayMs))
  return robots
}
