// The short format: one block per source with counts and the rules that were broken most.
import type { Report } from '../finding.ts'
import { visible } from './columns.ts'
import { groupFindings } from './group.ts'
import { paint } from './paint.ts'
import { factsLine, totalLine } from './text-summary.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { countsLine, number, phrases, profileTitle, severityWord } from './words.ts'

/** How many rules are named for each source. */
const RULES_SHOWN = 10

/** Verdict, counts and the most broken rules of each source. */
export const summary: Reporter = (reports, options) => {
  const blocks = reports.map((report) => block(report, options))
  if (reports.length > 1) blocks.push(totalLine(reports, options))
  return `${blocks.join('\n\n')}\n`
}

function block(report: Report, options: ReportOptions): string {
  if (report.failure) return failureText(report, options)
  const { lang } = options
  const words = phrases[lang]
  const colors = paint(options.color === true)
  const verdict = (report.conforms ? words.conforms : words.fails)(
    visible(report.source),
    profileTitle(report.profile),
  )
  const sign = report.conforms ? colors.good('✓') : colors.severity.error('✗')
  const rules = ruleRows(report, options)
  return [
    `${sign} ${verdict}`,
    `  ${countsLine(report, lang)}`,
    `  ${factsLine(report, options, { withProfile: false })}`,
    ...rules,
  ].join('\n')
}

function failureText({ source, failure }: Report, options: ReportOptions): string {
  const sign = paint(options.color === true).severity.error('✗')
  return `${sign} ${visible(source)}: ${visible(failure?.message[options.lang] ?? '')}`
}

function ruleRows(report: Report, options: ReportOptions): readonly string[] {
  const colors = paint(options.color === true)
  const rules = new Map<string, { severity: Report['findings'][number]['severity']; count: number }>()
  for (const group of groupFindings(report)) {
    const known = rules.get(group.rule)
    rules.set(group.rule, { severity: group.severity, count: (known?.count ?? 0) + group.count })
  }
  return [...rules].slice(0, RULES_SHOWN).map(([rule, { severity, count }]) => {
    const word = severityWord(severity, options.lang).padEnd(7)
    return `  ${number(count, options.lang).padStart(6)} × ${colors.severity[severity](word)} ${rule}`
  })
}
