// From problems to what a report holds: completed by the profile, in order, and less what the organisation has accepted.
import { type CheckContext, checks, mixed, type View, wholeOnly } from './check/index.ts'
import type { Finding, NotAssessed, Problem, Severity } from './finding.ts'
import { FOCUS, focusOn } from './framework/index.ts'
import { type Io, quietIo } from './io.ts'
import {
  applyPolicy,
  type Baseline,
  emptyPolicy,
  expiredWaivers,
  newFindings,
  type Policy,
  type Silenced,
} from './policy/index.ts'
import { createCompleter, type Profile } from './profile/index.ts'
import type { Graph } from './rdf/index.ts'

/** Runs every check of the profile on a graph, or those that a view of it is for. */
export async function observe(
  graph: Graph,
  profile: Profile,
  io: Io = quietIo(),
  seeing: Seeing = {},
): Promise<{ readonly problems: readonly Problem[]; readonly notAssessed: readonly NotAssessed[] }> {
  const notAssessed: NotAssessed[] = []
  const problems: Problem[] = []
  const focused = needsFocus(profile) ? focusOn(graph).graph : graph
  const { view } = seeing
  const context: CheckContext = {
    profile,
    io,
    notAssessed: seeing.notAssessed ?? ((entry) => void notAssessed.push(entry)),
    ...(view && { view }),
  }
  for (const [name, check] of Object.entries(checks)) {
    if (view?.part === 'each' && wholeOnly.has(name)) continue
    if (view?.part === 'whole' && !(wholeOnly.has(name) || mixed.has(name))) continue
    for (const problem of await check(focused, context)) {
      if (profile.rules.has(problem.rule) || problem.params?.message) problems.push(problem)
    }
    seeing.between?.()
  }
  return { problems, notAssessed }
}

interface Seeing {
  readonly view?: View
  readonly notAssessed?: CheckContext['notAssessed']
  /** Called after every check. */
  readonly between?: () => void
}

/** Rules on national basic data are about focus sets, which must be stated before anything runs. */
export function needsFocus({ rules }: Profile): boolean {
  for (const { targetClass } of rules.values()) if (targetClass?.startsWith(FOCUS)) return true
  return false
}

/** Problems as findings of the profile's rules, in the order of their places. */
export function complete(
  problems: readonly Problem[],
  graph: Graph,
  profile: Profile,
  file: string,
): readonly Finding[] {
  const completeOne = createCompleter(graph, profile, file)
  const findings: Finding[] = []
  for (const problem of problems) {
    const finding = completeOne(problem)
    if (finding) findings.push(finding)
  }
  return findings.sort(byPlace)
}

/** The order of findings: by place, then by rule and value. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.location.file, b.location.file) ||
    compareText(a.location.sheet ?? '', b.location.sheet ?? '') ||
    a.location.line - b.location.line ||
    a.location.column - b.location.column ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    compareText(a.value ?? '', b.value ?? '')
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface Judging {
  readonly name: string
  readonly silenced: Silenced
  readonly profile: Profile
  readonly options: { readonly policy?: Policy; readonly baseline?: Baseline; readonly io?: Io }
}

/** What is left of findings after waivers, silencing comments and the baseline. */
export function judge(findings: readonly Finding[], { name, silenced, options, profile }: Judging) {
  const policy = options.policy ?? emptyPolicy
  const today = (options.io ?? quietIo()).now().toISOString().slice(0, 10)
  const judged = applyPolicy([...findings, ...waiverFindings(policy, today, profile)], policy, {
    silenced,
    today,
  })
  if (!options.baseline) return judged
  const fresh = newFindings(name, judged.findings, options.baseline)
  return {
    findings: fresh,
    suppressed: { ...judged.suppressed, baseline: judged.findings.length - fresh.length },
  }
}

function waiverFindings(policy: Policy, today: string, profile: Profile): readonly Finding[] {
  const rule = profile.rules.get('waiver-expired')
  if (!rule) return []
  return expiredWaivers(policy, today).map((waiver) => {
    const fill = (template: string) =>
      template
        .replace('{waived}', waiver.rule)
        .replace('{expires}', waiver.expires)
        .replace('{owner}', waiver.owner)
    return {
      rule: rule.id,
      severity: rule.severity,
      message: { sv: fill(rule.message.sv), en: fill(rule.message.en) },
      focus: { label: { sv: waiver.rule, en: waiver.rule } },
      location: { file: policy.file, line: waiver.line, column: 1 },
    }
  })
}

/** Code frames show the line itself and the one before and after it. */
export function keepLines(
  findings: readonly Finding[],
  { file, line: textOf }: { readonly file: string; readonly line: (line: number) => string | undefined },
  lines: Map<string, string>,
): void {
  for (const { location } of findings) {
    for (let line = location.line - 1; line <= location.line + 1; line++) {
      const key = `${location.file}\n${line}`
      if (lines.has(key) || location.file !== file) continue
      const found = textOf(line)
      if (found !== undefined) lines.set(key, found)
    }
  }
}

/** Findings by severity. */
export function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}

/** Id and version of a profile as a report names it. */
export function profileName(profile: Profile): string {
  return profile.version ? `${profile.id}@${profile.version}` : profile.id
}
