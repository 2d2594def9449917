// JUnit XML for CI systems that show tests: a source is a suite, a finding a test case.
import type { Finding, Report } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { placeInFile, placeText } from './place.ts'
import type { Reporter, ReportOptions } from './types.ts'
import { countsLine, notAssessedCount, phrases, profileTitle, severityWord } from './words.ts'

/** Errors are failures; warnings and advice pass with their text as output; what was not assessed is skipped. */
export const junit: Reporter = (reports, options) => {
  const failures = reports.reduce((sum, report) => sum + report.counts.error, 0)
  const suites = reports.map((report) => suite(report, options)).join('')
  const errors = reports.filter((report) => report.failure).length
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="grunddata" failures="${failures}" errors="${errors}">\n${suites}</testsuites>\n`
}

function suite(report: Report, options: ReportOptions): string {
  const { findings } = shownFindings(report, options)
  const cases = findings.map((finding) => findingCase(finding, report.failure ? 'error' : 'failure', options))
  if (cases.length === 0) cases.push(passedCase(report, options))
  for (const entry of report.notAssessed)
    cases.push(
      `    <testcase classname="${xml(entry.rule)}" name="${xml(entry.rule)}">\n` +
        `      <skipped message="${xml(entry.reason[options.lang])}"/>\n    </testcase>\n`,
    )
  const failures = report.failure ? 0 : findings.filter((finding) => finding.severity === 'error').length
  const attributes = `name="${xml(report.source)}" tests="${cases.length}" failures="${failures}" errors="${report.failure ? 1 : 0}" skipped="${report.notAssessed.length}"`
  return `  <testsuite ${attributes}>\n${cases.join('')}  </testsuite>\n`
}

function findingCase(finding: Finding, element: 'failure' | 'error', { lang }: ReportOptions): string {
  const { file, line } = finding.location
  const message = finding.message[lang]
  const where = placeText(finding.location, lang)
  const name = `${finding.focus.label[lang]} (${placeInFile(finding.location, lang)})`
  const body = [message, finding.hint?.[lang], where, finding.seeAlso].filter(Boolean).join('\n')
  const open = `    <testcase classname="${xml(finding.rule)}" name="${xml(name)}" file="${xml(file)}" line="${line}">\n`
  const word = severityWord(finding.severity, lang)
  const inner =
    finding.severity === 'error'
      ? `<${element} type="${xml(finding.rule)}" message="${xml(message)}">${xml(body)}</${element}>`
      : `<system-out>${xml(`${word}: ${body}`)}</system-out>`
  return `${open}      ${inner}\n    </testcase>\n`
}

function passedCase(report: Report, { lang }: ReportOptions): string {
  const words = phrases[lang].conforms(report.source, profileTitle(report.profile))
  const detail = notAssessedCount(report) > 0 ? ` (${countsLine(report, lang)})` : ''
  return `    <testcase classname="conforms" name="${xml(words + detail)}"/>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
}

/** Escaped for text and attributes; characters XML 1.0 cannot hold become U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/[&<>"\n\t\r]/g, (c) => entities[c])
}
