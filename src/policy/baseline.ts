// A baseline: the findings of a day, accepted so that only new ones fail. Lines and order do not count,
// so that moving a dataset in a file does not bring old findings back.
import { GrunddataError } from '../errors.ts'
import type { Finding, Report } from '../finding.ts'

/** How many findings of each fingerprint are accepted, per source. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What stays the same about a finding when the file around it changes. */
export function fingerprint(finding: Finding): string {
  const subject = finding.focus.iri ?? finding.focus.label.en
  return [finding.rule, subject, finding.path?.iri ?? '', finding.value ?? ''].join(' | ')
}

/** The baseline that accepts all findings of the reports. */
export function toBaseline(reports: readonly Report[]): Baseline {
  const all: Record<string, Record<string, number>> = {}
  for (const report of reports) all[report.source] = count(report.findings)
  return all
}

function count(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of findings.map(fingerprint).sort()) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

/** The findings that the baseline does not accept, in the order given. */
export function newFindings(
  source: string,
  findings: readonly Finding[],
  baseline: Baseline,
): readonly Finding[] {
  const left = { ...baseline[source] }
  return findings.filter((finding) => {
    const key = fingerprint(finding)
    if (!left[key]) return true
    left[key]--
    return false
  })
}

/** The baseline without what no longer occurs in the reports; sources that were not read stay as they are. */
export function pruneBaseline(baseline: Baseline, reports: readonly Report[]): Baseline {
  const pruned: Record<string, Readonly<Record<string, number>>> = { ...baseline }
  for (const report of reports) {
    const now = count(report.findings)
    const old = baseline[report.source] ?? {}
    pruned[report.source] = Object.fromEntries(
      Object.entries(old).flatMap(([key, n]) => (now[key] ? [[key, Math.min(n, now[key])]] : [])),
    )
  }
  return pruned
}

/** Text of a baseline file. */
export function writeBaseline(baseline: Baseline): string {
  return `${JSON.stringify({ version: 1, accepted: baseline }, null, 2)}\n`
}

/** Reads the text of a baseline file; throws CONFIG_INVALID. */
export function parseBaseline(text: string, file: string): Baseline {
  try {
    const parsed = JSON.parse(text) as { version?: unknown; accepted?: unknown }
    if (parsed.version === 1 && isCounts(parsed.accepted)) return parsed.accepted
  } catch {
    // Reported below, like any other text that is not a baseline.
  }
  throw new GrunddataError(
    'CONFIG_INVALID',
    { sv: `${file} är ingen baslinje.`, en: `${file} is not a baseline.` },
    {
      hint: {
        sv: 'Ta bort filen och kör om för att skapa en ny.',
        en: 'Delete the file and run again to create a new one.',
      },
    },
  )
}

function isCounts(value: unknown): value is Baseline {
  const isRecord = (v: unknown): v is Record<string, unknown> =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
  return (
    isRecord(value) &&
    Object.values(value).every((source) => isRecord(source) && Object.values(source).every(Number.isInteger))
  )
}
