// Links: collected from a graph, tried against servers of every kind, judged against their metadata, kept in a file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quietIo } from '../src/io.ts'
import {
  checkLinks,
  collectLinks,
  createLinkChecker,
  fileCache,
  judge,
  type Link,
  type LinkResult,
} from '../src/links/index.ts'
import { parse } from '../src/rdf/index.ts'
import { type Client, createClient } from '../src/source/http/index.ts'
import { validateDocument } from '../src/validate.ts'
import { type Behaviour, behaviours } from './support/hostile/behaviours.ts'
import { rawBehaviours } from './support/hostile/raw.ts'
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
    ['no-head', { outcome: 'works', mediaType: 'text/csv' }],
    ['redirect-301', { outcome: 'works', finalUrl: expect.stringMatching(/\/ok$/) }],
    ['redirect-loop', { outcome: 'broken', failure: 'redirects' }],
    ['redirect-metadata', { outcome: 'not-asked', failure: 'refused' }],
    ['not-found', { outcome: 'broken', status: 404 }],
    ['gone', { outcome: 'broken', status: 410 }],
    ['forbidden', { outcome: 'broken', status: 403 }],
    ['server-error', { outcome: 'temporary', status: 500 }],
    ['busy-hour', { outcome: 'temporary', status: 429 }],
    ['silent', { outcome: 'temporary', failure: 'timeout' }],
    ['endless', { outcome: 'works' }],
    ['reset', { outcome: 'temporary', failure: 'connection' }],
  ])('%s', async (name, expected) => expect(await tried(name)).toMatchObject(expected))

  it('every hostile behaviour is classified, and nothing is thrown', async () => {
    const names = Object.keys(behaviours).map((name) => server.base + name)
    const raw = Object.keys(rawBehaviours).map((name) => server.raw(name))
    const outcomes: string[] = []
    for await (const { outcome } of checkLinks([...names, ...raw], { client, now })) outcomes.push(outcome)
    expect(outcomes).toHaveLength(names.length + raw.length)
    expect(new Set(outcomes)).toEqual(new Set(['works', 'broken', 'temporary', 'not-asked']))
  })

  it('is tried once however often it is asked for', async () => {
    const before = server.seen.get('csv') ?? 0
    const url = `${server.base}csv`
    const results: LinkResult[] = []
    for await (const result of checkLinks([url, url, url], { client, now })) results.push(result)
    expect(results).toHaveLength(1)
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
    const first = await open(file)
    first.put(result('https://a.example.se/'))
    first.put(result('https://b.example.se/', { outcome: 'temporary' }))
    first.put(result('https://c.example.se/', { checkedAt: '2026-12-01T00:00:00.000Z' }))
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"url":"https://d.exam`)
    const second = await open(file)
    expect(second.get('https://a.example.se/')).toMatchObject({ outcome: 'works' })
    for (const host of ['b', 'c', 'd']) expect(second.get(`https://${host}.example.se/`)).toBeUndefined()
  })

  it('saves questions', async () => {
    const url = `${server.base}page`
    const file = join(folder, 'saves.jsonl')
    await createLinkChecker({ client, now, cache: await open(file) }).check(url)
    const before = server.seen.get('page')
    expect(await createLinkChecker({ client, now, cache: await open(file) }).check(url)).toMatchObject({
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
