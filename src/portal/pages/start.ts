// The first page: what there is, in figures, and ways into it.

import { domains, phases } from '../../framework/index.ts'
import { type Html, html } from '../../html.ts'
import { count } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { facets } from '../search/index.ts'
import type { Visit } from '../visit.ts'
import { card } from './cards.ts'
import { phasePicture } from './phase.ts'

const LATEST = 4

export function startPage(visit: Visit): Page {
  const { site, say, to, lang } = visit
  const { title } = site
  const answer = site.search.ask({
    text: '',
    chosen: new Map(),
    sorting: 'modified',
    page: 1,
    size: LATEST,
    lang,
  })
  const themes = answer.facets.find(({ id }) => id === 'theme')?.values ?? []
  return {
    title: title[lang],
    description: say(
      'Sök bland data, API:er och specifikationer från offentlig förvaltning.',
      'Search data, APIs and specifications from public administration.',
    ),
    isWide: true,
    hasSearch: true,
    main: html`<section class="hero">
<h1>${say('Hitta data från offentlig förvaltning', 'Find data from public administration')}</h1>
<p>${say('Här finns beskrivningar av data och API:er: vad de innehåller, vem som ansvarar och hur du får tag i dem.', 'Here are descriptions of data and APIs: what they hold, who is responsible and how to get them.')}</p>
<form action="${to('/datasets')}" method="get">
<label for="start-q">${say('Vad söker du?', 'What are you looking for?')}</label>
<div class="field"><input id="start-q" name="q" type="search" maxlength="200" autocomplete="off" data-suggest="${visit.at('/api/suggest')}"><button>${say('Sök', 'Search')}</button></div>
</form>
</section>
${figures(visit)}
<section><h2>${say('Nationella grunddata', 'National basic data')}</h2>
<p>${say('Uppgifter som många behöver och som är viktiga i samhället, till exempel om personer, företag och fastigheter. De hör till fem domäner, var och en med en ansvarig myndighet.', 'Data that many need and that are important in society, such as those on persons, companies and real property. They belong to five domains, each with a responsible authority.')}</p>
<ul class="tiles">${domains.map((domain) => html`<li><a href="${to(`/domains/${domain.id}`)}"><strong>${domain.label[lang]}</strong>${phasePicture(domain, lang)}<span class="hint">${phaseWords(domain.status?.phase, lang)}</span></a></li>`)}</ul></section>
<section><h2>${say('Kategorier', 'Categories')}</h2>
<ul class="themes">${themes.map(([iri, n]) => themeLink(visit, iri, n))}</ul></section>
<section><h2>${say('Senast ändrat', 'Last changed')}</h2>
<ol class="cards two">${answer.hits.map((entity) => card(visit, entity, 3))}</ol>
<p><a href="${to('/datasets', new URLSearchParams({ s: 'modified' }))}">${say('Visa alla, senast ändrade först', 'Show all, last changed first')}</a></p></section>`,
  }
}

function phaseWords(phase: string | undefined, lang: 'sv' | 'en'): string {
  const found = phases.find(({ id }) => id === phase)
  return found ? found.label[lang] : { sv: 'inrättad', en: 'established' }[lang]
}

function themeLink(visit: Visit, iri: string, n: number): Html {
  const { site, lang, to } = visit
  const facet = facets.find(({ id }) => id === 'theme')
  return html`<li><a href="${to('/datasets', new URLSearchParams({ theme: iri }))}">${facet?.name(site.holdings, iri, lang) ?? iri}</a> <span class="n">${count(n, lang)}</span></li>`
}

function figures({ site, say, to, lang }: Visit): Html {
  const { entities } = site.holdings
  const rows: readonly (readonly [number, string, string])[] = [
    [entities.ofKind('dataset').length, say('datamängder', 'datasets'), '/datasets'],
    [entities.ofKind('service').length, say('datatjänster', 'data services'), '/datasets?api=yes'],
    [publishers(site.holdings), say('utgivare', 'publishers'), '/organisations'],
    [entities.ofKind('specification').length, say('specifikationer', 'specifications'), '/specifications'],
  ]
  return html`<ul class="figures">${rows.map(([n, words, path]) => html`<li><a href="${to(path)}"><strong>${count(n, lang)}</strong> ${words}</a></li>`)}</ul>`
}

function publishers({ reading, entities }: Visit['site']['holdings']): number {
  return entities.ofKind('agent').filter(({ term }) => reading.having('dcterms:publisher', term).length > 0)
    .length
}
