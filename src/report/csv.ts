// CSV for spreadsheets (RFC 4180): one row per finding, safe to open in a program that runs formulas.
import type { Finding } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { fixText } from './fix-text.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { phrases, severityWord } from './words.ts'

/** A table with a heading; begins with a byte order mark so that spreadsheets read å, ä and ö. */
export const csv: Reporter = (reports, options) => {
  const rows = reports.flatMap((report) =>
    shownFindings(report, options).findings.map((finding) => cells(finding, options)),
  )
  return `\ufeff${[heading(options), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function heading({ lang }: ReportOptions): readonly string[] {
  const w = phrases[lang]
  return [
    w.file,
    w.line,
    w.column,
    w.severity,
    w.rule,
    w.finding,
    w.subject,
    w.subjectIri,
    w.property,
  ].concat(w.value, w.hint, w.fix, w.readMore)
}

function cells(finding: Finding, { lang }: ReportOptions): readonly string[] {
  return [
    finding.location.file,
    String(finding.location.line),
    String(finding.location.column),
    severityWord(finding.severity, lang),
    finding.rule,
    finding.message[lang],
    finding.focus.label[lang],
    finding.focus.iri ?? '',
    finding.path?.iri ?? '',
    finding.value ?? '',
    finding.hint?.[lang] ?? '',
    fixText(finding, lang),
    finding.seeAlso ?? '',
  ]
}

/** Quoted where RFC 4180 wants it; an apostrophe before what a spreadsheet would take for a formula. */
function cell(text: string): string {
  const safe = /^[\t\r\n ]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
