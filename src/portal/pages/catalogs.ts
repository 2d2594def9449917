// The page of a catalogue, and the small page of things that are shown where they are used.
import { html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { count, outside, paragraphs, said, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { card } from './cards.ts'
import { aboutBox } from './entity-boxes.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead, linkTo, shortAddress } from './entity-parts.ts'
import { pager } from './pager.ts'

const SIZE = 20

export function catalogPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang, to, query } = visit
  const { reading, entities } = site.holdings
  const title = titleOf(reading, entity, lang)
  const description = reading.said(entity.term, 'dcterms:description', lang)
  const members = ['dcat:dataset', 'dcat:service'].flatMap((property) =>
    reading.iris(entity.term, property).flatMap((iri) => entities.byIri.get(iri) ?? []),
  )
  const page = Math.max(1, Number(query.get('p') ?? 1) || 1)
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'data',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity"><article class="results">
<p class="kind">${say('Katalog', 'Catalogue')}</p><h1>${said(title)}</h1>
${when(description, () => html`<div class="lead">${paragraphs(description!)}</div>`)}
<p class="buttons"><a class="button quiet" href="${to(`/quality/${entity.source}`)}">${say('Kvalitet', 'Quality')}</a></p>
<section><h2>${say('Innehåll', 'Contents')} (${count(members.length, lang)})</h2>
<ol class="cards">${members.slice((page - 1) * SIZE, page * SIZE).map((each) => card(visit, each, 3))}</ol>
${pager(visit, { page, total: members.length, size: SIZE, link: (n) => to(visit.path, new URLSearchParams({ p: String(n) })) })}</section>
</article><aside class="side" aria-label="${say('Om katalogen', 'About the catalogue')}">${aboutBox(
      visit,
      entity,
      [
        [
          say('Hemsida', 'Home page'),
          html`${reading.iris(entity.term, 'foaf:homepage').map((iri) => outside(iri, html`${shortAddress(iri)}`))}`,
        ],
      ],
    )}${formsBox(visit, entity)}</aside></div>`,
  }
}

/** A distribution or a contact: what refers to it says more than it does itself. */
export function partPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const title = titleOf(reading, entity, lang)
  const property = entity.kind === 'distribution' ? 'dcat:distribution' : 'dcat:contactPoint'
  const users = [...reading.having(property, entity.term)]
  return {
    title: title.text,
    section: 'data',
    isHidden: true,
    ...entityHead(visit, entity),
    main: html`<p class="kind">${entity.kind === 'distribution' ? say('Distribution', 'Distribution') : say('Kontakt', 'Contact')}</p>
<h1>${said(title)}</h1><p>${say('Används av', 'Used by')}</p><ul>${users.map((user) => html`<li>${linkTo(visit, user)}</li>`)}</ul>${formsBox(visit, entity)}`,
  }
}
