// What the fields of CKAN mean in DCAT-AP-SE: the facts, and packages made into nodes by them.
// Source: CKAN API guide (package_show), and the field names that CKAN sites give their extras for DCAT.
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'
import {
  address,
  box,
  dated,
  inLanguage,
  madeDocument,
  type Node,
  type OwnText,
  organisationIri,
  ownIri,
  textsInLanguage,
  type Value,
} from './made.ts'
import { mediaTypeOf } from './media-types.ts'

export type Json = { readonly [key: string]: unknown }

/** How a field's value is read. */
type As = 'text' | 'words' | 'plain' | 'address' | 'addresses' | 'date' | 'size' | 'format'

interface Fact {
  /** Field of CKAN; of an extra as well as of the thing itself. The first with a value counts. */
  readonly from: readonly string[]
  /** Term of the project's own context. */
  readonly to: string
  readonly as: As
}

const facts = (table: string): readonly Fact[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [from, to, as] = line.trim().split(/ +/)
      return { from: from.split(','), to, as: as as As }
    })

export const datasetFacts = facts(`
  title_translated,title               title               text
  notes_translated,notes               description         text
  keywords                             keyword             words
  identifier,guid                      dcterms:identifier  plain
  issued,metadata_created              issued              date
  modified,metadata_modified           modified            date
  url,landing_page                     landingPage         address
  version,dcat_version                 version             plain
  theme,themes                         theme               addresses
  frequency                            accrualPeriodicity  address
  access_rights                        accessRights        address
  conforms_to                          conformsTo          addresses
  documentation                        page                addresses
  language                             language            addresses
  spatial_uri                          spatial             address
  provenance_uri                       provenance          address
  applicable_legislation               applicableLegislation addresses
  hvd_category                         hvdCategory         addresses
  in_series                            inSeries            addresses
`)

export const resourceFacts = facts(`
  name_translated,name                 title               text
  description_translated,description   description         text
  url,access_url                       accessURL           address
  download_url                         downloadURL         address
  mimetype,format                      dcterms:format      format
  size                                 byteSize            size
  issued,created                       issued              date
  modified,last_modified               modified            date
  license                              license             address
  documentation                        page                addresses
  conforms_to                          conformsTo          addresses
  availability                         availability        address
  applicable_legislation               applicableLegislation addresses
`)

/** Licences by CKAN's ids; of those without a version none is guessed. */
const licences: Readonly<Record<string, string>> = {
  'cc-zero': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'cc0-1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'cc-by-4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'cc-by-sa-4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
}

export interface Site {
  readonly base: string
  readonly title: string | undefined
  readonly description: string | undefined
  /** Language of texts that state none. */
  readonly language: string | undefined
}

/** A value that DCAT-AP-SE has no room for as it is written. */
export interface Unread {
  /** The package or resource. */
  readonly id: string
  readonly field: string
  readonly value: string
}

/** One page of packages as a document of DCAT-AP-SE, and the values that could not be taken over. */
export function ckanDocument(
  source: Source,
  site: Site,
  packages: readonly Json[],
  url: string,
): { readonly document: RawDocument; readonly unread: readonly Unread[] } {
  const catalog = `${site.base}/`
  const iris = packages.map((each) => datasetIri(site, each))
  const publisher = organisationIri(source)
  const nodes: Node[] = [
    {
      '@id': catalog,
      '@type': 'Catalog',
      ...inLanguage('title', source.title ?? site.title, site.language),
      ...inLanguage('description', site.description, site.language),
      publisher,
      dataset: iris,
    },
  ]
  if (publisher && source.title !== undefined)
    nodes.push({ '@id': publisher, '@type': 'Agent', 'foaf:name': source.title })
  for (const each of packages) nodes.push(...datasetNodes(source, site, each))
  const unread = packages.flatMap((each) => [
    ...unreadOf(datasetFacts, each),
    ...list(each.resources).flatMap((resource) => unreadOf(resourceFacts, resource)),
  ])
  return { document: madeDocument(url, nodes), unread }
}

/** Texts that were written and gave nothing. */
function unreadOf(rows: readonly Fact[], each: Json): readonly Unread[] {
  return rows.flatMap(({ from, to, as }) => {
    const value = fieldOf(each, from)
    if (typeof value !== 'string' || value.trim() === '') return []
    const made = Object.values(converters[as](to, value, 'sv')).filter(
      (one) => one !== undefined && !(Array.isArray(one) && one.length === 0),
    )
    return made.length > 0 ? [] : [{ id: String(each.name ?? each.id ?? '?'), field: from[0], value }]
  })
}

function datasetIri(site: Site, each: Json): string {
  return address(fieldOf(each, ['uri'])) ?? `${site.base}/dataset/${String(each.id ?? each.name)}`
}

function datasetNodes(source: Source, site: Site, each: Json): readonly Node[] {
  const id = datasetIri(site, each)
  const resources = list(each.resources)
  const distributions = resources.map((resource, i) => distributionNode(site, each, resource, i))
  const publisher = publisherNode(source, site, each)
  const contact = contactNode(source, each)
  return [
    {
      '@id': id,
      '@type': 'Dataset',
      ...fields(datasetFacts, each, site.language),
      ...(fieldOf(each, ['keywords']) === undefined && keywordsOf(each, site)),
      distribution: distributions.map((node) => node['@id'] as string),
      publisher: publisher?.['@id'],
      contactPoint: contact?.['@id'],
      ...places(each),
      ...period(each),
    },
    ...distributions,
    ...(publisher ? [publisher] : []),
    ...(contact ? [contact] : []),
  ]
}

function distributionNode(site: Site, each: Json, resource: Json, index: number): Node {
  const page = `${site.base}/dataset/${String(each.id ?? each.name)}/resource/${String(resource.id ?? index)}`
  const licence = licences[String(each.license_id ?? '').toLowerCase()] ?? address(each.license_url)
  return {
    '@id': address(resource.uri) ?? page,
    '@type': 'Distribution',
    ...(licence !== undefined && { license: licence }),
    ...fields(resourceFacts, resource, site.language),
    ...(resource.url_type === 'upload' && { downloadURL: address(resource.url) }),
  }
}

function publisherNode(source: Source, site: Site, each: Json): Node | undefined {
  const organization = object(each.organization)
  const name = fieldOf(each, ['publisher_name']) ?? organization?.title ?? organization?.name
  const iri =
    address(fieldOf(each, ['publisher_uri'])) ??
    (organization && `${site.base}/organization/${String(organization.name ?? organization.id)}`)
  if (iri === undefined) {
    const own = organisationIri(source)
    return own === undefined ? undefined : { '@id': own, '@type': 'Agent' }
  }
  return { '@id': iri, '@type': 'Agent', 'foaf:name': typeof name === 'string' ? name : undefined }
}

function contactNode(source: Source, each: Json): Node | undefined {
  const name = fieldOf(each, ['contact_name', 'maintainer', 'author'])
  const mail = fieldOf(each, ['contact_email', 'maintainer_email', 'author_email'])
  if (typeof mail !== 'string' || !/^[^\s@]+@[^\s@]+$/.test(mail.trim())) return undefined
  const fn = typeof name === 'string' ? name.trim() : undefined
  return {
    '@id': ownIri(source, 'contact', fn, mail.trim()),
    '@type': 'VCardOrganization',
    'vcard:fn': fn,
    hasEmail: `mailto:${mail.trim()}`,
  }
}

function keywordsOf(each: Json, site: Site): Node {
  const words = list(each.tags).map((tag) => String(tag.display_name ?? tag.name ?? ''))
  return textsInLanguage('keyword', words, site.language)
}

function places(each: Json): Node {
  const geometry = object(parsed(fieldOf(each, ['spatial'])))
  const points = geometry && flatPoints(geometry.coordinates)
  if (!points || points.length < 2) return {}
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const place = box([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  const iri = address(fieldOf(each, ['spatial_uri']))
  return { spatial: iri === undefined ? place : [iri, place] }
}

function flatPoints(coordinates: unknown): (readonly [number, number])[] {
  if (!Array.isArray(coordinates)) return []
  const [x, y] = coordinates
  if (typeof x === 'number' && typeof y === 'number') return [[x, y]]
  return coordinates.slice(0, 10_000).flatMap(flatPoints)
}

function period(each: Json): Node {
  const [startDate, endDate] = [
    dated(fieldOf(each, ['temporal_start'])),
    dated(fieldOf(each, ['temporal_end'])),
  ]
  if (startDate === undefined && endDate === undefined) return {}
  return { temporal: { '@type': 'PeriodOfTime', startDate, endDate } }
}

function fields(rows: readonly Fact[], each: Json, language: string | undefined): Node {
  const made: Record<string, Value> = {}
  for (const { from, to, as } of rows) Object.assign(made, converters[as](to, fieldOf(each, from), language))
  return made
}

type Converter = (to: string, value: unknown, language: string | undefined) => Node

const converters: Readonly<Record<As, Converter>> = {
  text: (to, value, language) => {
    const translated = object(parsed(value))
    if (!translated) return inLanguage(to as OwnText, value, language)
    const texts = Object.entries(translated).filter(
      ([, text]) => typeof text === 'string' && text.trim() !== '',
    )
    return texts.length === 0 ? {} : { [to]: Object.fromEntries(texts) as Node }
  },
  words: (to, value) => {
    const translated = object(parsed(value))
    return translated ? { [to]: translated as Node } : {}
  },
  plain: (to, value) =>
    typeof value === 'string' || typeof value === 'number' ? { [to]: String(value) } : {},
  address: (to, value) => ({ [to]: address(value) }),
  addresses: (to, value) => {
    const several = parsed(value)
    const all = (Array.isArray(several) ? several : [several]).map(address)
    return { [to]: all.filter((each) => each !== undefined) }
  },
  date: (to, value) => ({ [to]: dated(value) }),
  size: (to, value) => (/^\d+$/.test(String(value)) ? { [to]: String(value) } : {}),
  format: (to, value) => ({ [to]: mediaTypeOf(value) }),
}

/** The first of the fields that has a value, of the thing itself or among its extras. */
function fieldOf(each: Json, keys: readonly string[]): unknown {
  const extras = list(each.extras)
  for (const key of keys) {
    const value = each[key] ?? extras.find((extra) => extra.key === key)?.value
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

/** Extras hold lists and objects as JSON texts. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter((each): each is Json => object(each) !== undefined) : []
}
