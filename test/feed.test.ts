// Feeds of a history: every event in its place, finished pages for ever the same, both views, and read back by our own
// reader.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DataFactory, Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'
import { createFeed, type FeedArtifact, type FeedForm, feedPage } from '../src/publish/index.ts'
import { entityText, iriId, parse } from '../src/rdf/index.ts'
import {
  applyEvents,
  type FeedEntities,
  type FeedEvent,
  type FeedMemory,
  nothingKnown,
  openClient,
  readFeed,
} from '../src/source/index.ts'
import { content, fill, memoryHistory, serveFeed, transactions } from './support/feeds.ts'

const base = 'https://portal.example.se/'

async function all(feed: { pages: (form?: FeedForm) => AsyncIterable<FeedArtifact> }, form?: FeedForm) {
  const pages = new Map<string, FeedArtifact>()
  for await (const page of feed.pages(form)) pages.set(page.path, page)
  return pages
}

const TREE = 'https://w3id.org/tree#'
const AS = 'https://www.w3.org/ns/activitystreams#'

function quadsOf(page: FeedArtifact): Store {
  return new Store(new Parser({ format: 'application/trig' }).parse(page.body))
}

function membersOf(page: FeedArtifact): readonly { iri: string; time: string; object: string }[] {
  const quads = quadsOf(page)
  return quads.getObjects(null, `${TREE}member`, null).map((member) => ({
    iri: member.value,
    time: quads.getObjects(member, `${AS}published`, null)[0].value,
    object: quads.getObjects(member, `${AS}object`, null)[0].value,
  }))
}

describe('a feed', () => {
  it('looks like this', async () => {
    const history = memoryHistory()
    const air = 'https://data.example.se/air'
    history.commit('2026-03-01T01:00:00.000Z', [{ iri: air, content: content(air, 'Luft') }])
    history.commit('2026-03-02T01:00:00.000Z', [{ iri: air, content: undefined }])
    for (const path of [
      'feed.trig',
      'feed.jsonld',
      'feed/2026.trig',
      'feed/latest.trig',
      'feed/latest/2026.trig',
    ]) {
      const page = await feedPage(history, path, { base })
      await expect(page?.body).toMatchFileSnapshot(`golden/feed/${path.replaceAll('/', '-')}`)
    }
  })

  it('has no pages but its own', async () => {
    const history = memoryHistory()
    const ask = (path: string) => feedPage(history, path, { base })
    expect(await ask('feed.trig')).toMatchObject({ cacheControl: 'public, max-age=60', isFinished: false })
    for (const path of [
      'feed',
      'feed.html',
      'feed/2026.trig',
      'feed/2026/02/30.trig',
      'feed/x.trig',
      'feed/2026/1.trig',
      '../feed.trig',
    ])
      expect(await ask(path), path).toBeUndefined()
  })

  it('gives finished pages that never change again, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        transactions,
        transactions,
        fc.integer({ min: 1, max: 4 }),
        async (first, then, pageSize) => {
          const history = memoryHistory()
          const now = fill(history, first)
          const before = await all(createFeed(history, { base, pageSize }))
          fill(history, then, now)
          const after = await all(createFeed(history, { base, pageSize }))
          for (const [path, page] of before) if (page.isFinished) expect(after.get(path)).toEqual(page)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('has each event once, within the bounds of every branch that leads to it', async () => {
    await fc.assert(
      fc.asyncProperty(transactions, fc.integer({ min: 1, max: 4 }), async (list, pageSize) => {
        const history = memoryHistory()
        fill(history, list)
        const pages = await all(createFeed(history, { base, pageSize }))
        const found: string[] = []
        const walk = (path: string, within: (time: string) => boolean) => {
          const page = pages.get(path)!
          const quads = quadsOf(page)
          for (const { iri, time } of membersOf(page)) {
            expect(within(time), `${iri} on ${path}`).toBe(true)
            found.push(iri)
          }
          expect(membersOf(page).length).toBeLessThanOrEqual(pageSize)
          const nodes = new Map<string, ((time: string) => boolean)[]>()
          for (const relation of quads.getObjects(null, `${TREE}relation`, null)) {
            const one = (name: string) => quads.getObjects(relation, name, null)[0].value
            const value = one(`${TREE}value`)
            const tests: Record<string, (time: string) => boolean> = {
              GreaterThanOrEqualToRelation: (time) => time >= value,
              LessThanRelation: (time) => time < value,
              LessThanOrEqualToRelation: (time) => time <= value,
            }
            const kind = one('http://www.w3.org/1999/02/22-rdf-syntax-ns#type').replace(TREE, '')
            const node = one(`${TREE}node`).replace(base, '')
            nodes.set(node, [...(nodes.get(node) ?? []), tests[kind]])
          }
          for (const [node, tests] of nodes) {
            expect(tests).toHaveLength(2)
            walk(node, (time) => within(time) && tests.every((test) => test(time)))
          }
        }
        walk('feed.trig', () => true)
        let events = 0
        for await (const _ of history.changes(0)) events++
        expect(new Set(found).size).toBe(found.length)
        // One event a thing and transaction: what comes and goes in one leaves none.
        expect(found.length).toBeLessThanOrEqual(events)
        const linked = [...pages.keys()].filter((path) => !path.startsWith('feed/latest'))
        expect(linked.flatMap((path) => membersOf(pages.get(path)!)).length).toBe(found.length)
      }),
      { numRuns: 25 },
    )
  })

  it('has events that are closed: kind, object, time', async () => {
    const shape = new Store(new Parser().parse(readFileSync('fixtures/ldes/activity-shape.ttl', 'utf8')))
    const history = memoryHistory()
    fill(history, fc.sample(transactions, { numRuns: 3, seed: 7 }).flat())
    const validator = new Validator(shape as never)
    let events = 0
    for (const page of (await all(createFeed(history, { base, pageSize: 3 }))).values()) {
      const report = await validator.validate(
        new Store(quadsOf(page).getQuads(null, null, null, DataFactory.defaultGraph())) as never,
      )
      events += membersOf(page).length
      expect(report.conforms, page.path).toBe(true)
    }
    expect(events).toBeGreaterThan(10)
  })

  it('tells in its latest view the last event of each thing, deletions too', async () => {
    await fc.assert(
      fc.asyncProperty(transactions, fc.integer({ min: 1, max: 4 }), async (list, pageSize) => {
        const history = memoryHistory()
        fill(history, list)
        const pages = await all(createFeed(history, { base, pageSize }))
        const last = new Map<string, string>()
        const isLatest = (path: string) => path.startsWith('feed/latest')
        const events = [...pages].filter(([path]) => !isLatest(path)).flatMap(([, page]) => membersOf(page))
        const numberOf = (iri: string) => Number(/event\/(\d+)-/.exec(iri)?.[1])
        for (const { iri, object } of events.sort((a, b) => numberOf(a.iri) - numberOf(b.iri)))
          last.set(object, iri)
        const shown = [...pages].filter(([path]) => isLatest(path)).flatMap(([, page]) => membersOf(page))
        expect(shown.map(({ iri }) => iri).sort()).toEqual([...last.values()].sort())
      }),
      { numRuns: 20 },
    )
  })

  it("shows a thing that was hidden as a duplicate as deleted, and another source's description as an update", async () => {
    const a = content('https://data.example.se/1', 'a')
    const b = content('https://data.example.se/1', 'b')
    const changes = [
      {
        seq: 1,
        time: '2026-01-01T00:00:00.000Z',
        kind: 'create',
        source: 'a',
        iri: 'https://data.example.se/1',
        hash: 'a',
      },
      // Another source's version is preferred: one update, though the store tells of two changes.
      {
        seq: 2,
        time: '2026-01-02T00:00:00.000Z',
        kind: 'create',
        source: 'b',
        iri: 'https://data.example.se/1',
        hash: 'b',
      },
      {
        seq: 3,
        time: '2026-01-02T00:00:00.000Z',
        kind: 'suppress',
        source: 'a',
        iri: 'https://data.example.se/1',
        hash: 'a',
      },
      // A new version of what is hidden is no event.
      {
        seq: 4,
        time: '2026-01-03T00:00:00.000Z',
        kind: 'update',
        source: 'a',
        iri: 'https://data.example.se/1',
        hash: 'c',
      },
      {
        seq: 5,
        time: '2026-01-04T00:00:00.000Z',
        kind: 'suppress',
        source: 'b',
        iri: 'https://data.example.se/1',
        hash: 'b',
      },
      {
        seq: 6,
        time: '2026-01-05T00:00:00.000Z',
        kind: 'reveal',
        source: 'b',
        iri: 'https://data.example.se/1',
        hash: 'b',
      },
    ] as const
    const history = {
      changes: async function* (after: number) {
        for (const change of changes) if (change.seq > after) yield change
      },
      content: async (hash: string) => (hash === 'a' ? a : b),
    }
    const page = await feedPage(history, 'feed/2026.trig', { base })
    const kinds = quadsOf(page!)
      .getQuads(null, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', null, DataFactory.defaultGraph())
      .filter(({ object }) => object.value.startsWith(AS))
      .map(
        ({ subject, object }) => `${/event\/(\d+)/.exec(subject.value)?.[1]} ${object.value.replace(AS, '')}`,
      )
    expect(kinds.sort()).toEqual(['1 Create', '3 Update', '5 Delete', '6 Create'])
  })
})

/** Reads a feed with our own reader and gives what it left. */
async function follow(address: string, memory?: FeedMemory) {
  const client = await openClient({ allowPrivate: ['127.0.0.1'], perHost: 4, pause: async () => {} })
  const events: FeedEvent[] = []
  let end: FeedMemory | undefined
  try {
    for await (const item of readFeed({ address, client, isForced: true, ...(memory && { memory }) }))
      if (item.kind === 'event') events.push(item.event)
      else if (item.kind === 'end') end = item.memory
      else throw new Error(JSON.stringify(item))
  } finally {
    await client.close()
  }
  return { events, memory: JSON.parse(JSON.stringify(end)) as FeedMemory }
}

/** What each thing says, as a store would keep it. */
async function contentsOf({ entities }: FeedEntities): Promise<readonly string[]> {
  const texts = await Promise.all(
    [...entities].map(async ([iri, { nquads }]) => {
      const graph = await parse({ name: iri, bytes: Buffer.from(nquads) }, { syntax: 'ntriples' })
      return entityText(graph, iriId(graph, iri))
    }),
  )
  return texts.map((written) => written?.nquads ?? '?').sort()
}

describe('our own reader of our own feed', () => {
  for (const path of ['feed.trig', 'feed/latest.trig', 'feed.jsonld', 'feed/latest.jsonld'])
    it(`has what the history has, at once and bit by bit, by ${path}`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(transactions, { minLength: 1, maxLength: 3 }), async (lists) => {
          const history = memoryHistory()
          const server = await serveFeed(history, { pageSize: 3 })
          let memory: FeedMemory | undefined
          let known = nothingKnown
          let now: number | undefined
          try {
            for (const list of lists) {
              now = fill(history, list, now)
              const read = await follow(server.base + path, memory)
              memory = read.memory
              known = applyEvents(known, read.events)
              const whole = applyEvents(nothingKnown, (await follow(server.base + path)).events)
              const wanted = [...history.now().values()].sort()
              expect(await contentsOf(known)).toEqual(wanted)
              expect(await contentsOf(whole)).toEqual(wanted)
            }
          } finally {
            await server.close()
          }
        }),
        { numRuns: 5 },
      )
    }, 60_000)

  it('hands events out by time, and asks for finished pages once', async () => {
    const history = memoryHistory()
    const things = Array.from({ length: 40 }, (_, i) => `https://data.example.se/${i}`)
    for (const [i, iri] of things.entries())
      history.commit(
        new Date(Date.UTC(2025, i % 12, 1, i))
          .toISOString()
          .replace('2025', String(2020 + Math.floor(i / 12))),
        [{ iri, content: content(iri, `nummer ${i}`) }],
      )
    const server = await serveFeed(history, { pageSize: 5 })
    try {
      const first = await follow(`${server.base}feed.trig`)
      const times = first.events.map(({ published }) => published)
      expect(times).toEqual([...times].sort())
      expect(times).toHaveLength(40)
      const pages = server.asked()
      expect(new Set(pages).size).toBe(pages.length)
      const second = await follow(`${server.base}feed.trig`, first.memory)
      expect(second.events).toEqual([])
      // The root, and the year and month that are not over.
      expect(server.asked()).toEqual(['feed.trig', 'feed/2023.trig'])
    } finally {
      await server.close()
    }
  })
})
