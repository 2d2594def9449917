// From store to feed to store: a second store that harvests the feed of the first has the same content, byte for byte,
// under the same brake and gates as any other source.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  approve,
  type HarvestOptions,
  harvestAll,
  restore,
  type SourceOutcome,
} from '../src/harvest/index.ts'
import { createFeed, type Feed } from '../src/publish/index.ts'
import { type Graph, iriId } from '../src/rdf/index.ts'
import {
  type Client,
  defaultRemoval,
  openClient,
  readSource,
  type Source,
  sourceOf,
} from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import {
  type CatalogServer,
  catalogText,
  type MadeDataset,
  startCatalogServer,
} from './support/catalog-server.ts'
import { all } from './support/stores.ts'

const HOME = 'https://a.example.se/'
let catalogs: CatalogServer
let client: Client
let first: Store
let second: Store
let feedServer: Server
let feed: Feed
let base: string
let isBroken: boolean
let clock: number

beforeEach(async () => {
  catalogs = await startCatalogServer()
  client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
  first = await openStore(':memory:')
  second = await openStore(':memory:')
  clock = Date.UTC(2026, 4, 1)
  isBroken = false
  feedServer = createServer((request, response) => {
    const answer = async () => {
      const path = (request.url ?? '/').slice(1)
      const page = isBroken && path !== 'feed.trig' ? undefined : await feed.page(path)
      if (!page) return void response.writeHead(404).end()
      response.writeHead(200, { 'content-type': page.mediaType, etag: page.etag }).end(page.body)
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((done) => feedServer.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(feedServer.address() as AddressInfo).port}/`
  feed = createFeed(
    { changes: (after) => first.changes({ after, isBrief: true }), content: (hash) => first.content(hash) },
    { base, pageSize: 4 },
  )
})
afterEach(async () => {
  feedServer.closeAllConnections()
  await new Promise((done) => feedServer.close(done))
  await client.close()
  await catalogs.close()
  await first.close()
  await second.close()
})

async function harvest(
  store: Store,
  source: Source,
  more: Partial<HarvestOptions> = {},
): Promise<SourceOutcome> {
  clock += 1000
  const now = () => new Date(clock)
  return (await harvestAll({ store, client, sources: [source], now, ...more }))[0]
}

const common = { id: 'a', robots: false, allowPrivate: ['127.0.0.1'] } as const
const removal = { ...defaultRemoval, policy: 'immediate' } as const
const catalog = () => sourceOf({ ...common, url: `${catalogs.base}/a`, reader: 'rdf', removal })
const stream = (view = 'feed.trig') => sourceOf({ ...common, url: base + view, reader: 'ldes' })
const serve = (datasets: readonly MadeDataset[]) =>
  catalogs.paths.set('/a', { body: catalogText(HOME, datasets) })
const many = (n: number, more: Partial<MadeDataset> = {}): MadeDataset[] =>
  Array.from({ length: n }, (_, i) => ({ id: `d${String(i).padStart(3, '0')}`, ...more }))
const dump = async (store: Store) => (await all(store.dump())).join('')

describe('a feed between two stores', () => {
  for (const view of ['feed.trig', 'feed/latest.jsonld'])
    it(`carries everything over, change by change, by ${view}`, async () => {
      const states: readonly (readonly MadeDataset[])[] = [
        many(12),
        [...many(12).slice(0, 11), { id: 'ny', title: 'Ny "med" å\nrad' }],
        many(12, { title: 'Samma', modified: '2026-05-02' }),
        many(9),
        many(12),
      ]
      for (const state of states) {
        serve(state)
        clock += 40 * 86_400_000
        expect((await harvest(first, catalog())).state).toBe('applied')
        expect((await harvest(second, stream(view))).state).toBe('applied')
        const wanted = await dump(first)
        expect(wanted.length).toBeGreaterThan(1000)
        expect(await dump(second)).toBe(wanted)
      }
      expect((await harvest(second, stream(view))).state).toBe('unchanged')
      expect(await all(second.verify())).toEqual([])
      // The second store has a history of its own, as long as what it saw.
      const kinds = new Set((await all(second.changes())).map(({ kind }) => kind))
      expect([...kinds].sort()).toEqual(['create', 'delete', 'update'])
    })

  it('ends in the same state when the second store comes late', async () => {
    for (const n of [5, 8, 7]) {
      serve(many(n, { title: `Version ${n}` }))
      await harvest(first, catalog())
    }
    await harvest(second, stream())
    expect(await dump(second)).toBe(await dump(first))
  })

  it('is held when it deletes too much, and applied when a person says so', async () => {
    serve(many(40))
    await harvest(first, catalog())
    await harvest(second, stream())
    const before = await dump(second)
    serve(many(10))
    const held = await harvest(first, catalog())
    await approve(first, held.run!.id, { by: 'Prov', now: new Date(clock) })
    const also = await harvest(second, stream())
    expect(also).toMatchObject({ state: 'held' })
    expect(await dump(second)).toBe(before)
    expect((await harvest(second, stream())).run?.id).toBe(also.run?.id)
    await approve(second, also.run!.id, { by: 'Prov', now: new Date(clock) })
    expect(await dump(second)).toBe(await dump(first))
    expect((await harvest(second, stream())).state).toBe('unchanged')
  })

  it('leaves everything as it was when a page fails, and catches up afterwards', async () => {
    serve(many(6))
    await harvest(first, catalog())
    await harvest(second, stream())
    const before = await dump(second)
    serve(many(9))
    await harvest(first, catalog())
    isBroken = true
    clock += 86_400_000
    expect((await harvest(second, stream())).state).toBe('failed')
    expect(await dump(second)).toBe(before)
    isBroken = false
    expect((await harvest(second, stream())).state).toBe('applied')
    expect(await dump(second)).toBe(await dump(first))
  })

  it('remembers by reference what the store holds, whatever else is done to the store', async () => {
    const remembered = async () => {
      const { reader } = await second.clientState('a')
      const { kept } = JSON.parse(gunzipSync(Buffer.from(reader, 'base64')).toString())
      return Object.values(kept.entities as Record<string, string | string[]>)
    }
    serve(many(6, { title: 'Första' }))
    await harvest(first, catalog())
    await harvest(second, stream())
    const early = new Date(clock).toISOString()
    expect((await remembered()).filter((each) => typeof each !== 'string')).toEqual([])
    serve([...many(5, { title: 'Andra' }), { id: 'd005', title: 'Första' }])
    clock += 86_400_000
    await harvest(first, catalog())
    expect((await harvest(second, stream())).state).toBe('applied')
    expect((await harvest(second, stream())).state).toBe('unchanged')
    expect((await remembered()).filter((each) => typeof each === 'string')).toEqual([])
    expect(await dump(second)).toBe(await dump(first))

    // Somebody brings back an earlier version: what the feed said of it is in the history still.
    await restore(second, `${HOME}d002`, { now: new Date(clock), source: 'a', at: early })
    expect(await dump(second)).not.toBe(await dump(first))
    serve([...many(5, { title: 'Andra' }), { id: 'd005', title: 'Tredje' }])
    clock += 86_400_000
    await harvest(first, catalog())
    expect((await harvest(second, stream())).state).toBe('applied')
    expect(await dump(second)).toBe(await dump(first))

    // Where the contents are not to be had, the feed is read from its beginning.
    const { reader: state } = await second.clientState('a')
    const graphs: Graph[] = []
    for await (const event of readSource(stream(), { client, state }))
      if (event.kind === 'document' && event.graph) graphs.push(event.graph)
    expect(graphs.map((graph) => iriId(graph, `${HOME}d005`) >= 0)).toEqual([true])
  })

  it('keeps the last good version of what breaks a gate', async () => {
    const gate = ['dataset-title-missing']
    serve(many(4))
    await harvest(first, catalog())
    await harvest(second, stream(), { gate })
    serve([...many(3), { id: 'd003', isBroken: true }])
    await harvest(first, catalog())
    const outcome = await harvest(second, stream(), { gate })
    expect(outcome.counts.quarantined).toBe(1)
    expect(await second.entity(`${HOME}d003`)).toMatchObject({ state: 'stale' })
  })
})
