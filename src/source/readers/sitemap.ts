// Reads the JSON-LD that a site's pages carry, found by its sitemap (or of one page alone). Source: sitemaps.org.
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'
import { countOf, DCAT, entitiesOf } from './graph-facts.ts'
import { readHtml } from './html-data.ts'
import { inLanguage, madeDocument, type Node, organisationIri, ownIri } from './made.ts'
import { datasetsIn, idOf, isSchemaOrg, schemaNodes } from './schema-org-map.ts'
import { schemaUnread } from './schema-org-unread.ts'
import type { Given, Page, Visit, VisitOptions } from './types.ts'
import { cutXml } from './xml-parts.ts'

const MAX_NESTING = 3
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export async function* readSitemap(source: Source, visit: Visit): AsyncIterable<Given> {
  const pages: Listed[] = []
  const start = await visit.fetch(source.url, { isAlwaysFull: true, isPacked: true })
  if (!start?.document) return
  const text = textOf(start.document)
  if (/^\s*(<!doctype html|<html)/i.test(text)) {
    yield* readPage(source, visit, start.page, start.document)
    return
  }
  const fault = await collect(source.url, text, { source, visit, pages, seen: new Set([source.url]) }, 1)
  if (fault) yield fault
  for (const { address, lastmod } of pages) {
    const version = versionOf(lastmod)
    const visited = await visit.fetch(address, {
      accept: 'text/html, application/ld+json;q=0.9',
      ...(version && { version }),
    })
    if (visited?.document) yield* readPage(source, visit, visited.page, visited.document)
  }
}

interface Listed {
  readonly address: string
  readonly lastmod: string | undefined
}

interface Collecting {
  readonly source: Source
  readonly visit: Visit
  readonly pages: Listed[]
  readonly seen: Set<string>
}

/** The pages that a sitemap, and the sitemaps it names, list. */
async function collect(
  url: string,
  text: string,
  walk: Collecting,
  level: number,
): Promise<Given | undefined> {
  const { root, records, fault } = cutXml(text, { records: ['url', 'sitemap'] })
  const filter = walk.source.settings.filter
  if (root !== 'urlset' && root !== 'sitemapindex') return { failure: noSitemap(url, fault) }
  for (const { loc: address = '', lastmod } of records) {
    if (!URL.canParse(address) || walk.seen.has(address)) continue
    walk.seen.add(address)
    if (root === 'urlset') {
      if (filter === undefined || address.includes(filter)) walk.pages.push({ address, lastmod })
    } else if (level < MAX_NESTING) {
      const inner = await walk.visit.fetch(address, { isAlwaysFull: true, isPacked: true })
      const wrong = inner?.document && (await collect(address, textOf(inner.document), walk, level + 1))
      if (wrong) return wrong
    }
  }
  return fault === undefined ? undefined : { failure: noSitemap(url, fault) }
}

/**
 * A lastmod as a version: it is trusted once the day or the second that it names is well over, wherever on earth it is
 * meant. Source: sitemaps.org, lastmod (W3C Datetime).
 */
function versionOf(lastmod: string | undefined): VisitOptions['version'] {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(T\S+(?:Z|[+-]\d\d:\d\d))?$/.exec(lastmod ?? '') ?? []
  if (lastmod === undefined || day === undefined) return undefined
  const until = time === undefined ? Date.parse(day) + 2 * DAY_MS : Date.parse(lastmod) + MINUTE_MS
  return Number.isNaN(until) ? undefined : { name: lastmod, until }
}

async function* readPage(
  source: Source,
  visit: Visit,
  page: Page,
  document: RawDocument,
): AsyncIterable<Given> {
  const isJson = document.mediaType === 'application/ld+json'
  const text = textOf(document)
  const scripts = isJson ? [text] : readHtml(text).scripts
  const values: unknown[] = []
  for (const script of scripts) {
    const value = jsonOf(script)
    if (value === undefined) {
      yield {
        note: { rule: 'source-record-unread', url: page.url, params: { id: page.url, reason: BROKEN } },
      }
      // What stood there is not gone: it could not be read.
      yield { isIncomplete: true }
    } else values.push(value)
  }
  const datasets = datasetsIn(values.flatMap((value) => (isForeign(value) ? [] : [value])))
  const others = values.filter((value) => isForeign(value))
  for (const dataset of datasets)
    for (const { id, field, value } of schemaUnread(source, dataset, idOf(dataset, page.url)))
      yield {
        note: {
          rule: 'source-value-unread',
          url: page.url,
          params: { id, field, value: value.slice(0, 80) },
        },
      }
  const made: RawDocument[] = []
  if (datasets.length > 0) made.push(ofSchema(source, page, datasets))
  for (const value of others)
    made.push({
      name: page.url,
      url: page.url,
      mediaType: 'application/ld+json',
      bytes: Buffer.from(JSON.stringify(value), 'utf8'),
    })
  if (made.length === 0 && values.length === scripts.length)
    yield { note: { rule: 'source-page-without-data', url: page.url } }
  for (const each of made) {
    const graph = await visit.parse(each)
    if (!graph) continue
    yield { document: each, form: 'rdf', graph, page }
    if (countOf(graph, `${DCAT}Catalog`) === 0) yield* linked(source, visit, page, entitiesOf(graph))
  }
}

/** Datasets that no catalogue of the page lists are listed by the source's own. */
async function* linked(
  source: Source,
  visit: Visit,
  page: Page,
  datasets: readonly string[],
): AsyncIterable<Given> {
  if (datasets.length === 0) return
  const document = madeDocument(page.url, [catalogNode(source, datasets)])
  const graph = await visit.parse(document)
  if (graph) yield { document, form: 'rdf', graph, page }
}

function catalogNode(source: Source, dataset: readonly string[]): Node {
  return {
    '@id': ownIri(source, 'catalog'),
    '@type': 'Catalog',
    ...inLanguage('title', source.title, source.settings.language),
    publisher: organisationIri(source),
    dataset,
  }
}

const BROKEN = { sv: 'skrivfel i JSON-LD', en: 'syntax error in the JSON-LD' }

/** JSON-LD in other words than those of schema.org: it is RDF as it stands. */
function isForeign(value: unknown): boolean {
  const all = Array.isArray(value) ? value : [value]
  return !all.some(isSchemaOrg) && /dcat/i.test(JSON.stringify(value))
}

function ofSchema(source: Source, page: Page, datasets: readonly { readonly [key: string]: unknown }[]) {
  const nodes = datasets.map((dataset) => schemaNodes(source, dataset, page.url))
  const catalog = catalogNode(
    source,
    nodes.map(([dataset]) => dataset['@id'] as string),
  )
  return madeDocument(page.url, [catalog, ...nodes.flat()])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!--|-->\s*$/g, '')) ?? undefined
  } catch {
    return undefined
  }
}

function noSitemap(url: string, fault: string | undefined) {
  const why = fault === undefined ? '' : ` (${fault})`
  return unasked(url, {
    kind: 'content',
    text: { sv: `${url} är ingen webbplatskarta${why}.`, en: `${url} is not a sitemap${why}.` },
    hint: {
      sv: 'Ange adressen till sitemap.xml, eller till en enda sida med JSON-LD.',
      en: 'Give the address of sitemap.xml, or of a single page with JSON-LD.',
    },
  })
}
