// The page of a data service: what it is, where it answers, which data it serves, and how it is tried.
import { empty, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { codeLabel } from '../data/labels.ts'
import { servedBy } from '../data/relations.ts'
import { outside, paragraphs, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { badges } from './cards.ts'
import { keywords } from './dataset-facts.ts'
import { aboutBox, catalogBox, contactBox } from './entity-boxes.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linksTo, linkTo, shortAddress } from './entity-parts.ts'
import { standardsPart } from './standards.ts'

export function servicePage(visit: Visit, entity: Entity): Page {
  const { site, lang, say, to } = visit
  const { reading } = site.holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const description = reading.said(term, 'dcterms:description', lang)
  const serves = servedBy(site.holdings, term)
  const descriptions = reading.iris(term, 'dcat:endpointDescription')
  const codes = (property: string) =>
    listed(reading.iris(term, property).map((iri) => html`${codeLabel(iri, lang)}`))
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'data',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity"><article class="results">
<p class="kind">${say('Datatjänst', 'Data service')}</p>
<h1>${said(title)}</h1>
<p class="badges">${badges(visit, entity)}</p>
${when(description, () => html`<div class="lead">${paragraphs(description!)}</div>`)}
<section><h2>${say('Använd tjänsten', 'Use the service')}</h2>
${facts([
  [
    say('Adress', 'Address'),
    listed(reading.iris(term, 'dcat:endpointURL').map((iri) => html`<code class="iri">${iri}</code>`)),
  ],
  [
    say('Teknisk beskrivning', 'Technical description'),
    listed(descriptions.map((iri) => outside(iri, html`${shortAddress(iri)}`))),
  ],
  [say('Dokumentation', 'Documentation'), listed(linksTo(visit, term, 'foaf:page'))],
  [say('Typ', 'Type'), codes('dcterms:type')],
  [
    say('Licens', 'Licence'),
    listed(reading.iris(term, 'dcterms:license').map((iri) => outside(iri, html`${codeLabel(iri, lang)}`))),
  ],
])}
${when(descriptions.length > 0 && !site.isStatic && site.client, () => html`<p class="buttons"><a class="button" href="${to(`/dataservice/${entity.id}/try`)}">${say('Se och pröva API:et', 'See and try the API')}</a></p>`)}
</section>
<section><h2>${say('Data som tjänsten ger', 'Data that the service gives')}</h2>
${serves.length > 0 ? html`<ul>${serves.map((each) => html`<li>${linkTo(visit, each)}</li>`)}</ul>` : html`<p>${say('Tjänsten säger inte vilka datamängder den försörjer.', 'The service does not say which datasets it serves.')}</p>`}</section>
${standardsPart(visit, term)}
</article>
<aside class="side" aria-label="${say('Om tjänsten', 'About the service')}">
${aboutBox(visit, entity, [
  [say('Kategori', 'Category'), codes('dcat:theme')],
  [
    say('Lagstiftning', 'Legislation'),
    listed(
      reading
        .iris(term, 'dcatap:applicableLegislation')
        .map((iri) => outside(iri, html`${codeLabel(iri, lang)}`)),
    ),
  ],
  [say('Nyckelord', 'Keywords'), keywords(visit, term) ?? empty],
])}
${contactBox(visit, term)}
${catalogBox(visit, entity)}
${formsBox(visit, entity)}
</aside></div>`,
  }
}
