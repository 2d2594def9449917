// Several workers on one PostgreSQL, a random one killed again and again, with connections cut: every source is
// harvested, none twice at a time, and the store ends as one process with SQLite leaves it.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../src/store/index.ts'
import { catalogText } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { all } from './support/stores.ts'

const SOURCES = 300
const WORKERS = 4
/** Sources that are done between two kills, and between two cuts: so many, or up to twice as many. */
const KILL_EVERY = 15
const CUT_EVERY = 25
/** A source answers so late, and one of so many much later: while it is read, new workers come that find it due. */
const LATENCY_MS = 40
const SLOW_ONE_OF = 20
const SLOW_MS = 2_500

let cli: Cli
let cluster: Cluster | undefined
let server: Server
/** Requests under way for each source, and the most that any source has had at a time. */
const underWay = new Map<string, number>()
let mostAtOnce = 0
let mostSources = 0

beforeAll(async () => {
  cli = compileCli()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
  server = createServer((request, response) => {
    const path = request.url ?? ''
    underWay.set(path, (underWay.get(path) ?? 0) + 1)
    mostAtOnce = Math.max(mostAtOnce, underWay.get(path) ?? 0)
    mostSources = Math.max(mostSources, [...underWay.values()].filter((n) => n > 0).length)
    response.on('close', () => underWay.set(path, (underWay.get(path) ?? 1) - 1))
    const datasets = Array.from({ length: 3 }, (_, i) => ({ id: `d${i}` }))
    const body = catalogText(`https://${path.slice(1)}.example.se/`, datasets)
    const latency = Number(path.slice(2)) % SLOW_ONE_OF === 0 ? SLOW_MS : LATENCY_MS
    setTimeout(() => response.writeHead(200, { 'content-type': 'text/turtle' }).end(body), latency)
  })
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done))
}, 240_000)
afterAll(async () => {
  cli.remove()
  await cluster?.stop()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

/** Some hosts have two sources. */
function sourcesYaml(): string {
  const { port } = server.address() as AddressInfo
  const one = (n: number) =>
    `  - id: s${n}\n    url: http://127.0.0.${1 + (n % 250)}:${port}/s${n}\n    robots: false\n    allowPrivate: ['*']\n    schedule: 0 4 * * *\n`
  return `contact: test@example.se\nsources:\n${Array.from({ length: SOURCES }, (_, n) => one(n)).join('')}`
}

/** Repeatable, so that a failure can be looked into. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Disturbance {
  readonly kills: number
  readonly cuts: number
  /** What workers ended with that were not killed. */
  readonly codes: readonly (number | null)[]
  readonly said: readonly string[]
}

/** Lets workers work until nothing waits; for each that is killed there comes a new one. */
async function disturbed(address: string): Promise<Disturbance> {
  const next = random(20261128)
  const living = new Set<ChildProcess>()
  const codes: (number | null)[] = []
  const said: string[] = []
  let [done, kills, cuts] = [0, 0, 0]
  const after = (every: number) => done + every + Math.floor(next() * every)
  let [killAt, cutAt] = [after(KILL_EVERY), after(CUT_EVERY)]
  const onDone = () => {
    done++
    if (done >= killAt) {
      kills++
      killAt = after(KILL_EVERY)
      const workers = [...living]
      workers[Math.floor(next() * workers.length)]?.kill('SIGKILL')
    }
    if (done >= cutAt) {
      cuts++
      cutAt = after(CUT_EVERY)
      const which = Math.floor(next() * 1000)
      void cluster?.sql(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grunddata'
         order by md5(pid::text || '${which}') limit 1`,
      )
    }
  }
  const worker = () =>
    new Promise<number | null>((resolve, reject) => {
      const args = ['worker', '--once', '--store', address, '--sources', 'sources.yaml', '--jobs', '2']
      const child = spawn(process.execPath, [cli.bin, ...args, '--log', 'json', '--lang', 'en'], {
        cwd: cli.folder,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH },
      })
      living.add(child)
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (line.includes('"kind":"done"')) onDone()
        else if (!line.startsWith('{')) said.push(line)
      })
      child.on('error', reject)
      child.on('close', (code) => {
        living.delete(child)
        resolve(code)
      })
    })
  const place = async () => {
    let code = await worker()
    while (code === null) code = await worker()
    codes.push(code)
  }
  await Promise.all(Array.from({ length: WORKERS }, place))
  return { kills, cuts, codes, said }
}

/** Runs of one source that were under way at the same time, by their own records. */
async function overlaps(store: Store): Promise<readonly string[]> {
  const found: string[] = []
  for (const { id } of await store.sources()) {
    const runs = [...(await store.runs({ source: id }))].reverse()
    for (const [n, { started }] of runs.entries())
      if (n > 0 && started < (runs[n - 1].finished ?? '')) found.push(`${id} ${started}`)
  }
  return found
}

describe('workers', () => {
  it.skipIf(hasPostgres)(
    'PostgreSQL 15 is not installed: the test of several workers did not run (apt-get install postgresql)',
    () => {
      expect(process.env.CI).toBeUndefined()
    },
  )

  it.runIf(hasPostgres || process.env.CI)(
    `${WORKERS} of them, killed and cut off over ${SOURCES} sources, leave what one SQLite process leaves`,
    async () => {
      cli.write('sources.yaml', sourcesYaml())
      const address = await cluster!.database()
      const { kills, cuts, codes, said } = await disturbed(address)
      expect(mostAtOnce).toBe(1)
      expect(mostSources).toBeGreaterThan(1)
      expect(kills).toBeGreaterThanOrEqual(SOURCES / (2 * KILL_EVERY) - 1)
      expect(cuts).toBeGreaterThanOrEqual(SOURCES / (2 * CUT_EVERY) - 1)
      expect({ codes, said }).toEqual({ codes: Array.from({ length: WORKERS }, () => 0), said: [] })
      expect((await cli.run(['harvest', '--store', 'one.sqlite', '--lang', 'en'])).code).toBe(0)
      const store = await openStore(address)
      const one = await openStore(join(cli.folder, 'one.sqlite'))
      try {
        const sources = await store.sources()
        expect(sources.length).toBe(SOURCES)
        expect(sources.filter(({ life }) => life.lastRead === undefined || !life.nextDue)).toEqual([])
        expect(await overlaps(store)).toEqual([])
        expect(await all(store.verify())).toEqual([])
        for (const isUnited of [false, true])
          expect((await all(store.dump({ isUnited }))).join('')).toBe(
            (await all(one.dump({ isUnited }))).join(''),
          )
        // Nothing was written twice: the history says each thing once.
        const told = (await all(store.changes({ isBrief: true }))).map(
          ({ kind, source, iri }) => `${kind} ${source} ${iri}`,
        )
        expect(new Set(told).size).toBe(told.length)
        expect(told.length).toBe((await all(one.changes({ isBrief: true }))).length)
      } finally {
        await store.close()
        await one.close()
      }
    },
    600_000,
  )
})
