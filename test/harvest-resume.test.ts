// A harvest of a long feed that breaks off, by an error or by being killed, goes on from there: nothing shows before the
// end, no page that never changes is fetched twice, and the end is that of a reading that was not broken.
import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { harvestAll, type SourceOutcome } from '../src/harvest/index.ts'
import { openClient, type Source, sourceOf } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { all } from './support/stores.ts'

const PAGES = 100
const BROKEN = 37
/** Pages that a reading asks for at a time: as many may be lost when it is killed. */
const AT_A_TIME = 4

const prefixes = `@prefix as: <https://www.w3.org/ns/activitystreams#> .
@prefix ldes: <https://w3id.org/ldes#> .
@prefix tree: <https://w3id.org/tree#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix own: <https://example.org/own#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
`
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
const literal = (text: string) => `"${text}"^^xsd:dateTime`

function root(): string {
  const relations = Array.from({ length: PAGES }, (_, n) =>
    [
      `[ a tree:GreaterThanOrEqualToRelation ; tree:path as:published ; tree:value ${literal(day(n))} ; tree:node <p${n}> ]`,
      `[ a tree:LessThanRelation ; tree:path as:published ; tree:value ${literal(day(n + 1))} ; tree:node <p${n}> ]`,
    ].join(' , '),
  )
  return `${prefixes}<#Feed> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ;
  ldes:transactionPath own:transaction ; ldes:transactionFinalizedPath own:ended ; tree:view <> .
<> a tree:Node ; tree:relation ${relations.join(' ,\n  ')} .\n`
}

/** Three events: a new thing, a change of an older one that embeds a third, and a deletion; some in transactions. */
function page(n: number): string {
  const member = (id: string, kind: string, object: string, hour: number) => {
    const inTransaction = n % 3 === 0 && hour === 1
    const ends = n % 3 === 2 && hour === 1
    const transaction = inTransaction || ends ? ` ; own:transaction "t${Math.floor(n / 3)}"` : ''
    return `<root#Feed> tree:member <p${n}#${id}> .
<p${n}#${id}> a as:${kind} ; as:object <${object}> ; as:published ${literal(day(n).replace('T00', `T0${hour}`))}${transaction}${ends ? ' ; own:ended true' : ''} .\n`
  }
  const iri = (k: number) => `https://data.example.se/d${k}`
  const described = (id: string, object: string, title: string) =>
    `<p${n}#${id}> { <${object}> a dcat:Dataset ; dct:title "${title}"@sv ; dcat:distribution <https://data.example.se/shared/${n % 5}> , [ a dcat:Distribution ; dct:title "${title}"@sv ] .
  <https://data.example.se/shared/${n % 5}> a dcat:Distribution ; dct:title "Delad ${n}"@sv . }\n`
  return [
    prefixes,
    member('new', 'Create', iri(n), 1),
    described('new', iri(n), `Datamängd ${n}`),
    ...(n > 0 ? [member('old', 'Update', iri(n >> 1), 2), described('old', iri(n >> 1), `Ny ${n}`)] : []),
    ...(n % 10 === 9 ? [member('gone', 'Delete', iri(n - 5), 3)] : []),
  ].join('')
}

let server: Server
let base: string
/** Pages in full by path, and questions of any kind. */
let sent: Map<string, number>
let fails: (path: string) => number | 'hang' | undefined
let onHang = () => {}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1)
    const failure = fails(path)
    if (failure === 'hang') return onHang()
    if (failure !== undefined) return void response.writeHead(failure).end()
    const n = path === 'root' ? undefined : Number(path.slice(1))
    const etag = `"${path}"`
    const isImmutable = n !== undefined && n < PAGES - 1
    const headers = {
      'content-type': 'application/trig',
      etag,
      'cache-control': isImmutable ? 'public, max-age=604800, immutable' : 'no-cache',
    }
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
    sent.set(path, (sent.get(path) ?? 0) + 1)
    response.writeHead(200, headers).end(n === undefined ? root() : page(n))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
beforeEach(() => {
  sent = new Map()
  fails = () => undefined
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const source = (): Source =>
  sourceOf({ id: 'a', url: `${base}root`, reader: 'ldes', robots: false, allowPrivate: ['127.0.0.1'] })

async function run(store: Store, more: { readonly isPlan?: boolean } = {}): Promise<SourceOutcome> {
  const client = await openClient({
    allowPrivate: ['127.0.0.1'],
    retry: { retries: 1 },
    pause: async () => {},
  })
  try {
    return (await harvestAll({ store, client, sources: [source()], ...more }))[0]
  } finally {
    await client.close()
  }
}

const dump = async (store: Store) => (await all(store.dump())).join('')

async function unbroken(): Promise<string> {
  const store = await openStore(':memory:')
  try {
    expect((await run(store)).state).toBe('applied')
    return await dump(store)
  } finally {
    await store.close()
  }
}

const twice = () => [...sent].filter(([, times]) => times > 1).map(([path]) => path)

describe('a feed whose reading breaks off', () => {
  it('is gone on with, without fetching a page twice, and ends as if nothing had happened', async () => {
    const wanted = await unbroken()
    expect(wanted).toContain('d99')
    sent.clear()
    const store = await openStore(':memory:')
    try {
      fails = (path) => (path === `p${BROKEN}` ? 503 : undefined)
      const first = await run(store)
      expect(first.state).toBe('failed')
      // Nothing of it shows.
      expect(await dump(store)).toBe('')
      expect(await store.clientState('a')).toEqual({})
      expect(sent.size).toBeGreaterThanOrEqual(BROKEN)
      expect(sent.size).toBeLessThan(PAGES / 2)

      // A plan takes what is there and leaves it as it was; what it fetches beside that it does not keep.
      const kept = await store.journal('a')
      const before = new Map(sent)
      expect((await run(store, { isPlan: true })).state).toBe('failed')
      expect(await store.journal('a')).toEqual(kept)
      for (const { url } of kept) {
        const path = url.slice(base.length)
        expect(sent.get(path)).toBe(before.get(path))
      }
      sent = before
      fails = () => undefined
      const second = await run(store)
      expect(second.state).toBe('applied')
      expect(second.findings.map(({ rule }) => rule)).toContain('feed-resumed')
      expect(await dump(store)).toBe(wanted)
      expect(twice()).toEqual([])
      expect(sent.size).toBe(PAGES + 1)
      expect(await store.journal('a')).toEqual([])

      expect((await run(store)).state).toBe('unchanged')
      expect(twice()).toEqual([])
      expect(await all(store.verify())).toEqual([])
    } finally {
      await store.close()
    }
  }, 60_000)

  it('comes to its end also when every reading gets a little further only', async () => {
    const wanted = await unbroken()
    sent.clear()
    const store = await openStore(':memory:')
    try {
      for (const broken of [1, 20, 40, 60, 99]) {
        fails = (path) => (path === `p${broken}` ? 500 : undefined)
        expect((await run(store)).state).toBe('failed')
      }
      fails = () => undefined
      expect((await run(store)).state).toBe('applied')
      expect(await dump(store)).toBe(wanted)
      expect(twice()).toEqual([])
    } finally {
      await store.close()
    }
  }, 60_000)

  it('asks anew for a page that is kept and has changed', async () => {
    const store = await openStore(':memory:')
    try {
      const bytes = Buffer.from(page(5).replace('Datamängd 5', 'Ändrad'))
      const about = {
        url: `${base}p5`,
        headers: { 'content-type': 'application/trig', etag: '"old"' },
        retrievedAt: 0,
      }
      await store.putJournalPage('a', {
        url: `${base}p5`,
        about: { ...about, link: { url: `${base}p5` } },
        bytes,
      })
      sent.clear()
      await run(store)
      expect(sent.get('p5')).toBe(1)
      expect(await dump(store)).not.toContain('Ändrad')
    } finally {
      await store.close()
    }
  }, 60_000)
})

describe('a harvest of a feed that is killed', () => {
  let cli: Cli
  beforeAll(() => {
    cli = compileCli()
  }, 240_000)
  afterAll(() => cli.remove())

  it('loses at most the pages that were in progress', async () => {
    const wanted = await unbroken()
    sent.clear()
    cli.write(
      'sources.yaml',
      `contact: test@example.se\nsources:\n  - id: a\n    url: ${base}root\n    reader: ldes\n    robots: false\n    allowPrivate: [127.0.0.1]\n`,
    )
    const child = spawn(process.execPath, [cli.bin, 'harvest', '--store', 'killed.sqlite', '--lang', 'en'], {
      cwd: cli.folder,
      stdio: 'ignore',
      env: { PATH: process.env.PATH },
    })
    fails = (path) => (path === `p${BROKEN}` ? 'hang' : undefined)
    onHang = () => void child.kill('SIGKILL')
    expect(await new Promise((done) => child.on('close', (code) => done(code)))).toBeNull()
    expect(sent.size).toBeGreaterThanOrEqual(BROKEN - AT_A_TIME)

    fails = () => undefined
    const store = await openStore(join(cli.folder, 'killed.sqlite'))
    try {
      expect(await dump(store)).toBe('')
      expect((await run(store)).state).toBe('applied')
      expect(await dump(store)).toBe(wanted)
      expect(twice().length).toBeLessThanOrEqual(AT_A_TIME)
      expect(Math.max(...sent.values())).toBeLessThanOrEqual(2)
    } finally {
      await store.close()
    }
  }, 120_000)
})
