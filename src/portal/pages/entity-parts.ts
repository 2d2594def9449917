// Parts that pages of all kinds of entities share: links to other things, the head with other forms, specifications.
import { type Html, html } from '../../html.ts'
import { documentUrl, findEntity, forms, formsOf, schemaOrg } from '../../publish/index.ts'
import type { Entity } from '../data/entities.ts'
import { tail } from '../data/labels.ts'
import { outside, said } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'

/** Kinds with a page that is worth a visit; the others are shown where they are used. */
const withPage = new Set([
  'catalog',
  'dataset',
  'series',
  'service',
  'agent',
  'specification',
  'concept',
  'terminology',
])

/** A link to a thing: to its page here when it has one, else to where its IRI leads. */
export function linkTo(visit: Visit, term: number): Html {
  const { site, lang } = visit
  const { reading, entities } = site.holdings
  if (!reading.isIri(term)) return html`${reading.isBlank(term) ? '' : reading.text(term)}`
  const iri = reading.text(term)
  const entity = entities.byIri.get(iri)
  if (entity && withPage.has(entity.kind))
    return html`<a href="${visit.pageOf(entity)}">${said(titleOf(reading, entity, lang))}</a>`
  const name = reading.said(term, 'dcterms:title', lang) ?? reading.said(term, 'foaf:name', lang)
  return outside(iri, name ? said(name) : html`${shortAddress(iri)}`)
}

/** An address without its scheme, cut where it is long. */
export function shortAddress(iri: string): string {
  const bare = iri.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
  return bare.length > 60 ? `${bare.slice(0, 40)}…${tail(iri).slice(-18)}` : bare
}

export function linksTo(visit: Visit, term: number, property: string): readonly Html[] {
  const { reading } = visit.site.holdings
  return [...reading.values(term, property)]
    .filter((value) => !reading.isBlank(value))
    .map((value) => linkTo(visit, value))
}

/** What belongs in the head of an entity's page: its other forms, and its description for search engines. */
export function entityHead(visit: Visit, entity: Entity): Pick<Page, 'alternates' | 'jsonLd'> {
  const { site } = visit
  const { graph } = site.holdings.reading
  const published = findEntity(graph, entity.iri)
  if (!published) return {}
  const alternates = formsOf(published.kind).map((form) => ({
    type: forms[form].mediaType,
    href: documentUrl(published, form, site.base),
  }))
  const isKnown = ['dataset', 'series', 'service', 'catalog'].includes(entity.kind)
  return { alternates, ...(isKnown && { jsonLd: schemaOrg(graph, entity.iri) }) }
}
