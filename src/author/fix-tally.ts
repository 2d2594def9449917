// Counting findings before and after a correction, so that no correction brings a new one.
import type { Finding, Text } from '../finding.ts'
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

/** One sentence that names the rules with more findings than before; undefined when there are none. */
export function addedRules(before: Tally, after: Tally): Text | undefined {
  const rules = new Set<string>()
  for (const [key, count] of after)
    if (count > (before.get(key) ?? 0)) rules.add(key.slice(0, key.indexOf('\n')))
  if (rules.size === 0) return undefined
  const list = [...rules].join(', ')
  return { sv: `den skulle ge en ny anmärkning (${list})`, en: `it would give a new finding (${list})` }
}
