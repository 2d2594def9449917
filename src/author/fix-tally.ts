// Counting findings before and after a correction, so that no correction brings a new one.
import { type Finding, severities, type Text } from '../finding.ts'
import type { Change } from './edit-change.ts'

/** Findings by rule and subject. */
export type Tally = ReadonlyMap<string, number>

/** Counts findings; subjects that the changes rename count by their old name. */
export function tally(findings: readonly Finding[], changes: readonly Change[] = []): Tally {
  const oldName = new Map<string, string>()
  for (const change of changes) if (change.kind === 'rename') oldName.set(change.to, change.from)
  const counts = new Map<string, number>()
  for (const { rule, focus } of findings) {
    const subject = focus.iri ?? ''
    const key = `${rule}\n${oldName.get(subject) ?? subject}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The rules with more findings than before. */
export function addedRules(before: Tally, after: Tally): ReadonlySet<string> {
  const rules = new Set<string>()
  for (const [key, count] of after)
    if (count > (before.get(key) ?? 0)) rules.add(key.slice(0, key.indexOf('\n')))
  return rules
}

/** One sentence on why a correction that gives findings of these rules is not made. */
export function objection(rules: ReadonlySet<string>): Text | undefined {
  if (rules.size === 0) return undefined
  const list = [...rules].join(', ')
  return { sv: `den skulle ge en ny anmärkning (${list})`, en: `it would give a new finding (${list})` }
}

/** True when every finding of the rules weighs less than every one of those that are corrected. */
export function weighLess(
  rules: ReadonlySet<string>,
  after: readonly Finding[],
  corrected: readonly Finding[],
): boolean {
  const lightest = Math.max(...corrected.map(({ severity }) => severities.indexOf(severity)))
  return after.every(({ rule, severity }) => !rules.has(rule) || severities.indexOf(severity) > lightest)
}
