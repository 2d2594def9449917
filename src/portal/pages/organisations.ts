// Organisations: the list of those who publish.
import { html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { codeLabel } from '../data/labels.ts'
import { count } from '../design/pieces.ts'
import { table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { linkTo } from './entity-parts.ts'
import { pager } from './pager.ts'

const SIZE = 50

interface Publisher {
  readonly entity: Entity
  readonly name: string
  readonly datasets: number
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

export function typeOf({ site, lang }: Visit, { term }: Entity): string {
  const iri = site.holdings.reading.iri(term, 'dcterms:type')
  return iri === undefined ? '' : codeLabel(iri, lang)
}
