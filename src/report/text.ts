// The default format: findings in file order with code frames, for a terminal of any width.
import type { Finding, Report } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { visible } from './columns.ts'
import { groupFindings } from './group.ts'
import { paint } from './paint.ts'
import { fileText } from './place.ts'
import { findingEntry, type Layout, place } from './text-entry.ts'
import { groupEntry } from './text-group.ts'
import { footer, totalLine } from './text-summary.ts'
import type { Reporter, ReportOptions } from './types.ts'

/** Findings with code frames, then a summary per source. */
export const text: Reporter = (reports, options) => {
  const blocks = reports.map((report) => reportBlock(report, options))
  if (reports.length > 1) blocks.push(totalLine(reports, options))
  return `${blocks.join('\n\n')}\n`
}

function reportBlock(report: Report, options: ReportOptions): string {
  const { findings, omitted } = shownFindings(report, options)
  const layout = layoutFor(findings, options)
  if (report.failure || findings.length === 0) return footer(report, layout, omitted)
  const entries = options.group
    ? groupFindings(report).map((group) => groupEntry(group, layout))
    : findings.map((finding, i) => {
        const entry = findingEntry(finding, layout, !isSamePlace(finding, findings[i - 1]))
        const heading = fileHeading(finding, findings[i - 1], { report, layout })
        return heading === undefined ? entry : `${heading}\n\n${entry}`
      })
  const title = layout.paint.title(visible(report.source))
  return [title, '', entries.join('\n\n'), '', footer(report, layout, options.group ? 0 : omitted)].join('\n')
}

/** The file a finding is in, where a report is about more than one or about a workbook, and it is not that of the last. */
function fileHeading(
  { location }: Finding,
  before: Finding | undefined,
  { report, layout }: { readonly report: Report; readonly layout: Layout },
): string | undefined {
  const file = fileText(location, layout.lang)
  const last = before ? fileText(before.location, layout.lang) : report.source
  return file === last ? undefined : layout.paint.title(visible(file))
}

function layoutFor(findings: readonly Finding[], options: ReportOptions): Layout {
  return {
    lang: options.lang,
    width: Math.max(options.width ?? 80, 40),
    paint: paint(options.color === true),
    placeWidth: findings.reduce(
      (widest, finding) => Math.max(widest, place(finding, options.lang).length),
      5,
    ),
    options,
  }
}

/** Several findings about one thing show its line once. */
function isSamePlace(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.location.file === b.location.file &&
    a.location.line === b.location.line &&
    a.location.column === b.location.column &&
    a.location.endColumn === b.location.endColumn
  )
}
