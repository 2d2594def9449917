// How a worker ends when it is asked to, and what becomes of a job that fails for good.
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openQueue } from '../src/harvest/queue.ts'
import { openStore } from '../src/store/index.ts'
import { catalogText } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { all } from './support/stores.ts'

let cli: Cli
let cluster: Cluster | undefined
let server: Server
let child: ChildProcess | undefined
const asked: string[] = []

beforeAll(async () => {
  cli = compileCli()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
  // The worker is asked to end while it waits for its first answer.
  server = createServer((request, response) => {
    const id = (request.url ?? '').slice(1)
    asked.push(id)
    child?.kill('SIGTERM')
    const body = catalogText(`https://${id}.example.se/`, [{ id: 'd' }])
    response.writeHead(200, { 'content-type': 'text/turtle' }).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
}, 240_000)
afterAll(async () => {
  cli.remove()
  await cluster?.stop()
  await new Promise((done) => server.close(done))
})

it.skipIf(hasPostgres)('PostgreSQL 15 is not installed: no worker of it was stopped', () => {
  expect(process.env.CI).toBeUndefined()
})

it.runIf(hasPostgres || process.env.CI)(
  'a worker that is asked to end finishes its source and begins no other',
  async () => {
    const { port } = server.address() as AddressInfo
    const one = (id: string) =>
      `  - id: ${id}\n    url: http://127.0.0.1:${port}/${id}\n    robots: false\n    allowPrivate: ['*']\n`
    cli.write('sources.yaml', `contact: t@example.se\nsources:\n${['a', 'b', 'c'].map(one).join('')}`)
    const address = await cluster!.database()
    const args = ['worker', '--store', address, '--sources', 'sources.yaml', '--jobs', '1', '--lang', 'en']
    child = spawn(process.execPath, [cli.bin, ...args], {
      cwd: cli.folder,
      stdio: 'ignore',
      env: { PATH: process.env.PATH },
    })
    const code = await new Promise((done) => child?.once('close', done))
    const store = await openStore(address)
    try {
      expect(code).toBe(0)
      expect(asked.length).toBe(1)
      expect((await all(store.entities({ source: asked[0] }))).length).toBeGreaterThan(1)
      expect((await store.sources()).filter(({ life }) => life.lastRead !== undefined).length).toBe(1)
      expect(await store.holder(`source ${asked[0]}`, new Date().toISOString())).toBeUndefined()
    } finally {
      await store.close()
    }
  },
  120_000,
)

it.runIf(hasPostgres || process.env.CI)(
  'a job that always fails is given up and kept apart',
  async () => {
    const store = await openStore(await cluster!.database())
    try {
      const queue = await openQueue(store, { retries: 1 })
      let tries = 0
      const secondTry = new Promise<void>((done) => {
        void queue.send(['x']).then(() =>
          queue.work({
            atOnce: 1,
            due: async () => [],
            onError: () => {},
            handle: async () => {
              if (++tries === 2) done()
              throw new Error('always')
            },
          }),
        )
      })
      await secondTry
      await queue.stop()
      expect(tries).toBe(2)
      expect(await queue.state()).toEqual({ waiting: 0, active: 0, dead: 1 })
    } finally {
      await store.close()
    }
  },
  120_000,
)
