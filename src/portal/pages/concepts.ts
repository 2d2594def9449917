// Concepts and terminologies: the code lists that descriptions are written with, and those that catalogues bring along.

import { frameworkLists } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import { type Concept, loadVocabularies, type Vocabulary } from '../../profile/index.ts'
import type { Entity } from '../data/entities.ts'
import { tail } from '../data/labels.ts'
import { count, facts, listed, outside, paragraphs, said, table, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { titleOf, type Visit } from '../visit.ts'
import { formsBox } from './entity-boxes.ts'
import { entityHead, linksTo, linkTo } from './entity-parts.ts'
import { pager } from './pager.ts'

const SIZE = 100
/** Lists that are too long, or too strange, to be read by people. */
const unlisted = new Set(['iana-media-type'])

function lists(): readonly Vocabulary[] {
  return [...loadVocabularies().values(), ...frameworkLists().values()].filter(
    ({ name, deprecated }) => !deprecated && !unlisted.has(name),
  )
}

export function conceptsPage(visit: Visit): Page {
  const { site, say, lang, to } = visit
  const { entities } = site.holdings
  const own = [
    ...entities.ofKind('terminology'),
    ...entities
      .ofKind('concept')
      .filter(({ term }) => site.holdings.reading.values(term, 'skos:inScheme').length === 0),
  ]
  return {
    title: say('Begrepp', 'Concepts'),
    section: 'concepts',
    description: say(
      'Begrepp och kodlistor som data beskrivs med.',
      'Concepts and code lists that data are described with.',
    ),
    main: html`<h1>${say('Begrepp', 'Concepts')}</h1>
<p class="lead">${say('Beskrivningar använder gemensamma begrepp, så att till exempel ”varje år” betyder samma sak hos alla. Här är listorna.', 'Descriptions use common concepts, so that “every year”, for example, means the same to all. These are the lists.')}</p>
<form class="inline" action="${to('/concepts/search')}" method="get"><label for="concept-q">${say('Sök begrepp', 'Search concepts')}</label><div class="field"><input id="concept-q" name="q" type="search" maxlength="100"><button>${say('Sök', 'Search')}</button></div></form>
${when(own.length > 0, () => html`<section><h2>${say('Ur katalogerna', 'From the catalogues')}</h2><ul>${own.slice(0, 200).map(({ term }) => html`<li>${linkTo(visit, term)}</li>`)}</ul></section>`)}
<section><h2>${say('Kodlistor', 'Code lists')}</h2><ul class="columns-list">${lists()
      .filter(({ concepts }) => concepts.size > 0)
      .map(
        (list) =>
          html`<li><a href="${to(`/terminology/${list.name}`)}">${list.title[lang]}</a> <span class="n">${count(list.concepts.size, lang)}</span></li>`,
      )}</ul></section>`,
  }
}

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

/** A concept or a terminology of a catalogue. */
export function conceptPage(visit: Visit, entity: Entity): Page {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const { term } = entity
  const title = titleOf(reading, entity, lang)
  const definition =
    reading.said(term, 'skos:definition', lang) ?? reading.said(term, 'dcterms:description', lang)
  const members = [...reading.having('skos:inScheme', term)]
  return {
    title: title.text,
    section: 'concepts',
    ...entityHead(visit, entity),
    main: html`<p class="kind">${entity.kind === 'concept' ? say('Begrepp', 'Concept') : say('Terminologi', 'Terminology')}</p><h1>${said(title)}</h1>
${when(definition, () => html`<div class="lead">${paragraphs(definition!)}</div>`)}
${facts([
  [say('Ingår i', 'Part of'), listed(linksTo(visit, term, 'skos:inScheme'))],
  [
    say('Andra namn', 'Other names'),
    listed(reading.allSaid(term, 'skos:altLabel', lang).map((each) => said(each))),
  ],
  [say('Överordnat', 'Broader'), listed(linksTo(visit, term, 'skos:broader'))],
  [
    say('Underordnade', 'Narrower'),
    listed([
      ...linksTo(visit, term, 'skos:narrower'),
      ...[...reading.having('skos:broader', term)].map((each) => linkTo(visit, each)),
    ]),
  ],
  [say('Identitet', 'Identity'), html`<code class="iri">${entity.iri}</code>`],
])}
${when(members.length > 0, () => html`<h2>${say('Begrepp', 'Concepts')}</h2><ul>${members.slice(0, 500).map((each) => html`<li>${linkTo(visit, each)}</li>`)}</ul>`)}
${formsBox(visit, entity)}`,
  }
}

/** Concepts by word. */
export function conceptSearchPage(visit: Visit): Page {
  const { say, lang, to, query } = visit
  const wish = (query.get('q') ?? '').slice(0, 100).trim()
  const low = wish.toLowerCase()
  const hits =
    low === ''
      ? []
      : lists().flatMap((list) =>
          [...list.concepts.values()]
            .filter(({ label, aliases }) =>
              [label.sv, label.en, ...aliases].some((each) => each.toLowerCase().includes(low)),
            )
            .map((concept) => ({ list, concept })),
        )
  return {
    title: say('Sök begrepp', 'Search concepts'),
    section: 'concepts',
    isHidden: true,
    main: html`<h1>${say('Sök begrepp', 'Search concepts')}</h1>
<form class="inline" action="${to('/concepts/search')}" method="get"><label for="concept-q">${say('Sök begrepp', 'Search concepts')}</label><div class="field"><input id="concept-q" name="q" type="search" maxlength="100" value="${wish}"><button>${say('Sök', 'Search')}</button></div></form>
<p role="status">${count(hits.length, lang)} ${say(hits.length === 1 ? 'träff' : 'träffar', hits.length === 1 ? 'hit' : 'hits')}</p>
<ul>${hits.slice(0, 100).map(({ list, concept }) => html`<li><a href="${to(`/terminology/${list.name}/concept`, new URLSearchParams({ iri: concept.iri }))}">${concept.label[lang] || tail(concept.iri)}</a> <span class="hint">${list.title[lang]}</span></li>`)}</ul>`,
  }
}
