// Manners: how many questions a host is asked at a time, how long apart, and what its robots.txt forbids.
import PQueue from 'p-queue'
import robotsParser from 'robots-parser'
import type { FetchFailure, Outcome } from './exchange.ts'

/** The package's types describe another build of it than Node loads. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** Where modules are loaded as CommonJS, as in the compiled program, the class arrives inside its module. */
const Queue = ('default' in PQueue ? PQueue.default : PQueue) as typeof PQueue

type Robots = ReturnType<typeof parseRobots>

export interface HostRules {
  /** Questions at a time to one host. */
  readonly perHost: number
  /** Questions at a time to all hosts. */
  readonly total: number
  /** Name that robots.txt may address. */
  readonly agent: string
  readonly pause: (ms: number) => Promise<void>
  readonly now: () => number
  /** The longest Crawl-delay that is kept to, in milliseconds. */
  readonly maxDelayMs: number
}

export interface Hosts {
  /**
   * Runs `work` when it is the host's turn; what goes on with a question that was begun comes before new ones.
   * Take no turn within another: two hosts that redirect to each other would wait for ever.
   */
  readonly inTurn: <T>(url: URL, work: () => Promise<T>, isContinued?: boolean) => Promise<T>
  /** Whether robots.txt lets us ask for the address; a failure when that cannot be known for now. `read` takes turns. */
  readonly robotsSay: (url: URL, read: ReadRobots) => Promise<'yes' | 'no' | FetchFailure>
  /** Milliseconds between two questions to the host. */
  readonly delayOf: (url: URL) => number
  /** Asks the host nothing for so long. */
  readonly hold: (url: URL, ms: number) => void
}

type ReadRobots = (address: string) => Promise<Outcome>

interface Host {
  readonly queue: PQueue
  robots: Promise<Robots | FetchFailure | undefined> | undefined
  delayMs: number
  /** Earliest time of the next question. */
  notBefore: number
  /** When the last question ended. */
  last: number
}

const NEVER = Number.NEGATIVE_INFINITY

/** Keeps the manners of one run. */
export function createHosts(rules: HostRules): Hosts {
  const all = new Queue({ concurrency: rules.total })
  const hosts = new Map<string, Host>()
  const hostOf = (url: URL): Host => {
    let host = hosts.get(url.host)
    if (!host) {
      host = {
        queue: new Queue({ concurrency: rules.perHost }),
        robots: undefined,
        delayMs: 0,
        last: NEVER,
        notBefore: NEVER,
      }
      hosts.set(url.host, host)
    }
    return host
  }
  const inTurn: Hosts['inTurn'] = async (url, work, isContinued = false) => {
    const priority = isContinued ? 1 : 0
    const host = hostOf(url)
    const turn = async () => {
      const wait = Math.max(host.last + host.delayMs, host.notBefore) - rules.now()
      if (wait > 0) await rules.pause(wait)
      try {
        return await all.add(work, { priority })
      } finally {
        host.last = host.delayMs > 0 ? rules.now() : NEVER
      }
    }
    return (await host.queue.add(turn, { priority })) as Awaited<ReturnType<typeof work>>
  }
  return {
    inTurn,
    async robotsSay(url, read) {
      const host = hostOf(url)
      host.robots ??= load(url, read).then((robots) => {
        if (robots && 'kind' in robots) host.robots = undefined
        else if (robots) host.delayMs = Math.min(crawlDelay(robots, rules.agent), rules.maxDelayMs)
        return robots
      })
      const robots = await host.robots
      if (robots && 'kind' in robots) return robots
      return (robots?.isAllowed(url.href, rules.agent) ?? true) ? 'yes' : 'no'
    },
    delayOf: (url) => hostOf(url).delayMs,
    hold(url, ms) {
      const host = hostOf(url)
      host.notBefore = Math.max(host.notBefore, rules.now() + ms)
    },
  }
}

function crawlDelay(robots: Robots, agent: string): number {
  return Math.max(0, Number(robots.getCrawlDelay(agent) ?? 0) * 1000)
}

/** Undefined when there is none: everything is allowed then. Source: RFC 9309 §2.3.1. */
async function load(url: URL, read: ReadRobots): Promise<Robots | FetchFailure | undefined> {
  const address = new URL('/robots.txt', url).href
  const outcome = await read(address)
  if ('failure' in outcome) return outcome.failure.fault === 'temporary' ? outcome.failure : undefined
  return parseRobots(address, Buffer.from(outcome.exchange.body).toString('utf8'))
}
