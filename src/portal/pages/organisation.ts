// The page of an organisation: what it publishes and what it is responsible for.
import { domains, organisations } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { count, outside, paragraphs, said, when } from '../design/pieces.ts'
import { facts, listed } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { card } from './cards.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linkTo, shortAddress } from './entity-parts.ts'
import { typeOf } from './organisations.ts'

const SHOWN = 10

/** What an organisation publishes, by kind. */
function publishedBy({ site }: Visit, term: number): readonly Entity[] {
  const { reading, entities } = site.holdings
  return [...reading.having('dcterms:publisher', term)].flatMap((subject) => {
    const entity = reading.isIri(subject) ? entities.byIri.get(reading.text(subject)) : undefined
    return entity && ['dataset', 'series', 'service', 'specification'].includes(entity.kind) ? [entity] : []
  })
}

export function organisationPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang, to } = visit
  const { reading } = site.holdings
  const title = titleOf(reading, entity, lang)
  const description = reading.said(entity.term, 'dcterms:description', lang)
  const all = publishedBy(visit, entity.term)
  const data = all.filter(({ kind }) => kind !== 'specification')
  const known = organisations.find(({ publisherIri }) => publisherIri === entity.iri)
  const own = domains.filter(({ responsible }) => responsible === known?.id)
  const more = to('/datasets', new URLSearchParams({ publisher: entity.iri }))
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'organisations',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity"><article class="results">
<p class="kind">${say('Organisation', 'Organisation')}</p>
<h1>${said(title)}</h1>
${when(description, () => html`<div class="lead">${paragraphs(description!)}</div>`)}
${when(own.length > 0, () => html`<p class="note">${say('Ansvarar för nationella grunddata om', 'Responsible for national basic data on')} ${own.map((domain) => html`<a href="${to(`/domains/${domain.id}`)}">${domain.label[lang]}</a> `)}</p>`)}
<section><h2>${say('Data och API:er', 'Data and APIs')} (${count(data.length, lang)})</h2>
${data.length > 0 ? html`<ol class="cards">${data.slice(0, SHOWN).map((each) => card(visit, each, 3))}</ol>` : html`<p>${say('Inget är publicerat här.', 'Nothing is published here.')}</p>`}
${when(data.length > SHOWN, () => html`<p><a href="${more}">${say('Sök bland allt från organisationen', 'Search all from the organisation')}</a></p>`)}</section>
${specifications(visit, all)}
</article>
<aside class="side" aria-label="${say('Om organisationen', 'About the organisation')}"><section class="box"><h2>${say('Om', 'About')}</h2>
${facts([
  [say('Typ', 'Type'), html`${typeOf(visit, entity)}`],
  [say('Organisationsnummer', 'Organisation number'), known ? html`${known.number}` : undefined],
  [
    say('Hemsida', 'Home page'),
    listed(reading.iris(entity.term, 'foaf:homepage').map((iri) => outside(iri, html`${shortAddress(iri)}`))),
  ],
  [
    say('E-post', 'E-mail'),
    listed(
      reading.iris(entity.term, 'foaf:mbox').map((iri) => outside(iri, html`${iri.replace(/^mailto:/, '')}`)),
    ),
  ],
  [say('Identitet', 'Identity'), html`<code class="iri">${entity.iri}</code>`],
])}</section>${formsBox(visit, entity)}</aside></div>`,
  }
}

function specifications(visit: Visit, all: readonly Entity[]): Html {
  const own = all.filter(({ kind }) => kind === 'specification')
  if (own.length === 0) return empty
  return html`<section><h2>${visit.say('Specifikationer', 'Specifications')}</h2><ul>${own.map(({ term }) => html`<li>${linkTo(visit, term)}</li>`)}</ul></section>`
}
