// The event feed of a portal over a store: pages with their caching, read by our own reader through the portal alone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quietIo } from '../src/io.ts'
import { createPortal, type OpenedSite, openSite, openStoreSite } from '../src/portal/index.ts'
import { applyEvents, type Client, type FeedEvent, nothingKnown, readFeed } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { dataset, sourceNamed, time } from './support/stores.ts'

const BASE = 'https://portal.example.se/katalog/'
let store: Store
let site: OpenedSite
const get = (path: string, headers: Record<string, string> = {}) =>
  createPortal(() => site)(new Request(new URL(path, BASE), { headers }))

beforeAll(async () => {
  store = await openStore(':memory:')
  await store.putSource(sourceNamed('a'), time(0))
  const iri = (n: number) => `https://data.example.se/${n}`
  const apply = (
    n: number,
    upserts: readonly (readonly [number, string])[],
    deletes: readonly number[] = [],
  ) =>
    store.apply({
      source: 'a',
      time: time(n),
      run: `run-${n}`,
      upserts: upserts.map(([at, title]) => dataset(iri(at), title)),
      deletes: deletes.map((at) => ({ iri: iri(at), reason: { sv: 'borta', en: 'gone' } })),
    })
  await apply(1, [
    [1, 'Ett'],
    [2, 'Två'],
    [3, 'Tre'],
  ])
  await apply(400 * 86_400, [[2, 'Tvåan']], [3])
  site = await openStoreSite(store, { base: BASE, io: quietIo() })
})
afterAll(async () => {
  await site.close()
  await store.close()
})

/** The portal in the place of the network. */
const client: Pick<Client, 'ask'> = {
  ask: async (address) => {
    const answer = await createPortal(() => site)(new Request(address))
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    const exchange = {
      asked: address,
      url: address,
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
      hops: [],
      retrievedAt: Date.now(),
      attempts: 1,
    }
    return { exchange }
  },
}

it('the metrics of a portal over a store tell of its sources too', async () => {
  const text = await (await get('metrics')).text()
  expect(text).toContain('grunddata_source_state{source="a"')
  expect(text).toContain('grunddata_searchable ')
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name)
  expect(new Set(names).size).toBe(names.length)
})

describe('the feed of a portal', () => {
  for (const path of ['feed.trig', 'feed/latest.trig', 'feed.jsonld'])
    it(`is read from ${path}`, async () => {
      const events: FeedEvent[] = []
      let isEnded = false
      for await (const item of readFeed({ address: BASE + path, client }))
        if (item.kind === 'event') events.push(item.event)
        else if (item.kind === 'end') isEnded = true
      expect(isEnded).toBe(true)
      const { entities } = applyEvents(nothingKnown, events)
      expect([...entities.keys()].sort()).toEqual(['https://data.example.se/1', 'https://data.example.se/2'])
    })

  it('says how long its pages are good, and answers 304', async () => {
    const root = await get('feed.trig')
    expect(root.headers.get('content-type')).toBe('application/trig')
    expect(root.headers.get('cache-control')).toBe('public, max-age=60')
    expect(root.headers.get('access-control-allow-origin')).toBe('*')
    expect((await get('feed.trig', { 'if-none-match': root.headers.get('etag')! })).status).toBe(304)
    const finished = await get('feed/2026.trig')
    expect(finished.headers.get('cache-control')).toBe('public, max-age=604800, immutable')
  })

  it('leads to the syntax that is wanted, and has nothing else', async () => {
    expect((await get('feed')).headers.get('location')).toBe('/katalog/feed.trig')
    const json = await get('feed', { accept: 'application/ld+json' })
    expect([json.status, json.headers.get('location')]).toEqual([303, '/katalog/feed.jsonld'])
    for (const path of ['feed/1999.trig', 'feed/x.trig', 'feed/2026.html'])
      expect((await get(path)).status).toBe(404)
    expect(await (await get('api')).text()).toContain(`${BASE}feed/latest.trig`)
  })

  it('is not there without a store', async () => {
    const plain = await openSite(['fixtures/catalogs/kommun.ttl'], { base: BASE, io: quietIo() })
    const answer = await createPortal(() => plain)(new Request(`${BASE}feed.trig`))
    await plain.close()
    expect(answer.status).toBe(404)
  })
})
