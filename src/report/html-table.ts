// The tables of the HTML report: a row per finding, or per group of findings.
import type { Finding, Lang, Report } from '../finding.ts'
import { empty, type Html, html, link } from '../html.ts'
import { shownFindings } from './arrange.ts'
import { codeFrame } from './code-frame.ts'
import { fixText } from './fix-text.ts'
import { groupFindings } from './group.ts'
import { fileUri, placeInFile, placeText } from './place.ts'
import { reachOf } from './reach.ts'
import type { ReportOptions } from './types.ts'
import { counted, countsLine, number, phrases, severityWord } from './words.ts'

/** One row per finding, in file order. */
export function findingsTable(report: Report, options: ReportOptions): Html {
  const { lang } = options
  const { findings, omitted } = shownFindings(report, options)
  const rows = findings.map((finding) =>
    row(finding, placeLink(finding, options.lang, report.source), empty, options),
  )
  const more = omitted > 0 ? html`<p>${phrases[lang].more(counted('finding', omitted, lang))}</p>` : empty
  return html`${table(report, phrases[lang].place, rows, options)}${more}`
}

/** One row per group: the first finding, its count, and places of the examples. */
export function groupsTable(report: Report, options: ReportOptions): Html {
  const { lang } = options
  const rows = groupFindings(report).map((group) => {
    const [first] = group.examples
    if (group.count === 1) return row(first, placeLink(first, options.lang, report.source), empty, options)
    const examples = group.examples.map(
      (finding) =>
        html`<li>${placeLink(finding, options.lang, report.source)} ${finding.focus.label[lang]}</li>`,
    )
    const note = html`<p>${reachOf(group, lang)} ${phrases[lang].example}:</p><ul>${examples}</ul>`
    return row(first, html`${number(group.count, lang)} ×`, note, options)
  })
  return table(report, phrases[lang].place, rows, options)
}

function table(report: Report, place: string, rows: readonly Html[], { lang }: ReportOptions): Html {
  const w = phrases[lang]
  return html`<div class="table" role="region" aria-label="${w.finding}: ${report.source}" tabindex="0"><table>
<caption>${report.failure ? report.failure.message[lang] : countsLine(report, lang)}</caption>
<thead><tr><th scope="col">${place}</th><th scope="col">${w.severity}</th><th scope="col">${w.finding}</th><th scope="col">${w.rule}</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>
`
}

function row(finding: Finding, place: Html, note: Html, options: ReportOptions): Html {
  const { lang } = options
  const fix = fixText(finding, lang)
  return html`<tr class="${finding.severity}"><td class="place">${place}</td><td class="severity">${severityWord(finding.severity, lang)}</td><td><p>${finding.message[lang]}</p>${excerpt(finding, options)}${fix === '' ? empty : html`<p>${fix}</p>`}${finding.hint ? html`<p>${finding.hint[lang]}</p>` : empty}${note}</td><td>${link(finding.seeAlso, html`<code>${finding.rule}</code>`)}</td></tr>
`
}

function placeLink({ location }: Finding, lang: Lang, source: string): Html {
  if (location.cell !== undefined) return link(fileUri(location.file), html`${placeText(location, lang)}`)
  const isElsewhere = location.file !== source
  const place = isElsewhere ? placeText(location, lang) : placeInFile(location, lang)
  return link(`${fileUri(location.file)}#L${location.line}`, html`${place}`)
}

/** Columns of a source line that the page shows around the part at fault. */
const EXCERPT_WIDTH = 120

function excerpt(finding: Finding, { lineOf }: ReportOptions): Html {
  const line = lineOf?.(finding.location.file, finding.location.line)
  const frame = line === undefined ? undefined : codeFrame(line, finding.location, EXCERPT_WIDTH)
  if (!frame) return empty
  return html`<pre><code>${frame.before}<mark>${frame.marked}</mark>${frame.after}</code></pre>`
}
