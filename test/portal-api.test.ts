// What programs ask the portal: the JSON API, EntryStore's reading API, SPARQL, the toolkit, writing with tokens.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeToken, writeTokens } from '../src/portal/index.ts'
import { fixturePortal, type TestPortal } from './support/portal.ts'

const folder = mkdtempSync(join(tmpdir(), 'grunddata-portal-'))
const tokenFile = join(folder, 'tokens.json')
const now = new Date()
const { text: token, record } = makeToken({ name: 'insamling', scopes: ['harvest'], days: 1 }, now)
const old = makeToken({ name: 'gammal', scopes: ['harvest'], days: 1 }, new Date('2020-01-01'))
const harvested: string[] = []

let p: TestPortal
beforeAll(async () => {
  await writeTokens(tokenFile, [record, old.record])
  const done = async (source: string) => {
    harvested.push(source)
    return { isDone: source === 'kommun', message: { sv: 'Klart.', en: 'Done.' } }
  }
  p = await fixturePortal({
    access: { tokenFile, auditFile: join(folder, 'audit.jsonl') },
    desk: { harvest: done, approve: done, upload: done },
  })
})
afterAll(async () => {
  await p.close()
  rmSync(folder, { recursive: true })
})

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: { readonly default?: unknown }
}

interface Operation {
  readonly description: string
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly examples?: unknown }>> }>
  >
}

const json = async (path: string) => JSON.parse(await p.text(path))

describe('the JSON API', () => {
  it('lists, pages and tells where the next page is', async () => {
    const first = await p.get('/api/v1/datasets?limit=5')
    const { total, items, facets } = JSON.parse(await first.text())
    expect([items.length, total]).toEqual([
      5,
      p.site.search.ask({ text: '', chosen: new Map(), sorting: 'relevance', page: 1, lang: 'sv' }).total,
    ])
    expect(first.headers.get('link')).toBe(
      '<https://data.example.se/api/v1/datasets?limit=5&page=2>; rel="next"',
    )
    expect(facets.map(({ id }: { id: string }) => id)).toEqual([
      'theme',
      'publishertype',
      'publisher',
      'format',
      'frequency',
      'licence',
      'hvd',
      'national',
      'conformsto',
      'api',
      'series',
      'access',
    ])
  })

  it('gives everything of one thing', async () => {
    const { items } = await json(
      '/api/v1/datasets?q=luftkvalitet&publisher=http://dataportal.se/organisation/SE2120099995',
    )
    const thing = await json(`/api/v1/datasets/${items[0].id}`)
    expect(thing).toMatchObject({
      iri: 'https://data.example.se/dataset/luftkvalitet',
      title: { sv: 'Luftkvalitet', en: 'Air quality' },
      hasApi: true,
      accessRights: 'PUBLIC',
    })
    expect(thing.description.version).toBe('4.2')
  })

  it('tells problems as RFC 9457 with all five members', async () => {
    const response = await p.get('/api/v1/datasets/nix.1')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(Object.keys(JSON.parse(await response.text())).sort()).toEqual([
      'detail',
      'instance',
      'status',
      'title',
      'type',
    ])
  })

  it('is described as Sweden’s REST API profile wants it', async () => {
    const api = await json('/api/v1/openapi.json')
    expect(api.openapi).toMatch(/^3\.1/)
    expect(api.servers[0].url).toMatch(/^https:\/\/[^/]+\/[^/]+\/v1$/)
    expect(api.paths['/api-info']).toBeDefined()
    expect(Object.keys(await json('/api/v1/api-info')).sort()).toEqual([
      'apiDocumentation',
      'apiName',
      'apiReleased',
      'apiStatus',
      'apiVersion',
    ])
    for (const [path, item] of Object.entries<Record<string, Operation>>(api.paths)) {
      expect(path).toMatch(/^(\/([a-z0-9-]+|\{[a-zA-Z]+\}))+$/)
      for (const operation of Object.values(item)) {
        expect(operation.description).not.toBe('')
        for (const parameter of operation.parameters ?? [])
          if (parameter.in === 'query')
            expect([parameter.name, parameter.required]).toEqual([parameter.name, false])
        for (const [status, answer] of Object.entries(operation.responses)) {
          const [type] = Object.keys(answer.content)
          expect(type).toBe(Number(status) < 400 ? 'application/json' : 'application/problem+json')
          expect(answer.content[type].examples).toBeDefined()
        }
      }
    }
    const parameters = api.paths['/datasets'].get.parameters
    expect(parameters.find(({ name }: Parameter) => name === 'limit').schema.default).toBe(20)
    expect(parameters.find(({ name }: Parameter) => name === 'page').schema.default).toBe(1)
  })

  it('answers as it is described', async () => {
    const api = await json('/api/v1/openapi.json')
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', ...api })
    for (const path of [
      '/datasets',
      '/series',
      '/services',
      '/organisations',
      '/specifications',
      '/catalogues',
    ]) {
      expect(api.paths[path]).toBeDefined()
      expect([
        path,
        ajv.validate({ $ref: 'api#/components/schemas/Page' }, await json(`/api/v1${path}`)),
      ]).toEqual([path, true])
    }
  })

  it('validates a catalogue in the body', async () => {
    const body = readFileSync('fixtures/catalogs/kommun-trasig.ttl')
    const response = await p.portal(
      new Request('https://data.example.se/api/v1/validate', {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/turtle' },
      }),
    )
    const report = JSON.parse(await response.text())
    expect([response.status, report.conforms]).toEqual([200, false])
    expect(report.findings[0].location.line).toBeGreaterThan(0)
  })

  it('suggests words', async () => {
    expect(await json('/api/suggest?q=luftk')).toEqual(['luftkvalitet'])
  })
})

describe('EntryStore’s reading API', () => {
  const query = (text: string, more = '') =>
    json(`/store/search?type=solr&query=${encodeURIComponent(text)}${more}`)
  const DATASETS = 'rdfType:http\\://www.w3.org/ns/dcat#Dataset'

  it('searches as clients of Sveriges dataportal do', async () => {
    const all = await query(`${DATASETS} AND public:true`, '&limit=3&sort=modified+desc')
    expect(Object.keys(all).sort()).toEqual(['limit', 'offset', 'resource', 'results'])
    expect([all.limit, all.resource.children.length]).toEqual([3, 3])
    const [child] = all.resource.children
    expect(Object.keys(child).sort()).toEqual([
      'contextId',
      'entryId',
      'info',
      'metadata',
      'relations',
      'rights',
    ])
    const titled = await query(`${DATASETS} AND title:luftkvalitet`)
    expect(titled.results).toBe(2)
    const byPublisher = await query(
      'metadata.predicate.uri.9259d4c1:"http://dataportal.se/organisation/SE2120099995"',
    )
    expect(byPublisher.results).toBeGreaterThan(3)
    expect((await query(`${DATASETS} AND -metadata.predicate.uri.0f683595:*`)).results).toBe(all.results - 2)
    expect((await query('title:finnsinte')).results).toBe(0)
    expect((await query('title:luft*')).results).toBeGreaterThan(1)
    expect(
      (await query('(title:badplatser OR title:luftkvalitet) AND context:kommun')).results,
    ).toBeGreaterThanOrEqual(2)
  })

  it('counts facets', async () => {
    const { facetFields } = await query(DATASETS, '&facetFields=metadata.predicate.uri.0ce6b231&limit=1')
    expect(facetFields[0].name).toBe('metadata.predicate.uri.0ce6b231')
    expect(facetFields[0].values[0].count).toBeGreaterThan(1)
  })

  it('gives entry, metadata and resource', async () => {
    const found = await query('uri:"https://data.example.se/dataset/luftkvalitet"')
    const { contextId, entryId, metadata } = found.resource.children[0]
    expect(
      metadata['https://data.example.se/dataset/luftkvalitet']['http://purl.org/dc/terms/title'],
    ).toContainEqual({ type: 'literal', value: 'Luftkvalitet', lang: 'sv' })
    expect(await json(`/store/${contextId}/entry/${entryId}?includeAll`)).toMatchObject({
      entryId,
      contextId,
    })
    expect(await json(`/store/${contextId}/metadata/${entryId}`)).toEqual(metadata)
    const turtle = await p.get(`/store/${contextId}/metadata/${entryId}?format=text/turtle`)
    expect(turtle.headers.get('content-type')).toMatch(/^text\/turtle/)
    expect((await p.get(`/store/${contextId}/resource/${entryId}`)).headers.get('location')).toBe(
      'https://data.example.se/dataset/luftkvalitet',
    )
    expect(await json(`/store/${contextId}`)).toContain(entryId)
    expect((await p.get(`/store/${contextId}/entry/nix`)).status).toBe(404)
    expect((await p.get(`/store/${contextId}/entry/${entryId}`, {}, 'PUT')).status).toBe(405)
  })
})

describe('SPARQL', () => {
  const ask = (query: string, accept: string, init: RequestInit = {}) =>
    p.portal(
      new Request(`https://data.example.se/sparql?${new URLSearchParams({ query })}`, {
        headers: { accept },
        ...init,
      }),
    )

  it('answers in tables and graphs, by GET and POST', async () => {
    const table = await ask(
      'SELECT (COUNT(*) AS ?n) { ?d a <http://www.w3.org/ns/dcat#Dataset> }',
      'application/sparql-results+json',
    )
    expect(Number(JSON.parse(await table.text()).results.bindings[0].n.value)).toBe(
      p.site.holdings.entities.ofKind('dataset').length,
    )
    const csv = await ask('SELECT ?d { ?d a <http://www.w3.org/ns/dcat#Catalog> } LIMIT 1', 'text/csv')
    expect(await csv.text()).toMatch(/^d\r\n/)
    const graph = await ask(
      'CONSTRUCT { ?d a <x:y> } WHERE { ?d a <http://www.w3.org/ns/dcat#Catalog> }',
      'application/n-triples',
    )
    expect([graph.headers.get('content-type'), (await graph.text()).includes('<x:y>')]).toEqual([
      'application/n-triples',
      true,
    ])
    const posted = await p.portal(
      new Request('https://data.example.se/sparql', {
        method: 'POST',
        body: 'ASK { ?s ?p ?o }',
        headers: { 'content-type': 'application/sparql-query' },
      }),
    )
    expect(JSON.parse(await posted.text()).boolean).toBe(true)
  })

  it('tells what is wrong with a query, and takes no updates', async () => {
    const wrong = await ask('SELECT nonsense', 'application/json')
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    const update = await p.portal(
      new Request('https://data.example.se/sparql', {
        method: 'POST',
        body: new URLSearchParams({ update: 'DELETE WHERE {?s ?p ?o}' }),
      }),
    )
    expect(update.status).toBe(403)
  })
})

describe('writing', () => {
  const post = (path: string, headers: Record<string, string> = {}, body?: string) =>
    p.portal(
      new Request(`https://data.example.se${path}`, {
        method: 'POST',
        headers,
        ...(body !== undefined && { body }),
      }),
    )
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` })

  it('needs a token that is right, young and meant for it, and is noted', async () => {
    const path = '/api/v1/sources/kommun/harvest'
    expect((await post(path)).status).toBe(401)
    expect((await post(path, bearer(`${token.slice(0, -1)}x`))).status).toBe(401)
    expect((await post(path, bearer(old.text))).status).toBe(401)
    expect((await post('/api/v1/sources/kommun/approve', bearer(token))).status).toBe(403)
    expect(harvested).toEqual([])
    expect((await post(path, bearer(token))).status).toBe(200)
    expect((await post('/api/v1/sources/nix/harvest', bearer(token))).status).toBe(404)
    expect(harvested).toEqual(['kommun', 'nix'])
    const notes = readFileSync(join(folder, 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(notes.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
      'harvest refused',
      'approve refused',
      'harvest done',
      'harvest failed',
    ])
    expect(readFileSync(tokenFile, 'utf8')).not.toContain(token.slice(-20))
  })

  it('by a form needs a session and its secret', async () => {
    const signed = await post('/account', {}, new URLSearchParams({ token }).toString()).catch(
      () => undefined,
    )
    expect(signed?.status).toBe(400)
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const session = await post('/account', form, new URLSearchParams({ token }).toString())
    const cookie = session.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax; Secure/)
    const own = { ...form, cookie: cookie.split(';')[0] }
    const path = '/api/v1/sources/kommun/harvest'
    expect((await post(path, own, 'csrf=guess')).status).toBe(403)
    const page = await p.text('/account', own)
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]
    expect((await post(path, { ...own, 'sec-fetch-site': 'cross-site' }, `csrf=${csrf}`)).status).toBe(403)
    expect((await post(path, own, `csrf=${csrf}`)).status).toBe(303)
  })
})
