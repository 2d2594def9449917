// GitLab code quality: a JSON array whose entries show up in a merge request.
import type { Severity } from '../finding.ts'
import { shownFindings } from './arrange.ts'
import { fingerprinter } from './fingerprint.ts'
import type { Reporter } from './types.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** The code quality report of GitLab, with fingerprints that survive moved lines. */
export const gitlab: Reporter = (reports, options) => {
  const fingerprint = fingerprinter()
  const entries = reports.flatMap((report) =>
    shownFindings(report, options).findings.map((finding) => ({
      description: finding.message[options.lang],
      check_name: finding.rule,
      fingerprint: fingerprint(finding),
      severity: severities[finding.severity],
      location: {
        path: finding.location.file,
        lines: { begin: finding.location.line, ...endLine(finding.location.endLine) },
      },
    })),
  )
  return `${JSON.stringify(entries, null, 2)}\n`
}

function endLine(line: number | undefined): { end?: number } {
  return line === undefined ? {} : { end: line }
}
