// What workers on one PostgreSQL rely on: rights that nobody has twice, a queue that nothing blocks, and connections
// that may be cut.
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimed } from '../src/harvest/claim.ts'
import { runWorker } from '../src/harvest/index.ts'
import { openQueue } from '../src/harvest/queue.ts'
import { openClient, sourceOf } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { type CatalogServer, catalogText, startCatalogServer } from './support/catalog-server.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { all, dataset, sourceNamed, time } from './support/stores.ts'

let cluster: Cluster | undefined
let server: CatalogServer
beforeAll(async () => {
  server = await startCatalogServer()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
}, 120_000)
afterAll(async () => {
  await server.close()
  await cluster?.stop()
})

/** A promise and what ends it. */
function signal(): { readonly come: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const come = new Promise<void>((done) => {
    give = done
  })
  return { come, give }
}

it.skipIf(hasPostgres)('PostgreSQL 15 is not installed: its queue was not tested', () => {
  expect(process.env.CI).toBeUndefined()
})

describe.runIf(hasPostgres || process.env.CI)('the queue', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore(await cluster!.database())
  })
  afterEach(() => store.close())

  const cutAll = () =>
    cluster!.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grunddata'`,
    )

  it('lets others past a source that is asked for again while it is read', async () => {
    const queue = await openQueue(store)
    const [begun, other, end] = [signal(), signal(), signal()]
    const taken: string[] = []
    await queue.send(['slow'])
    await queue.work({
      atOnce: 2,
      due: async () => [],
      onError: (error) => taken.push(error.message),
      handle: async (source) => {
        taken.push(source)
        if (source === 'other') other.give()
        if (source !== 'slow' || taken.length > 1) return 'done'
        begun.give()
        await end.come
        return 'done'
      },
    })
    await begun.come
    await queue.send(['slow'])
    await queue.send(['other'])
    await other.come
    end.give()
    await queue.stop()
    expect(taken.slice(0, 3).sort()).toEqual(['other', 'slow', 'slow'])
    expect((await queue.state()).active).toBe(0)
  }, 60_000)

  it('goes on when its connections are cut, and forgets nothing', async () => {
    const queue = await openQueue(store)
    const ids = Array.from({ length: 12 }, (_, n) => `s${n}`)
    await queue.send(ids)
    const done = new Set<string>()
    const everyOne = signal()
    const errors: string[] = []
    await queue.work({
      atOnce: 3,
      due: async () => [],
      onError: (error) => errors.push(error.message),
      handle: async (source) => {
        if (done.size % 3 === 0) await cutAll()
        done.add(source)
        if (done.size === ids.length) everyOne.give()
        return 'done'
      },
    })
    await everyOne.come
    await queue.stop()
    expect([...done].sort()).toEqual([...ids].sort())
    expect(errors).toEqual([])
    expect((await queue.state()).dead).toBe(0)
  }, 60_000)

  it('tells a cut connection as a store that cannot be reached, and writes nothing of the batch', async () => {
    await store.putSource(sourceNamed('a'), time(0))
    // Somebody else writes, for as long as this connection lasts.
    const waiting = `select pid from pg_stat_activity
       where application_name = 'grunddata' and wait_event = 'advisory'`
    const lock = 'select pg_advisory_xact_lock(7236405510)'
    const held = new pg.Client({ connectionString: store.url })
    await held.connect()
    await held.query(`begin; ${lock}`)
    const upserts = [dataset('https://a.example.se/1', 'Ett')]
    const written = store.apply({ source: 'a', time: time(1), run: 'r', upserts })
    const isCut = expect(written).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' })
    let isWaiting = false
    while (!isWaiting) isWaiting = (await cluster!.sql(waiting)).rows.length > 0
    await cutAll()
    await isCut
    await held.end()
    expect(await all(store.entities({ source: 'a' }))).toEqual([])
  }, 60_000)
})

describe('a worker', () => {
  it('has no right twice, also when it asks itself', async () => {
    const store = await openStore(':memory:')
    try {
      const owner = 'the same'
      const inner = () => claimed(store, 'x', { owner, work: async () => 'twice' })
      expect(await claimed(store, 'x', { owner, work: inner })).toBeUndefined()
      expect(await claimed(store, 'x', { owner, work: async () => 'once' })).toBe('once')
    } finally {
      await store.close()
    }
  })

  it('does not take the number of a process on another machine for one of its own', async () => {
    const store = await openStore(':memory:')
    try {
      const { hostname } = await import('node:os')
      const now = new Date().toISOString()
      // The same name of a machine, and a process that does not run here.
      await store.claim('x', { owner: `${hostname()} 2147483646 aa`, now, ttlMs: 30_000 })
      expect(await claimed(store, 'x', { owner: 'o', work: async () => 'taken' })).toBeUndefined()
    } finally {
      await store.close()
    }
  })

  it('reads what is due once, and what is asked for also when it is not; never what is paused', async () => {
    const store = await openStore(':memory:')
    const client = await openClient({ allowPrivate: ['127.0.0.1'] })
    try {
      for (const id of ['a', 'b', 'c']) {
        server.paths.set(`/${id}`, { body: catalogText(`https://${id}.example.se/`, [{ id: 'd' }]) })
        const url = `${server.base}/${id}`
        const settings = sourceOf({ id, url, reader: 'rdf', robots: false, allowPrivate: ['127.0.0.1'] })
        await store.putSource(sourceNamed(id, { url, settings: { ...settings } }), time(0))
      }
      const pause = () => store.changeLife('c', (life) => ({ ...life, state: 'paused' }))
      const read: string[] = []
      const work = (first: readonly string[]) =>
        runWorker({
          store,
          client,
          jobs: 1,
          isOnce: true,
          first,
          signal: new AbortController().signal,
          onError: (error) => read.push(error.message),
          tell: (event) => {
            if (event.kind !== 'done') return
            read.push(event.source)
            // Due when the worker looked, paused before its turn came.
            if (event.source === 'a') void pause()
          },
        })
      await work([])
      expect(read).toEqual(['a', 'b'])
      await work(['b', 'c'])
      expect(read).toEqual(['a', 'b', 'b'])
    } finally {
      await client.close()
      await store.close()
    }
  })
})
