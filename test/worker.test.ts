// Several workers on one PostgreSQL, killed now and then, with connections cut: every source is harvested, none twice
// at a time, and the store ends as one process with SQLite leaves it.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { catalogText } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { all } from './support/stores.ts'

const SOURCES = 40
const WORKERS = 4
const KILLS = 4

let cli: Cli
let cluster: Cluster | undefined
let server: Server
/** The most requests that one source has had at a time. */
let mostAtOnce = 0

beforeAll(async () => {
  cli = compileCli()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
  const under = new Map<string, number>()
  server = createServer((request, response) => {
    const path = request.url ?? ''
    const n = (under.get(path) ?? 0) + 1
    under.set(path, n)
    mostAtOnce = Math.max(mostAtOnce, n)
    response.on('close', () => under.set(path, (under.get(path) ?? 1) - 1))
    const id = path.slice(1)
    const datasets = Array.from({ length: 3 }, (_, i) => ({ id: `d${i}` }))
    // Answers when others have been asked too: a source under way is one that can be interrupted.
    setImmediate(() =>
      response
        .writeHead(200, { 'content-type': 'text/turtle' })
        .end(catalogText(`https://${id}.example.se/`, datasets)),
    )
  })
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done))
}, 240_000)
afterAll(async () => {
  cli.remove()
  await cluster?.stop()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

function sourcesYaml(): string {
  const { port } = server.address() as AddressInfo
  const one = (n: number) =>
    `  - id: s${n}\n    url: http://127.0.0.${1 + (n % 200)}:${port}/s${n}\n    robots: false\n    allowPrivate: ['*']\n    schedule: 0 4 * * *\n`
  return `contact: test@example.se\nsources:\n${Array.from({ length: SOURCES }, (_, n) => one(n)).join('')}`
}

function worker(address: string, onStart: (child: ChildProcess) => void): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const args = [
      cli.bin,
      'worker',
      '--once',
      '--store',
      address,
      '--jobs',
      '2',
      '--log',
      'json',
      '--lang',
      'en',
    ]
    const child = spawn(process.execPath, args, {
      cwd: cli.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH },
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('"kind":"start"')) onStart(child)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
}

describe('workers', () => {
  it.skipIf(hasPostgres)(
    'PostgreSQL 15 is not installed: the test of several workers did not run (apt-get install postgresql)',
    () => {
      expect(process.env.CI).toBeUndefined()
    },
  )

  it.runIf(hasPostgres || process.env.CI)(
    `${WORKERS} of them with ${KILLS} kills and a cut connection leave what one SQLite process leaves`,
    async () => {
      cli.write('sources.yaml', sourcesYaml())
      const address = await cluster!.database()
      let started = 0
      let killed = 0
      const onStart = (child: ChildProcess) => {
        started++
        if (started % 6 === 0 && killed < KILLS) {
          killed++
          child.kill('SIGKILL')
        }
        if (started === 15)
          void cluster!.sql(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'grunddata' and state = 'idle' limit 1`,
          )
      }
      // The sources are put into the store first; then workers come, and new ones for those that are killed.
      expect(
        (
          await cli.run([
            'worker',
            '--once',
            '--store',
            address,
            '--sources',
            'sources.yaml',
            '--source',
            's0',
            '--allow-private',
            '*',
          ])
        ).code,
      ).toBe(0)
      const registered = await openStore(address)
      const yaml = await openStore(join(cli.folder, 'one.sqlite'))
      expect((await cli.run(['harvest', '--store', 'one.sqlite', '--lang', 'en'])).code).toBe(0)
      try {
        for (const { life: _, version: __, ...source } of await yaml.sources())
          await registered.putSource(source, new Date().toISOString())
        const slot = async () => {
          while ((await worker(address, onStart)) === null);
        }
        await Promise.all(Array.from({ length: WORKERS }, slot))
        expect(killed).toBe(KILLS)
        expect(await all(registered.verify())).toEqual([])
        expect((await all(registered.dump())).join('')).toBe((await all(yaml.dump())).join(''))
        expect((await all(registered.dump({ isUnited: true }))).join('')).toBe(
          (await all(yaml.dump({ isUnited: true }))).join(''),
        )
        const creates = (await all(registered.changes({ isBrief: true }))).map(
          ({ kind, source, iri }) => `${kind} ${source} ${iri}`,
        )
        expect(new Set(creates).size).toBe(creates.length)
        expect((await registered.sources()).every(({ life }) => life.nextDue !== undefined)).toBe(true)
        expect(mostAtOnce).toBe(1)
      } finally {
        await registered.close()
        await yaml.close()
      }
    },
    600_000,
  )
})
