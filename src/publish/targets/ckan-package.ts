// A dataset as a CKAN package: the fields CKAN knows, and the rest as extras under the names that the DCAT extension
// of CKAN gives them, so that what CKAN says in RDF is the same dataset again.
import { createHash } from 'node:crypto'
import { slug } from '../../dcat/index.ts'
import { type Graph, IRI, iriId, LITERAL, objects, text } from '../../rdf/index.ts'
import type { Entity } from '../entities.ts'
import { textsOf, titleOf } from '../titles.ts'
import { boxOf } from '../wkt-box.ts'

export interface CkanResource {
  readonly [field: string]: string | undefined
}

export interface CkanPackage {
  readonly id?: string
  readonly name: string
  readonly title: string
  readonly notes?: string
  readonly url?: string
  readonly version?: string
  readonly author?: string
  readonly maintainer?: string
  readonly maintainer_email?: string
  readonly license_id?: string
  readonly owner_org?: string
  readonly state?: string
  readonly tags?: readonly { readonly name: string }[]
  readonly extras?: readonly { readonly key: string; readonly value: string }[]
  readonly resources?: readonly CkanResource[]
}

export interface PackageOptions {
  /** Marks the packages of one publication. */
  readonly site: string
  readonly organisation: string | undefined
}

const DCT = 'http://purl.org/dc/terms/'
const DCAT = 'http://www.w3.org/ns/dcat#'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const VCARD = 'http://www.w3.org/2006/vcard/ns#'
const R5R = 'http://data.europa.eu/r5r/'

const licences: readonly (readonly [RegExp, string])[] = [
  [/creativecommons\.org\/publicdomain\/zero\//, 'cc-zero'],
  [/creativecommons\.org\/licenses\/by-sa\//, 'cc-by-sa'],
  [/creativecommons\.org\/licenses\/by\//, 'cc-by'],
]

/** The package of a dataset; the same dataset gives the same package, and another digest when it changes. */
export function packageOf(graph: Graph, { term, iri }: Entity, options: PackageOptions): CkanPackage {
  const [contact] = nodes(graph, term, `${DCAT}contactPoint`)
  const [publisher] = nodes(graph, term, `${DCT}publisher`)
  const distributions = nodes(graph, term, `${DCAT}distribution`)
  const all = new Set([term, ...distributions].flatMap((node) => values(graph, node, `${DCT}license`)))
  // CKAN has one licence for all of a package: where they differ, each resource says its own.
  const licence = all.size === 1 ? [...all][0] : undefined
  const bare = pruned<CkanPackage>({
    name: nameOf(titleOf(graph, term), iri),
    title: titleOf(graph, term),
    notes: textsOf(graph, term, `${DCT}description`)[0]?.value,
    url: values(graph, term, `${DCAT}landingPage`)[0],
    version: values(graph, term, `${DCAT}version`)[0],
    author: publisher === undefined ? undefined : titleOf(graph, publisher),
    maintainer: contact === undefined ? undefined : titleOf(graph, contact),
    maintainer_email: contact === undefined ? undefined : mail(values(graph, contact, `${VCARD}hasEmail`)[0]),
    license_id: licence && licences.find(([pattern]) => pattern.test(licence))?.[1],
    owner_org: options.organisation,
    tags: tagsOf(graph, term),
    resources: distributions.map((node) => resourceOf(graph, node)),
  })
  const extras = extrasOf(graph, { term, iri, publisher, site: options.site })
  const hash = createHash('sha256')
    .update(JSON.stringify([bare, extras]))
    .digest('hex')
  return { ...bare, extras: [...extras, { key: 'grunddata_hash', value: hash }] }
}

const MAX_NAME = 100

/** A name that CKAN takes (2–100 of a–z, 0–9, - and _), the same for a dataset as long as its IRI and title stay. */
function nameOf(title: string, iri: string): string {
  const digest = createHash('sha256').update(iri).digest('hex').slice(0, 8)
  return `${slug(iri.replace(/^.*[/#]/, '')) || slug(title) || 'dataset'}-${digest}`.slice(-MAX_NAME)
}

function mail(address: string | undefined): string | undefined {
  return address?.replace(/^mailto:/, '')
}

const MAX_TAG = 100

/** Keywords that CKAN takes as tags: 2–100 letters, digits, spaces, and - _ . */
function tagsOf(graph: Graph, term: number): readonly { readonly name: string }[] {
  const words = textsOf(graph, term, `${DCAT}keyword`).map(({ value }) =>
    value
      .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MAX_TAG),
  )
  return [...new Set(words)].filter((word) => word.length > 1).map((name) => ({ name }))
}

function resourceOf(graph: Graph, node: number): CkanResource {
  const access = values(graph, node, `${DCAT}accessURL`)[0]
  const download = values(graph, node, `${DCAT}downloadURL`)[0]
  const format = values(graph, node, `${DCT}format`)[0] ?? values(graph, node, `${DCAT}mediaType`)[0]
  return pruned<CkanResource>({
    uri: graph.dictionary.kind[node] === IRI ? text(graph, node) : undefined,
    name: titleOf(graph, node) || download || access || '',
    description: textsOf(graph, node, `${DCT}description`)[0]?.value,
    url: download ?? access ?? '',
    access_url: access,
    download_url: download,
    format: format?.replace(/^.*\/media-types\//, ''),
    mimetype: format?.includes('/') ? format.replace(/^.*\/media-types\//, '') : undefined,
    size: values(graph, node, `${DCAT}byteSize`)[0],
    license: values(graph, node, `${DCT}license`)[0],
    issued: values(graph, node, `${DCT}issued`)[0],
    modified: values(graph, node, `${DCT}modified`)[0],
    availability: values(graph, node, `${R5R}availability`)[0],
  })
}

interface Extras {
  readonly term: number
  readonly iri: string
  readonly publisher: number | undefined
  readonly site: string
}

function extrasOf(graph: Graph, { term, iri, publisher, site }: Extras) {
  const one = (property: string) => values(graph, term, property)[0]
  const list = (property: string) => {
    const found = values(graph, term, property)
    return found.length > 0 ? JSON.stringify(found) : undefined
  }
  const [period] = nodes(graph, term, `${DCT}temporal`)
  const entries: Readonly<Record<string, string | undefined>> = {
    uri: iri,
    identifier: one(`${DCT}identifier`) ?? iri,
    issued: one(`${DCT}issued`),
    modified: one(`${DCT}modified`),
    language: list(`${DCT}language`),
    theme: list(`${DCAT}theme`),
    conforms_to: list(`${DCT}conformsTo`),
    frequency: one(`${DCT}accrualPeriodicity`),
    access_rights: one(`${DCT}accessRights`),
    hvd_category: list(`${R5R}hvdCategory`),
    applicable_legislation: list(`${R5R}applicableLegislation`),
    publisher_uri:
      publisher !== undefined && graph.dictionary.kind[publisher] === IRI
        ? text(graph, publisher)
        : undefined,
    publisher_name: publisher === undefined ? undefined : titleOf(graph, publisher),
    publisher_url: publisher === undefined ? undefined : values(graph, publisher, `${FOAF}homepage`)[0],
    temporal_start: period === undefined ? undefined : values(graph, period, `${DCAT}startDate`)[0],
    temporal_end: period === undefined ? undefined : values(graph, period, `${DCAT}endDate`)[0],
    spatial: spatialOf(graph, term),
    grunddata_site: site,
  }
  return Object.entries(entries)
    .flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The bounding box as GeoJSON, which CKAN's spatial search reads. */
function spatialOf(graph: Graph, term: number): string | undefined {
  for (const place of nodes(graph, term, `${DCT}spatial`)) {
    const [wkt] = [
      ...values(graph, place, `${DCAT}bbox`),
      ...values(graph, place, 'http://www.w3.org/ns/locn#geometry'),
    ]
    const box = wkt === undefined ? undefined : boxOf(wkt)
    if (!box) continue
    const { west, south, east, north } = box
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    return JSON.stringify({ type: 'Polygon', coordinates: [ring] })
  }
  return undefined
}

function nodes(graph: Graph, node: number, property: string): readonly number[] {
  return [...objects(graph, node, iriId(graph, property))].filter(
    (id) => graph.dictionary.kind[id] !== LITERAL,
  )
}

/** IRIs and texts of a property, sorted. */
function values(graph: Graph, node: number, property: string): readonly string[] {
  const { kind } = graph.dictionary
  return [...objects(graph, node, iriId(graph, property))]
    .filter((id) => kind[id] === IRI || kind[id] === LITERAL)
    .map((id) => text(graph, id))
    .sort()
}

function pruned<T extends object>(object: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
