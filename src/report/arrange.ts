// The order findings are shown in, and how many of them.
import type { Finding, Report } from '../finding.ts'
import type { ReportOptions } from './types.ts'

/** Findings by file, line, column, then rule: the order in which somebody corrects a file. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(comparePlace)
}

function comparePlace(a: Finding, b: Finding): number {
  return (
    compareText(a.location.file, b.location.file) ||
    compareText(a.location.sheet ?? '', b.location.sheet ?? '') ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.value ?? '', b.value ?? '')
  )
}

/** Order by code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** In lists of findings a source that could not be read is one line among the others, so that nobody misses it. */
function failureFinding(report: Report, failure: NonNullable<Report['failure']>): Finding {
  return {
    rule: failure.code,
    severity: 'error',
    message: failure.message,
    focus: { label: { sv: report.source, en: report.source } },
    location: { file: report.source, line: 1, column: 1 },
    ...(failure.hint && { hint: failure.hint }),
  }
}

/** The findings a reporter shows, in order, and how many it leaves out. */
export function shownFindings(
  report: Report,
  options: ReportOptions,
): { readonly findings: readonly Finding[]; readonly omitted: number } {
  const sorted = report.failure ? [failureFinding(report, report.failure)] : inFileOrder(report.findings)
  const limit = options.maxFindings ?? Number.POSITIVE_INFINITY
  return { findings: sorted.slice(0, limit), omitted: Math.max(0, sorted.length - limit) }
}
