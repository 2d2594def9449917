// What is known of a dataset beside how to get it.
import { empty, type Html, html } from '../../html.ts'
import { isHighValue, nationalDomain } from '../data/facts.ts'
import { codeLabel } from '../data/labels.ts'
import { badge, day, outside, said } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Visit } from '../visit.ts'
import { linksTo } from './entity-parts.ts'

export function aboutRows(visit: Visit, term: number): readonly (readonly [string, Html | undefined])[] {
  const { site, lang, say } = visit
  const { holdings } = site
  const { reading } = holdings
  const codes = (property: string) =>
    listed(reading.iris(term, property).map((iri) => html`${codeLabel(iri, lang)}`))
  const domain = nationalDomain(holdings, term)
  const period = reading.values(term, 'dcterms:temporal')[0]
  return [
    [
      say('Nationella grunddata', 'National basic data'),
      domain && html`<a href="${visit.to(`/domains/${domain.id}`)}">${domain.label[lang]}</a>`,
    ],
    [say('Kategori', 'Category'), codes('dcat:theme')],
    [
      say('Värdefull datamängd', 'High-value dataset'),
      isHighValue(holdings, term) ? (codes('dcatap:hvdCategory') ?? badge(say('Ja', 'Yes'))) : undefined,
    ],
    [say('Uppdateras', 'Updated'), codes('dcterms:accrualPeriodicity')],
    [say('Tidsperiod', 'Time period'), period === undefined ? undefined : periodOf(visit, period)],
    [
      say('Version', 'Version'),
      reading.literal(term, 'dcat:version') === undefined
        ? undefined
        : html`${reading.literal(term, 'dcat:version') ?? ''}`,
    ],
    [say('Språk', 'Language'), codes('dcterms:language')],
    [
      say('Lagstiftning', 'Legislation'),
      listed(
        reading
          .iris(term, 'dcatap:applicableLegislation')
          .map((iri) => outside(iri, html`${codeLabel(iri, lang)}`)),
      ),
    ],
    [
      say('Ursprung', 'Provenance'),
      listed(
        [...reading.values(term, 'dcterms:provenance')]
          .map((each) => said(reading.said(each, 'dcterms:description', lang)))
          .filter(({ html: text }) => text !== ''),
      ),
    ],
    [say('Nyckelord', 'Keywords'), keywords(visit, term)],
  ]
}

function periodOf({ site, lang, say }: Visit, period: number): Html {
  const { reading } = site.holdings
  const begin = reading.literal(period, 'dcat:startDate') ?? reading.literal(period, 'schema:startDate')
  const end = reading.literal(period, 'dcat:endDate') ?? reading.literal(period, 'schema:endDate')
  if (begin === undefined && end === undefined) return empty
  if (end === undefined) return html`${say('från', 'from')} ${day(begin, lang)}`
  if (begin === undefined) return html`${say('till', 'until')} ${day(end, lang)}`
  return html`${day(begin, lang)} – ${day(end, lang)}`
}

export function keywords(visit: Visit, term: number): Html | undefined {
  const all = visit.site.holdings.reading.allSaid(term, 'dcat:keyword', visit.lang)
  if (all.length === 0) return undefined
  return html`<ul class="tags">${all.map((each) => html`<li><a href="${visit.to('/datasets', new URLSearchParams({ q: each.text.slice(0, 200) }))}">${said(each)}</a></li>`)}</ul>`
}

const related: readonly (readonly [property: string, sv: string, en: string])[] = [
  ['dcterms:source', 'Bygger på', 'Derived from'],
  ['dcterms:relation', 'Hör ihop med', 'Related to'],
  ['dcterms:isReferencedBy', 'Hänvisas till i', 'Referenced by'],
  ['foaf:page', 'Dokumentation', 'Documentation'],
]

export function relatedPart(visit: Visit, term: number): Html {
  const { reading } = visit.site.holdings
  const qualified = [...reading.values(term, 'dcat:qualifiedRelation')].flatMap((node) =>
    linksTo(visit, node, 'dcterms:relation'),
  )
  const rows = related.map(([property, sv, en]) => {
    const links = [...linksTo(visit, term, property), ...(property === 'dcterms:relation' ? qualified : [])]
    return [visit.say(sv, en), listed(links)] as const
  })
  const shown = facts(rows)
  return shown.html === ''
    ? empty
    : html`<section><h2>${visit.say('Läs vidare', 'Read more')}</h2>${shown}</section>`
}
