// Prints reports: one text per planned output, to standard output or whole to a file.
import type { Report } from '../finding.ts'
import { type ReportOptions, type RuleText, reporters } from '../report/index.ts'
import type { Validated } from '../validate.ts'
import type { Call } from './call.ts'
import { type Output, writeWhole } from './outputs.ts'

/** Writes every output; with --quiet only those to files. */
export async function printReports(
  validated: Validated,
  outputs: readonly Output[],
  call: Call,
): Promise<void> {
  const { values, terminal } = call
  const maxFindings = values.count('maxFindings')
  const rules = outputs.some((output) => output.format === 'sarif')
    ? await rulesOf(validated.reports)
    : undefined
  for (const output of outputs) {
    const options: ReportOptions = {
      lang: terminal.lang,
      color: terminal.color && output.file === undefined,
      width: output.file === undefined ? Math.min(terminal.width, 120) : 80,
      group: values.has('group'),
      ...(maxFindings !== undefined && { maxFindings }),
      lineOf: validated.lineOf,
      ...(rules && { ruleOf: (rule) => rules.get(rule) }),
      toolVersion: call.root.version() ?? '',
    }
    const text = reporters[output.format](validated.reports, options)
    if (output.file !== undefined) await writeWhole(output.file, text)
    else if (!values.has('quiet')) terminal.write(text)
  }
}

/** The texts of the rules of all profiles used; a report that failed names no profile that can be loaded. */
async function rulesOf(reports: readonly Report[]): Promise<ReadonlyMap<string, RuleText>> {
  const { loadProfile } = await import('../profile/index.ts')
  const names = new Set(reports.filter((report) => !report.failure).map((report) => report.profile))
  const profiles = await Promise.all([...names].map((name) => loadProfile(name).catch(() => undefined)))
  return new Map(profiles.flatMap((profile) => (profile ? [...profile.rules] : [])))
}
