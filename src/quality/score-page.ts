// The score as a page: total, dimensions with bars, publishers, and the datasets with the lowest scores first.
import type { Lang } from '../finding.ts'
import { empty, type Html, html, link } from '../html.ts'
import type { DatasetSummary, DimensionSummary, NamedScore, ScoreReport } from './describe.ts'
import { metrics } from './metrics.ts'
import { bar, page } from './page.ts'
import { number, ratingLabel } from './render.ts'

const MOST_DATASETS = 500

const words = {
  sv: {
    title: 'Metadatakvalitet',
    of: 'poäng av',
    eu: 'Räknat som data.europa.eu gör.',
    se: 'Räknat som Sveriges dataportal gör.',
    mean: 'Poängen är medeltalet över datamängderna.',
    untold: 'poäng är inte bedömda: länkarna har inte prövats.',
    metric: 'Indikator',
    points: 'Poäng',
    share: 'Andel',
    notAssessed: 'inte bedömt',
    notCounted: 'räknas inte',
    publishers: 'Utgivare',
    catalogs: 'Kataloger',
    datasets: 'Datamängder',
    worst: 'Datamängder, lägst poäng först',
    lacks: 'Saknar',
    rating: 'Omdöme',
    more: 'datamängder till visas inte',
    name: 'Namn',
  },
  en: {
    title: 'Metadata quality',
    of: 'points of',
    eu: 'Counted as data.europa.eu does.',
    se: 'Counted as Sveriges dataportal does.',
    mean: 'The points are the mean over the datasets.',
    untold: 'points are not assessed: the links have not been tried.',
    metric: 'Indicator',
    points: 'Points',
    share: 'Share',
    notAssessed: 'not assessed',
    notCounted: 'not counted',
    publishers: 'Publishers',
    catalogs: 'Catalogues',
    datasets: 'Datasets',
    worst: 'Datasets, lowest score first',
    lacks: 'Lacks',
    rating: 'Rating',
    more: 'more datasets are not shown',
    name: 'Name',
  },
} as const

/** One self-contained page. */
export function scorePage(report: ScoreReport, lang: Lang): string {
  const w = words[lang]
  const untold = report.unassessed > 0 ? html`<p>${number(report.unassessed, lang)} ${w.untold}</p>` : empty
  return page(
    lang,
    `${w.title}: ${report.source}`,
    html`<p class="total ${report.rating}">${number(report.points, lang)} ${w.of} ${report.max} (${number(report.percentage, lang)} %), ${ratingLabel(report.rating, lang)}</p>
<p>${w[report.mode]} ${w.mean}</p>
${untold}${dimensionTable(report.dimensions, lang)}
${groupTable(w.catalogs, report.catalogs, lang)}${groupTable(w.publishers, report.publishers, lang)}${datasetTable(report.worst, lang)}`,
  )
}

function dimensionTable(all: readonly DimensionSummary[], lang: Lang): Html {
  const w = words[lang]
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
      return html`<tr><th scope="row">${metric.label[lang]}</th><td>${bar(metric.share ?? 0)}</td><td class="number">${said}</td><td class="number">${points}</td></tr>
`
    })
    return html`<tr class="dimension"><th scope="row">${dimension.label[lang]}</th><td>${bar(share)}</td><td class="number">${Math.round(share * 100)} %</td><td class="number">${number(dimension.points, lang)} / ${dimension.max}</td></tr>
${own}`
  })
  return html`<div class="table"><table><thead><tr><th scope="col">${w.metric}</th><td></td><th scope="col" class="number">${w.share}</th><th scope="col" class="number">${w.points}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>`
}

function groupTable(title: string, groups: readonly NamedScore[], lang: Lang): Html {
  if (groups.length < 2) return empty
  const w = words[lang]
  const rows = groups.map(
    ({ label, iri, points, rating, datasets }) =>
      html`<tr><th scope="row">${link(iri ?? undefined, html`${label[lang]}`)}</th><td class="number">${datasets}</td><td class="number">${number(points, lang)}</td><td class="${rating}">${ratingLabel(rating, lang)}</td></tr>
`,
  )
  return html`<h2>${title}</h2>
<div class="table"><table><thead><tr><th scope="col">${w.name}</th><th scope="col" class="number">${w.datasets}</th><th scope="col" class="number">${w.points}</th><th scope="col">${w.rating}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
`
}

function datasetTable(worst: readonly DatasetSummary[], lang: Lang): Html {
  const w = words[lang]
  const labels = new Map<string, string>(metrics.map(({ id, label }) => [id, label[lang]]))
  const rows = worst.slice(0, MOST_DATASETS).map(
    ({ label, iri, points, rating, missing }) =>
      html`<tr><th scope="row">${link(iri ?? undefined, html`${label[lang]}`)}</th><td class="number ${rating}">${number(points, lang)}</td><td>${missing.map((id) => labels.get(id)).join(', ')}</td></tr>
`,
  )
  const rest = worst.length - MOST_DATASETS
  const more = rest > 0 ? html`<p>${rest} ${w.more}</p>` : empty
  return html`<h2>${w.worst}</h2>
<div class="table"><table><thead><tr><th scope="col">${w.name}</th><th scope="col" class="number">${w.points}</th><th scope="col">${w.lacks}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${more}`
}
