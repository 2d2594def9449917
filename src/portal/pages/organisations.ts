// Organisations: the list of those who publish, and the page of one.

import { domains, organisations } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { codeLabel } from '../data/labels.ts'
import { count, facts, listed, outside, paragraphs, said, table, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { card } from './cards.ts'
import { formsBox } from './entity-boxes.ts'
import { entityHead, linkTo, shortAddress } from './entity-parts.ts'
import { pager } from './pager.ts'

const SIZE = 50
const SHOWN = 10

interface Publisher {
  readonly entity: Entity
  readonly name: string
  readonly datasets: number
}

/** What an organisation publishes, by kind. */
function publishedBy({ site }: Visit, term: number): readonly Entity[] {
  const { reading, entities } = site.holdings
  return [...reading.having('dcterms:publisher', term)].flatMap((subject) => {
    const entity = reading.isIri(subject) ? entities.byIri.get(reading.text(subject)) : undefined
    return entity && ['dataset', 'series', 'service', 'specification'].includes(entity.kind) ? [entity] : []
  })
}

export function organisationsPage(visit: Visit): Page {
  const { site, say, lang, query, to } = visit
  const { reading, entities } = site.holdings
  const wish = (query.get('q') ?? '').slice(0, 100).trim().toLowerCase()
  const all: readonly Publisher[] = entities
    .ofKind('agent')
    .map((entity) => ({
      entity,
      name: titleOf(reading, entity, lang).text,
      datasets: reading.having('dcterms:publisher', entity.term).length,
    }))
    .filter(({ name, datasets }) => datasets > 0 && name.toLowerCase().includes(wish))
    .sort((a, b) => new Intl.Collator(lang).compare(a.name, b.name))
  const page = Math.max(1, Number(query.get('p') ?? 1) || 1)
  const link = (n: number) =>
    to('/organisations', new URLSearchParams({ ...(wish && { q: wish }), ...(n > 1 && { p: String(n) }) }))
  return {
    title: say('Organisationer', 'Organisations'),
    section: 'organisations',
    description: say(
      'Organisationer som beskriver sina data här.',
      'Organisations that describe their data here.',
    ),
    main: html`<h1>${say('Organisationer', 'Organisations')}</h1>
<form class="inline" action="${to('/organisations')}" method="get"><label for="org-q">${say('Sök organisation', 'Search organisations')}</label><div class="field"><input id="org-q" name="q" type="search" maxlength="100" value="${query.get('q')?.slice(0, 100) ?? ''}"><button>${say('Sök', 'Search')}</button></div></form>
<p role="status">${count(all.length, lang)} ${say('organisationer', all.length === 1 ? 'organisation' : 'organisations')}</p>
${table({
  caption: say('Organisationer och vad de publicerar', 'Organisations and what they publish'),
  isCaptionHidden: true,
  head: [say('Namn', 'Name'), say('Typ', 'Type'), say('Beskrivningar', 'Descriptions')],
  numeric: [2],
  rows: all
    .slice((page - 1) * SIZE, page * SIZE)
    .map(({ entity, datasets }) => [
      linkTo(visit, entity.term),
      html`${typeOf(visit, entity)}`,
      html`${count(datasets, lang)}`,
    ]),
})}
${pager(visit, { page, total: all.length, size: SIZE, link })}`,
  }
}

function typeOf({ site, lang }: Visit, { term }: Entity): string {
  const iri = site.holdings.reading.iri(term, 'dcterms:type')
  return iri === undefined ? '' : codeLabel(iri, lang)
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
