// Links: collected from a graph, tried against servers of every kind, judged against their metadata, kept in a file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quietIo } from '../src/io.ts'
import {
  addressesInTurn,
  checkLinks,
  collectLinks,
  createLinkChecker,
  fileCache,
  judge,
  type Link,
  type LinkResult,
  linksTo,
} from '../src/links/index.ts'
import { parse } from '../src/rdf/index.ts'
import { type Client, createClient } from '../src/source/http/index.ts'
import { validateDocument } from '../src/validate.ts'
import { type Behaviour, behaviours } from './support/hostile/behaviours.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'

const page = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`
const html = { 'content-type': 'text/html; charset=utf-8' }

const more: Readonly<Record<string, Behaviour>> = {
  page: {
    does: 'is a page',
    answer: (_, response) => void response.writeHead(200, html).end(page('Luftkvalitet')),
    expect: { text: '' },
  },
  lost: {
    does: 'says that nothing is there',
    answer: (_, response) => void response.writeHead(200, html).end(page('Sidan hittades inte')),
    expect: { text: '' },
  },
  'log-in': {
    does: 'shows a page to log in',
    answer: (_, response) => void response.writeHead(200, html).end(page('Sign in to the portal')),
    expect: { text: '' },
  },
  'no-head': {
    does: 'does not know HEAD',
    answer: (request, response) =>
      void (request.method === 'HEAD'
        ? response.writeHead(405).end()
        : response.writeHead(200, { 'content-type': 'text/csv' }).end('a,b\n'.repeat(100_000))),
    expect: { text: '' },
  },
  csv: {
    does: 'is a file',
    answer: (_, response) =>
      void response
        .writeHead(200, {
          'content-type': 'text/csv',
          'content-length': '8',
          'access-control-allow-origin': '*',
        })
        .end('a,b\n1,2\n'),
    expect: { text: '' },
  },
}

let server: HostileServer
let client: Client
const now = () => Date.UTC(2027, 0, 1)
const folder = mkdtempSync(join(tmpdir(), 'grunddata-links-'))

beforeAll(async () => {
  server = await startHostileServer({ ...behaviours, ...more })
  client = createClient({
    limits: { timeoutMs: 400, maxBytes: 1_000_000 },
    retry: { retries: 0 },
    allowPrivate: ['127.0.0.1'],
    perHost: 4,
    pause: async () => {},
  })
})
afterAll(async () => {
  await client.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

const tried = (name: string): Promise<LinkResult> =>
  createLinkChecker({ client, now }).check(server.base + name)

describe('an address', () => {
  it.each([
    ['ok', { outcome: 'works', status: 200, mediaType: 'text/turtle' }],
    ['csv', { outcome: 'works', size: 8, allowsOrigin: true }],
    ['page', { outcome: 'works', mediaType: 'text/html' }],
    ['lost', { outcome: 'soft-404', status: 200 }],
    ['log-in', { outcome: 'protected', status: 200 }],
    ['no-head', { outcome: 'works', mediaType: 'text/csv' }],
    ['redirect-301', { outcome: 'works', finalUrl: expect.stringMatching(/\/ok$/) }],
    ['redirect-loop', { outcome: 'broken', failure: 'redirects' }],
    ['redirect-metadata', { outcome: 'not-asked', failure: 'refused' }],
    ['not-found', { outcome: 'broken', status: 404 }],
    ['gone', { outcome: 'broken', status: 410 }],
    ['forbidden', { outcome: 'protected', status: 403 }],
    ['unauthorized', { outcome: 'protected', status: 401 }],
    ['server-error', { outcome: 'temporary', status: 500 }],
    ['busy-hour', { outcome: 'temporary', status: 429 }],
    ['silent', { outcome: 'temporary', failure: 'timeout' }],
    ['endless', { outcome: 'works' }],
    ['reset', { outcome: 'temporary', failure: 'connection' }],
  ])('%s', async (name, expected) => expect(await tried(name)).toMatchObject(expected))

  it('is never asked for by more at a time than a host allows, and hosts do not wait for each other', async () => {
    const open = new Map<string, number>()
    const most = new Map<string, number>()
    const held: (() => void)[] = []
    let isHolding = true
    const counting: Behaviour = {
      // The first four of each of three hosts are answered together: whoever asked for fewer at a time would wait in vain.
      does: 'counts who is there',
      answer: (request, response) => {
        const host = request.headers.host ?? ''
        const there = (open.get(host) ?? 0) + 1
        open.set(host, there)
        most.set(host, Math.max(most.get(host) ?? 0, there))
        const answer = () => {
          open.set(host, (open.get(host) ?? 1) - 1)
          response.writeHead(200, { 'content-type': 'text/csv' }).end('a')
        }
        if (!isHolding) return void setImmediate(answer)
        held.push(answer)
        if (held.length < 12) return
        isHolding = false
        for (const each of held) each()
      },
      expect: { text: '' },
    }
    const table = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}`, counting]))
    const servers = await Promise.all([1, 2, 3].map(() => startHostileServer(table, {})))
    const urls = Object.keys(table).flatMap((name) => servers.map(({ base }) => base + name))
    const patient = createClient({
      allowPrivate: ['127.0.0.1'],
      perHost: 4,
      total: 12,
      retry: { retries: 0 },
    })
    const results: LinkResult[] = []
    for await (const result of checkLinks(urls, { client: patient, now, jobs: 60 })) results.push(result)
    await patient.close()
    await Promise.all(servers.map((each) => each.close()))
    expect(results.map(({ url }) => url)).toEqual(urls)
    expect(results.every(({ outcome }) => outcome === 'works')).toBe(true)
    expect([...most.values()]).toEqual([4, 4, 4])
  })

  it('is tried once however often it is asked for', async () => {
    const before = server.seen.get('csv') ?? 0
    const url = `${server.base}csv`
    const results: LinkResult[] = []
    for await (const result of checkLinks([url, url, url], { client, now })) results.push(result)
    expect(results.map((each) => each.url)).toEqual([url, url, url])
    expect(server.seen.get('csv')).toBe(before + 1)
  })
})

describe('the file of results', () => {
  const result = (url: string, over: Partial<LinkResult> = {}): LinkResult => ({
    url,
    outcome: 'works',
    status: 200,
    checkedAt: new Date(now()).toISOString(),
    ...over,
  })
  const open = (file: string) => fileCache(file, { maxAgeMs: 86_400_000, now })

  it('takes up where it stopped, without what is old, temporary or cut off', async () => {
    const file = join(folder, 'cache.jsonl')
    const first = open(file)
    first.put(result('https://a.example.se/'))
    first.put(result('https://b.example.se/', { outcome: 'temporary' }))
    first.put(result('https://c.example.se/', { checkedAt: '2026-12-01T00:00:00.000Z' }))
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"url":"https://d.exam`)
    const second = open(file)
    expect(second.get('https://a.example.se/')).toMatchObject({ outcome: 'works' })
    for (const host of ['b', 'c', 'd']) expect(second.get(`https://${host}.example.se/`)).toBeUndefined()
  })

  it('goes on where an interrupted run stopped', async () => {
    const file = join(folder, 'resumed.jsonl')
    const table = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`r${index}`, more.csv]))
    const own = await startHostileServer(table, {})
    const urls = Object.keys(table).map((name) => own.base + name)
    const asked = () => [...own.seen.values()].reduce((sum, count) => sum + count, 0)
    const first = open(file)
    let got = 0
    for await (const _ of checkLinks(urls, { client, now, cache: first, jobs: 4 })) if (++got === 10) break
    first.close?.()
    const before = asked()
    expect(before).toBeLessThan(30)
    const second = open(file)
    const results: LinkResult[] = []
    for await (const result of checkLinks(urls, { client, now, cache: second, jobs: 4 })) results.push(result)
    second.close?.()
    await own.close()
    expect(results.map(({ url }) => url)).toEqual(urls)
    // What was kept is not asked for again; those under way when it stopped may be.
    expect(asked()).toBeLessThanOrEqual(30 + 4)
    expect([...own.seen.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(4)
  })

  it('tells addresses apart whose hashes are the same, and takes the last line of each', () => {
    const file = join(folder, 'collision.jsonl')
    // Two words with the same 32-bit FNV-1a hash.
    const [a, b] = ['costarring', 'liquid']
    const first = open(file)
    first.put(result(a, { status: 200 }))
    first.put(result(b, { status: 201 }))
    first.put(result(a, { status: 202 }))
    first.close?.()
    const second = open(file)
    expect([second.get(a)?.status, second.get(b)?.status]).toEqual([202, 201])
    second.close?.()
  })

  it('that cannot be opened is told by name', () => {
    expect(() => open(join(folder, 'finns-inte', 'x.jsonl'))).toThrow(/x\.jsonl/)
  })

  it('saves questions', async () => {
    const url = `${server.base}page`
    const file = join(folder, 'saves.jsonl')
    await createLinkChecker({ client, now, cache: open(file) }).check(url)
    const before = server.seen.get('page')
    expect(await createLinkChecker({ client, now, cache: open(file) }).check(url)).toMatchObject({
      url,
    })
    expect(server.seen.get('page')).toBe(before)
  })
})

describe('the links of a graph', () => {
  it('are told with what is said about them', async () => {
    const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
      <https://x.example.se/f> dcat:accessURL <https://x.example.se/a> ; dcat:downloadURL <https://x.example.se/d> ;
        dcterms:format "text/csv" ; dcat:mediaType <http://www.iana.org/assignments/media-types/application/zip> ;
        dcat:byteSize 12 .
      <https://x.example.se/s> dcat:endpointURL <https://x.example.se/api> , "no address" .`
    const graph = await parse(
      { name: 'x.ttl', bytes: new TextEncoder().encode(turtle) },
      { syntax: 'turtle' },
    )
    const found = [...collectLinks(graph)].map(({ subject, ...rest }) => rest)
    const about = { mediaTypes: ['text/csv', 'application/zip'], byteSize: 12 }
    expect(found).toEqual([
      { url: 'https://x.example.se/a', property: 'accessURL', ...about },
      { url: 'https://x.example.se/d', property: 'downloadURL', ...about },
      { url: 'https://x.example.se/api', property: 'endpointURL', mediaTypes: [] },
    ])
  })

  it('come one of every host in turn, each address once', async () => {
    const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
      <https://x.example.se/1> dcat:accessURL <https://a.example.se/1> , <https://a.example.se/2> , <https://a.example.se/3> .
      <https://x.example.se/2> dcat:accessURL <https://b.example.se/1> , <https://a.example.se/1> , <mailto:a@example.se> .
      <https://x.example.se/3> dcat:landingPage <https://c.example.se/1> , <https://b.example.se/1> .`
    const bytes = new TextEncoder().encode(turtle)
    const graph = await parse({ name: 'x.ttl', bytes }, { syntax: 'turtle' })
    const turn = [...addressesInTurn(graph)]
    expect(turn.map((url) => url.slice(8, 9))).toEqual(['a', 'b', 'c', 'a', 'a'])
    expect(new Set(turn).size).toBe(5)
    expect(linksTo(graph, 'https://a.example.se/1').map(({ property }) => property)).toEqual([
      'accessURL',
      'accessURL',
    ])
    expect(linksTo(graph, 'https://nowhere.example.se/')).toEqual([])
    const all = [...collectLinks(graph)].map(({ url, subject }) => `${url} ${subject}`).sort()
    expect(
      turn
        .flatMap((url) => linksTo(graph, url))
        .map(({ url, subject }) => `${url} ${subject}`)
        .sort(),
    ).toEqual(all)
  })

  const link: Link = { url: 'u', subject: 0, property: 'downloadURL', mediaTypes: ['text/csv'], byteSize: 8 }
  const works: LinkResult = {
    url: 'u',
    outcome: 'works',
    status: 200,
    mediaType: 'text/csv',
    size: 8,
    checkedAt: '',
  }
  it.each<[string, Partial<Link>, Partial<LinkResult>, readonly string[]]>([
    ['as promised', {}, {}, []],
    ['a page instead of a file', {}, { mediaType: 'text/html', size: 8 }, ['web-page']],
    ['a page where a page is promised', { mediaTypes: ['text/html'] }, { mediaType: 'text/html' }, []],
    ['an access URL may be a page', { property: 'accessURL' }, { mediaType: 'text/html' }, []],
    ['another type', {}, { mediaType: 'application/pdf' }, ['type-differs']],
    ['a type that says nothing', {}, { mediaType: 'application/octet-stream' }, []],
    [
      'the same with a suffix',
      { mediaTypes: ['application/geo+json'] },
      { mediaType: 'application/json' },
      [],
    ],
    ['another size', {}, { size: 9 }, ['size-differs']],
    ['nothing at all', {}, { size: 0 }, ['empty']],
    ['nothing, said by the status', {}, { status: 204 }, ['empty']],
    ['an access URL may be empty', { property: 'accessURL' }, { size: 0 }, []],
    ['moved', {}, { finalUrl: 'v' }, ['moved']],
    ['a certificate at its end', {}, { certificateUntil: '2027-01-10' }, ['certificate-soon']],
    ['a certificate with time left', {}, { certificateUntil: '2027-06-10' }, []],
    ['broken ones have no more to say', {}, { outcome: 'broken', mediaType: 'text/html' }, []],
  ])('%s', (_, overLink, overResult, remarks) => {
    expect(judge({ ...link, ...overLink }, { ...works, ...overResult }, now())).toEqual(remarks)
  })
})

describe('validate with links', () => {
  it('gives a finding for what does not answer, and says what could not be told', async () => {
    const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
      <https://x.example.se/f> a dcat:Distribution ; dcat:accessURL <${server.base}not-found> , <${server.base}ok> ,
        <${server.base}server-error> .`
    const bytes = new TextEncoder().encode(turtle)
    const checker = createLinkChecker({ client, now })
    const answers = { works: true, broken: false } as const
    const tryLink = async (url: string) => {
      const { outcome, status } = await checker.check(url)
      return { works: answers[outcome as 'works'], status }
    }
    const { reports } = await validateDocument({ name: 'x.ttl', bytes }, { io: { ...quietIo(), tryLink } })
    const found = reports[0].findings.filter(({ rule }) => rule === 'access-url-unreachable')
    expect(found.map(({ value }) => value)).toEqual([expect.stringContaining('not-found')])
    const untold = reports[0].notAssessed.find(({ rule }) => rule === 'access-url-unreachable')
    expect(untold).toMatchObject({ count: 1 })
  })
})
