// --baseline with a file that does not exist yet, and --prune-baseline: writes the file, then accepts what is in it.
import type { Report, Severity } from '../finding.ts'
import { type Baseline, newFindings, pruneBaseline, toBaseline, writeBaseline } from '../policy/index.ts'
import { counted } from '../report/index.ts'
import type { Call } from './call.ts'
import { writeWhole } from './outputs.ts'
import type { Settings } from './settings.ts'

/** Writes the new baseline from reports made without one, and gives the reports with its findings left out. */
export async function renewBaseline(
  reports: readonly Report[],
  file: string,
  { call, settings }: { readonly call: Call; readonly settings: Settings },
): Promise<readonly Report[]> {
  const { terminal, values } = call
  const baseline = settings.baseline ? pruneBaseline(settings.baseline, reports) : toBaseline(reports)
  await writeWhole(file, writeBaseline(baseline))
  const accepted = Object.values(baseline).flatMap((counts) => Object.values(counts))
  const count = counted(
    'finding',
    accepted.reduce((sum, n) => sum + n, 0),
    terminal.lang,
  )
  const words = {
    sv: `Baslinjen ${file} godtar nu ${count}.\n`,
    en: `The baseline ${file} now accepts ${count}.\n`,
  }
  if (!values.has('quiet')) terminal.tell(words[terminal.lang])
  return reports.map((report) => withoutKnown(report, baseline))
}

function withoutKnown(report: Report, baseline: Baseline): Report {
  const findings = newFindings(report.source, report.findings, baseline)
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const { ignored = 0, waived = 0 } = report.suppressed ?? {}
  return {
    ...report,
    findings,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    conforms: !report.failure && count('error') === 0,
    suppressed: { ignored, waived, baseline: report.findings.length - findings.length },
  }
}
