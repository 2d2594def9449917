// `grunddata publish` of a store, killed at any moment: the target is the old whole or the new whole, or the next run
// makes it whole; and what somebody else has put there is never lost.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { type OxigraphServer, startOxigraph } from './support/oxigraph-server.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { dataset, reason, sourceNamed, time } from './support/stores.ts'

const BASE = 'https://samlat.example.se/'
const SOURCES = ['a', 'b', 'c', 'd']
const hook = fileURLToPath(new URL('support/killed-at.cjs', import.meta.url))

let cli: Cli
let cluster: Cluster | undefined
beforeAll(async () => {
  cli = compileCli()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
}, 240_000)
afterAll(async () => {
  await cluster?.stop()
  cli.remove()
})

/** Repeatable, so that a failure can be looked into. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Version = 'old' | 'new'
const other = (version: Version): Version => (version === 'old' ? 'new' : 'old')

/** A store as it is before and after a harvest: things that change, come and go, a source that goes and one that comes. */
async function fill(address: string, version: Version): Promise<string> {
  const store = await openStore(address)
  try {
    for (const id of SOURCES) await store.putSource(sourceNamed(id), time(0))
    const things = (id: string, n: number, word: string) =>
      Array.from({ length: n }, (_, i) => dataset(`https://${id}.example.se/${i}`, `${word} ${i}`))
    for (const id of ['a', 'b', 'c'])
      await store.apply({ source: id, time: time(1), run: `${id}1`, upserts: things(id, 6, 'Träd') })
    if (version === 'old') return address
    await store.apply({
      source: 'a',
      time: time(2),
      run: 'a2',
      upserts: things('a', 3, 'Luft'),
      deletes: [{ iri: 'https://a.example.se/5', reason }],
    })
    const deletes = things('c', 6, '').map(({ iri }) => ({ iri, reason }))
    await store.apply({ source: 'c', time: time(2), run: 'c2', deletes })
    await store.apply({ source: 'd', time: time(2), run: 'd2', upserts: things('d', 4, 'Vatten') })
    return address
  } finally {
    await store.close()
  }
}

const places = [
  { name: 'SQLite', address: async (name: string) => join(cli.folder, name), isThere: true },
  { name: 'PostgreSQL', address: () => cluster!.database(), isThere: hasPostgres || !!process.env.CI },
]

/** Every file below a folder with a digest of its content. */
function tree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return Object.fromEntries(
    files
      .map((each) => join(each.parentPath ?? each.path, each.name))
      .map((file) => [
        file.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ])
      .sort(),
  )
}

it.skipIf(hasPostgres)('PostgreSQL 15 is not installed: nothing was published from it', () => {
  expect(process.env.CI).toBeUndefined()
})

describe.each(places)('publish of a store in $name', ({ name, address, isThere }) => {
  const stores = {} as Record<Version, string>
  beforeAll(async () => {
    if (!isThere) return
    for (const version of ['old', 'new'] as const)
      stores[version] = await fill(await address(`${version}.sqlite`), version)
  })

  it.runIf(isThere)(
    'into a folder, killed before any change of the file system',
    async () => {
      const target = join(cli.folder, `webb-${name}`)
      const publish = (version: Version, to: string, killAt?: number) =>
        cli.run(['publish', stores[version], '--to', to, '--base', BASE, '--lang', 'en', '--yes'], {
          nodeFlags: ['--require', hook],
          env: killAt === undefined ? {} : { KILL_AT: String(killAt) },
        })
      const whole = {} as Record<Version, Record<string, string>>
      for (const version of ['old', 'new'] as const) {
        expect(await publish(version, `${target}-${version}`)).toMatchObject({ code: 0 })
        whole[version] = tree(`${target}-${version}`)
      }
      expect(whole.old).not.toEqual(whole.new)

      expect((await publish('old', target)).code).toBe(0)
      writeFileSync(join(target, 'eget.txt'), 'mitt')
      const changes = {} as Record<Version, number>
      for (const version of ['new', 'old', 'new'] as const) {
        const { code, err } = await publish(version, target)
        expect(code).toBe(0)
        changes[version] = Number(/changes: (\d+)/.exec(err)?.[1])
        expect(changes[version]).toBeGreaterThan(20)
      }
      // Counted from the end: anywhere, and each of the last, where the new takes the place of the old.
      const next = random(20261128)
      const moments = [
        ...Array.from({ length: 4 }, () => Math.floor(next() * (Math.min(changes.old, changes.new) - 1))),
        ...[4, 3, 2, 1, 0],
      ]
      let stands: Version = 'new'
      let away = 0
      for (const moment of moments) {
        const wanted = other(stands)
        const { code, err } = await publish(wanted, target, changes[wanted] - moment)
        expect({ code, err }).toMatchObject({ code: null })
        if (!existsSync(target)) {
          // The one moment between two names: the old state is there whole, and the next run puts it back.
          away++
          const kept = readdirSync(cli.folder).filter((each) => each.startsWith(`.webb-${name}.old-`))
          expect(kept.length).toBe(1)
          expect(tree(join(cli.folder, kept[0]))).toEqual({
            ...whole[stands],
            'eget.txt': expect.any(String),
          })
          expect((await publish(wanted, target)).code).toBe(0)
          stands = wanted
        }
        const { 'eget.txt': own, ...files } = tree(target)
        expect(own).toBeDefined()
        if (JSON.stringify(files) === JSON.stringify(whole[wanted])) stands = wanted
        expect(files).toEqual(whole[stands])
      }
      expect(away).toBe(1)
      expect((await publish(other(stands), target)).code).toBe(0)
      const { 'eget.txt': own, ...files } = tree(target)
      expect(own).toBeDefined()
      expect(files).toEqual(whole[other(stands)])
      expect(readdirSync(cli.folder).filter((each) => each.startsWith(`.webb-${name}`))).toEqual([])
      for (const each of ['', '-old', '-new']) rmSync(`${target}${each}`, { recursive: true })
    },
    240_000,
  )
})

/** Stands before a store and ends the process that writes to it, before or after a write has reached the store. */
async function startProxy(store: OxigraphServer) {
  let writes = 0
  let trap: { readonly at: number; readonly isAfter: boolean; readonly kill: () => void } | undefined
  const passOn = async (request: IncomingMessage) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const { authorization, accept, 'content-type': type } = request.headers
    return fetch(new URL(request.url ?? '/', store.endpoint), {
      method: request.method ?? 'GET',
      headers: {
        ...(authorization && { authorization }),
        ...(accept && { accept }),
        ...(type && { 'content-type': type }),
      },
      ...(pieces.length > 0 && { body: Buffer.concat(pieces) }),
    })
  }
  const server: Server = createServer(async (request, response) => {
    // What the server refuses for want of a password is not a write.
    const isHit = request.method !== 'GET' && request.headers.authorization && ++writes === trap?.at
    if (isHit && !trap?.isAfter) return trap?.kill()
    const answer = await passOn(request)
    if (isHit) return trap?.kill()
    const challenge = answer.headers.get('www-authenticate')
    const type = answer.headers.get('content-type')
    response
      .writeHead(answer.status, {
        ...(challenge && { 'www-authenticate': challenge }),
        ...(type && { 'content-type': type }),
      })
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/store`,
    /** Writes since the last time this was called. */
    set: (next: typeof trap) => {
      const before = writes
      writes = 0
      trap = next
      return before
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

describe('publish of a store into a Graph Store', () => {
  it('killed before and after each write, ends as the next run wants it, also when that goes back', async () => {
    const [place] = places.filter(({ isThere }) => isThere).slice(-1)
    const stores = {} as Record<Version, string>
    for (const version of ['old', 'new'] as const)
      stores[version] = await fill(await place.address(`${version}-gsp.sqlite`), version)
    const [copy, clean] = [await startOxigraph(), await startOxigraph()]
    const proxy = await startProxy(copy)
    const publish = (version: Version, endpoint: string, onStart?: (kill: () => void) => void) =>
      new Promise<number | null>((resolve, reject) => {
        const args = ['publish', stores[version], '--to', `sparql:${endpoint}`, '--base', BASE, '--yes']
        const child = spawn(process.execPath, [cli.bin, ...args, '--allow-private', '127.0.0.1'], {
          cwd: cli.folder,
          stdio: 'ignore',
          env: {
            PATH: process.env.PATH,
            GRUNDDATA_PUBLISH_USER: copy.user,
            GRUNDDATA_PUBLISH_PASSWORD: copy.password,
          },
        })
        onStart?.(() => child.kill('SIGKILL'))
        child.on('error', reject)
        child.on('close', resolve)
      })
    /** Graph → its statements. */
    const graphs = async (server: OxigraphServer) => {
      const query = 'SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }'
      const { results } = JSON.parse(await server.query(query))
      const found: Record<string, string[]> = {}
      for (const { g, s, p, o } of results.bindings as Record<string, { value: string }>[])
        (found[g.value] ??= []).push(`${s.value} ${p.value} ${JSON.stringify(o)}`)
      for (const list of Object.values(found)) list.sort()
      return found
    }
    try {
      const whole = {} as Record<Version, Record<string, string[]>>
      for (const version of ['old', 'new'] as const) {
        expect(await publish(version, clean.endpoint)).toBe(0)
        whole[version] = await graphs(clean)
      }
      expect(Object.keys(whole.old).length).toBe(4)
      expect(Object.keys(whole.new).length).toBe(4)
      expect(await publish('old', proxy.endpoint)).toBe(0)
      proxy.set(undefined)
      expect(await publish('new', proxy.endpoint)).toBe(0)
      const writes = proxy.set(undefined)
      expect(writes).toBeGreaterThan(3)
      const next = random(20261128)
      let stands: Version = 'new'
      const ends = new Set<string>()
      for (let at = 1; at <= writes; at++)
        for (const isAfter of [false, true]) {
          const wanted = other(stands)
          const code = await publish(wanted, proxy.endpoint, (kill) => proxy.set({ at, isAfter, kill }))
          expect(code).toBe(null)
          proxy.set(undefined)
          // No graph is half.
          for (const [iri, statements] of Object.entries(await graphs(copy)))
            if (iri !== `${BASE}graphs`) expect([whole.old[iri], whole.new[iri]]).toContainEqual(statements)
          // The next run wants the same, or what there was before: as when a harvest is taken back.
          const then: Version = next() < 0.5 ? wanted : stands
          expect(await publish(then, proxy.endpoint)).toBe(0)
          expect(await graphs(copy)).toEqual(whole[then])
          ends.add(then === wanted ? 'forth' : 'back')
          stands = then
        }
      expect(ends.size).toBe(2)
    } finally {
      await proxy.close()
      await copy.close()
      await clean.close()
    }
  }, 240_000)
})
