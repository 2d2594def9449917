// The score as a page: total, charts, dimensions with bars, publishers, the datasets with the lowest scores first, what
// validate remarks on, and an explanation of every indicator and rule that the page names.
import type { Lang, Severity, Text } from '../finding.ts'
import { empty, type Html, html, link } from '../html.ts'
import { type HistoryPoint, historyChart, ratingsChart } from './charts.ts'
import type { DatasetSummary, DimensionSummary, NamedScore, ScoreReport } from './describe.ts'
import { metricHelp } from './metric-help.ts'
import { metrics, type RatingId } from './metrics.ts'
import { bar, page, scrolled } from './page.ts'
import { fairTitle, listGapText, number, ratingLabel } from './render.ts'
import { pageWords } from './score-page-words.ts'

const MOST_DATASETS = 500
/** Rules named for each dataset. */
const MOST_RULES = 6

/** A rule that the catalogue breaks, as the page explains it. */
export interface RuleSummary {
  readonly id: string
  readonly severity: Severity
  readonly count: number
  /** What to do, in general. */
  readonly message: Text
  /** Why, and how to do it right. */
  readonly description: Text
  readonly seeAlso?: string
}

export interface ScorePageOptions {
  readonly lang: Lang
  /** Rules broken; the datasets of the report name theirs. */
  readonly rules?: readonly RuleSummary[]
  readonly history?: readonly HistoryPoint[]
}

/** One self-contained page. */
export function scorePage(report: ScoreReport, options: ScorePageOptions): string {
  const { lang, rules = [], history = [] } = options
  const w = pageWords[lang]
  const untold =
    report.unassessed > 0
      ? html`<p>${number(report.unassessed, lang)} ${w.untold}</p>
`
      : empty
  const counts = new Map<RatingId, number>()
  for (const { rating } of report.worst) counts.set(rating, (counts.get(rating) ?? 0) + 1)
  const stars =
    report.stars === null
      ? empty
      : html`<p>${number(report.stars, lang)} ★ ${w.stars}</p>
`
  return page(
    lang,
    `${w.title}: ${report.source}`,
    html`<p class="total ${report.rating}">${number(report.points, lang)} ${w.of} ${report.max} (${number(report.percentage, lang)} %), ${ratingLabel(report.rating, lang)}</p>
<p>${w[report.mode]} ${w.mean}</p>
${untold}${stars}${report.listGaps.map(
  (gap) => html`<p>${listGapText(gap, lang)}</p>
`,
)}<h2>${w.spread}</h2>
${ratingsChart(counts, lang)}${historyBlock(history, lang)}<h2>${w.indicators}</h2>
${dimensionTable(report.dimensions, lang)}
${groupTable(w.catalogs, report.catalogs, lang)}${groupTable(w.publishers, report.publishers, lang)}${datasetTable(report.worst, lang, rules)}${fairTable(report, lang)}${rulesList(rules, lang)}${metricList(lang)}`,
    true,
  )
}

function historyBlock(history: readonly HistoryPoint[], lang: Lang): Html {
  const chart = historyChart(history, lang)
  return chart === empty
    ? empty
    : html`<h2>${pageWords[lang].history}</h2>
${chart}`
}

function metricLink(id: string, lang: Lang): Html {
  const label = metrics.find((metric) => metric.id === id)?.label[lang] ?? id
  return html`<a href="#${id}">${label}</a>`
}

function dimensionTable(all: readonly DimensionSummary[], lang: Lang): Html {
  const w = pageWords[lang]
  const rows = all.map((dimension) => {
    const share = dimension.max === 0 ? 0 : dimension.points / dimension.max
    const own = dimension.metrics.map((metric) => {
      const said =
        metric.max === 0
          ? w.notCounted
          : metric.share === null
            ? w.notAssessed
            : `${Math.round(metric.share * 100)} %`
      const points = metric.points === null ? '–' : `${number(metric.points, lang)} / ${metric.max}`
      return html`<tr><th scope="row">${metricLink(metric.id, lang)}</th><td>${bar(metric.share ?? 0)}</td><td class="number">${said}</td><td class="number">${points}</td></tr>
`
    })
    return html`<tr class="dimension"><th scope="row">${dimension.label[lang]}</th><td>${bar(share)}</td><td class="number">${Math.round(share * 100)} %</td><td class="number">${number(dimension.points, lang)} / ${dimension.max}</td></tr>
${own}`
  })
  return scrolled(
    w.indicators,
    html`<table><thead><tr><th scope="col">${w.metric}</th><td></td><th scope="col" class="number">${w.share}</th><th scope="col" class="number">${w.points}</th></tr></thead>
<tbody>
${rows}</tbody></table>`,
  )
}

function groupTable(title: string, groups: readonly NamedScore[], lang: Lang): Html {
  if (groups.length < 2) return empty
  const w = pageWords[lang]
  const rows = groups.map(
    ({ label, iri, points, rating, datasets }) =>
      html`<tr><th scope="row">${link(iri ?? undefined, html`${label[lang]}`)}</th><td class="number" data-value="${datasets}">${datasets}</td><td class="number" data-value="${points}">${number(points, lang)}</td><td class="${rating}" data-value="${points}">${ratingLabel(rating, lang)}</td></tr>
`,
  )
  return html`<h2>${title}</h2>
${scrolled(
  title,
  html`<table class="sortable"><thead><tr><th scope="col">${w.name}</th><th scope="col" class="number">${w.datasets}</th><th scope="col" class="number">${w.points}</th><th scope="col">${w.rating}</th></tr></thead>
<tbody>
${rows}</tbody></table>`,
)}`
}

function datasetTable(worst: readonly DatasetSummary[], lang: Lang, rules: readonly RuleSummary[]): Html {
  const w = pageWords[lang]
  const hasRules = rules.length > 0
  const rows = worst.slice(0, MOST_DATASETS).map(({ label, iri, points, rating, missing, findings }) => {
    const lacks = missing.flatMap((id, index) => [index === 0 ? empty : html`, `, metricLink(id, lang)])
    const total = findings.reduce((sum, { count }) => sum + count, 0)
    const remarks = hasRules ? html`<td data-value="${total}">${ruleLinks(findings)}</td>` : empty
    return html`<tr><th scope="row">${link(iri ?? undefined, html`${label[lang]}`)}</th><td class="number ${rating}" data-value="${points}">${number(points, lang)}</td><td data-value="${missing.length}">${lacks}</td>${remarks}</tr>
`
  })
  const rest = worst.length - MOST_DATASETS
  const more = rest > 0 ? html`<p>${rest} ${w.more}</p>` : empty
  const column = hasRules ? html`<th scope="col">${w.remarks}</th>` : empty
  return html`<h2>${w.worst}</h2>
${scrolled(
  w.worst,
  html`<table class="sortable"><thead><tr><th scope="col">${w.name}</th><th scope="col" class="number">${w.points}</th><th scope="col">${w.lacks}</th>${column}</tr></thead>
<tbody>
${rows}</tbody></table>`,
)}${more}`
}

/** The rules that a dataset breaks most, each a link to its explanation on the page. */
function ruleLinks(findings: DatasetSummary['findings']): readonly Html[] {
  const links = findings.slice(0, MOST_RULES).map(({ rule, count }, index) => {
    const times = count > 1 ? ` ×\u00a0${count}` : ''
    return html`${index === 0 ? '' : ', '}<a href="#rule-${rule}">${rule}</a>${times}`
  })
  const rest = findings.length - MOST_RULES
  return rest > 0 ? [...links, html` + ${rest}`] : links
}

function fairTable({ fair }: ScoreReport, lang: Lang): Html {
  const w = pageWords[lang]
  const rows = fair.map(
    ({ id, label, evidence, share }) =>
      html`<tr><th scope="row">${id} ${label[lang]}</th><td>${evidence[lang]}</td><td>${bar(share ?? 0)}</td><td class="number">${share === null ? w.notAssessed : `${Math.round(share * 100)} %`}</td></tr>
`,
  )
  return html`<h2>FAIR</h2>
<p>${fairTitle[lang]}.</p>
${scrolled(
  'FAIR',
  html`<table><thead><tr><th scope="col">${w.principle}</th><th scope="col">${w.evidence}</th><td></td><th scope="col" class="number">${w.share}</th></tr></thead>
<tbody>
${rows}</tbody></table>`,
)}`
}

function rulesList(rules: readonly RuleSummary[], lang: Lang): Html {
  if (rules.length === 0) return empty
  const w = pageWords[lang]
  const entries = rules.map(
    ({ id, severity, count, message, description, seeAlso }) =>
      html`<dt id="rule-${id}"><code>${id}</code>, ${w[severity]} × ${count}</dt>
<dd>${message[lang]}<br>${description[lang]}<br><code>grunddata explain ${id}</code>${seeAlso === undefined ? empty : html` · ${link(seeAlso, html`${w.specification}`)}`}</dd>
`,
  )
  return html`<h2>${w.rules}</h2>
<dl>
${entries}</dl>
`
}

function metricList(lang: Lang): Html {
  const w = pageWords[lang]
  const entries = metrics.map(({ id, label, points }) => {
    const help = metricHelp(id)
    const rules = (help?.rules ?? []).map((rule) => html`<br><code>grunddata explain ${rule}</code>`)
    return html`<dt id="${id}">${label[lang]}, ${points} ${w.pointsWord}</dt>
<dd>${help?.text[lang] ?? ''}${rules}</dd>
`
  })
  return html`<h2>${w.explained}</h2>
<dl>
${entries}</dl>
`
}
