// The last lines of the text format: what was left unchecked, counts, contents, time.
import type { Report } from '../finding.ts'
import { inFileOrder } from './arrange.ts'
import { visible, wrap } from './columns.ts'
import { paint } from './paint.ts'
import type { Layout } from './text-entry.ts'
import type { ReportOptions } from './types.ts'
import { contentsLine, counted, countsLine, number, phrases, profileTitle, seconds } from './words.ts'

/** What stands under the findings of a report; the whole text when there are none. */
export function footer(report: Report, layout: Layout, omitted: number): string {
  const { lang } = layout
  if (report.failure) return failureRows(report, layout).join('\n')
  const words = phrases[lang]
  const rows: string[] = []
  if (omitted > 0) rows.push(`  ${words.more(counted('finding', omitted, lang))}`, '')
  for (const entry of byReason(report.notAssessed)) rows.push(...notAssessedRows(entry, layout))
  if (report.notAssessed.length > 0) rows.push('')
  if (report.findings.length === 0) return [...cleanRows(report, layout), ...rows].join('\n').trimEnd()
  rows.push(...coloredCounts(report, layout), ...wrapParts(factsLine(report, layout.options), layout.width))
  const worst = inFileOrder(report.findings).reduce((a, b) =>
    weight[b.severity] > weight[a.severity] ? b : a,
  )
  if (report.profileReason) rows.push(...wrapGlued(words.chosen(report.profileReason[lang]), layout.width))
  if (report.findings.length > MANY && !layout.options.group)
    rows.push(...wrapGlued(words.tryGroup, layout.width))
  const command = glued(`grunddata explain ${worst.rule}`)
  rows.push(...wrapGlued(words.explain(command), layout.width).map(layout.paint.quiet))
  return rows.join('\n')
}

/** From here on a list is easier to read by cause. */
const MANY = 50

const weight = { error: 2, warning: 1, info: 0 }

/** Rows of at most `width` columns, broken between parts rather than inside one. */
function wrapParts(line: string, width: number): readonly string[] {
  return wrapGlued(line.split(' · ').map(glued).join(' · '), width)
}

/** Words that stay together when a row is wrapped. */
function glued(words: string): string {
  return words.replaceAll(' ', '\u2007')
}

function wrapGlued(line: string, width: number): readonly string[] {
  return wrap(line, width - 2).map((row) => `  ${row.replaceAll('\u2007', ' ')}`)
}

function failureRows({ source, failure }: Report, layout: Layout): readonly string[] {
  const texts = [failure?.message[layout.lang] ?? '', failure?.hint?.[layout.lang] ?? '']
  const [first, ...rest] = texts.filter(Boolean).flatMap((text) => wrap(visible(text), layout.width - 4))
  return [layout.paint.severity.error(`✗ ${visible(source)}`), ...[first, ...rest].map((row) => `  ${row}`)]
}

function cleanRows(report: Report, layout: Layout): readonly string[] {
  const { lang } = layout
  const sentence = phrases[lang].conformsWarmly(
    visible(report.source),
    profileTitle(report.profile),
    contentsLine(report, lang),
  )
  const time = report.elapsedMs === undefined ? '' : ` (${seconds(report.elapsedMs, lang)})`
  const [first, ...rest] = wrap(`✓ ${sentence}${time}`, layout.width - 2)
  return [first, ...rest.map((row) => `  ${row}`)].map(layout.paint.good)
}

/** Entries with one reason as one: a reader wants to know what is missing, then what it touches. */
function byReason(entries: Report['notAssessed']): Report['notAssessed'] {
  const merged = new Map<string, Report['notAssessed'][number]>()
  for (const entry of entries) {
    const known = merged.get(entry.reason.en)
    const rule = known ? `${known.rule}, ${entry.rule}` : entry.rule
    merged.set(entry.reason.en, { ...entry, rule, count: (known?.count ?? 0) + entry.count })
  }
  return [...merged.values()]
}

function notAssessedRows(entry: Report['notAssessed'][number], layout: Layout): readonly string[] {
  const words = phrases[layout.lang]
  const lead = `${words.notAssessed(number(entry.count, layout.lang))}: `
  const [first, ...rest] = wrap(
    `${lead}${visible(entry.reason[layout.lang])} (${entry.rule})`,
    layout.width - 4,
  )
  return [`  ${first}`, ...rest.map((row) => `    ${row}`)].map(layout.paint.quiet)
}

function coloredCounts(report: Report, layout: Layout): readonly string[] {
  const worst = (['error', 'warning', 'info'] as const).find((severity) => report.counts[severity] > 0)
  const rows = wrapParts(countsLine(report, layout.lang), layout.width)
  return worst === undefined ? rows : rows.map(layout.paint.severity[worst])
}

/** `Följer DCAT-AP-SE 3.0.1 · 12 datamängder, 19 distributioner · 0,4 s` */
export function factsLine(report: Report, options: ReportOptions, { withProfile = true } = {}): string {
  const parts = [contentsLine(report, options.lang)]
  if (withProfile)
    parts.unshift(
      phrases[options.lang].verdict[report.conforms ? 'conforms' : 'fails'](profileTitle(report.profile)),
    )
  if (report.elapsedMs !== undefined) parts.push(seconds(report.elapsedMs, options.lang))
  return parts.join(' · ')
}

/** One line for all sources together. */
export function totalLine(reports: readonly Report[], options: ReportOptions): string {
  const { lang } = options
  const sum = (severity: 'error' | 'warning' | 'info') =>
    reports.reduce((total, report) => total + report.counts[severity], 0)
  const all = {
    counts: { error: sum('error'), warning: sum('warning'), info: sum('info') },
    notAssessed: reports.flatMap((report) => report.notAssessed),
  }
  const failed = reports.filter((report) => report.failure).length
  const unread = failed > 0 ? ` · ${phrases[lang].unreadable(counted('source', failed, lang))}` : ''
  const words = `${phrases[lang].total}: ${counted('source', reports.length, lang)}${unread} · ${countsLine(all, lang)}`
  const rows = wrapParts(words, Math.max(options.width ?? 80, 40) + 2)
  return rows.map((row) => paint(options.color === true).title(row.trim())).join('\n')
}
