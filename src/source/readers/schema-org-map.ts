// What the words of schema.org about datasets mean in DCAT-AP-SE: the facts, and nodes made by them.
// Source: schema.org Dataset, DataDownload, DataCatalog.
import type { Source } from '../sources/types.ts'
import {
  address,
  box,
  dated,
  inLanguage,
  type Node,
  organisationIri,
  ownIri,
  textsInLanguage,
  type Value,
} from './made.ts'
import { mediaTypeOf } from './media-types.ts'

export type Json = { readonly [key: string]: unknown }

/** The words of a dataset that become plain addresses, and of which term. */
export const datasetAddresses: Readonly<Record<string, string>> = {
  url: 'landingPage',
  mainEntityOfPage: 'landingPage',
  isBasedOn: 'source',
  conditionsOfAccess: 'accessRights',
}
export const datasetDates: Readonly<Record<string, string>> = {
  datePublished: 'issued',
  dateModified: 'modified',
}

/** Every schema:Dataset within the values, each with its catalogue's IRI left to the caller. */
export function datasetsIn(values: readonly unknown[]): readonly Json[] {
  const found: Json[] = []
  const walk = (value: unknown, depth: number): void => {
    if (depth > 20 || typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const each of value) walk(each, depth + 1)
      return
    }
    const node = value as Json
    if (typesOf(node).includes('Dataset') && ('name' in node || 'description' in node)) found.push(node)
    for (const key of ['@graph', 'dataset', 'mainEntity', 'itemListElement', 'item', 'hasPart', 'about'])
      walk(node[key], depth + 1)
  }
  walk(values, 0)
  return found
}

function typesOf(node: Json): readonly string[] {
  const types = Array.isArray(node['@type']) ? node['@type'] : [node['@type']]
  return types.map((type) => String(type).replace(/^(https?:\/\/schema\.org\/|schema:)/, ''))
}

/** True for JSON-LD whose words are those of schema.org. */
export function isSchemaOrg(value: unknown): boolean {
  return /schema\.org/.test(JSON.stringify((value as Json | null)?.['@context'] ?? ''))
}

/** What a dataset is called, on a page. */
export function idOf(dataset: Json, page: string): string {
  return address(dataset['@id']) ?? address(first(dataset.url)) ?? page
}

/** A dataset as nodes; the first is the dataset itself. */
export function schemaNodes(source: Source, dataset: Json, page: string): readonly [Node, ...Node[]] {
  const id = idOf(dataset, page)
  const language = languageOf(dataset) ?? source.settings.language
  const distributions = many(dataset.distribution).map((each) => distributionNode(source, dataset, each, id))
  const publisher = publisherNode(source, dataset)
  const node: Node = {
    '@id': id,
    '@type': 'Dataset',
    ...inLanguage('title', first(dataset.name), language),
    ...inLanguage('description', first(dataset.description), language),
    ...textsInLanguage('keyword', keywordsOf(dataset.keywords), language),
    'dcterms:identifier': identifiersOf(dataset.identifier),
    ...addresses(dataset, page),
    ...Object.fromEntries(
      Object.entries(datasetDates).map(([from, to]) => [to, dated(first(dataset[from]))]),
    ),
    ...(typeof dataset.version === 'string' && { version: dataset.version }),
    spatial: placesOf(dataset.spatialCoverage),
    temporal: periodOf(first(dataset.temporalCoverage)),
    publisher: publisher?.['@id'],
    distribution: distributions.map((each) => each['@id'] as string),
  }
  return [node, ...distributions, ...(publisher ? [publisher] : [])]
}

function addresses(dataset: Json, page: string): Node {
  const made: Record<string, Value> = {}
  for (const [from, to] of Object.entries(datasetAddresses))
    made[to] ??= address(idOrText(first(dataset[from])))
  made.landingPage ??= page
  return made
}

function distributionNode(source: Source, dataset: Json, each: Json, id: string): Node {
  const download = address(idOrText(first(each.contentUrl)))
  const access = address(idOrText(first(each.url))) ?? download
  const licence = address(idOrText(first(each.license ?? dataset.license)))
  return {
    '@id': address(each['@id']) ?? ownIri(source, 'distribution', id, access, String(each.encodingFormat)),
    '@type': 'Distribution',
    ...inLanguage('title', first(each.name), languageOf(dataset) ?? source.settings.language),
    accessURL: access,
    downloadURL: download,
    'dcterms:format': mediaTypeOf(first(each.encodingFormat ?? each.fileFormat)),
    license: licence,
    byteSize: /^\d+$/.test(String(each.contentSize)) ? String(each.contentSize) : undefined,
    issued: dated(first(each.datePublished)),
    modified: dated(first(each.dateModified)),
  }
}

function publisherNode(source: Source, dataset: Json): Node | undefined {
  const told = [dataset.publisher, dataset.creator].flatMap(many)[0]
  const own = organisationIri(source)
  const name = typeof told?.name === 'string' ? told.name : undefined
  const iri = own ?? address(told?.['@id']) ?? address(first(told?.url))
  return iri === undefined ? undefined : { '@id': iri, '@type': 'Agent', 'foaf:name': name ?? source.title }
}

export function languageOf({ inLanguage: told }: Json): string | undefined {
  const text = typeof first(told) === 'object' ? (first(told) as Json).alternateName : first(told)
  return typeof text === 'string' && /^[a-z]{2}(-|$)/i.test(text) ? text.slice(0, 2).toLowerCase() : undefined
}

export function keywordsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((each) => {
    if (typeof each === 'string') return each.split(',')
    const name = (each as Json | undefined)?.name
    return typeof name === 'string' ? [name] : []
  })
}

export function identifiersOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((each) => {
    const text = typeof each === 'object' ? (each as Json | null)?.value : each
    return typeof text === 'string' ? [text] : []
  })
}

export function placesOf(value: unknown): readonly Value[] {
  const made: Value[] = []
  for (const each of Array.isArray(value) ? value : [value]) {
    const iri = address(idOrText(each))
    if (iri) made.push(iri)
    // schema.org writes a box as "south west north east".
    const text = ((each as Json | undefined)?.geo as Json | undefined)?.box
    const [south, west, north, east] = String(text ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number)
    const place = text === undefined ? undefined : box([west, south, east, north])
    if (place) made.push(place)
  }
  return made
}

/** ISO 8601: a date, or a start and an end with a slash between; two dots for an open end. */
export function periodOf(value: unknown): Node | undefined {
  if (typeof value !== 'string') return undefined
  const [from, to = from] = value.split('/')
  const [startDate, endDate] = [dated(from), dated(to)]
  return startDate === undefined && endDate === undefined
    ? undefined
    : { '@type': 'PeriodOfTime', startDate, endDate }
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

export function idOrText(value: unknown): unknown {
  return typeof value === 'object' ? (value as Json | null)?.['@id'] : value
}

export function many(value: unknown): readonly Json[] {
  const all = Array.isArray(value) ? value : [value]
  return all.filter((each): each is Json => typeof each === 'object' && each !== null)
}
