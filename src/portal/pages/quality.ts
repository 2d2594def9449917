// Quality: of all catalogues side by side, and of one with its findings and what would raise its score.
import { empty, type Html, html } from '../../html.ts'
import { loadVocabularies } from '../../profile/index.ts'
import {
  describeScores,
  MAX_POINTS,
  meanStars,
  observeDatasets,
  type ScoreReport,
  scoreOf,
} from '../../quality/index.ts'
import type { PortalSource } from '../data/holdings.ts'
import { count } from '../design/pieces.ts'
import { bar, table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

const kept = new WeakMap<PortalSource, ScoreReport>()

/** The score of a source, worked out once. Links are not tried and conformance is not counted: it is quick. */
export function scoreOfSource(source: PortalSource): ScoreReport {
  let report = kept.get(source)
  if (!report) {
    const options = { mode: 'se', vocabularies: loadVocabularies() } as const
    const observed = observeDatasets(source.graph, options)
    const scores = observed.map((each) => scoreOf(each, options))
    report = describeScores(source.graph, scores, {
      source: source.name,
      mode: 'se',
      stars: meanStars(source.graph, observed),
    })
    kept.set(source, report)
  }
  return report
}

export async function qualityPage(visit: Visit): Promise<Page> {
  const { site, say, lang, to } = visit
  const rows: Html[][] = []
  for (const source of site.holdings.sources) {
    const score = scoreOfSource(source)
    const report = await source.report()
    rows.push([
      html`<a href="${to(`/quality/${source.id}`)}">${source.title[lang]}</a>`,
      html`${count(score.datasets, lang)}`,
      html`${score.datasets === 0 ? '–' : count(score.points, lang)}`,
      bar(score.points / MAX_POINTS, `${count(score.points, lang)} ${say('av', 'of')} ${MAX_POINTS}`),
      html`${score.stars === null ? '–' : decimal(score.stars, lang)}`,
      html`${count(report.counts.error, lang)}`,
      html`${count(report.counts.warning, lang)}`,
    ])
  }
  return {
    title: say('Kvalitet', 'Quality'),
    section: 'quality',
    isWide: true,
    main: html`<h1>${say('Kvalitet på beskrivningarna', 'Quality of the descriptions')}</h1>
<p class="lead">${say('En god beskrivning gör att data hittas, förstås och används. Här mäts beskrivningarna, inte data själva.', 'A good description makes data found, understood and used. The descriptions are measured here, not the data themselves.')}</p>
${table({
  caption: say('Kataloger', 'Catalogues'),
  isCaptionHidden: true,
  head: [
    say('Katalog', 'Catalogue'),
    say('Datamängder', 'Datasets'),
    say(`Poäng av ${MAX_POINTS}`, `Points of ${MAX_POINTS}`),
    say('Andel', 'Share'),
    say('Stjärnor', 'Stars'),
    say('Fel', 'Errors'),
    say('Varningar', 'Warnings'),
  ],
  numeric: [1, 2, 4, 5, 6],
  rows,
})}
${failures(visit)}
<p class="hint">${say('Poängen räknas som i EU:s kvalitetsmätning av metadata (MQA) med svenska format; om länkar fungerar prövas inte här. Felen är det som bryter mot DCAT-AP-SE.', 'Points are counted as in the Metadata Quality Assessment of the EU (MQA) with Swedish formats; whether links work is not tried here. Errors are what breaks DCAT-AP-SE.')}</p>`,
  }
}

export function decimal(value: number, lang: 'sv' | 'en'): string {
  const text = value.toFixed(1)
  return lang === 'sv' ? text.replace('.', ',') : text
}

function failures({ site, say, lang }: Visit): Html {
  const { failures: all } = site.holdings
  if (all.length === 0) return empty
  return html`<section><h2>${say('Gick inte att läsa', 'Could not be read')}</h2><ul>${all.map(({ name, error }) => html`<li><code>${name.replace(/^.*\//, '')}</code>: ${error.text[lang]}</li>`)}</ul></section>`
}
