// A catalogued resource in the words of schema.org, for search engines that index datasets:
// plain texts in Swedish (or what there is), downloads, publisher, coverage. https://schema.org/Dataset
import { type Graph, ID, IRI, iriId, LITERAL, objects, subjects, text } from '../rdf/index.ts'
import { kindOf } from './entities.ts'
import { textsOf } from './titles.ts'
import { boxOf } from './wkt-box.ts'

export type SchemaValue = string | number | SchemaObject | readonly SchemaValue[]
export interface SchemaObject {
  readonly [key: string]: SchemaValue | undefined
}

const DCT = 'http://purl.org/dc/terms/'
const DCAT = 'http://www.w3.org/ns/dcat#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const VCARD = 'http://www.w3.org/2006/vcard/ns#'

/** The schema.org description of an entity; `whole` is the graph to look for its catalogue in. */
export function schemaOrg(graph: Graph, iri: string, whole: Graph = graph): SchemaObject {
  const node = iriId(graph, iri)
  const kind = node < 0 ? 'resource' : kindOf(graph, node)
  const type = kind === 'catalog' ? 'DataCatalog' : kind === 'service' ? 'WebAPI' : 'Dataset'
  const catalogs = catalogsOf(whole, iri)
  return pruned({
    '@context': 'https://schema.org/',
    '@type': type,
    '@id': iri,
    name: textIn(graph, node, `${DCT}title`),
    alternateName: otherTexts(graph, node, `${DCT}title`),
    description: textIn(graph, node, `${DCT}description`),
    url: first(values(graph, node, `${DCAT}landingPage`, `${FOAF}homepage`)) ?? iri,
    identifier: alone(values(graph, node, `${DCT}identifier`)),
    keywords: alone(values(graph, node, `${DCAT}keyword`)),
    ...dates(graph, node),
    license: first(licences(graph, node)),
    publisher: agent(graph, node, `${DCT}publisher`),
    creator:
      type === 'Dataset'
        ? (agent(graph, node, `${DCT}creator`) ?? agent(graph, node, `${DCT}publisher`))
        : undefined,
    inLanguage: alone(languages(graph, node)),
    version: type === 'Dataset' ? first(values(graph, node, `${DCAT}version`)) : undefined,
    ...(type === 'Dataset' && datasetParts(graph, node, catalogs)),
    ...(type === 'WebAPI' && {
      documentation: alone(values(graph, node, `${DCAT}endpointDescription`, `${FOAF}page`)),
    }),
  })
}

function datasetParts(graph: Graph, node: number, catalogs: readonly string[]): SchemaObject {
  const distributions = nodes(graph, node, `${DCAT}distribution`)
  return {
    temporalCoverage: alone(
      nodes(graph, node, `${DCT}temporal`)
        .map((each) => period(graph, each))
        .filter(isThere),
    ),
    spatialCoverage: alone(
      nodes(graph, node, `${DCT}spatial`)
        .map((each) => place(graph, each))
        .filter(isThere),
    ),
    isPartOf: alone(values(graph, node, `${DCAT}inSeries`).map((id) => ({ '@type': 'Dataset', '@id': id }))),
    includedInDataCatalog: alone(catalogs.map((id) => ({ '@type': 'DataCatalog', '@id': id }))),
    distribution: alone(distributions.map((each) => download(graph, each))),
  }
}

function download(graph: Graph, node: number): SchemaObject {
  return pruned({
    '@type': 'DataDownload',
    '@id': graph.dictionary.kind[node] === IRI ? text(graph, node) : undefined,
    name: textIn(graph, node, `${DCT}title`),
    contentUrl: first(values(graph, node, `${DCAT}downloadURL`, `${DCAT}accessURL`)),
    encodingFormat: alone(values(graph, node, `${DCT}format`, `${DCAT}mediaType`).map(formatName)),
    contentSize: first(values(graph, node, `${DCAT}byteSize`).map((bytes) => `${bytes} B`)),
    license: first(values(graph, node, `${DCT}license`)),
    ...dates(graph, node),
  })
}

const formatName = (format: string) =>
  format.replace(/^https?:\/\/www\.iana\.org\/assignments\/media-types\//, '')

function dates(graph: Graph, node: number): SchemaObject {
  return {
    datePublished: first(values(graph, node, `${DCT}issued`)),
    dateModified: first(values(graph, node, `${DCT}modified`)),
  }
}

function licences(graph: Graph, node: number): readonly string[] {
  const own = values(graph, node, `${DCT}license`)
  if (own.length > 0) return own
  return nodes(graph, node, `${DCAT}distribution`).flatMap((each) => values(graph, each, `${DCT}license`))
}

function agent(graph: Graph, node: number, property: string): SchemaObject | undefined {
  const [found] = nodes(graph, node, property)
  if (found === undefined) return undefined
  const isPerson = objects(graph, found, ID.type).includes(iriId(graph, `${FOAF}Person`))
  return pruned({
    '@type': isPerson ? 'Person' : 'Organization',
    '@id': graph.dictionary.kind[found] === IRI ? text(graph, found) : undefined,
    name: textIn(graph, found, `${FOAF}name`),
    url: first(values(graph, found, `${FOAF}homepage`)),
    email: first(
      values(graph, found, `${FOAF}mbox`, `${VCARD}hasEmail`).map((mail) => mail.replace(/^mailto:/, '')),
    ),
  })
}

function period(graph: Graph, node: number): string | undefined {
  const schema = 'http://schema.org/'
  const [start] = values(graph, node, `${DCAT}startDate`, `${schema}startDate`)
  const [end] = values(graph, node, `${DCAT}endDate`, `${schema}endDate`)
  return start === undefined && end === undefined ? undefined : `${start ?? '..'}/${end ?? '..'}`
}

function place(graph: Graph, node: number): SchemaObject | undefined {
  const [wkt] = values(graph, node, `${DCAT}bbox`, 'http://www.w3.org/ns/locn#geometry')
  const box = wkt === undefined ? undefined : boxOf(wkt)
  if (box)
    return {
      '@type': 'Place',
      geo: { '@type': 'GeoShape', box: `${box.south} ${box.west} ${box.north} ${box.east}` },
    }
  return graph.dictionary.kind[node] === IRI ? { '@type': 'Place', '@id': text(graph, node) } : undefined
}

function languages(graph: Graph, node: number): readonly string[] {
  const codes = { SWE: 'sv', ENG: 'en', FIN: 'fi', NOR: 'no', DAN: 'da', DEU: 'de', FRA: 'fr' } as const
  return values(graph, node, `${DCT}language`).map((iri) => {
    const code = iri.replace(/^.*\//, '')
    return codes[code as keyof typeof codes] ?? code
  })
}

function catalogsOf(graph: Graph, iri: string): readonly string[] {
  const node = iriId(graph, iri)
  const found = subjects(graph, iriId(graph, `${DCAT}dataset`), node)
  return [...found].filter((id) => graph.dictionary.kind[id] === IRI).map((id) => text(graph, id))
}

function nodes(graph: Graph, node: number, property: string): readonly number[] {
  if (node < 0) return []
  return [...objects(graph, node, iriId(graph, property))].filter(
    (id) => graph.dictionary.kind[id] !== LITERAL,
  )
}

/** IRIs and texts of the first of the properties that has any, in order of themselves. */
function values(graph: Graph, node: number, ...properties: readonly string[]): readonly string[] {
  if (node < 0) return []
  for (const property of properties) {
    const found = [...objects(graph, node, iriId(graph, property))]
      .filter((id) => graph.dictionary.kind[id] === IRI || graph.dictionary.kind[id] === LITERAL)
      .map((id) => text(graph, id))
    if (found.length > 0) return [...new Set(found)].sort()
  }
  return []
}

function textIn(graph: Graph, node: number, property: string): string | undefined {
  return node < 0 ? undefined : textsOf(graph, node, property)[0]?.value
}

function otherTexts(graph: Graph, node: number, property: string): SchemaValue | undefined {
  return node < 0
    ? undefined
    : alone(
        textsOf(graph, node, property)
          .slice(1)
          .map(({ value }) => value),
      )
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}

function first<T>(list: readonly T[]): T | undefined {
  return list[0]
}

function alone<T extends SchemaValue>(list: readonly T[]): SchemaValue | undefined {
  return list.length > 1 ? list : list[0]
}

function pruned(object: SchemaObject): SchemaObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
