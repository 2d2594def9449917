// What an organisation already has on the web: catalogues and API descriptions at the addresses where they use to be,
// and what a page says of itself. Everything is asked through the guarded client; nothing found is trusted.
import { createHash } from 'node:crypto'
import type { Text } from '../finding.ts'
import { ID, iriId, subjects } from '../rdf/index.ts'
import { graphOf, textOf } from './content.ts'
import { documentOf } from './http/document.ts'
import type { Client } from './http/index.ts'
import { readHtml } from './readers/html-data.ts'
import { madeDocument } from './readers/made.ts'
import { isOpenApi } from './readers/openapi.ts'
import { datasetsIn, isSchemaOrg, schemaNodes } from './readers/schema-org-map.ts'
import { sourceOf } from './sources/types.ts'
import type { RawDocument } from './types.ts'

export type OfferKind = 'catalog' | 'openapi'

export interface Offer {
  readonly kind: OfferKind
  /** Where it is; the page, for data inside a page. */
  readonly url: string
  /** True for JSON-LD inside a web page. */
  readonly isEmbedded: boolean
  readonly document: RawDocument
  /** What it describes; of an API description one service. */
  readonly datasets: number
  readonly services: number
  readonly catalogs: number
}

/** An address that was asked, and why it gave nothing. */
export interface Attempt {
  readonly url: string
  readonly reason?: Text
}

export interface Discovery {
  /** Catalogues first, the fullest first. */
  readonly offers: readonly Offer[]
  readonly attempts: readonly Attempt[]
}

export interface DiscoverOptions {
  readonly client: Client
  readonly signal?: AbortSignal
  /** Called before an address is asked. */
  readonly onAsk?: (url: string) => void
}

/** Where to look on a site, beside the address itself. Sources: DCAT-AP-SE, harvesting; RFC 8615; RFC 9727. */
const PLACES = ['/datasets/dcat', '/.well-known/datacatalog', '/openapi.json', '/openapi.yaml'] as const
const MAX_LINKS = 8
const LIMITS = { maxBytes: 100_000_000, timeoutMs: 20_000 }
const ACCEPT =
  'text/turtle, application/rdf+xml, application/ld+json, application/vnd.oai.openapi+json;q=0.9, application/json;q=0.8, application/yaml;q=0.8, text/html;q=0.7, */*;q=0.1'

/** Looks at an address and at the usual places of its site. Never throws for what it meets. */
export async function discover(address: string, options: DiscoverOptions): Promise<Discovery> {
  const looking: Looking = { options, offers: new Map(), attempts: [], asked: new Set() }
  const { origin } = new URL(address)
  const links = await look(address, looking)
  for (const place of PLACES) await look(new URL(place, origin).href, looking)
  for (const link of links.slice(0, MAX_LINKS)) await look(link, looking)
  const offers = [...looking.offers.values()]
  return { offers: offers.sort((a, b) => weight(b) - weight(a)), attempts: looking.attempts }
}

interface Looking {
  readonly options: DiscoverOptions
  /** By what they hold: a site answers many addresses with the same bytes. */
  readonly offers: Map<string, Offer>
  readonly attempts: Attempt[]
  readonly asked: Set<string>
}

function weight({ kind, isEmbedded, datasets, services }: Offer): number {
  return (kind === 'catalog' ? 1e6 : 0) + (isEmbedded ? 0 : 1e5) + datasets * 10 + services
}

/** Asks one address; gives the addresses that a web page links to. */
async function look(address: string, looking: Looking): Promise<readonly string[]> {
  const { options, attempts, asked } = looking
  if (asked.has(address)) return []
  asked.add(address)
  options.onAsk?.(address)
  const outcome = await options.client.ask(address, {
    accept: ACCEPT,
    limits: LIMITS,
    ...(options.signal && { signal: options.signal }),
  })
  if ('failure' in outcome) {
    attempts.push({ url: address, reason: outcome.failure.error.text })
    return []
  }
  const document = documentOf(outcome.exchange.url, outcome.exchange)
  const text = textOf(document)
  if (isOpenApi(text.slice(0, 200_000)) && !/^\s*</.test(text)) {
    addOffer(looking, { document, kind: 'openapi', isEmbedded: false, datasets: 0, services: 1, catalogs: 0 })
    return []
  }
  if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html)\b/i.test(text))
    return lookInside(document, text, looking)
  const isCatalog = await offerGraph(document, false, looking)
  if (!isCatalog) attempts.push({ url: address, reason: noData })
  return []
}

const noData: Text = { sv: 'ingen katalog och inget API', en: 'no catalogue and no API' }

async function lookInside(page: RawDocument, text: string, looking: Looking): Promise<readonly string[]> {
  const { scripts, links, language } = readHtml(text)
  let isAny = false
  for (const document of scripts.flatMap((script) => dataOf(script, page, language)))
    isAny = (await offerGraph(document, true, looking)) || isAny
  if (!isAny) looking.attempts.push({ url: page.url ?? page.name, reason: pageOnly })
  return links
    .filter(({ rel, type }) => /rdf\+xml|turtle|ld\+json/.test(type) || /service-desc|api-catalog/.test(rel))
    .flatMap(({ href }) => (URL.canParse(href, page.url) ? [new URL(href, page.url).href] : []))
}

/** The JSON-LD of a page as RDF: as it is, or made of the words that search engines know. */
function dataOf(script: string, page: RawDocument, language: string | undefined): readonly RawDocument[] {
  const url = page.url ?? page.name
  const value = jsonOf(script)
  if (value === undefined) return []
  if (!isSchemaOrg(value))
    return [{ ...page, mediaType: 'application/ld+json', bytes: Buffer.from(script, 'utf8') }]
  const settings: Record<string, string> = language === undefined ? {} : { language: language.slice(0, 2) }
  const source = sourceOf({ id: 'page', url, reader: 'sitemap', settings })
  const nodes = datasetsIn([value]).flatMap((dataset) => schemaNodes(source, dataset, url))
  return nodes.length === 0 ? [] : [madeDocument(url, nodes)]
}

function jsonOf(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*<!--|-->\s*$/g, '')) ?? undefined
  } catch {
    return undefined
  }
}

const pageOnly: Text = { sv: 'en webbsida utan katalog i sig', en: 'a web page without a catalogue in it' }

const DCAT = 'http://www.w3.org/ns/dcat#'

/** Keeps a document as an offer when it describes a catalogue, datasets or data services. */
async function offerGraph(document: RawDocument, isEmbedded: boolean, looking: Looking): Promise<boolean> {
  const counts = await countResources(document)
  if (counts.datasets + counts.services + counts.catalogs === 0) return false
  addOffer(looking, { document, kind: 'catalog', isEmbedded, ...counts })
  return true
}

async function countResources(document: RawDocument) {
  const graph = await graphOf(document)
  const count = (name: string) => {
    const id = iriId(graph, DCAT + name)
    return id === undefined ? 0 : subjects(graph, ID.type, id).length
  }
  return { catalogs: count('Catalog'), datasets: count('Dataset'), services: count('DataService') }
}

function addOffer({ offers }: Looking, offer: Omit<Offer, 'url'>): void {
  const key = createHash('sha256').update(offer.document.bytes).digest('hex')
  if (!offers.has(key)) offers.set(key, { ...offer, url: offer.document.url ?? offer.document.name })
}
