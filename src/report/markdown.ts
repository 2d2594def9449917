// Markdown (GitHub flavour) for issues, merge requests and mail.
import type { Finding, Lang, Location, Report } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { fixText } from './fix-text.ts'
import { groupFindings } from './group.ts'
import { placeInFile, placeText } from './place.ts'
import { reachOf } from './reach.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { contentsLine, counted, countsLine, number, phrases, severityWord, verdictSentence } from './words.ts'

/** A heading, the counts and a table per source. */
export const markdown: Reporter = (reports, options) => {
  const title = `# ${phrases[options.lang].reportTitle}`
  return `${[title, ...reports.map((report) => section(report, options))].join('\n\n')}\n`
}

function section(report: Report, options: ReportOptions): string {
  const { lang } = options
  const facts = report.failure ? [] : [countsLine(report, lang), contentsLine(report, lang)]
  const isGrouped = options.group && !report.failure
  const hasTable = report.findings.length > 0 || report.failure
  return [
    `## ${escaped(report.source)}`,
    [`**${escaped(verdictSentence(report, lang))}**`, ...facts].join(' · '),
    ...(hasTable ? [isGrouped ? groupTable(report, options) : table(report, options)] : []),
    ...notAssessed(report, options),
  ].join('\n\n')
}

function table(report: Report, options: ReportOptions): string {
  const { lang } = options
  const w = phrases[lang]
  const { findings, omitted } = shownFindings(report, options)
  const rows = findings.map((finding) => [
    placeIn(finding.location, report, lang),
    severityWord(finding.severity, lang),
    [finding.message[lang], fixText(finding, lang), finding.hint?.[lang] ?? '']
      .filter(Boolean)
      .map(escaped)
      .join('<br>'),
    ruleCell(finding),
  ])
  const more = omitted > 0 ? `\n\n${w.more(counted('finding', omitted, lang))}` : ''
  return toTable([w.place, w.severity, w.finding, w.rule], rows) + more
}

/** The place within the report's source; elsewhere with its file. */
function placeIn(location: Location, report: Report, lang: Lang): string {
  return location.file === report.source && location.sheet === undefined
    ? placeInFile(location, lang)
    : escaped(placeText(location, lang))
}

function groupTable(report: Report, { lang }: ReportOptions): string {
  const w = phrases[lang]
  const rows = groupFindings(report).map((group) => [
    number(group.count, lang),
    severityWord(group.severity, lang),
    [group.examples[0].message[lang], group.count > 1 ? reachOf(group, lang) : '']
      .filter(Boolean)
      .map(escaped)
      .join('<br>'),
    group.examples.map(({ location }) => placeIn(location, report, lang)).join(', '),
    ruleCell(group.examples[0]),
  ])
  return toTable([w.count, w.severity, w.finding, w.example, w.rule], rows)
}

function ruleCell(finding: Finding): string {
  const name = `\`${finding.rule}\``
  return finding.seeAlso === undefined
    ? name
    : `[${name}](<${finding.seeAlso.replace(/[<>\s|]/g, encodeURIComponent)}>)`
}

function notAssessed(report: Report, { lang }: ReportOptions): readonly string[] {
  if (report.notAssessed.length === 0) return []
  const rows = report.notAssessed.map(
    (entry) => `- \`${entry.rule}\` (${number(entry.count, lang)}): ${escaped(entry.reason[lang])}`,
  )
  return [`### ${phrases[lang].notAssessedTitle}`, rows.join('\n')]
}

function toTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** Text that means nothing to Markdown or HTML, on one line. */
function escaped(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/[\u0000-\u001f\u007f]/g, '\ufffd')
    .replace(/[\\`*_[\]<>#|~!&@]/g, '\\$&')
}
