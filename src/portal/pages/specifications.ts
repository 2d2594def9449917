// Specifications: the list, and the page of one with its parts and with who follows it.
import { empty, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { codeLabel } from '../data/labels.ts'
import { count, day, facts, listed, outside, paragraphs, said, table, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { card, publisherName } from './cards.ts'
import { formsBox } from './entity-boxes.ts'
import { entityHead, followers, linksTo, linkTo, shortAddress } from './entity-parts.ts'
import { pager } from './pager.ts'

const SIZE = 50
const SHOWN = 20

export function specificationsPage(visit: Visit): Page {
  const { site, say, lang, query, to } = visit
  const { reading, entities } = site.holdings
  const wish = (query.get('q') ?? '').slice(0, 100).trim().toLowerCase()
  const all = entities
    .ofKind('specification')
    .map((entity) => ({ entity, name: titleOf(reading, entity, lang).text }))
    .filter(({ name }) => name.toLowerCase().includes(wish))
    .sort((a, b) => new Intl.Collator(lang, { numeric: true }).compare(a.name, b.name))
  const page = Math.max(1, Number(query.get('p') ?? 1) || 1)
  const link = (n: number) =>
    to('/specifications', new URLSearchParams({ ...(wish && { q: wish }), ...(n > 1 && { p: String(n) }) }))
  return {
    title: say('Specifikationer', 'Specifications'),
    section: 'specifications',
    main: html`<h1>${say('Specifikationer', 'Specifications')}</h1>
<p class="lead">${say('En specifikation säger hur data ska vara utformade. Data som följer samma specifikation går att använda tillsammans.', 'A specification says what data are to be like. Data that follow the same specification can be used together.')}</p>
<form class="inline" action="${to('/specifications')}" method="get"><label for="spec-q">${say('Sök specifikation', 'Search specifications')}</label><div class="field"><input id="spec-q" name="q" type="search" maxlength="100" value="${query.get('q')?.slice(0, 100) ?? ''}"><button>${say('Sök', 'Search')}</button></div></form>
<p role="status">${count(all.length, lang)} ${say(all.length === 1 ? 'specifikation' : 'specifikationer', all.length === 1 ? 'specification' : 'specifications')}</p>
${table({
  caption: say('Specifikationer och vilka som följer dem', 'Specifications and who follows them'),
  isCaptionHidden: true,
  head: [
    say('Namn', 'Name'),
    say('Följs av', 'Followed by'),
    say('varav nationella grunddata', 'of which national basic data'),
  ],
  numeric: [1, 2],
  rows: all.slice((page - 1) * SIZE, page * SIZE).map(({ entity }) => {
    const { total, national } = followers(visit, entity.term)
    return [linkTo(visit, entity.term), html`${count(total, lang)}`, html`${count(national, lang)}`]
  }),
})}
${pager(visit, { page, total: all.length, size: SIZE, link })}`,
  }
}

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
