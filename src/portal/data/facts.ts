// Facts about datasets, series and services that lists and facets need, read straight from the graph.
import { type Domain, domainOf } from '../../framework/index.ts'
import type { Entity } from './entities.ts'
import type { Holdings } from './holdings.ts'
import { distributionsOf, servicesOf } from './relations.ts'

const ACCESS = 'http://publications.europa.eu/resource/authority/access-right/'

const API_FORMAT = /wfs|wms|wmts|wcs|odata|graphql|openapi|rest\b/i

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
