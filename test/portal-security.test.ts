// What people with bad intent send, and what bad data do: nothing runs, nothing leaks, nothing takes for ever.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expandName } from '../src/dcat/index.ts'
import { classes } from '../src/dcat/properties.ts'
import { BASE, dataset, fixturePortal, PREFIXES, portalOf, type TestPortal } from './support/portal.ts'

interface Node {
  readonly name?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Node[]
}

interface Element {
  readonly name: string
  readonly attribs: Readonly<Record<string, string>>
}

/** Every element of a page, as a browser would see it. */
function elementsOf(page: string): readonly Element[] {
  const found: Element[] = []
  const walk = (nodes: readonly Node[]): void => {
    for (const { name, attribs, children } of nodes) {
      if (name !== undefined && attribs) found.push({ name, attribs })
      walk(children ?? [])
    }
  }
  walk(parseDocument(page).children as unknown as readonly Node[])
  return found
}

/** Nothing in a page may run or lead where scripts run. */
function expectHarmless(page: string): void {
  for (const { name, attribs } of elementsOf(page)) {
    expect(['img', 'iframe', 'object', 'embed', 'base', 'x']).not.toContain(attribs.alt ? '' : name)
    if (name === 'script')
      expect(attribs.src?.startsWith('/static/') || attribs.type === 'application/ld+json').toBe(true)
    for (const [key, value] of Object.entries(attribs)) {
      expect([key, /^on/i.test(key)]).toEqual([key, false])
      if (['href', 'src', 'action'].includes(key)) expect(value).not.toMatch(/^\s*(javascript|vbscript):/i)
    }
  }
}

const ATTACK = `"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)><x onclick=alert(1)>{{7*7}}`
const literal = (text: string) => JSON.stringify(text)

describe('scripts in data', () => {
  it('in any literal of any class do nothing on any page', async () => {
    const blocks = classes.flatMap(({ types, properties }, i) => {
      const statements = properties
        .filter(({ name }) => name !== 'rdf:type')
        .map(
          ({ property }) =>
            `<${property}> ${literal(ATTACK)}@sv, ${literal(`${ATTACK} en`)}@en, ${literal(ATTACK)}`,
        )
      return [`<https://data.example.se/thing/${i}> a <${types[0]}> ; ${statements.join(' ;\n ')} .`]
    })
    const tied = `<https://data.example.se/thing/tied> a dcat:Dataset ; dcterms:title ${literal(ATTACK)}@sv ;
      dcterms:publisher <https://data.example.se/thing/5> ; dcat:distribution <https://data.example.se/thing/3> ; dcat:theme <${encodeURI(ATTACK)}> ;
      dcat:contactPoint <https://data.example.se/thing/6> ; dcterms:conformsTo <https://data.example.se/thing/19> ;
      dcterms:spatial [ dcat:bbox ${literal(`POLYGON((${ATTACK} 14 57, 15 58))`)} ] ; dcterms:temporal [ dcat:startDate ${literal(ATTACK)} ] .`
    const p = await portalOf(`${PREFIXES}\n${blocks.join('\n')}\n${tied}`)
    const paths = [
      '/',
      '/datasets',
      `/datasets?q=${encodeURIComponent(ATTACK)}`,
      '/organisations',
      '/specifications',
      '/concepts',
      '/changes',
      '/quality',
      '/quality/katalog',
      '/harvest',
      '/domains',
    ]
    for (const { iri } of p.site.holdings.entities.all) paths.push(await p.pageOf(iri))
    expect(paths.length).toBeGreaterThan(15)
    for (const path of paths) expectHarmless(await p.text(path, { accept: 'text/html' }))
    const feed = await p.text('/feed.atom')
    expect(feed).not.toContain('<script')
    await p.close()
  })

  it('in addresses are not followed', async () => {
    const bad = [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'JaVaScRiPt:alert(1)',
    ]
    const links = [
      'dcat:landingPage',
      'foaf:page',
      'dcterms:relation',
      'dcterms:conformsTo',
      'dcat:theme',
      'dcterms:publisher',
    ]
    const more = links
      .map(
        (property) =>
          `${property} ${bad.map((iri) => `<${iri.replace(/[<>]/g, (c) => encodeURIComponent(c))}>`).join(', ')}`,
      )
      .join(' ; ')
    const p = await portalOf(`${PREFIXES}${dataset('a', 'Farlig', more)}`)
    for (const { iri } of p.site.holdings.entities.all) expectHarmless(await p.text(await p.pageOf(iri)))
    await p.close()
  })

  it('cannot end the data block of a page', async () => {
    const p = await portalOf(`${PREFIXES}${dataset('a', '</script><script>alert(1)</script>')}`)
    const page = await p.text(await p.pageOf('https://data.example.se/dataset/a'))
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page).toContain('\\u003c/script>')
    await p.close()
  })
})

describe('addresses', () => {
  let p: TestPortal
  beforeAll(async () => {
    p = await fixturePortal()
  })
  afterAll(() => p.close())

  it('lead to no files', async () => {
    for (const path of [
      '/static/../../package.json',
      '/static/..%2f..%2fpackage.json',
      '/static/%2e%2e/%2e%2e/package.json',
      '/rules/..%2f..%2fpackage',
      '/rules/..%5c..%5cpackage.json',
      '/terminology/..%2fnational%2fframework',
      '/quality/..%2f..%2fetc%2fpasswd',
      '/datasets/..%2f_x',
      '/%00',
      '//etc/passwd',
    ]) {
      const response = await p.get(path)
      expect([path, response.status]).toEqual([path, 404])
      expect(await response.text()).not.toMatch(/"name": "grunddata"|root:/)
    }
    expect((await p.portal(new Request('https://data.example.se/%E0%A4%A'))).status).toBe(404)
    expect((await p.get(`/${'a'.repeat(9000)}`)).status).toBe(414)
  })

  it('and values cannot add headers', async () => {
    for (const path of [
      `/resource?uri=${encodeURIComponent('x\r\nSet-Cookie: a=b')}`,
      '/datasets/kommun_kvuzc1l8z5/%0d%0aSet-Cookie:%20a=b',
      `/api/v1/datasets?q=${encodeURIComponent('a\r\nX: y')}&limit=1`,
      `/datasets?q=${encodeURIComponent('\r\nX: y')}`,
    ]) {
      const { headers } = await p.get(path)
      expect(headers.get('set-cookie')).toBeNull()
      expect(headers.get('x')).toBeNull()
    }
    const own = await portalOf(
      `${PREFIXES}<https://data.example.se/dataset/a%0D%0ASet-Cookie:b> a dcat:Dataset ; dcterms:title "a" .`,
    )
    for (const { id } of own.site.holdings.entities.all)
      for (const accept of ['text/html', 'text/turtle']) {
        const { status, headers } = await own.get(`/datasets/${id}`, { accept })
        expect([status, headers.get('set-cookie')]).toEqual([200, null])
      }
    await own.close()
  })

  it('take you nowhere else', async () => {
    for (const path of [
      '/resource?uri=https://evil.example/',
      '/en//evil.example/',
      '/account?next=https://evil.example/',
    ])
      expect((await p.get(path)).headers.get('location') ?? '').not.toMatch(/^(https?:)?\/\/evil/)
  })

  it('names of objects in a language are data', async () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      expect((await p.get(`/rules/${name}`)).status).toBe(404)
      expect((await p.get(`/domains/${name}`)).status).toBe(404)
      expect((await p.get(`/terminology/${name.toLowerCase()}`)).status).toBe(404)
      expect((await p.get(`/api/v1/rules/${name}`)).status).toBe(404)
      expect((await p.get(`/datasets?${name}=x&theme=${name}&s=${name}`)).status).toBe(200)
      expect((await p.get(`/sparql?query=ASK%7B%7D&output=${name}`)).status).toBe(200)
      expect(
        (await p.get(`/store/search?query=${name}:${name}&sort=${name}&facetFields=${name}`)).status,
      ).toBe(200)
    }
  })

  it('words that cost much elsewhere cost little here', async () => {
    for (const words of [
      'a'.repeat(200),
      '('.repeat(5000),
      '"'.repeat(199),
      `${'a '.repeat(99)}`,
      'NEAR(a b)*^:-"\'',
      `${'*'.repeat(200)}`,
      `${'å'.repeat(100)}!`,
      'a OR b AND NOT c',
      '\u0000\u0001',
    ])
      for (const path of [
        '/datasets?q=',
        '/organisations?q=',
        '/concepts/search?q=',
        '/api/v1/datasets?q=',
        '/api/suggest?q=',
        '/store/search?query=',
      ])
        expect((await p.get(path + encodeURIComponent(words))).status).toBeLessThan(415)
  })
})

describe('the toolkit', () => {
  let server: Server
  let p: TestPortal
  let inside: string
  let asked = 0
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked++
      if (request.url === '/bomb') {
        response.setHeader('content-encoding', 'gzip')
        response.setHeader('content-type', 'text/turtle')
        response.end(gzipSync(Buffer.alloc(30_000_000, '#')))
      } else if (request.url === '/hop')
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      else response.end('secret')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    inside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    p = await fixturePortal({ canFetch: true, access: { limits: { fetch: 100, tool: 100 } } })
  })
  afterAll(async () => {
    await p.close()
    server.close()
  })

  const post = (fields: Readonly<Record<string, string | Blob>>, to = p) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return to.portal(new Request(`${BASE}toolkit`, { method: 'POST', body }))
  }

  it('fetches nothing from the inside', async () => {
    for (const url of [
      `${inside}/`,
      inside.replace('127.0.0.1', 'localhost'),
      inside.replace('127.0.0.1', '0x7f000001'),
      inside.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
    ]) {
      const response = await p.get(`/toolkit?url=${encodeURIComponent(url)}`)
      expect([url, response.status >= 400]).toEqual([url, true])
      expect(await response.text()).not.toContain('secret')
    }
    expect(asked).toBe(0)
  })

  it('follows no redirect to the inside, and unpacks no bomb', async () => {
    const open = await fixturePortal({ canFetch: true, allowPrivate: ['127.0.0.1'] })
    expect((await open.get(`/toolkit?url=${inside}/hop`)).status).toBe(403)
    expect((await open.get(`/toolkit?url=${inside}/bomb`)).status).toBe(413)
    await open.close()
  })

  it('takes no more than it says', async () => {
    const large = await post({ task: 'validate', text: '#'.repeat(6_000_000) })
    expect(large.status).toBe(413)
    let sent = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const response = await p.portal(
      new Request(`${BASE}toolkit`, {
        method: 'POST',
        body: endless,
        duplex: 'half',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      } as RequestInit),
    )
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(10_000_000)
  })

  it('makes nothing of archives, entities and shared links that swell', async () => {
    const zip = await post({ task: 'validate', file: new Blob([gzipSync(Buffer.alloc(1_000_000))]) })
    expect(zip.status).toBe(200)
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('')
    const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e0 "lol">${entities}]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/terms/"><rdf:Description><d:title>&e12;</d:title></rdf:Description></rdf:RDF>`
    const outside = `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/terms/"><rdf:Description><d:title>&x;</d:title></rdf:Description></rdf:RDF>`
    for (const text of [laughs, outside])
      for (const task of ['validate', 'convert']) {
        const page = await (await post({ task, text })).text()
        expect(page.length).toBeLessThan(200_000)
        expect(page).not.toContain('root:')
      }
    const bomb = deflateRawSync(Buffer.alloc(5_000_000)).toString('base64url')
    expect((await p.get(`/toolkit?t=${bomb}`)).status).toBe(400)
    expect((await p.get('/toolkit?t=%21%21')).status).toBe(400)
  })

  it('shows what was pasted without running it, and reads no profile from a file', async () => {
    const page = await (
      await post({
        task: 'validate',
        text: `<a> <b> "${ATTACK.replaceAll('"', '')}" .`,
        profile: 'package.json',
      })
    ).text()
    expectHarmless(page)
    expect(page).not.toContain('package.json')
  })

  it('is not flooded, and tells when to come back', async () => {
    const slow = await fixturePortal({ access: { limits: { tool: 2 } } })
    const codes = []
    for (let i = 0; i < 4; i++)
      codes.push((await post({ task: 'convert', text: '<a:b> <a:c> <a:d> .' }, slow)).status)
    expect(codes).toEqual([200, 200, 429, 429])
    await slow.close()
  })

  it('takes JSON with names of objects as data', async () => {
    const text =
      '{"@context":{"__proto__":"http://x/p","constructor":"http://x/c"},"@id":"http://x/a","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
    expect((await post({ task: 'convert', text })).status).toBe(200)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('tokens and queries', () => {
  it('tokens cannot be guessed', async () => {
    const p = await fixturePortal({ access: { limits: { login: 5, read: 1000 } } })
    const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const statuses = []
    for (let i = 0; i < 8; i++)
      statuses.push(
        (
          await p.portal(
            new Request(`${BASE}account`, {
              method: 'POST',
              headers: form,
              body: `token=gd_000000000000_${'x'.repeat(43)}`,
            }),
            { visitor: '1.2.3.4' },
          )
        ).status,
      )
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429, 429])
    const bearer = []
    for (let i = 0; i < 8; i++)
      bearer.push(
        (
          await p.portal(
            new Request(`${BASE}api/v1/datasets`, { headers: { authorization: 'Bearer gd_x' } }),
            { visitor: '5.6.7.8' },
          )
        ).status,
      )
    expect(bearer).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    await p.close()
  })

  it('a query that runs away is stopped, and the next one is answered', async () => {
    const p = await fixturePortal({ sparql: { timeoutMs: 1500 } })
    const ask = (query: string) =>
      p.get(`/sparql?${new URLSearchParams({ query })}`, { accept: 'application/json' })
    expect((await ask('ASK { ?s ?p ?o }')).status).toBe(200)
    const runaway = await ask('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }')
    expect(runaway.status).toBe(503)
    expect((await ask('ASK { ?s ?p ?o }')).status).toBe(200)
    expect((await ask(`ASK { ${'?s ?p ?o . '.repeat(3000)} }`)).status).toBe(414)
    expect((await ask('SELECT * { SERVICE <http://169.254.169.254/> { ?s ?p ?o } }')).status).toBe(400)
    await p.close()
  })

  it('an answer that is too large is not given', async () => {
    const p = await fixturePortal({ sparql: { maxBytes: 1000 } })
    const response = await p.get(`/sparql?${new URLSearchParams({ query: 'SELECT * { ?s ?p ?o }' })}`)
    expect(response.status).toBe(413)
    await p.close()
  })
})

it('the properties that are attacked are those of the model', () => {
  expect(classes.flatMap(({ properties }) => properties).length).toBeGreaterThan(150)
  expect(expandName('dcterms:title')).toBe('http://purl.org/dc/terms/title')
})
