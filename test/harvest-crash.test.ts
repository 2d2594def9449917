// Killing the harvest at any moment, and running two at once: the store ends as if nothing had happened.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { type CatalogServer, catalogText, startCatalogServer } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { all } from './support/stores.ts'

const SOURCES = 30
const ROUNDS = 5
const KILLS_PER_ROUND = 10
/** Lines that one harvest of all sources tells, about. */
const LINES = SOURCES * 6

let cli: Cli
let server: CatalogServer
beforeAll(async () => {
  cli = compileCli()
  server = await startCatalogServer()
}, 240_000)
afterAll(async () => {
  cli.remove()
  await server.close()
})

/** Repeatable, so that a failure can be looked into. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Every source has some datasets that change from round to round, and one that another source has too. */
function serveRound(round: number): void {
  for (let n = 0; n < SOURCES; n++) {
    const datasets = Array.from({ length: 4 + round }, (_, i) => ({
      id: `d${i}`,
      title: `Datamängd ${i}, ${i % 2 ? round : 0}`,
    }))
    const shared = {
      id: 'delad',
      title: `Enligt ${n}`,
      identifier: `0a0a0a0a-0000-4000-8000-${String(n >> 1).padStart(12, '0')}`,
    }
    server.paths.set(`/s${n}`, { body: catalogText(`https://s${n}.example.se/`, [...datasets, shared]) })
  }
}

function sourcesYaml(): string {
  const one = (n: number) =>
    `  - id: s${n}\n    url: ${server.base}/s${n}\n    robots: false\n    allowPrivate: [127.0.0.1]\n`
  return `contact: test@example.se\nsources:\n${Array.from({ length: SOURCES }, (_, n) => one(n)).join('')}`
}

/** Runs a harvest; with `killAt` it is killed when it has told so many lines. Gives the exit code, null when killed. */
function harvestProcess(store: string, killAt?: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const args = [cli.bin, 'harvest', '--store', store, '--log', 'json', '--jobs', '3', '--lang', 'en']
    const child = spawn(process.execPath, args, {
      cwd: cli.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH },
    })
    let lines = 0
    createInterface({ input: child.stderr }).on('line', () => {
      if (++lines === killAt) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code))
  })
}

describe('crash safety', () => {
  it(`leaves the same store after ${ROUNDS * KILLS_PER_ROUND} kills as without any`, async () => {
    cli.write('sources.yaml', sourcesYaml())
    const next = random(20260501)
    let killed = 0
    for (let round = 0; round < ROUNDS; round++) {
      serveRound(round)
      for (let n = 0; n < KILLS_PER_ROUND; n++)
        if ((await harvestProcess('killed.sqlite', 1 + Math.floor(next() * LINES * 0.6))) === null) killed++
      expect(await harvestProcess('killed.sqlite')).toBe(0)
      expect(await harvestProcess('calm.sqlite')).toBe(0)
    }
    expect(killed).toBeGreaterThan((ROUNDS * KILLS_PER_ROUND) / 2)
    const [rough, calm] = await Promise.all(
      ['killed.sqlite', 'calm.sqlite'].map((name) => openStore(join(cli.folder, name))),
    )
    try {
      expect(await all(rough.verify())).toEqual([])
      expect((await all(rough.dump())).join('')).toBe((await all(calm.dump())).join(''))
      expect((await all(rough.dump({ isUnited: true }))).join('')).toBe(
        (await all(calm.dump({ isUnited: true }))).join(''),
      )
      const changes = (store: typeof rough) => all(store.changes({ isBrief: true }))
      const told = async (store: typeof rough) =>
        (await changes(store)).map(({ kind, source, iri, hash }) => `${source} ${iri} ${kind} ${hash}`).sort()
      expect((await told(rough)).filter((line) => !/ (?:suppress|reveal) /.test(line))).toEqual(
        (await told(calm)).filter((line) => !/ (?:suppress|reveal) /.test(line)),
      )
    } finally {
      await rough.close()
      await calm.close()
    }
  }, 900_000)

  it('does no harm when two processes harvest at once', async () => {
    cli.write('sources.yaml', sourcesYaml())
    serveRound(0)
    const codes = await Promise.all([harvestProcess('two.sqlite'), harvestProcess('two.sqlite')])
    expect(codes).toEqual([0, 0])
    serveRound(1)
    await Promise.all([harvestProcess('two.sqlite'), harvestProcess('two.sqlite')])
    await harvestProcess('two.sqlite')
    await harvestProcess('one.sqlite')
    const [two, one] = await Promise.all(
      ['two.sqlite', 'one.sqlite'].map((name) => openStore(join(cli.folder, name))),
    )
    try {
      expect(await all(two.verify())).toEqual([])
      expect((await all(two.dump())).join('')).toBe((await all(one.dump())).join(''))
      const creates = (await all(two.changes({ isBrief: true })))
        .filter(({ kind }) => kind === 'create')
        .map(({ source, iri }) => `${source} ${iri}`)
      expect(new Set(creates).size).toBe(creates.length)
    } finally {
      await two.close()
      await one.close()
    }
  }, 900_000)
})
