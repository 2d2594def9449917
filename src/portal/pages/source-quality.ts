// The quality of one catalogue: its score, over time, and its findings.
import type { Finding, Report } from '../../finding.ts'
import { empty, type Html, html } from '../../html.ts'
import { MAX_POINTS, ratings, type ScoreReport } from '../../quality/index.ts'
import { contentsLine, groupFindings, profileTitle, severityWord } from '../../report/index.ts'
import { badge, count, when } from '../design/pieces.ts'
import { sparkline } from '../design/sparkline.ts'
import { bar, facts, table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { decimal, scoreOfSource } from './quality.ts'

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
