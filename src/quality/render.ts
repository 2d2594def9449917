// Scores for people and spreadsheets: text with bars for a terminal, CSV per dataset, Markdown for mail, a badge.
import type { Lang, Text } from '../finding.ts'
import type { HistoryPoint } from './charts.ts'
import type { DatasetSummary, DimensionSummary, NamedScore, ScoreReport } from './describe.ts'
import type { ListGap } from './list-gaps.ts'
import { metrics, type RatingId, ratings } from './metrics.ts'
import { cut, wrapped } from './wrap.ts'

export interface RenderOptions {
  readonly lang: Lang
  /** Columns of the terminal. */
  readonly width?: number
  /** Earlier scores and today's, the oldest first. */
  readonly history?: readonly HistoryPoint[]
  /** Adds the view by the FAIR principles. */
  readonly fair?: boolean
  /** Paints a rating; default: no colour. */
  readonly paint?: (rating: RatingId, text: string) => string
}

/** Phrases of the text and of the mail. */
export const scoreWords = {
  se: { sv: 'Sveriges dataportals läsning', en: 'as Sveriges dataportal reads it' },
  eu: { sv: 'data.europa.eu:s läsning', en: 'as data.europa.eu reads it' },
  mean: { sv: 'poäng per datamängd i medeltal', en: 'points per dataset on average' },
  unassessed: {
    sv: 'poäng är inte bedömda: --links prövar länkarna',
    en: 'points are not assessed: --links tries the links',
  },
  notAssessed: { sv: 'inte bedömt', en: 'not assessed' },
  notCounted: { sv: 'räknas inte', en: 'not counted' },
  worst: { sv: 'Lägst poäng', en: 'Lowest scores' },
  catalogs: { sv: 'Kataloger', en: 'Catalogues' },
  publishers: { sv: 'Utgivare', en: 'Publishers' },
  missing: { sv: 'vinner inte', en: 'does not win' },
  stars: { sv: 'öppna data (den femte kan inte bedömas)', en: 'open data (the fifth cannot be assessed)' },
} as const satisfies Record<string, Text>

/** The word for a rating. */
export function ratingLabel(id: RatingId, lang: Lang): string {
  return ratings.find((rating) => rating.id === id)?.label[lang] ?? id
}

/** The report for a terminal. */
export function scoreText(report: ScoreReport, options: RenderOptions): string {
  const { lang, width = 80, paint = (_, text) => text } = options
  const tell = (sentence: string) => lines.push(...wrapped(sentence, width, 0))
  const lines: string[] = []
  const word = ratingLabel(report.rating, lang)
  // The figures stay together, whatever the width.
  const figures = `${number(report.points, lang)} / ${report.max} (${number(report.percentage, lang)} %), ${word}`
  tell(`${report.source}: ${figures.replaceAll(' ', NO_BREAK)}`)
  lines.push(lines.pop()!.replaceAll(NO_BREAK, ' '))
  // Painted last: colour takes no columns.
  const last = lines[lines.length - 1]
  if (last.endsWith(word))
    lines[lines.length - 1] = last.slice(0, last.length - word.length) + paint(report.rating, word)
  tell(`${scoreWords[report.mode][lang]}; ${scoreWords.mean[lang]}, ${datasetCount(report.datasets, lang)}`)
  if (report.unassessed > 0) tell(`${number(report.unassessed, lang)} ${scoreWords.unassessed[lang]}`)
  for (const gap of report.listGaps) tell(listGapText(gap, lang))
  if (report.stars !== null) tell(`${number(report.stars, lang)} ★ ${scoreWords.stars[lang]}`)
  for (const dimension of report.dimensions) lines.push('', ...dimensionLines(dimension, lang, width))
  lines.push(...groupLines(scoreWords.catalogs[lang], report.catalogs, options))
  lines.push(...groupLines(scoreWords.publishers[lang], report.publishers, options))
  lines.push(...worstLines(report, options))
  // A command is never broken over lines: it is there to be copied.
  for (const { why, command } of nextStepOf(report, lang)) lines.push('', `${why}:`, `  ${command}`)
  if (options.history) lines.push(...historyLines(options.history, lang))
  if (options.fair) lines.push(...fairLines(report, lang, width))
  return `${lines.join('\n')}\n`
}

/** “1 datamängd”, “5 datasets”. */
export function datasetCount(count: number, lang: Lang): string {
  const word = count === 1 ? { sv: 'datamängd', en: 'dataset' } : { sv: 'datamängder', en: 'datasets' }
  return `${count} ${word[lang]}`
}

const NO_BREAK = '\u00a0'
const LABEL = 26
const BAR = 24

function dimensionLines(
  { label, points, max, metrics: own }: DimensionSummary,
  lang: Lang,
  width: number,
): string[] {
  const head =
    `${label[lang].padEnd(LABEL)} ${bar(max === 0 ? 0 : points / max, width)} ${outOf(points, max, lang)}`.trimEnd()
  return [
    head,
    ...own.map((metric) => {
      const name = `  ${metric.label[lang]}`.padEnd(LABEL)
      if (metric.max === 0) return `${name} ${scoreWords.notCounted[lang]}`
      if (metric.share === null) return `${name} ${scoreWords.notAssessed[lang]} (0 / ${metric.max})`
      const share = `${Math.round(metric.share * 100)} %`.padStart(5)
      return `${name} ${bar(metric.share, width)} ${outOf(metric.points ?? 0, metric.max, lang)} ${share}`
    }),
  ]
}

/** Points and their most, in columns. */
function outOf(points: number, max: number, lang: Lang): string {
  return `${number(points, lang).padStart(5)} / ${String(max).padEnd(3)}`
}

function bar(share: number, width: number): string {
  const size = Math.max(8, Math.min(BAR, width - LABEL - 24))
  const full = Math.round(share * size)
  return '█'.repeat(full) + '░'.repeat(size - full)
}

function groupLines(
  title: string,
  groups: readonly NamedScore[],
  { lang, width = 80, paint }: RenderOptions,
): string[] {
  if (groups.length < 2) return []
  const rows = groups.slice(0, 20).map(({ label, points, rating, datasets }) => {
    const words = ratingLabel(rating, lang)
    const before = `${number(points, lang).padStart(6)}  `
    const after = `${' '.repeat(Math.max(0, 12 - words.length))} ${datasets}  `
    const room = width - before.length - words.length - after.length
    return `${before}${paint ? paint(rating, words) : words}${after}${cut(label[lang], room)}`
  })
  return ['', title, ...rows]
}

function worstLines({ worst }: ScoreReport, { lang, width = 80 }: RenderOptions): string[] {
  if (worst.length === 0) return []
  const labels = new Map<string, string>(metrics.map(({ id, label }) => [id, lowerFirst(label[lang])]))
  const rows = worst.slice(0, 5).flatMap(({ label, points, missing }) => {
    const line = `${number(points, lang).padStart(6)}  ${cut(label[lang], width - 8)}`
    if (missing.length === 0) return [line]
    return [
      line,
      ...wrapped(`${scoreWords.missing[lang]} ${missing.map((id) => labels.get(id)).join(', ')}`, width, 8),
    ]
  })
  return ['', scoreWords.worst[lang], ...rows]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** A number as the language writes it, at most one decimal. */
export function number(value: number, lang: Lang): string {
  const text = String(Math.round(value * 10) / 10)
  return lang === 'sv' ? text.replace('.', ',') : text
}

/** That a format costs points because the lists lack it. */
export function listGapText({ format, datasets, points }: ListGap, lang: Lang): string {
  return lang === 'sv'
    ? `${format} saknas i bedömningens listor: ${datasets} ${datasets === 1 ? 'datamängd' : 'datamängder'} mister upp till ${points} poäng för listornas lucka, inte för ett eget fel.`
    : `The lists of the assessment lack ${format}: ${datasets} ${datasets === 1 ? 'dataset loses' : 'datasets lose'} up to ${points} points by that gap, not by a fault of their own.`
}

/** The command that tells the cheapest way to the next rating; none for the best, or where the mode cannot reach it. */
export function nextStepOf(
  { points, source, mode, reachable, datasets }: ScoreReport,
  lang: Lang,
): readonly { readonly why: string; readonly command: string }[] {
  const next = [...ratings].reverse().find(({ from }) => from > Math.round(points))
  if (!next || datasets === 0 || next.from > reachable) return []
  const why =
    lang === 'sv' ? `Billigaste vägen till ”${next.label.sv}”` : `The cheapest way to “${next.label.en}”`
  return [{ why, command: `grunddata score ${source} --as ${mode} --plan ${next.from}` }]
}

/** Days told. */
const MOST_DAYS = 8

function historyLines(history: readonly HistoryPoint[], lang: Lang): string[] {
  if (history.length < 2) return []
  const shown = history.slice(-MOST_DAYS)
  return [
    '',
    lang === 'sv' ? 'Poäng över tid' : 'Points over time',
    ...shown.map(({ at, points }, index) => {
      const before = shown[index - 1]
      const change = before === undefined ? 0 : Math.round((points - before.points) * 10) / 10
      const said = change === 0 ? '' : ` ${change > 0 ? '+' : '−'}${number(Math.abs(change), lang)}`
      return `  ${at.slice(0, 10)} ${number(points, lang).padStart(6)}${said}`
    }),
  ]
}

export const fairTitle: Text = {
  sv: 'FAIR, så långt metadata visar det (vår egen vy, ingår inte i poängen)',
  en: 'FAIR, as far as metadata shows it (a view of our own, not part of the points)',
}

function fairLines({ fair }: ScoreReport, lang: Lang, width: number): string[] {
  return [
    '',
    ...wrapped(fairTitle[lang], width, 0),
    ...fair.map(({ id, label, share }) => {
      const name = `  ${id.padEnd(6)} ${label[lang]}`.padEnd(44)
      return share === null
        ? `${name} ${scoreWords.notAssessed[lang]}`
        : `${name} ${bar(share, width - 20)} ${`${Math.round(share * 100)} %`.padStart(5)}`
    }),
  ]
}

/** One row per dataset: 1 for a metric it wins, 0 for one it does not, empty when not assessed. */
export function scoreCsv({ worst }: ScoreReport, lang: Lang): string {
  const head = ['iri', 'title', 'points', 'percentage', 'rating', ...metrics.map(({ id }) => id)]
  const mark = (id: string, { missing, notAssessed }: DatasetSummary) =>
    missing.includes(id) ? '0' : notAssessed.includes(id) ? '' : '1'
  const rows = worst.map((each) => [
    each.iri ?? '',
    each.label[lang],
    String(each.points),
    String(each.percentage),
    each.rating,
    ...metrics.map(({ id }) => mark(id, each)),
  ])
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string): string {
  const guarded = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
