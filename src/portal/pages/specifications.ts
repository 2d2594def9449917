// Specifications: the list, and the page of one with its parts and with who follows it.
import { html } from '../../html.ts'
import { count } from '../design/pieces.ts'
import { table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { linkTo } from './entity-parts.ts'
import { pager } from './pager.ts'
import { followers } from './standards.ts'

const SIZE = 50

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
