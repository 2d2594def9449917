// One self-contained, accessible page: no external resources, no script; the severity filter is CSS.
import type { Report, Severity } from '../finding.ts'
import { severities } from '../finding.ts'
import { empty, type Html, html } from '../html.ts'
import { style } from './html-style.ts'
import { findingsTable, groupsTable } from './html-table.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { contentsLine, counted, countsLine, number, phrases, verdictSentence } from './words.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A page in the chosen language with a table per source. */
export const htmlPage: Reporter = (reports, options) => {
  const { lang } = options
  const words = phrases[lang]
  const filters = severities.map((severity) => filter(severity, reports, options))
  const page = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="grunddata">
<title>${words.reportTitle}: ${reports.map((report) => report.source).join(', ')}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#findings">${words.skipToFindings}</a>
<main>
<h1>${words.reportTitle}</h1>
${filters}<div class="reports" id="findings">
${reports.map((report, index) => section(report, index, options))}</div>
</main>
</body>
</html>
`
  return `<!doctype html>\n${page.html}`
}

function filter(severity: Severity, reports: readonly Report[], { lang }: ReportOptions): Html {
  const count = reports.reduce((sum, report) => sum + report.counts[severity], 0)
  if (count === 0) return empty
  return html`<input class="filter" type="checkbox" id="show-${severity}" checked><label class="${severity}" for="show-${severity}">${phrases[lang].show} ${counted(severity, count, lang)}</label>
`
}

function section(report: Report, index: number, options: ReportOptions): Html {
  const { lang } = options
  const table =
    options.group && !report.failure ? groupsTable(report, options) : findingsTable(report, options)
  return html`<section aria-labelledby="source-${index}">
<h2 id="source-${index}">${report.source}</h2>
<p class="verdict ${report.conforms ? 'good' : 'bad'}">${verdictSentence(report, lang)}</p>
${
  report.failure
    ? empty
    : html`<p>${countsLine(report, lang)}<br>${contentsLine(report, lang)}</p>
`
}${report.findings.length > 0 || report.failure ? table : empty}${notAssessed(report, options)}</section>
`
}

function notAssessed(report: Report, { lang }: ReportOptions): Html {
  if (report.notAssessed.length === 0) return empty
  const rows = report.notAssessed.map(
    (entry) => html`<li><code>${entry.rule}</code> (${number(entry.count, lang)}): ${entry.reason[lang]}</li>
`,
  )
  return html`<h3>${phrases[lang].notAssessedTitle}</h3>
<ul>
${rows}</ul>
`
}
