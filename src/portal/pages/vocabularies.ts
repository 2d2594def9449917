// The pages of a code list and of a concept in it.
import { empty, type Html, html } from '../../html.ts'
import type { Concept, Vocabulary } from '../../profile/index.ts'
import { count, outside, when } from '../design/pieces.ts'
import { facts, listed, table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { lists, SIZE } from './concepts.ts'
import { linkTo } from './entity-parts.ts'
import { pager } from './pager.ts'

/** A list by its short name; undefined when there is none. */
export function vocabularyPage(visit: Visit, name: string): Page | undefined {
  const list = lists().find((each) => each.name === name)
  if (!list) return undefined
  const { say, lang, to, query } = visit
  const page = Math.max(1, Number(query.get('p') ?? 1) || 1)
  const concepts = [...list.concepts.values()]
  return {
    title: list.title[lang],
    section: 'concepts',
    main: html`<p class="kind">${say('Kodlista', 'Code list')}</p><h1>${list.title[lang]}</h1>
${facts([
  [say('Identitet', 'Identity'), html`<code class="iri">${list.iri}</code>`],
  [
    say('Omfattning', 'Extent'),
    html`${list.complete ? say('Hela listan', 'The whole list') : say('De värden vi känner till; andra kan finnas', 'The values that we know; there may be others')}`,
  ],
])}
${table({
  caption: say('Begrepp i listan', 'Concepts of the list'),
  head: [
    say('Begrepp', 'Concept'),
    say('Värde i beskrivningen', 'Value in the description'),
    say('Används av', 'Used by'),
  ],
  numeric: [2],
  rows: concepts
    .slice((page - 1) * SIZE, page * SIZE)
    .map((concept) => [
      html`<a href="${to(`/terminology/${list.name}/concept`, new URLSearchParams({ iri: concept.iri }))}">${concept.label[lang]}</a>`,
      html`<code>${writtenValue(list, concept)}</code>`,
      html`${count(uses(visit, list, concept).length, lang)}`,
    ]),
})}
${pager(visit, { page, total: concepts.length, size: SIZE, link: (n) => to(visit.path, new URLSearchParams({ p: String(n) })) })}`,
  }
}

function writtenValue({ valueKind }: Vocabulary, { iri, notation }: Concept): string {
  return valueKind === 'literal' ? (notation ?? iri) : iri
}

/** What refers to a concept, as term ids. */
function uses({ site }: Visit, list: Vocabulary, concept: Concept): readonly number[] {
  const { graph } = site.holdings.reading
  if (list.valueKind === 'literal') return []
  const term = site.holdings.reading.term(concept.iri)
  if (term < 0) return []
  const { offset, value } = graph.inverse()
  return [...new Set(value.subarray(offset[term], offset[term + 1]))]
}

export function vocabularyConceptPage(visit: Visit, name: string): Page | undefined {
  const list = lists().find((each) => each.name === name)
  const concept = list?.concepts.get(visit.query.get('iri') ?? '')
  if (!list || !concept) return undefined
  const { say, lang, to } = visit
  const broader = concept.broader === undefined ? undefined : list.concepts.get(concept.broader)
  const link = (each: Concept) =>
    html`<a href="${to(`/terminology/${name}/concept`, new URLSearchParams({ iri: each.iri }))}">${each.label[lang]}</a>`
  const narrower = [...list.concepts.values()].filter((each) => each.broader === concept.iri)
  return {
    title: concept.label[lang],
    section: 'concepts',
    main: html`<p class="kind">${say('Begrepp', 'Concept')}</p><h1>${concept.label[lang]}</h1>
${when(concept.definition, () => html`<p class="lead">${concept.definition?.[lang] ?? ''}</p>`)}
${facts([
  [
    say('På det andra språket', 'In the other language'),
    html`<span lang="${lang === 'sv' ? 'en' : 'sv'}">${concept.label[lang === 'sv' ? 'en' : 'sv']}</span>`,
  ],
  [say('Lista', 'List'), html`<a href="${to(`/terminology/${name}`)}">${list.title[lang]}</a>`],
  [say('Överordnat', 'Broader'), broader && link(broader)],
  [say('Underordnade', 'Narrower'), listed(narrower.map(link))],
  [say('Identitet', 'Identity'), outside(concept.iri, html`<code class="iri">${concept.iri}</code>`)],
])}
${usedBy(visit, uses(visit, list, concept))}`,
  }
}

function usedBy(visit: Visit, terms: readonly number[]): Html {
  const { entities, reading } = visit.site.holdings
  const shown = terms
    .flatMap((term) => (reading.isIri(term) ? (entities.byIri.get(reading.text(term)) ?? []) : []))
    .slice(0, 20)
  if (shown.length === 0) return empty
  return html`<section><h2>${visit.say('Används av', 'Used by')}</h2><ul>${shown.map(({ term }) => html`<li>${linkTo(visit, term)}</li>`)}</ul></section>`
}
