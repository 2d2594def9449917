// Concepts and terminologies: the code lists that descriptions are written with, and those that catalogues bring along.
import { frameworkLists } from '../../framework/index.ts'
import { html } from '../../html.ts'
import { loadVocabularies, type Vocabulary } from '../../profile/index.ts'
import { tail } from '../data/labels.ts'
import { count, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { linkTo } from './entity-parts.ts'

export const SIZE = 100
/** Lists that are too long, or too strange, to be read by people. */
const unlisted = new Set(['iana-media-type'])

export function lists(): readonly Vocabulary[] {
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
<p class="lead">${say('Beskrivningar använder gemensamma begrepp, så att till exempel ”årligen” betyder samma sak hos alla. Här är listorna.', 'Descriptions use common concepts, so that “annual”, for example, means the same to all. These are the lists.')}</p>
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
