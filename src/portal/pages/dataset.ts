// The page of a dataset: what it is, how to get it, and what is known of it.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { accessOf } from '../data/facts.ts'
import { distributionsOf, servicesOf } from '../data/relations.ts'
import { outside, paragraphs, said, when } from '../design/pieces.ts'
import { listed } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { badges } from './cards.ts'
import { aboutRows, relatedPart } from './dataset-facts.ts'
import { distributionPart } from './distribution.ts'
import { aboutBox, catalogBox, contactBox, offersPart, rightsOf } from './entity-boxes.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linksTo, linkTo } from './entity-parts.ts'
import { mapPart } from './map.ts'
import { standardsPart } from './standards.ts'

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
