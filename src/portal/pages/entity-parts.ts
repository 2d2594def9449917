// Parts that pages of all kinds of entities share: links to other things, the head with other forms, specifications.
import { empty, type Html, html } from '../../html.ts'
import { documentUrl, findEntity, forms, formsOf, schemaOrg } from '../../publish/index.ts'
import type { Entity } from '../data/entities.ts'
import { nationalDomain } from '../data/facts.ts'
import { tail } from '../data/labels.ts'
import { count, outside, said } from '../design/pieces.ts'
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

const MAX_STANDARDS = 4

/** The specifications that something follows, and how many others follow each. */
export function standardsPart(visit: Visit, term: number): Html {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const all = [...reading.values(term, 'dcterms:conformsTo')].filter((value) => reading.isIri(value))
  if (all.length === 0) return empty
  const item = (value: number) => {
    const { total, national } = followers(visit, value)
    const words = say(
      `Följs av ${count(total, lang)} ${total === 1 ? 'datamängd' : 'datamängder'}, varav ${count(national, lang)} nationella grunddata.`,
      `Followed by ${count(total, lang)} ${total === 1 ? 'dataset' : 'datasets'}, of which ${count(national, lang)} national basic data.`,
    )
    return html`<li>${linkTo(visit, value)}<br><span class="hint">${words}</span></li>`
  }
  const more = all.slice(MAX_STANDARDS)
  return html`<section><h2>${say('Specifikationer', 'Specifications')}</h2><ul class="plain">${all.slice(0, MAX_STANDARDS).map(item)}</ul>
${more.length > 0 ? html`<details><summary>${say('Visa fler', 'Show more')} (${more.length})</summary><ul class="plain">${more.map(item)}</ul></details>` : empty}</section>`
}

/** How many datasets, series and services follow a specification, and how many of them are national basic data. */
export function followers(
  { site }: Visit,
  standard: number,
): { readonly total: number; readonly national: number; readonly all: readonly Entity[] } {
  const { holdings } = site
  const { reading, entities } = holdings
  const all = [...reading.having('dcterms:conformsTo', standard)].flatMap((subject) => {
    const entity = reading.isIri(subject) ? entities.byIri.get(reading.text(subject)) : undefined
    return entity && ['dataset', 'series', 'service'].includes(entity.kind) ? [entity] : []
  })
  return { all, total: all.length, national: all.filter(({ term }) => nationalDomain(holdings, term)).length }
}
