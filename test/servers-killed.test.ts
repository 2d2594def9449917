// PostgreSQL and Virtuoso killed in the middle of a harvest and of a projection: what was said to be kept is kept, the
// store ends as one that nobody disturbed, and copies become as the store.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compareProjection, graphStoreProjection, project } from '../src/harvest/index.ts'
import type { Send } from '../src/publish/index.ts'
import { openStore } from '../src/store/index.ts'
import { type CatalogServer, catalogText, startCatalogServer } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { startOxigraph } from './support/oxigraph-server.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { plainSend } from './support/send.ts'
import { all, dataset, sourceNamed, time } from './support/stores.ts'
import { hasVirtuoso, startVirtuoso } from './support/virtuoso.ts'

const SOURCES = 20
/** Sources that are done when PostgreSQL is killed. */
const KILL_AFTER = [4, 11]

let cli: Cli
let server: CatalogServer
let cluster: Cluster | undefined
beforeAll(async () => {
  cli = compileCli()
  server = await startCatalogServer()
  if (hasPostgres || process.env.CI) cluster = await startPostgres({ isDurable: true })
}, 240_000)
afterAll(async () => {
  await cluster?.stop()
  await server.close()
  cli.remove()
})

/** Harvests; gives the sources that were said to be done, and kills the database when so many are. */
function harvestUntil(address: string, killAfter: number | undefined) {
  const done: string[] = []
  let crashed: Promise<void> | undefined
  return new Promise<{ code: number | null; done: readonly string[]; err: string }>((resolve, reject) => {
    const args = ['harvest', '--store', address, '--jobs', '2', '--log', 'json', '--lang', 'en']
    const child = spawn(process.execPath, [cli.bin, ...args], {
      cwd: cli.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH },
    })
    const said: string[] = []
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line)
      if (!line.includes('"kind":"done"')) return
      const { source, state } = JSON.parse(line)
      if (state === 'applied' || state === undefined) done.push(source)
      if (done.length === killAfter) crashed ??= cluster?.crash()
    })
    child.on('error', reject)
    child.on('close', async (code) => {
      await crashed
      resolve({ code, done, err: said.join('\n') })
    })
  })
}

it.skipIf(hasPostgres)(
  'PostgreSQL 15 is not installed: nothing of it was killed (apt-get install postgresql)',
  () => {
    expect(process.env.CI).toBeUndefined()
  },
)

it.skipIf(hasVirtuoso)(
  'Virtuoso is not installed: it was not killed (apt-get install virtuoso-opensource)',
  () => {
    expect(process.env.CI).toBeUndefined()
  },
)

it.runIf(hasPostgres || process.env.CI)(
  'PostgreSQL killed twice in a harvest loses nothing that was done, and ends as an undisturbed store',
  async () => {
    const one = (n: number) =>
      `  - id: s${n}\n    url: ${server.base}/s${n}\n    robots: false\n    allowPrivate: ['*']\n`
    const ids = Array.from({ length: SOURCES }, (_, n) => n)
    for (const n of ids)
      server.paths.set(`/s${n}`, {
        body: catalogText(`https://s${n}.example.se/`, [{ id: 'd0' }, { id: 'd1' }]),
      })
    cli.write('sources.yaml', `contact: t@example.se\nsources:\n${ids.map(one).join('')}`)
    const address = await cluster!.database()
    for (const killAfter of KILL_AFTER) {
      const { done, err } = await harvestUntil(address, killAfter)
      expect(done.length).toBeGreaterThanOrEqual(killAfter)
      expect(err).not.toMatch(/Unhandled|at .*node_modules/)
      const store = await openStore(address)
      try {
        for (const source of done) expect((await all(store.entities({ source }))).length).toBeGreaterThan(2)
        expect(await all(store.verify())).toEqual([])
      } finally {
        await store.close()
      }
    }
    expect((await harvestUntil(address, undefined)).code).toBe(0)
    expect((await cli.run(['harvest', '--store', 'calm.sqlite', '--lang', 'en'])).code).toBe(0)
    const [store, calm] = [await openStore(address), await openStore(join(cli.folder, 'calm.sqlite'))]
    try {
      expect((await all(store.dump())).join('')).toBe((await all(calm.dump())).join(''))
      expect((await all(store.changes({ isBrief: true }))).length).toBe(
        (await all(calm.changes({ isBrief: true }))).length,
      )
      expect(await all(store.verify())).toEqual([])
    } finally {
      await store.close()
      await calm.close()
    }
  },
  240_000,
)

it.runIf(hasPostgres || process.env.CI)(
  'PostgreSQL killed in the middle of a projection: the copy becomes as the store',
  async () => {
    const copy = await startOxigraph()
    const store = await openStore(await cluster!.database())
    try {
      const ids = ['a', 'b', 'c']
      for (const id of ids) {
        await store.putSource(sourceNamed(id), time(0))
        const upserts = Array.from({ length: 20 }, (_, n) =>
          dataset(`https://${id}.example.se/${n}`, `Nr ${n}`),
        )
        await store.apply({ source: id, time: time(1), run: `r${id}`, upserts })
      }
      let written = 0
      let crashes = 0
      const send: Send = async (address, request) => {
        const query = new URL(address).searchParams.get('query')
        if (query !== null) return { status: 200, headers: {}, body: Buffer.from(await copy.query(query)) }
        if (request.method !== 'GET' && ++written === 4) {
          crashes++
          await cluster!.crash()
        }
        return plainSend(address, request)
      }
      const projection = graphStoreProjection({
        make: 'oxigraph',
        url: new URL(copy.endpoint).origin,
        send,
        credentials: copy,
        chunkLines: 15,
      })
      // A connection that rested is found dead when it is used: this may fail or, with a new one, succeed.
      await project(store, projection).catch(() => undefined)
      expect(crashes).toBe(1)
      await project(store, projection)
      expect(await all(compareProjection(store, projection))).toEqual([])
      expect(await copy.count('SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }')).toBe(120)
    } finally {
      await store.close()
      await copy.close()
    }
  },
  240_000,
)

it.runIf(hasVirtuoso || process.env.CI)(
  'Virtuoso killed in the middle of a projection: the copy becomes as the store',
  async () => {
    const copy = await startVirtuoso()
    const store = await openStore(':memory:')
    try {
      for (const id of ['a', 'b']) {
        await store.putSource(sourceNamed(id), time(0))
        const upserts = Array.from({ length: 40 }, (_, n) =>
          dataset(`https://${id}.example.se/${n}`, `Nr ${n}`),
        )
        await store.apply({ source: id, time: time(1), run: `r${id}`, upserts })
      }
      let written = 0
      const send: Send = async (address, request) => {
        if (request.body === undefined || ++written !== 5) return plainSend(address, request)
        const [answer] = await Promise.allSettled([plainSend(address, request), copy.crash()])
        if (answer.status === 'rejected') throw answer.reason
        return answer.value
      }
      const options = { make: 'virtuoso', url: new URL(copy.endpoint).origin, credentials: copy } as const
      const projection = graphStoreProjection({ ...options, send, chunkLines: 15, tries: 1 })
      await expect(project(store, projection)).rejects.toMatchObject({ name: 'GrunddataError' })
      expect(await store.cursor(projection.name)).toBe(0)
      expect((await all(compareProjection(store, projection))).length).toBeGreaterThan(0)
      await project(store, projection)
      expect(await all(compareProjection(store, projection))).toEqual([])
    } finally {
      await store.close()
      await copy.close()
    }
  },
  240_000,
)
