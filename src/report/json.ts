// JSON for programs: the contract of docs/report.schema.json, whole or as one finding per line.
import type { Finding, Report } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { groupFindings } from './group.ts'
import type { Reporter, ReportOptions } from './types.ts'

/** Version of the contract; its first number changes when a reader could break. */
export const contractVersion = '1.0'

/** One object with all reports. Both languages are always there; time is left out so that equal runs give equal text. */
export const json: Reporter = (reports, options) => {
  const value = { version: contractVersion, reports: reports.map((report) => toJson(report, options)) }
  return `${JSON.stringify(value, null, 2)}\n`
}

function toJson(report: Report, options: ReportOptions): object {
  const { findings, omitted } = report.failure ? nothing : shownFindings(report, options)
  return {
    source: report.source,
    profile: report.profile,
    conforms: report.conforms,
    counts: { error: report.counts.error, warning: report.counts.warning, info: report.counts.info },
    contents: report.contents,
    findings: findings.map(ordered),
    ...(omitted > 0 && { omitted }),
    ...(options.group && { groups: groupFindings(report).map(withoutCopies) }),
    notAssessed: report.notAssessed,
    ...(report.suppressed && { suppressed: report.suppressed }),
    ...(report.failure && { failure: report.failure }),
  }
}

const nothing = { findings: [], omitted: 0 }

/** The keys in one order, whatever order the finding was built in. */
function ordered(finding: Finding): Finding {
  const { rule, severity, message, focus, path, value, location, hint, fix, seeAlso } = finding
  return {
    rule,
    severity,
    message,
    focus,
    ...(path && { path }),
    ...(value !== undefined && { value }),
    location,
    ...(hint && { hint }),
    ...(fix && { fix }),
    ...(seeAlso !== undefined && { seeAlso }),
  }
}

function withoutCopies(group: ReturnType<typeof groupFindings>[number]): object {
  return {
    ...group,
    examples: group.examples.map(({ focus, value, location }) => ({ focus, value, location })),
  }
}

/** One line per finding, with its source and profile: for streams and for grep. */
export const jsonl: Reporter = (reports, options) =>
  reports
    .flatMap((report) =>
      lines(report, options).map(
        (line) => `${JSON.stringify({ source: report.source, profile: report.profile, ...line })}\n`,
      ),
    )
    .join('')

function lines(report: Report, options: ReportOptions): readonly object[] {
  return report.failure ? [{ failure: report.failure }] : shownFindings(report, options).findings.map(ordered)
}
