// Quality: of all catalogues side by side, and of one with its findings and what would raise its score.
import type { Finding, Report } from '../../finding.ts'
import { empty, type Html, html } from '../../html.ts'
import { loadVocabularies } from '../../profile/index.ts'
import {
  describeScores,
  MAX_POINTS,
  meanStars,
  observeDatasets,
  ratings,
  type ScoreReport,
  scoreOf,
} from '../../quality/index.ts'
import { contentsLine, groupFindings, profileTitle, severityWord } from '../../report/index.ts'
import type { Holdings, PortalSource } from '../data/holdings.ts'
import { badge, bar, count, facts, table, when } from '../design/pieces.ts'
import { sparkline } from '../design/sparkline.ts'
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

function decimal(value: number, lang: 'sv' | 'en'): string {
  const text = value.toFixed(1)
  return lang === 'sv' ? text.replace('.', ',') : text
}

function failures({ site, say, lang }: Visit): Html {
  const { failures: all } = site.holdings
  if (all.length === 0) return empty
  return html`<section><h2>${say('Gick inte att läsa', 'Could not be read')}</h2><ul>${all.map(({ name, error }) => html`<li><code>${name.replace(/^.*\//, '')}</code>: ${error.text[lang]}</li>`)}</ul></section>`
}

export async function sourceQualityPage(visit: Visit, id: string): Promise<Page | undefined> {
  const { site, say, lang, to } = visit
  const source = site.holdings.sources.find((each) => each.id === id)
  if (!source) return undefined
  const score = scoreOfSource(source)
  const report = await source.report()
  const rating = ratings.find((each) => each.id === score.rating)
  const runs = (await site.history?.sources())?.find((each) => each.id === id)?.runs ?? []
  const points = runs.flatMap((run) => (run.points === undefined ? [] : [run.points])).reverse()
  return {
    title: `${say('Kvalitet', 'Quality')}: ${source.title[lang]}`,
    section: 'quality',
    isWide: true,
    main: html`<p class="kind">${say('Kvalitet', 'Quality')}</p><h1>${source.title[lang]}</h1>
${facts([
  [say('Innehåll', 'Contents'), html`${contentsLine(report, lang)}`],
  [
    say('Poäng', 'Points'),
    html`${count(score.points, lang)} ${say('av', 'of')} ${MAX_POINTS} ${badge(rating?.label[lang] ?? '', score.points > 220 ? 'good' : 'warn')}`,
  ],
  [say('Över tid', 'Over time'), points.length > 1 ? sparkline(points, MAX_POINTS, visit) : undefined],
  [
    say('Öppna data-stjärnor', 'Open data stars'),
    html`${score.stars === null ? '–' : decimal(score.stars, lang)}`,
  ],
  [say('Granskad mot', 'Checked against'), html`${profileTitle(report.profile)}`],
])}
<section><h2>${say('Poäng', 'Points')}</h2>${scoreTable(visit, score)}</section>
${findingsPart(visit, report)}
<p><a href="${to('/toolkit')}">${say('Granska en egen katalog i verktygslådan', 'Check a catalogue of your own in the toolkit')}</a></p>`,
  }
}

function scoreTable({ say, lang }: Visit, { dimensions }: ScoreReport): Html {
  return table({
    caption: say('Poäng i varje dimension', 'Points in every dimension'),
    isCaptionHidden: true,
    head: [
      say('Dimension och mått', 'Dimension and metric'),
      say('Poäng', 'Points'),
      say('Högst', 'Most'),
      say('Andel', 'Share'),
    ],
    numeric: [1, 2],
    rows: dimensions.flatMap(({ label, points, max, metrics }) => [
      [
        html`${label[lang]}`,
        html`<strong>${decimal(points, lang)}</strong>`,
        html`<strong>${max}</strong>`,
        bar(max === 0 ? 0 : points / max, `${label[lang]}: ${decimal(points, lang)} / ${max}`),
      ],
      ...metrics
        .filter((metric) => metric.max > 0)
        .map((metric) => [
          html`<span class="sub">${metric.label[lang]}</span>`,
          html`${metric.points === null ? say('ej prövat', 'not tried') : decimal(metric.points, lang)}`,
          html`${metric.max}`,
          metric.points === null
            ? empty
            : bar(
                metric.points / metric.max,
                `${metric.label[lang]}: ${decimal(metric.points, lang)} / ${metric.max}`,
              ),
        ]),
    ]),
  })
}

const MAX_GROUPS = 100

function findingsPart(visit: Visit, report: Report): Html {
  const { say, lang, to } = visit
  const groups = groupFindings(report)
  if (groups.length === 0)
    return html`<section><h2>${say('Anmärkningar', 'Findings')}</h2><p>${say('Inga.', 'None.')}</p></section>`
  return html`<section><h2>${say('Anmärkningar', 'Findings')} (${count(report.findings.length, lang)})</h2><ul class="findings">${groups
    .slice(0, MAX_GROUPS)
    .map(
      ({
        rule,
        severity,
        count: n,
        examples,
      }) => html`<li class="finding ${severity}"><p><span class="badge ${severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'plain'}">${severityWord(severity, lang)}</span> ${examples[0].message[lang]}${when(n > 1, () => html` <span class="n">× ${count(n, lang)}</span>`)}</p>
<p class="hint"><a href="${to(`/rules/${rule}`)}">${rule}</a></p>
<ul class="plain hint">${examples.map((finding) => html`<li>${about(visit, finding)}</li>`)}</ul></li>
`,
    )}</ul></section>`
}

function about(visit: Visit, { focus, value }: Finding): Html {
  const entity = focus.iri === undefined ? undefined : visit.site.holdings.entities.byIri.get(focus.iri)
  const name = focus.label[visit.lang]
  const shown =
    value === undefined ? empty : html` <code>${value.length > 80 ? `${value.slice(0, 79)}…` : value}</code>`
  return entity ? html`<a href="${visit.pageOf(entity)}">${name}</a>${shown}` : html`${name}${shown}`
}

export type { Holdings }
