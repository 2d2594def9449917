// The search: hits, facets with counts, order and pages. A form that works without a script; links that say it all.
import { empty, type Html, html } from '../../html.ts'
import { count, when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { type Answer, facets, PAGE_SIZE, type Question, type Sorting } from '../search/index.ts'
import type { Visit } from '../visit.ts'
import { card } from './cards.ts'
import { pager } from './pager.ts'
import { questionParameters, readQuestion, toggled } from './question.ts'
import { facetPart, membersChoice } from './search-facets.ts'

export function searchPage(visit: Visit): Page {
  const question = readQuestion(visit)
  const answer = visit.site.search.ask(question)
  const { say } = visit
  const heading =
    question.text.trim() === ''
      ? say('Data och API:er', 'Data and APIs')
      : say(`Träffar på ”${question.text.trim()}”`, `Hits for “${question.text.trim()}”`)
  return {
    title: heading,
    section: 'data',
    isWide: true,
    hasSearch: true,
    isHidden: visit.query.size > 0,
    description: say(
      'Sök bland datamängder, API:er och serier från offentliga organisationer.',
      'Search datasets, APIs and series from public organisations.',
    ),
    main: html`<h1>${heading}</h1>
<form class="search" action="${visit.to('/datasets')}" method="get" data-auto>
<div class="search-row">
<label for="q">${say('Vad söker du?', 'What are you looking for?')}</label>
<div class="field"><input id="q" name="q" type="search" value="${question.text}" maxlength="200" autocomplete="off" data-suggest="${visit.at('/api/suggest')}"><button>${say('Sök', 'Search')}</button></div>
</div>
<div class="columns">
<p class="to-hits"><a href="#hits">${say('Till träffarna', 'To the hits')}</a></p>
<details class="filters" open><summary>${say('Avgränsa', 'Narrow down')}</summary>
${facets.map((facet) => facetPart(visit, question, facet, answer.facets))}
${membersChoice(visit, question, answer)}
<p><button>${say('Använd valen', 'Apply')}</button></p>
</details>
<div class="results" id="hits">
${resultHead(visit, question, answer)}
${answer.hits.length > 0 ? html`<ol class="cards">${answer.hits.map((entity) => card(visit, entity))}</ol>` : nothingFound(visit, question)}
${pager(visit, { page: question.page, total: answer.total, size: PAGE_SIZE, link: (page) => visit.to('/datasets', questionParameters({ ...question, page })) })}
</div>
</div>
</form>`,
  }
}

function resultHead(visit: Visit, question: Question, answer: Answer): Html {
  const { say, lang } = visit
  const total = answer.total
  const words = say(
    `${count(total, lang)} ${total === 1 ? 'träff' : 'träffar'}`,
    `${count(total, lang)} ${total === 1 ? 'hit' : 'hits'}`,
  )
  return html`<div class="result-head">
<p role="status"><strong>${words}</strong>${when(answer.corrected, () => html`. ${say('Ingen träff på det du skrev; visar', 'No hit on what you wrote; showing')} <em>${answer.corrected ?? ''}</em>`)}${when(answer.isPartial && total > 0, () => html`. ${say('Inget har alla orden; visar det som har några av dem', 'Nothing has all of the words; showing what has some of them')}`)}</p>
${sortChoice(visit, question)}
</div>
${chosenList(visit, question)}`
}

function sortChoice(visit: Visit, { sorting }: Question): Html {
  const { say } = visit
  const names: Readonly<Record<Sorting, string>> = {
    relevance: say('Mest relevant', 'Most relevant'),
    modified: say('Senast ändrad', 'Last changed'),
    title: say('Titel', 'Title'),
  }
  return html`<p class="sort"><label for="s">${say('Ordna efter', 'Order by')}</label> <select id="s" name="s">${Object.entries(names).map(([id, name]) => html`<option value="${id}"${id === sorting ? html` selected` : empty}>${name}</option>`)}</select></p>`
}

/** What is chosen, each with a way to take it back. */
function chosenList(visit: Visit, question: Question): Html {
  const { site, say, lang } = visit
  const chips = facets.flatMap((facet) =>
    (question.chosen.get(facet.id) ?? []).map((value) => {
      const name = `${facet.label[lang]}: ${facet.name(site.holdings, value, lang)}`
      const href = visit.to('/datasets', questionParameters(toggled(question, facet.id, value)))
      return html`<li><a href="${href}"><span class="unseen">${say('Ta bort', 'Remove')} </span>${name}<span aria-hidden="true"> ×</span></a></li>`
    }),
  )
  if (chips.length === 0) return empty
  const clear = visit.to('/datasets', questionParameters({ ...question, chosen: new Map(), page: 1 }))
  return html`<ul class="chips" aria-label="${say('Valda avgränsningar', 'Chosen filters')}">${chips}<li><a class="clear" href="${clear}">${say('Rensa alla', 'Clear all')}</a></li></ul>`
}

function nothingFound(visit: Visit, question: Question): Html {
  const { say } = visit
  const wider = visit.to('/datasets', questionParameters({ ...question, chosen: new Map(), page: 1 }))
  return html`<div class="empty"><p>${say('Inget passar. Pröva så här:', 'Nothing fits. Try this:')}</p><ul>
${when(question.chosen.size > 0, () => html`<li><a href="${wider}">${say('Sök utan avgränsningar', 'Search without filters')}</a></li>`)}
<li>${say('Använd färre eller mer allmänna ord.', 'Use fewer or more general words.')}</li>
<li><a href="${visit.to('/datasets')}">${say('Visa alla data', 'Show all data')}</a></li></ul></div>`
}
