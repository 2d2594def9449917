// The page of a dataset series: what it is, and its parts in the order they were changed.
import { empty, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { changedOn } from '../data/facts.ts'
import { distributionsOf } from '../data/relations.ts'
import { paragraphs, said } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { badges, card } from './cards.ts'
import { keywords } from './dataset-facts.ts'
import { distributionPart } from './distribution.ts'
import { aboutBox, catalogBox, contactBox } from './entity-boxes.ts'
import { formsBox } from './entity-forms.ts'
import { entityHead } from './entity-parts.ts'
import { mapPart } from './map.ts'
import { pager } from './pager.ts'
import { standardsPart } from './standards.ts'

const SIZE = 20

export function seriesPage(visit: Visit, entity: Entity): Page {
  const { site, lang, say } = visit
  const { holdings } = site
  const { reading, entities } = holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const description = reading.said(term, 'dcterms:description', lang)
  const members = [...reading.having('dcat:inSeries', term)]
    .flatMap((member) => entities.byIri.get(reading.text(member)) ?? [])
    .sort((a, b) => ((changedOn(holdings, b.term) ?? '') < (changedOn(holdings, a.term) ?? '') ? -1 : 1))
  const page = Math.max(1, Number(visit.query.get('p') ?? 1) || 1)
  const own = distributionsOf(holdings, term)
  return {
    title: title.text,
    ...(description && { description: description.text }),
    section: 'data',
    isWide: true,
    ...entityHead(visit, entity),
    main: html`<div class="columns entity"><article class="results">
<p class="kind">${say('Datamängdsserie', 'Dataset series')}</p>
<h1>${said(title)}</h1>
<p class="badges">${badges(visit, entity)}</p>
${description ? html`<div class="lead">${paragraphs(description)}</div>` : empty}
<section><h2>${say('Delar av serien', 'Parts of the series')} (${members.length})</h2>
${members.length > 0 ? html`<ol class="cards">${members.slice((page - 1) * SIZE, page * SIZE).map((member) => card(visit, member, 3))}</ol>` : html`<p>${say('Inga delar är beskrivna.', 'No parts are described.')}</p>`}
${pager(visit, { page, total: members.length, size: SIZE, link: (n) => visit.to(visit.path, new URLSearchParams({ p: String(n) })) })}</section>
${own.length > 0 ? html`<section><h2>${say('Hela serien', 'The whole series')}</h2><ul class="distributions">${own.map((each) => distributionPart(visit, each))}</ul></section>` : empty}
${mapPart(visit, term)}
${standardsPart(visit, term)}
</article>
<aside class="side" aria-label="${say('Om serien', 'About the series')}">
${aboutBox(visit, entity, [[say('Nyckelord', 'Keywords'), keywords(visit, term)]])}
${contactBox(visit, term)}
${catalogBox(visit, entity)}
${formsBox(visit, entity)}
</aside></div>`,
  }
}
