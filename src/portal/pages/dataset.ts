// The page of a dataset: what it is, how to get it, and what is known of it.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { accessOf, distributionsOf, isHighValue, nationalDomain, servicesOf } from '../data/facts.ts'
import { codeLabel } from '../data/labels.ts'
import { badge, day, facts, listed, outside, paragraphs, said, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { badges } from './cards.ts'
import { distributionPart } from './distribution.ts'
import { aboutBox, catalogBox, contactBox, formsBox, offersPart, rightsOf } from './entity-boxes.ts'
import { entityHead, linksTo, linkTo, standardsPart } from './entity-parts.ts'
import { mapPart } from './map.ts'

export function datasetPage(visit: Visit, entity: Entity): Page {
  const { site, lang, say } = visit
  const { holdings } = site
  const { reading } = holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const description = reading.said(term, 'dcterms:description', lang)
  const distributions = distributionsOf(holdings, term)
  const services = servicesOf(holdings, term)
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'data',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity">
<article class="results">
<p class="kind">${say('Datamängd', 'Dataset')}</p>
<h1>${said(title)}</h1>
<p class="badges">${badges(visit, entity)}</p>
${memberOf(visit, term)}
${description ? html`<div class="lead">${paragraphs(description)}</div>` : html`<p class="hint">${say('Utgivaren har inte beskrivit datamängden.', 'The publisher has not described the dataset.')}</p>`}
${accessNote(visit, term)}
<section aria-labelledby="get"><h2 id="get">${say('Hämta data', 'Get the data')}</h2>
${distributions.length > 0 ? html`<ul class="distributions">${distributions.map((each) => distributionPart(visit, each))}</ul>` : html`<p>${say('Ingen nedladdning är beskriven. Fråga utgivaren.', 'No download is described. Ask the publisher.')}</p>`}
</section>
${when(services.length > 0, () => html`<section><h2>${say('API:er', 'APIs')}</h2><ul class="plain">${services.map((each) => html`<li>${linkTo(visit, each)}</li>`)}</ul></section>`)}
${mapPart(visit, term)}
${offersPart(visit, term)}
${standardsPart(visit, term)}
${relatedPart(visit, term)}
</article>
<aside class="side" aria-label="${say('Om datamängden', 'About the dataset')}">
${aboutBox(visit, entity, aboutRows(visit, term))}
${contactBox(visit, term)}
${catalogBox(visit, entity)}
${formsBox(visit, entity)}
</aside>
</div>`,
  }
}

function memberOf(visit: Visit, term: number): Html {
  const series = linksTo(visit, term, 'dcat:inSeries')
  return series.length === 0
    ? empty
    : html`<p>${visit.say('Del av serien', 'Part of the series')} ${listed(series) ?? empty}</p>`
}

function accessNote({ site, say }: Visit, term: number): Html {
  const access = accessOf(site.holdings, term)
  if (access === undefined || access === 'PUBLIC') return empty
  const rights = distributionsOf(site.holdings, term).flatMap((each) => rightsOf(site.holdings, each))
  return html`<div class="note"><p><strong>${say('Tillgången är begränsad.', 'Access is limited.')}</strong> ${say(
    'Beskrivningen är öppen, men data lämnas bara ut till den som får ta del av dem. Fråga utgivaren om villkoren.',
    'The description is open, but the data are given only to those who may have them. Ask the publisher for the terms.',
  )}</p>${rights.map((iri) => html`<p>${outside(iri, html`${iri}`)}</p>`)}</div>`
}

function aboutRows(visit: Visit, term: number): readonly (readonly [string, Html | undefined])[] {
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

function relatedPart(visit: Visit, term: number): Html {
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
