// Every reader against recorded exchanges: what it asks for, hands out and remarks upon, as golden texts.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Graph, parse, uniteGraphs } from '../src/rdf/index.ts'
import { type Client, createClient } from '../src/source/http/index.ts'
import {
  noteFinding,
  type ReadContext,
  readerNames,
  readSource,
  type Source,
  sourceOf,
} from '../src/source/index.ts'
import { canonical } from './support/canonical.ts'
import { replay } from './support/exchanges.ts'
import { listen } from './support/hostile/server.ts'

let client: Client
beforeAll(() => {
  client = createClient({ retry: { retries: 0 } })
})
afterAll(() => client.close())

type Facts = Pick<Source, 'url' | 'reader'> & Partial<Source>

/** What a reading gives, as a text that is the same every time. */
async function told(facts: Facts, hide: (text: string) => string, context: Partial<ReadContext> = {}) {
  const source = sourceOf({ id: 'prov', allowPrivate: ['127.0.0.1'], robots: false, ...facts })
  const lines: string[] = []
  const graphs: Graph[] = []
  let conditions = {}
  for await (const event of readSource(source, { client, ...context })) {
    if (event.kind === 'document') {
      const { document, form, graph, page } = event
      lines.push(`document ${form} ${document.name} (${page.status})`)
      if (graph) graphs.push(graph)
      else
        lines.push(
          ...Buffer.from(document.bytes)
            .toString('utf8')
            .trimEnd()
            .split('\n')
            .map((line) => `  ${line}`),
        )
    } else if (event.kind === 'unchanged') lines.push(`unchanged ${event.page.asked}`)
    else if (event.kind === 'note') {
      const { severity, rule, message } = noteFinding(event.note)
      lines.push(`note ${severity} ${rule}`, `  ${message.sv}`, `  ${message.en}`)
    } else if (event.kind === 'failure')
      lines.push(`failure ${event.failure.kind}`, `  ${event.failure.error.text.sv}`)
    else {
      const { isComplete, isUnchanged, statistics } = event
      conditions = event.conditions
      lines.push(`end ${isComplete ? 'complete' : 'incomplete'}, ${isUnchanged ? 'unchanged' : 'changed'}`)
      lines.push(
        `  ${statistics.requests} requests, ${statistics.pages} pages, ${statistics.triples} triples`,
      )
    }
  }
  if (graphs.length > 0) lines.push('', await sameEverywhere(uniteGraphs(graphs), source.url))
  return { text: `${hide(lines.join('\n'))}\n`, conditions }
}

/** Names of blank nodes depend on all texts: the port is taken out before they are given. */
async function sameEverywhere(graph: Graph, url: string): Promise<string> {
  const origin = URL.canParse(url) ? new URL(url).origin : 'none:'
  const text = (await canonical(graph)).replaceAll(origin, 'http://base.invalid')
  const again = await canonical(await parse({ name: 'x.nq', bytes: Buffer.from(text) }))
  return again.replaceAll('http://base.invalid', origin).trimEnd()
}

const recordings: Readonly<
  Record<string, Pick<Source, 'reader'> & Partial<Source> & { readonly path: string }>
> = {
  rdf: { reader: 'rdf', path: '/datasets/dcat' },
  hydra: { reader: 'hydra', path: '/katalog?page=1' },
  'hydra-2014': { reader: 'hydra', path: '/katalog' },
  subcatalogs: { reader: 'subcatalogs', path: '/katalog' },
  ckan: {
    reader: 'ckan',
    path: '/',
    settings: { pageSize: '2' },
    organisation: '2120001234',
    title: 'Exempelkommun',
  },
  'csw-2.0.2': { reader: 'csw', path: '/csw' },
  'csw-3.0': { reader: 'csw', path: '/csw', settings: { version: '3.0' } },
  sitemap: { reader: 'sitemap', path: '/sitemap.xml' },
  openapi: { reader: 'openapi', path: '/openapi.yaml' },
}

describe('recorded exchanges', () => {
  it.each(Object.keys(recordings))('%s', async (name) => {
    const { path, ...facts } = recordings[name]
    const server = await replay(`fixtures/http/${name}.http`)
    const hide = (text: string) =>
      text.replaceAll(server.base, '{base}').replaceAll(new URL(server.base).host, '{host}')
    try {
      const { text, conditions } = await told({ url: server.base + path, ...facts }, hide)
      await expect(text).toMatchFileSnapshot(`golden/readers/${name}.txt`)
      expect(server.missing).toEqual([])
      const again = await told({ url: server.base + path, ...facts }, hide, { conditions })
      if (!text.includes('incomplete')) expect(again.text).toMatch(/^end complete, unchanged$/m)
    } finally {
      await server.close()
    }
  })
})

describe('a SPARQL endpoint', () => {
  const catalog = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
<https://d.se/> a dcat:Catalog ; dcat:dataset <https://d.se/1>, <https://d.se/2> ; dct:publisher <https://d.se/org> .
<https://d.se/org> a <http://xmlns.com/foaf/0.1/Agent> ; <http://xmlns.com/foaf/0.1/name> "Exempel" .
<https://d.se/1> a dcat:Dataset ; dct:title "Ett"@sv ; dcat:distribution <https://d.se/1/csv> ; dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2025" ] .
<https://d.se/1/csv> a dcat:Distribution ; dcat:accessURL <https://d.se/1.csv> .
<https://d.se/2> a dcat:Dataset ; dct:title "Två"@sv ; dct:relation <https://d.se/annat> .
<https://d.se/annat> dct:title "Hör inte till katalogen"@sv .
`
  /** A real query engine behind the protocol. */
  async function endpoint() {
    const { default: oxigraph } = await import('oxigraph')
    const store = new oxigraph.Store()
    store.load(catalog, { format: 'text/turtle', base_iri: 'https://d.se/' })
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      const form =
        request.method === 'POST'
          ? new URLSearchParams(Buffer.concat(chunks).toString())
          : new URL(request.url ?? '', 'http://x').searchParams
      const isResults = (request.headers.accept ?? '').includes('sparql-results')
      const format = isResults ? 'application/sparql-results+json' : 'application/n-triples'
      try {
        const answer = store.query(form.get('query') ?? '', { results_format: isResults ? 'json' : 'nt' })
        response.writeHead(200, { 'content-type': format }).end(answer as unknown as string)
      } catch (error) {
        response.writeHead(400).end(String(error))
      }
    })
    const base = `http://127.0.0.1:${await listen(server)}/sparql`
    return { base, close: () => new Promise((done) => server.close(done)) }
  }

  it('gives what belongs to the entities, and no more', async () => {
    const server = await endpoint()
    try {
      const hide = (text: string) => text.replaceAll(server.base, '{base}')
      const { text, conditions } = await told(
        { url: server.base, reader: 'sparql', settings: { pageSize: '2' } },
        (text) => text,
      )
      const wanted = (await canonical(await parse({ name: 'x.ttl', bytes: Buffer.from(catalog) })))
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('<https://d.se/annat>'))
      expect(text.split('\n\n')[1].trim().split('\n').sort()).toEqual(wanted.sort())
      expect(text).toMatch(/^end complete, changed\n {2}3 requests/m)
      const again = await told({ url: server.base, reader: 'sparql', settings: { pageSize: '2' } }, hide, {
        conditions,
      })
      expect(again.text).toMatch(/^end complete, unchanged/m)
    } finally {
      await server.close()
    }
  })

  it('answers a query of the source’s own, in pages', async () => {
    const server = await endpoint()
    try {
      const query =
        'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT {limit} OFFSET {offset}'
      const { text } = await told(
        { url: server.base, reader: 'sparql', settings: { pageSize: '5', query } },
        (text) => text,
      )
      expect(text.split('\n').filter((line) => line.startsWith('document'))).toHaveLength(4)
      expect(text).toMatch(/^end complete/m)
    } finally {
      await server.close()
    }
  })
})

describe('a folder', () => {
  it('is read in order, without what leads out of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grunddata-folder-'))
    const outside = join(folder, 'utanför.ttl')
    const inside = join(folder, 'kataloger')
    mkdirSync(join(inside, 'geo'), { recursive: true })
    mkdirSync(join(inside, '.git'))
    writeFileSync(join(inside, '.git', 'HEAD'), `${'ab'.repeat(20)}\n`)
    writeFileSync(outside, '<https://d.se/hemligt> a <http://www.w3.org/ns/dcat#Dataset> .')
    symlinkSync(outside, join(inside, 'länk.ttl'))
    writeFileSync(join(inside, 'a.ttl'), '<https://d.se/1> a <http://www.w3.org/ns/dcat#Dataset> .')
    writeFileSync(
      join(inside, 'geo', 'b.xml'),
      '<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>',
    )
    writeFileSync(join(inside, 'api.yaml'), 'openapi: 3.1.0\n')
    writeFileSync(join(inside, 'package.json'), '{ "name": "x" }')
    try {
      const { text } = await told({ url: inside, reader: 'folder' }, (text) =>
        text.replaceAll(inside, '{folder}'),
      )
      await expect(text).toMatchFileSnapshot('golden/readers/folder.txt')
      const none = await told({ url: join(inside, 'finns-inte'), reader: 'folder' }, (text) => text)
      expect(none.text).toMatch(/^failure address/m)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

it('every reader has words and can be loaded', async () => {
  const { readers } = await import('../src/source/index.ts')
  for (const name of readerNames) {
    expect(readers[name].does.sv).toBeTruthy()
    expect(await readers[name].load()).toBeTypeOf('function')
  }
})
