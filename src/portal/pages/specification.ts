// The page of a specification, with its parts and with who follows it.
import { empty, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { codeLabel } from '../data/labels.ts'
import { count, day, outside, paragraphs, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { card, publisherName } from './cards.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linksTo, shortAddress } from './entity-parts.ts'
import { followers } from './standards.ts'

const SHOWN = 20

export function specificationPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang, to } = visit
  const { reading } = site.holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const description = reading.said(term, 'dcterms:description', lang)
  const { all, total, national } = followers(visit, term)
  const parts = [...reading.values(term, 'http://www.w3.org/ns/dx/prof/hasResource')]
  const isDescribed = reading.graph.out.offset[term + 1] > reading.graph.out.offset[term]
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'specifications',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity"><article class="results">
<p class="kind">${say('Specifikation', 'Specification')}</p>
<h1>${said(title)}</h1>
${when(description, () => html`<div class="lead">${paragraphs(description!)}</div>`)}
${when(!isDescribed, () => html`<p class="note">${say('Specifikationen är inte beskriven här, men data hänvisar till den.', 'The specification is not described here, but data refer to it.')}</p>`)}
<p class="buttons">${outside(entity.iri, html`${say('Öppna specifikationen', 'Open the specification')}`, 'button')}</p>
${when(
  parts.length > 0,
  () =>
    html`<section><h2>${say('Delar', 'Parts')}</h2><ul class="plain">${parts.map(
      (part) =>
        html`<li><strong>${said(reading.said(part, 'dcterms:title', lang), say('Del', 'Part'))}</strong> ${listed(linksTo(visit, part, 'http://www.w3.org/ns/dx/prof/hasArtifact')) ?? empty} <span class="hint">${reading
          .iris(part, 'http://www.w3.org/ns/dx/prof/hasRole')
          .map((role) => codeLabel(role, lang))
          .join(', ')}</span></li>`,
    )}</ul></section>`,
)}
<section><h2>${say('Data som följer specifikationen', 'Data that follow the specification')}</h2>
<p>${say(`${count(total, lang)}, varav ${count(national, lang)} nationella grunddata.`, `${count(total, lang)}, of which ${count(national, lang)} national basic data.`)}</p>
<ol class="cards">${all.slice(0, SHOWN).map((each) => card(visit, each, 3))}</ol>
${when(total > SHOWN, () => html`<p><a href="${to('/datasets', new URLSearchParams({ conformsto: entity.iri }))}">${say('Visa alla', 'Show all')}</a></p>`)}</section>
</article>
<aside class="side" aria-label="${say('Om specifikationen', 'About the specification')}"><section class="box"><h2>${say('Om', 'About')}</h2>
${facts([
  [
    say('Utgivare', 'Publisher'),
    reading.values(term, 'dcterms:publisher').length > 0 ? publisherName(visit, term) : undefined,
  ],
  [say('Version', 'Version'), html`${reading.literal(term, 'dcat:version') ?? ''}`],
  [say('Utgiven', 'Issued'), day(reading.literal(term, 'dcterms:issued'), lang)],
  [say('Ändrad', 'Changed'), day(reading.literal(term, 'dcterms:modified'), lang)],
  [
    say('Ingångssida', 'Landing page'),
    listed(reading.iris(term, 'dcat:landingPage').map((iri) => outside(iri, html`${shortAddress(iri)}`))),
  ],
  [say('Identitet', 'Identity'), html`<code class="iri">${entity.iri}</code>`],
])}</section>${isDescribed ? formsBox(visit, entity) : empty}</aside></div>`,
  }
}
