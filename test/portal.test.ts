// The portal as visitors and programs meet it: pages, forms of entities, and answers over http.
import { isomorphic } from 'rdf-isomorphic'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entityDocument, findEntity } from '../src/publish/index.ts'
import { parse, quadsOf } from '../src/rdf/index.ts'
import { BASE, fixturePortal, type TestPortal } from './support/portal.ts'

const LUFT = 'https://data.example.se/dataset/luftkvalitet'

let p: TestPortal
beforeAll(async () => {
  p = await fixturePortal()
})
afterAll(() => p.close())

describe('pages', () => {
  const pages: readonly (readonly [path: string, sv: string, en: string])[] = [
    ['/', 'Hitta data från offentlig förvaltning', 'Find data from public administration'],
    ['/datasets', 'Data och API:er', 'Data and APIs'],
    ['/organisations', 'Exempelkommun', 'Organisations'],
    ['/specifications', 'En specifikation säger hur', 'A specification says'],
    ['/concepts', 'Kodlistor', 'Code lists'],
    ['/terminology/frequency', 'årligen', 'annual'],
    ['/domains', 'ansvarig myndighet', 'responsible authority'],
    ['/infrastructure', 'Medel per komponent', 'Funding by component'],
    ['/quality', 'Poäng av 405', 'Points of 405'],
    ['/quality/kommun-trasig', 'Anmärkningar', 'Findings'],
    ['/harvest', 'Portalen visar filer utan historik', 'The portal shows files without a history'],
    ['/changes', 'Prenumerera', 'Subscribe'],
    ['/rules', 'dataset-title-missing', 'dataset-title-missing'],
    ['/rules/dataset-title-missing', 'Så här blir det fel', 'This is wrong'],
    ['/toolkit', 'Inget sparas', 'Nothing is kept'],
    ['/api', 'För maskiner', 'For machines'],
    ['/sparql', 'Fråga', 'Query'],
    ['/account', 'Nyckel', 'Token'],
    ['/accessibility', 'skärmläsare', 'screen readers'],
  ]
  for (const [path, sv, en] of pages)
    it(`${path} in both languages`, async () => {
      const [swedish, english] = await Promise.all([p.get(path), p.get(`/en${path === '/' ? '' : path}`)])
      expect([swedish.status, english.status]).toEqual([200, 200])
      expect([swedish.headers.get('content-language'), english.headers.get('content-language')]).toEqual([
        'sv',
        'en',
      ])
      expect(await swedish.text()).toContain(sv)
      expect(await english.text()).toContain(en)
    })

  it('of every domain show authority, state, legislation and the assessment', async () => {
    for (const id of [
      'fastighets-och-geografisk-information',
      'foretag',
      'halsa-vard-och-omsorg',
      'person',
      'transportsystem',
    ]) {
      const page = await p.text(`/domains/${id}`)
      expect(page).toContain('Ansvarig myndighet')
      expect(page).toContain('Lagstiftning')
      expect(page).toContain('Bedömning mot ramverket')
    }
  })

  it('of a dataset tell how to get it, on which terms, where it is about and who publishes it', async () => {
    const page = await p.text(await p.pageOf(LUFT))
    for (const words of [
      'Luftkvalitet',
      'Ladda ner',
      'CC BY 4.0',
      'Karta över Sverige',
      'Exempelkommun',
      'kontinuerlig',
      'RDF/XML',
    ])
      expect(page).toContain(words)
    expect(page).toContain('application/ld+json')
  })

  it('of every entity of the fixtures can be shown', async () => {
    for (const { iri } of p.site.holdings.entities.all) {
      const response = await p.get(await p.pageOf(iri))
      expect([iri, response.status]).toEqual([iri, 200])
      expect(await response.text()).toContain('</html>')
    }
  })

  it('that are not there answer 404 with ways on', async () => {
    const response = await p.get('/finns/inte')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Alla data och API:er')
    expect((await p.get('/datasets/kommun_0000000000/x')).status).toBe(404)
    expect((await p.get('/domains/nix')).status).toBe(404)
    expect((await p.get('/rules/nix')).status).toBe(404)
  })
})

describe('forms of an entity', () => {
  const types = ['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-triples']

  it('at its page, its document and its own IRI are what publish writes, byte for byte', async () => {
    const { graph } = p.site.holdings.reading
    const entity = findEntity(graph, LUFT)!
    const wanted = entityDocument(graph, entity, 'turtle', BASE)
    const page = await p.pageOf(LUFT)
    for (const [path, headers] of [
      [page, { accept: 'text/turtle' }],
      ['/dataset/luftkvalitet', { accept: 'text/turtle' }],
      [`/${wanted.path}`, {}],
      [`${page}?format=text/turtle`, {}],
      [`${page}?format=ttl`, { accept: 'text/html' }],
    ] as const) {
      const response = await p.get(path, headers)
      expect([path, response.status]).toEqual([path, 200])
      expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(wanted.body as Uint8Array))).toBe(
        true,
      )
      expect(response.headers.get('etag')).toBe(wanted.etag)
    }
  })

  it('say the same', async () => {
    const page = await p.pageOf(LUFT)
    const graphs = await Promise.all(
      types.map(async (accept) => {
        const bytes = new Uint8Array(await (await p.get(page, { accept })).arrayBuffer())
        const graph = await parse({ name: 'x', bytes, mediaType: accept })
        expect(graph.problems).toEqual([])
        return [...quadsOf(graph)]
      }),
    )
    for (const quads of graphs) expect(isomorphic(quads as never, graphs[0] as never)).toBe(true)
  })

  it('are negotiated by quality, and 406 when none will do', async () => {
    const page = await p.pageOf(LUFT)
    const type = async (accept: string) => (await p.get(page, { accept })).headers.get('content-type')
    expect(await type('text/html,application/xhtml+xml;q=0.9,*/*;q=0.8')).toMatch(/^text\/html/)
    expect(await type('text/html;q=0.2, text/turtle')).toMatch(/^text\/turtle/)
    expect(await type('application/*')).toBe('application/ld+json')
    expect(await type('text/turtle;q=0, application/n-triples;q=0.1')).toBe('application/n-triples')
    expect((await p.get(page, { accept: 'image/png' })).status).toBe(406)
  })

  it('are announced by Link and Vary, on pages too', async () => {
    const page = await p.pageOf(LUFT)
    for (const accept of ['text/html', 'text/turtle']) {
      const { headers } = await p.get(page, { accept })
      expect(headers.get('link')).toContain(
        '<https://data.example.se/dataset/luftkvalitet.ttl>; rel="alternate"; type="text/turtle"',
      )
      expect(headers.get('vary')).toContain('Accept')
    }
    expect((await p.get('/dataset/luftkvalitet', { accept: 'text/html' })).headers.get('location')).toBe(page)
  })
})

describe('http', () => {
  it('gives 304 for what is known, and HEAD without a body', async () => {
    for (const path of [
      '/',
      '/datasets?q=luft',
      '/catalogue.ttl',
      '/api/v1/datasets',
      '/dataset/luftkvalitet.ttl',
    ]) {
      const first = await p.get(path)
      const etag = first.headers.get('etag')!
      const second = await p.get(path, { 'if-none-match': `W/"x", ${etag}` })
      expect([path, second.status, await second.text()]).toEqual([path, 304, ''])
      const head = await p.get(path, {}, 'HEAD')
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
      expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(await first.text())))
    }
  })

  it('gives parts of dumps', async () => {
    const whole = await p.text('/catalogue.ttl')
    const part = await p.get('/catalogue.ttl', { range: 'bytes=10-19' })
    expect([part.status, await part.text()]).toEqual([206, whole.slice(10, 20)])
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${Buffer.byteLength(whole)}`)
    const end = await p.get('/catalogue.ttl', { range: 'bytes=-5' })
    expect(await end.text()).toBe(whole.slice(-5))
    expect((await p.get('/catalogue.ttl', { range: 'bytes=999999999-' })).status).toBe(416)
    expect((await p.get('/catalogue.ttl', { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200)
  })

  it('lets scripts of other sites read data', async () => {
    for (const path of ['/api/v1/datasets', '/catalogue.ttl', '/store/search?query=*:*', '/feed.atom'])
      expect((await p.get(path)).headers.get('access-control-allow-origin')).toBe('*')
    expect((await p.get('/api/v1/datasets', {}, 'OPTIONS')).status).toBe(204)
    expect((await p.get('/', {}, 'DELETE')).status).toBe(405)
  })

  it('keeps pages from running anything that is not ours', async () => {
    const policy = (await p.get('/')).headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await p.text('/')).not.toMatch(/<style|style="|onclick=|<script>/)
  })
})

describe('the whole', () => {
  it('is the catalogue in every syntax', async () => {
    const sizes = new Set<number>()
    for (const path of [
      '/datasets/dcat',
      '/all.rdf',
      '/catalogue.ttl',
      '/catalogue.jsonld',
      '/dump.nt',
      '/dump.nq',
    ]) {
      const response = await p.get(path)
      const mediaType = response.headers.get('content-type')!.replace(/;.*/, '')
      const graph = await parse({
        name: path,
        bytes: new Uint8Array(await response.arrayBuffer()),
        mediaType,
      })
      expect([path, graph.problems.length]).toEqual([path, 0])
      sizes.add(graph.out.size)
    }
    expect(sizes.size).toBe(1)
  })

  it('has a feed, site maps, robots and a description', async () => {
    expect(await p.text('/feed.atom')).toContain('<feed xmlns="http://www.w3.org/2005/Atom"')
    expect(await p.text('/sitemap.xml')).toContain(`<loc>${BASE.slice(0, -1)}${await p.pageOf(LUFT)}</loc>`)
    const { resources } = JSON.parse(await p.text('/sitemap.json'))
    expect(resources.map(({ uri }: { uri: string }) => uri)).toContain(LUFT)
    expect(await p.text('/robots.txt')).toContain('Sitemap: https://data.example.se/sitemap.xml')
    expect(
      (await parse({ name: 'void.ttl', bytes: Buffer.from(await p.text('/.well-known/void')) })).problems,
    ).toEqual([])
    expect(JSON.parse(await p.text('/health'))).toMatchObject({ status: 'pass', sources: 8 })
    expect(await p.text('/metrics')).toMatch(/^grunddata_requests_total\{status="2xx"\} \d+$/m)
  })
})
