// Files that are packed, and sites whose sitemap says when pages changed: what is read, told, and not asked for again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../src/source/http/index.ts'
import {
  type Conditions,
  noteFinding,
  type ReadContext,
  readSource,
  type Source,
  sourceOf,
} from '../src/source/index.ts'
import { listen } from './support/hostile/server.ts'

let client: Client
beforeAll(() => {
  client = createClient({ retry: { retries: 0 } })
})
afterAll(() => client.close())

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A site whose pages are what the table holds at the time, and what it was asked for. */
async function site(pages: Record<string, string | Uint8Array>) {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const body = pages[url]
    const type = url.includes('.gz') ? 'application/gzip' : 'text/html; charset=utf-8'
    if (body === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': type }).end(body)
  })
  servers.push(server)
  return { base: `http://127.0.0.1:${await listen(server)}`, asked }
}

async function readAll(
  facts: Pick<Source, 'url' | 'reader'> & Partial<Source>,
  context: Partial<ReadContext> = {},
) {
  const source = sourceOf({ id: 'prov', allowPrivate: ['127.0.0.1'], robots: false, ...facts })
  const told = {
    documents: [] as string[],
    kept: [] as string[],
    notes: [] as string[],
    failures: [] as string[],
  }
  let triples = 0
  for await (const event of readSource(source, { client, ...context })) {
    if (event.kind === 'document') {
      told.documents.push(Buffer.from(event.document.bytes).toString('utf8'))
      triples += event.graph?.quads.count ?? 0
    } else if (event.kind === 'unchanged') told.kept.push(...event.documents.map(({ hash }) => hash))
    else if (event.kind === 'note') {
      const { params } = event.note
      told.notes.push([event.note.rule, params?.field, params?.value].filter(Boolean).join(' '))
      expect(noteFinding(event.note).message.sv).not.toMatch(/\{\w+\}/)
    } else if (event.kind === 'failure')
      told.failures.push(`${event.failure.kind}: ${event.failure.error.text.en}`)
    else return { ...told, triples, ...event }
  }
  throw new Error('no end')
}

const catalog = `<https://d.se/> a <http://www.w3.org/ns/dcat#Catalog> ; <http://purl.org/dc/terms/title> "Öppna data"@sv .\n`

describe('a packed file', () => {
  it('is read by what it holds, and told of', async () => {
    const { base } = await site({ '/katalog.ttl.gz': gzipSync(catalog) })
    const read = await readAll({ url: `${base}/katalog.ttl.gz`, reader: 'rdf' })
    expect(read).toMatchObject({ documents: [catalog], triples: 2, isComplete: true, failures: [] })
    expect(read.notes).toContain('source-packed')
  })

  it('is read on the last page that is allowed too', async () => {
    const { base } = await site({ '/katalog.ttl.gz': gzipSync(catalog) })
    const limits = { ...sourceOf({ id: 'x', url: base, reader: 'rdf' }).limits, maxPages: 1 }
    expect(await readAll({ url: `${base}/katalog.ttl.gz`, reader: 'rdf', limits })).toMatchObject({
      triples: 2,
    })
  })

  it('counts as unchanged when it was only packed anew', async () => {
    const pages = { '/k.gz': gzipSync(catalog, { level: 1 }) }
    const { base } = await site(pages)
    const { conditions } = await readAll({ url: `${base}/k.gz`, reader: 'rdf' })
    pages['/k.gz'] = gzipSync(`${catalog}`, { level: 0 })
    expect(await readAll({ url: `${base}/k.gz`, reader: 'rdf' }, { conditions })).toMatchObject({
      isUnchanged: true,
    })
  })

  it('that swells too much, is cut or is damaged fails, and nothing may be removed for it', async () => {
    const whole = gzipSync(catalog)
    const { base } = await site({
      '/bomb.gz': gzipSync(Buffer.alloc(30_000_000, '#')),
      '/cut.gz': whole.subarray(0, whole.length - 12),
      '/odd.gz': Buffer.concat([whole.subarray(0, 12), Buffer.alloc(40, 7)]),
      '/twice.gz': gzipSync(whole),
    })
    const failuresOf = async (name: string) => {
      const { failures, isComplete, documents } = await readAll({ url: `${base}/${name}`, reader: 'rdf' })
      expect({ isComplete, documents }).toEqual({ isComplete: false, documents: [] })
      return failures.join()
    }
    expect(await failuresOf('bomb.gz')).toMatch(/^bomb: .*swells/)
    expect(await failuresOf('cut.gz')).toMatch(/^content: .*packed/)
    expect(await failuresOf('odd.gz')).toMatch(/^content: .*packed/)
    expect(await failuresOf('twice.gz')).toMatch(/^content: /)
  })

  it('is found in a folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))
    try {
      writeFileSync(join(folder, 'a.ttl.gz'), gzipSync(catalog))
      writeFileSync(join(folder, 'package.json.gz'), gzipSync('{ "name": "x" }'))
      expect(await readAll({ url: folder, reader: 'folder' })).toMatchObject({
        documents: [catalog],
        failures: [],
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

const page = (name: string, more: object = {}) =>
  `<!doctype html><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `https://d.se/${name}`,
    name,
    ...more,
  })}</script>`
const map = (base: string, lastmods: Readonly<Record<string, string | undefined>>) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">${Object.entries(
    lastmods,
  )
    .map(([path, lastmod]) => {
      const told = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`
      return `<url><loc>${base}${path}</loc>${told}<i:image><i:loc>${base}/bild.png</i:loc></i:image></url>`
    })
    .join('')}</urlset>`

describe('a sitemap that says when pages changed', () => {
  const NOW = Date.UTC(2026, 10, 10, 12)
  const lastmods = {
    '/a': '2026-11-01',
    '/b': '2026-11-09T08:00:00+01:00',
    '/c': '2026-11-10',
    '/d': undefined,
  }

  async function twice(change: (pages: Record<string, string>, base: string) => void, later = 3_600_000) {
    const pages: Record<string, string> = {}
    const { base, asked } = await site(pages)
    for (const path of Object.keys(lastmods)) pages[path] = page(path.slice(1))
    pages['/sitemap.xml'] = map(base, lastmods)
    const facts = { url: `${base}/sitemap.xml`, reader: 'sitemap' } as const
    const first = await readAll(facts, { now: () => NOW })
    expect(first).toMatchObject({ isComplete: true, failures: [] })
    expect(asked.splice(0)).toEqual(['/sitemap.xml', '/a', '/b', '/c', '/d'])
    change(pages, base)
    // As the store keeps them.
    const conditions = JSON.parse(JSON.stringify(first.conditions)) as Conditions
    const second = await readAll(facts, { now: () => NOW + later, conditions })
    return { first, second, asked, facts }
  }

  it('is not asked for pages that are as they were read; their content is kept', async () => {
    const { first, second, asked } = await twice(() => {})
    // A page of today may change once more today.
    expect(asked).toEqual(['/sitemap.xml', '/c', '/d'])
    expect(second).toMatchObject({ isComplete: true, isUnchanged: true, failures: [] })
    expect(second.statistics).toMatchObject({ requests: 3, pages: 5, unchangedPages: 2 })
    expect(second.kept).toHaveLength(2)
    expect(second.conditions).toMatchObject(
      Object.fromEntries(
        Object.entries(first.conditions).map(([url, { documents }]) => [url, { documents }]),
      ),
    )
  })

  it('is asked for what it says is new, or of another day, and for what is no longer said', async () => {
    const { second, asked } = await twice((pages, base) => {
      pages['/a'] = page('a', { description: 'Ny' })
      pages['/sitemap.xml'] = map(base, { ...lastmods, '/a': '2026-11-10T12:30:00Z', '/b': undefined })
    })
    expect(asked).toEqual(['/sitemap.xml', '/a', '/b', '/c', '/d'])
    expect(second.isUnchanged).toBe(false)
    expect(second.documents.some((text) => text.includes('Ny'))).toBe(true)
  })

  it('is not believed for more than a week', async () => {
    const { second, asked } = await twice((pages) => {
      pages['/a'] = page('a', { description: 'Ny' })
    }, 8 * 86_400_000)
    expect(asked).toContain('/a')
    expect(second.documents.some((text) => text.includes('Ny'))).toBe(true)
  })

  it('a page that gave nothing is asked for every time', async () => {
    const pages: Record<string, string> = { '/a': '<title>Under uppbyggnad</title>' }
    const { base, asked } = await site(pages)
    pages['/sitemap.xml'] = map(base, { '/a': '2026-11-01' })
    const facts = { url: `${base}/sitemap.xml`, reader: 'sitemap' } as const
    const { conditions } = await readAll(facts, { now: () => NOW })
    pages['/a'] = page('a')
    const second = await readAll(facts, { now: () => NOW + 1000, conditions })
    expect(asked).toEqual(['/sitemap.xml', '/a', '/sitemap.xml', '/a'])
    expect(second.documents).toHaveLength(1)
  })
})

describe('values of schema.org that do not fit', () => {
  it('are told of, each by its field', async () => {
    const { base } = await site({
      '/a': page('a', {
        description: ['Ett', 'Två'],
        dateModified: 'i går',
        datePublished: '2026-01-02',
        conditionsOfAccess: 'fritt',
        license: 'CC0',
        inLanguage: 'svenska',
        temporalCoverage: '1990-talet',
        spatialCoverage: { '@type': 'Place', name: 'Exempelkommun' },
        keywords: ['bad', { '@type': 'DefinedTerm', name: 'fritid' }],
        identifier: { '@type': 'PropertyValue', propertyID: 'doi' },
        publisher: { '@type': 'Organization', name: 'Exempelkommun' },
        distribution: [
          'https://d.se/a.csv',
          { contentUrl: 'a.csv', contentSize: '12 MB', encodingFormat: 'text/csv' },
        ],
      }),
      '/ok': page('ok', {
        description: 'Ett',
        dateModified: '2026-01-02',
        license: 'http://creativecommons.org/publicdomain/zero/1.0/',
        publisher: { '@id': 'https://d.se/org', name: 'Exempelkommun' },
        distribution: { contentUrl: 'https://d.se/a.csv', contentSize: 12, encodingFormat: 'text/csv' },
      }),
    })
    const unread = async (name: string, facts: Partial<Source> = {}) =>
      (await readAll({ url: base + name, reader: 'sitemap', ...facts })).notes.map((note) =>
        note.replace('source-value-unread ', ''),
      )
    expect((await unread('/a')).sort()).toEqual([
      'conditionsOfAccess fritt',
      'contentSize 12 MB',
      'contentUrl a.csv',
      'dateModified i går',
      'description Två',
      'distribution https://d.se/a.csv',
      'identifier {"@type":"PropertyValue","propertyID":"doi"}',
      'inLanguage svenska',
      'license CC0',
      'publisher Exempelkommun',
      'spatialCoverage Exempelkommun',
      'temporalCoverage 1990-talet',
    ])
    expect(await unread('/a', { organisation: '2120001234' })).not.toContain('publisher Exempelkommun')
    expect(await unread('/ok')).toEqual([])
  })
})
