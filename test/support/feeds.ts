// Histories in memory, random ones too, and a server on loopback that serves their feeds.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import {
  createFeed,
  type Feed,
  type FeedChange,
  type FeedHistory,
  type FeedSite,
} from '../../src/publish/index.ts'
import { contentHash, SKOLEM } from '../../src/rdf/index.ts'

export interface MemoryHistory extends FeedHistory {
  /** Adds a transaction. */
  readonly commit: (time: string, changes: readonly Step[]) => void
  /** What is public now: IRI → N-Quads. */
  readonly now: () => ReadonlyMap<string, string>
}

export interface Step {
  readonly iri: string
  /** N-Quads; undefined deletes. */
  readonly content: string | undefined
}

export function memoryHistory(): MemoryHistory {
  const changes: FeedChange[] = []
  const contents = new Map<string, string>()
  const current = new Map<string, string>()
  return {
    changes: async function* (after) {
      for (const change of changes) if (change.seq > after) yield change
    },
    content: async (hash) => contents.get(hash),
    now: () => current,
    commit: (time, steps) => {
      for (const { iri, content } of steps) {
        const before = current.get(iri)
        if (content === before) continue
        const kind = content === undefined ? 'delete' : before === undefined ? 'create' : 'update'
        const hash = contentHash(content ?? before ?? '')
        if (content === undefined) current.delete(iri)
        else {
          current.set(iri, content)
          contents.set(hash, content)
        }
        changes.push({ seq: changes.length + 1, time, kind, source: 'a', iri, hash })
      }
    },
  }
}

/** Canonical N-Quads of a dataset with a title, and with a nameless contact point that was given an address. */
export function content(iri: string, title: string): string {
  const line = `<http://www.w3.org/2006/vcard/ns#fn> "${title}" .\n`
  const contact = `${SKOLEM}${contentHash(line).slice(5, 37)}`
  return [
    `<${contact}> ${line}`,
    `<${iri}> <http://purl.org/dc/terms/title> "${title}"@sv .\n`,
    `<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .\n`,
    `<${iri}> <http://www.w3.org/ns/dcat#contactPoint> <${contact}> .\n`,
  ]
    .sort()
    .join('')
}

export interface Transaction {
  readonly gapMs: number
  readonly steps: readonly Step[]
}

/** Transactions over a few things, at distances from a millisecond to months. */
export const transactions: fc.Arbitrary<readonly Transaction[]> = fc.array(
  fc.record({
    gapMs: fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 90 * 86_400_000 })),
    steps: fc.array(
      fc
        .record({ number: fc.nat(7), title: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }) })
        .map(({ number, title }): Step => {
          const iri = `https://data.example.se/${number}`
          return { iri, content: title === undefined ? undefined : content(iri, title) }
        }),
      { minLength: 1, maxLength: 9 },
    ),
  }),
  { maxLength: 12 },
)

/** Puts transactions into a history, the first one on New Year's Day. */
export function fill(
  history: MemoryHistory,
  list: readonly Transaction[],
  start = Date.UTC(2026, 0, 1),
): number {
  let now = start
  for (const { gapMs, steps } of list) {
    now += gapMs
    history.commit(new Date(now).toISOString(), steps)
  }
  return now
}

export interface FeedServer {
  readonly base: string
  readonly feed: Feed
  /** Paths asked for since the last call, in order. */
  readonly asked: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Serves the feed of a history with its caching headers. */
export async function serveFeed(
  history: FeedHistory,
  site: Omit<FeedSite, 'base'> = {},
): Promise<FeedServer> {
  let asked: string[] = []
  let feed: Feed | undefined
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1)
    asked.push(path)
    const answer = async () => {
      const page = await feed?.page(path)
      if (!page) return void response.writeHead(404).end()
      const headers = { 'content-type': page.mediaType, etag: page.etag, 'cache-control': page.cacheControl }
      if (request.headers['if-none-match'] === page.etag) return void response.writeHead(304, headers).end()
      response.writeHead(200, headers).end(page.body)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  feed = createFeed(history, { ...site, base })
  return {
    base,
    feed,
    asked: () => {
      const list = asked
      asked = []
      return list
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
