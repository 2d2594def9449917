// Facts about datasets, series and services that lists and facets need, read straight from the graph.
import { type Domain, domainOf } from '../../framework/index.ts'
import type { Entity } from './entities.ts'
import type { Holdings } from './holdings.ts'

const ACCESS = 'http://publications.europa.eu/resource/authority/access-right/'
const API_FORMAT = /wfs|wms|wmts|wcs|odata|graphql|openapi|rest\b/i

/** The distributions of a dataset or a series, as term ids. */
export function distributionsOf({ reading }: Holdings, term: number): readonly number[] {
  return [...reading.values(term, 'dcat:distribution')]
}

/** Data services that serve a dataset: those that name it, and those its distributions are reached by. */
export function servicesOf(holdings: Holdings, term: number): readonly number[] {
  const { reading } = holdings
  const found = new Set<number>(reading.having('dcat:servesDataset', term))
  for (const distribution of distributionsOf(holdings, term))
    for (const service of reading.values(distribution, 'dcat:accessService')) found.add(service)
  return [...found]
}

/** The datasets that a service serves. */
export function servedBy({ reading }: Holdings, service: number): readonly number[] {
  const found = new Set<number>(reading.values(service, 'dcat:servesDataset'))
  for (const distribution of reading.having('dcat:accessService', service))
    for (const dataset of reading.having('dcat:distribution', distribution)) found.add(dataset)
  return [...found]
}

/** Formats as written: media types or addresses of the file type list, each once. */
export function formatsOf(holdings: Holdings, term: number): readonly string[] {
  const { reading } = holdings
  const found = new Set<string>()
  for (const each of [term, ...distributionsOf(holdings, term)])
    for (const property of ['dcterms:format', 'dcat:mediaType'])
      for (const value of reading.values(each, property))
        if (!reading.isBlank(value)) found.add(reading.text(value))
  return [...found]
}

export function licencesOf(holdings: Holdings, term: number): readonly string[] {
  const found = new Set<string>()
  for (const each of [term, ...distributionsOf(holdings, term)])
    for (const iri of holdings.reading.iris(each, 'dcterms:license')) found.add(iri)
  return [...found]
}

export function publisherOf({ reading }: Holdings, term: number): number | undefined {
  return reading.values(term, 'dcterms:publisher')[0]
}

/** The domain of national basic data that a resource is marked with. */
export function nationalDomain({ reading }: Holdings, term: number): Domain | undefined {
  return domainOf(reading.graph, term)
}

export function isHighValue({ reading }: Holdings, term: number): boolean {
  return (
    reading.values(term, 'dcatap:hvdCategory').length > 0 ||
    reading.iris(term, 'dcatap:applicableLegislation').some((iri) => iri.includes('reg_impl/2023/138'))
  )
}

/** `PUBLIC`, `RESTRICTED`, `NON_PUBLIC`; undefined when nothing is said. */
export function accessOf({ reading }: Holdings, term: number): string | undefined {
  return reading
    .iris(term, 'dcterms:accessRights')
    .find((iri) => iri.startsWith(ACCESS))
    ?.slice(ACCESS.length)
}

/** Whether it can be reached by an API. */
export function hasApi(holdings: Holdings, { kind, term }: Pick<Entity, 'kind' | 'term'>): boolean {
  if (kind === 'service' || servicesOf(holdings, term).length > 0) return true
  return formatsOf(holdings, term).some((format) => API_FORMAT.test(format))
}

/** A day as text (`2024-05-01`), undefined for anything that does not begin as a date. */
export function dayOf(
  { reading }: Holdings,
  term: number,
  property = 'dcterms:modified',
): string | undefined {
  const written = reading.literal(term, property)
  return written === undefined ? undefined : /^\d{4}(-\d\d(-\d\d)?)?/.exec(written)?.[0]
}

/** When it last changed as far as its description says: dcterms:modified, else dcterms:issued. */
export function changedOn(holdings: Holdings, term: number): string | undefined {
  return dayOf(holdings, term) ?? dayOf(holdings, term, 'dcterms:issued')
}

/** Whether a list of hits shows it: services of one dataset are reached by way of that dataset. */
export function isListed(holdings: Holdings, entity: Entity): boolean {
  return entity.kind !== 'service' || servedBy(holdings, entity.term).length !== 1
}

/** Whether it is a part of a series, which the list of hits hides until asked. */
export function isMember({ reading }: Holdings, term: number): boolean {
  return reading.values(term, 'dcat:inSeries').length > 0
}
