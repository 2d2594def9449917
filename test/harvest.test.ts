// The harvest against catalogues on loopback: what is written, held, kept and told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  approve,
  type HarvestOptions,
  harvestAll,
  nearDuplicates,
  reject,
  type SourceOutcome,
} from '../src/harvest/index.ts'
import { type Client, defaultRemoval, openClient, type Source, sourceOf } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import {
  type CatalogServer,
  catalogText,
  type MadeDataset,
  startCatalogServer,
} from './support/catalog-server.ts'
import { all } from './support/stores.ts'

let server: CatalogServer
let client: Client
let store: Store
let clock: number

beforeEach(async () => {
  server = await startCatalogServer()
  client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
  store = await openStore(':memory:')
  clock = Date.UTC(2026, 4, 1)
})
afterEach(async () => {
  await client.close()
  await server.close()
  await store.close()
})

const HOME = 'https://a.example.se/'
const DAY = 86_400_000

const source = (id: string, more: Partial<Source> = {}): Source =>
  sourceOf({
    id,
    url: `${server.base}/${id}`,
    reader: 'rdf',
    robots: false,
    allowPrivate: ['127.0.0.1'],
    ...more,
  })

const many = (n: number, more: Partial<MadeDataset> = {}): MadeDataset[] =>
  Array.from({ length: n }, (_, i) => ({ id: `d${String(i).padStart(3, '0')}`, ...more }))

function serve(id: string, datasets: readonly MadeDataset[], home = HOME): void {
  server.paths.set(`/${id}`, { body: catalogText(home, datasets) })
}

async function run(
  more: Partial<HarvestOptions> = {},
  ...sources: readonly Source[]
): Promise<readonly SourceOutcome[]> {
  clock += 1000
  const now = () => new Date(clock)
  return harvestAll({ store, client, sources: sources.length > 0 ? sources : [source('a')], now, ...more })
}

const later = (days: number) => {
  clock += days * DAY
}
const shown = async () =>
  (await all(store.entities({ isUnited: true, types: ['http://www.w3.org/ns/dcat#Dataset'] }))).map(
    ({ iri, state }) => `${iri.replace(HOME, '')} ${state}`,
  )
const dumpText = async () => (await all(store.dump())).join('')

describe('a harvest', () => {
  it('puts a new source into the store, and a second run asks only whether it has changed', async () => {
    serve('a', many(3))
    const [first] = await run()
    expect(first).toMatchObject({ state: 'applied', counts: { added: 5, updated: 0, removed: 0 } })
    expect(await shown()).toEqual(['d000 current', 'd001 current', 'd002 current'])
    const before = await all(store.changes())
    const [second] = await run()
    expect(second).toMatchObject({ state: 'unchanged', counts: { added: 0, unchanged: 5 } })
    expect(server.requests).toMatchObject([{ status: 200 }, { status: 304, isConditional: true }])
    expect(await all(store.changes())).toEqual(before)
    expect(await all(store.verify())).toEqual([])
  })

  it('makes a plan without writing anything', async () => {
    serve('a', many(3))
    await run()
    serve('a', [...many(2), { id: 'ny', title: 'Ny' }])
    const before = await all(store.exportAll())
    const [outcome] = await run({ isPlan: true })
    expect(outcome.state).toBe('planned')
    expect(outcome.changes.map(({ kind, iri }) => `${kind} ${iri.replace(HOME, '')}`).sort()).toEqual([
      'add ny',
      'missing d002',
      'update catalog',
    ])
    expect(await all(store.exportAll())).toEqual(before)
  })

  it('tells a changed date from a change', async () => {
    serve('a', many(3, { modified: '2026-01-01' }))
    await run()
    serve('a', [
      ...many(2, { modified: '2026-02-02' }),
      { id: 'd002', title: 'Annan', modified: '2026-02-02' },
    ])
    const [outcome] = await run()
    expect(outcome.counts).toMatchObject({ updated: 3, dateOnly: 2 })
  })

  it('lets what is missing stay for its grace period, then removes it with a tombstone', async () => {
    serve('a', many(20))
    await run()
    serve('a', many(18))
    expect((await run())[0]).toMatchObject({ state: 'applied', counts: { missing: 2, removed: 0 } })
    expect((await shown()).filter((line) => line.endsWith('missing'))).toEqual([
      'd018 missing',
      'd019 missing',
    ])
    later(6)
    await run()
    expect((await shown()).length).toBe(20)
    later(2)
    expect((await run())[0]).toMatchObject({ state: 'applied', counts: { removed: 2 } })
    expect((await shown()).length).toBe(18)
    expect(await store.entity(`${HOME}d019`)).toMatchObject({
      state: 'gone',
      reason: { sv: expect.stringContaining('respittiden') },
    })
  })

  it('takes back what returns within the grace period as if nothing had happened', async () => {
    serve('a', many(20))
    await run()
    const before = await dumpText()
    serve('a', many(18))
    await run()
    serve('a', many(20))
    await run()
    expect(await dumpText()).toBe(before)
    expect((await shown()).every((line) => line.endsWith('current'))).toBe(true)
  })

  it('holds a run that loses too much, and does it when a person says so', async () => {
    serve('a', many(40))
    await run()
    const before = await dumpText()
    serve('a', [...many(20), { id: 'ny' }])
    const [held] = await run()
    expect(held).toMatchObject({ state: 'held', brake: [{ kind: 'datasets' }, { kind: 'many' }] })
    expect(await dumpText()).toBe(before)
    expect((await store.source('a'))?.life).toMatchObject({ state: 'held', heldRun: held.run?.id })
    const [again] = await run()
    expect(again).toMatchObject({ state: 'held', run: { id: held.run?.id } })
    await approve(store, held.run!.id, { by: 'Prov', now: new Date(clock + 5000) })
    expect((await shown()).length).toBe(21)
    expect((await store.source('a'))?.life.state).toBe('ok')
    expect((await run())[0].state).toBe('unchanged')
    expect(await all(store.verify())).toEqual([])
  })

  it('forgets what a person rejected, and does not ask again', async () => {
    serve('a', many(40))
    await run()
    serve('a', many(20))
    const [held] = await run()
    await reject(store, held.run!.id, { by: 'Prov', now: new Date(clock) })
    const [again] = await run()
    expect(again).toMatchObject({ state: 'unchanged', notes: [{ sv: expect.stringContaining('avvisades') }] })
    expect((await shown()).length).toBe(40)
    serve('a', many(10))
    expect((await run())[0].state).toBe('held')
  })

  it('replaces a held run when the source comes back', async () => {
    serve('a', many(40))
    await run()
    serve('a', [])
    const [held] = await run()
    expect(held).toMatchObject({ state: 'held', brake: [{ kind: 'everything' }, { kind: 'many' }] })
    serve('a', many(40))
    expect((await run())[0].state).toBe('unchanged')
    expect((await store.run(held.run!.id))?.state).toBe('rejected')
    expect((await store.source('a'))?.life).toMatchObject({ state: expect.stringMatching(/ok|invalid/) })
    await expect(approve(store, held.run!.id, { by: 'x', now: new Date() })).rejects.toMatchObject({
      code: 'USAGE',
    })
  })

  it('holds the loss of a single high-value dataset, and of a publisher', async () => {
    serve('a', [...many(30), { id: 'hvd', isHvd: true }, { id: 'liten', publisher: `${HOME}liten-org` }])
    await run()
    serve('a', [...many(30), { id: 'liten', publisher: `${HOME}liten-org` }])
    expect((await run())[0].brake.map(({ kind }) => kind)).toEqual(['protected'])
    serve('a', [...many(30), { id: 'hvd', isHvd: true }])
    expect((await run())[0].brake.map(({ kind }) => kind)).toEqual(['publisher'])
  })

  it('keeps the last good version of an entity that breaks a gate, and goes on with the rest', async () => {
    const gate = ['dataset-title-missing']
    serve('a', many(3))
    await run({ gate })
    serve('a', [{ id: 'd000', isBroken: true }, { id: 'd001', title: 'Ny titel' }, { id: 'd002' }])
    expect((await run({ gate }))[0]).toMatchObject({
      state: 'applied',
      counts: { quarantined: 1, updated: 1 },
    })
    expect(await store.entity(`${HOME}d000`)).toMatchObject({
      state: 'stale',
      title: { sv: 'Datamängd d000' },
      reason: { sv: expect.stringContaining('titel') },
    })
    serve('a', many(3))
    await run({ gate })
    expect(await store.entity(`${HOME}d000`)).toMatchObject({ state: 'current' })
  })

  it('never loses anything to a failing source, and says whose fault it is', async () => {
    serve('a', many(3))
    await run()
    const before = await dumpText()
    server.paths.set('/a', { body: 'x', status: 503 })
    expect((await run())[0]).toMatchObject({ state: 'failed', run: { failure: { fault: 'temporary' } } })
    expect((await store.source('a'))?.life).toMatchObject({ state: 'unreachable', failures: 1 })
    server.paths.set('/a', { body: '<!doctype html><title>Logga in</title>', type: 'text/html' })
    expect((await run())[0]).toMatchObject({ state: 'failed', run: { failure: { fault: 'theirs' } } })
    expect((await store.source('a'))?.life.state).toBe('invalid')
    server.paths.delete('/a')
    await run()
    expect((await store.source('a'))?.life.state).toBe('unreachable')
    later(8)
    await run()
    expect((await store.source('a'))?.life.state).toBe('gone')
    expect(await dumpText()).toBe(before)
    serve('a', many(3))
    await run()
    expect((await store.source('a'))?.life).not.toHaveProperty('failingSince')
  })

  it('removes nothing when text was lost to a syntax error', async () => {
    serve('a', many(20))
    await run()
    const broken = catalogText(HOME, many(20)).replace(
      'dct:title "Datamängd d019"@sv',
      'dct:title "Datamängd d019',
    )
    server.paths.set('/a', { body: broken })
    const [outcome] = await run()
    expect(outcome.counts).toMatchObject({ removed: 0, missing: 0 })
    expect((await shown()).length).toBe(20)
  })

  it('shows one of two descriptions of the same thing, by rank', async () => {
    serve('a', [{ id: 'd', title: 'Enligt a', identifier: '0a0a0a0a-0000-4000-8000-000000000000' }])
    serve(
      'b',
      [{ id: 'e', title: 'Enligt b', identifier: '0A0A0A0A-0000-4000-8000-000000000000' }],
      'https://b.example.se/',
    )
    const b = source('b', { sector: 'private', priority: 5 })
    await run({}, b, source('a'))
    expect(await shown()).toEqual(['d current'])
    await run({}, source('b', { rank: 1 }), source('a'))
    expect(await shown()).toEqual(['https://b.example.se/e current'])
    expect((await store.decisions({})).length).toBeGreaterThan(0)
  })

  it('recognises things that only changed their address', async () => {
    serve('a', many(30))
    await run()
    serve(
      'a',
      many(30).map(({ id }) => ({ id: `x${id}`, title: `Datamängd ${id}` })),
    )
    const [outcome] = await run()
    expect(outcome.state).toBe('held')
    expect(outcome.notes[0].sv).toContain('30 beskrivningar verkar bara ha bytt adress')
  })

  it('keeps the quality of the source each time its content changes', async () => {
    serve('a', many(3))
    await run()
    await run()
    serve('a', many(4))
    await run()
    const scores = await store.scores({ source: 'a', method: 'mqa-se' })
    expect(scores.map(({ body }) => body)).toMatchObject([{ datasets: 3 }, { datasets: 4 }])
    expect(scores[0].points).toBeGreaterThan(0)
  })

  it('finds what looks like the same thing under two addresses', async () => {
    serve('a', [
      { id: 'd', title: 'Luftkvalitet i tätorter' },
      { id: 'e', title: 'Annat' },
    ])
    serve(
      'b',
      [{ id: 'f', title: 'Luftkvalitet i tätorter', publisher: `${HOME}org` }],
      'https://b.example.se/',
    )
    await run({}, source('a'), source('b'))
    expect(await nearDuplicates(store)).toMatchObject([
      {
        reason: { en: 'have the same title and publisher' },
        things: [{ source: 'a', iri: `${HOME}d` }, { source: 'b' }],
      },
    ])
  })

  it('does not work on a source that somebody else works on', async () => {
    serve('a', many(3))
    await store.putSource(
      { id: 'a', url: 'x', rank: 2, rankReason: { sv: '', en: '' }, order: 0, settings: {} },
      new Date().toISOString(),
    )
    await store.claim('source a', { owner: 'other', now: new Date().toISOString(), ttlMs: 60_000 })
    expect((await run())[0].state).toBe('busy')
    await store.release('source a', 'other')
    expect((await run())[0].state).toBe('applied')
  })

  it('goes on with the other sources when one fails', async () => {
    serve('a', many(3))
    const outcomes = await run(
      {},
      source('nothing'),
      source('a'),
      source('away', { url: 'http://127.0.0.1:1/' }),
    )
    expect(outcomes.map(({ state }) => state)).toEqual(['failed', 'applied', 'failed'])
  })

  it('keeps the policies immediate and keep', async () => {
    const removal = (policy: 'immediate' | 'keep') => source('a', { removal: { ...defaultRemoval, policy } })
    serve('a', many(20))
    await run({}, removal('keep'))
    serve('a', many(18))
    await run({}, removal('keep'))
    later(100)
    await run({}, removal('keep'))
    expect((await shown()).length).toBe(20)
    serve('a', [...many(18), { id: 'ny' }])
    await run({}, removal('immediate'))
    expect((await shown()).length).toBe(19)
  })
})
