// GitHub workflow commands: findings become annotations on the changed lines of a pull request.
import type { Finding, Severity } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { placeText } from './place.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { countsLine, verdictSentence } from './words.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/** One `::error file=…` line per finding and a plain line per source. */
export const github: Reporter = (reports, options) =>
  reports
    .map((report) => {
      const rows = shownFindings(report, options).findings.map((finding) => command(finding, options))
      const counts = report.failure ? '' : ` (${countsLine(report, options.lang)})`
      const last = verdictSentence(report, options.lang) + counts
      return [...rows, plain(last)].map((row) => `${row}\n`).join('')
    })
    .join('')

function command(finding: Finding, { lang }: ReportOptions): string {
  const { file, line, column, endLine, endColumn } = finding.location
  const properties = [
    ['file', file],
    ['line', line],
    ['col', column],
    ['endLine', endLine],
    ['endColumn', endLine === undefined || endLine === line ? endColumn : undefined],
    ['title', finding.rule],
  ]
  const list = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
  const cell = finding.location.cell === undefined ? undefined : placeText(finding.location, lang)
  const message = [finding.message[lang], finding.hint?.[lang], cell].filter(Boolean).join('\n')
  return `::${commands[finding.severity]} ${list.join(',')}::${data(message)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** A source named like a command must not become one. */
function plain(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/^(\s*)::/, '$1: :')
}
