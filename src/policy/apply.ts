// Applies a policy to findings: other severities, ignored subjects, waivers in force, silencing comments.
import type { Finding } from '../finding.ts'
import { isSilenced, type Silenced } from './comments.ts'
import { matchesIri, type Policy, type Waiver } from './types.ts'

/** How many findings were left out, and why. */
export interface Suppressed {
  readonly ignored: number
  readonly waived: number
  readonly baseline: number
}

/** The findings that remain, with the severities of the policy. `today` is `YYYY-MM-DD`. */
export function applyPolicy(
  findings: readonly Finding[],
  policy: Policy,
  context: { readonly silenced: Silenced; readonly today: string },
): { readonly findings: readonly Finding[]; readonly suppressed: Suppressed } {
  let ignored = 0
  let waived = 0
  const kept: Finding[] = []
  for (const finding of findings) {
    const severity = policy.severities[finding.rule] ?? finding.severity
    if (severity === 'off') continue
    if (isIgnored(finding, policy) || isSilenced(context.silenced, finding.location.line, finding.rule))
      ignored++
    else if (policy.waivers.some((waiver) => covers(waiver, finding, context.today))) waived++
    else kept.push(severity === finding.severity ? finding : { ...finding, severity })
  }
  return { findings: kept, suppressed: { ignored, waived, baseline: 0 } }
}

function isIgnored(finding: Finding, policy: Policy): boolean {
  const { iri } = finding.focus
  return iri !== undefined && policy.ignore.some((pattern) => matchesIri(iri, pattern))
}

function covers(waiver: Waiver, finding: Finding, today: string): boolean {
  if (waiver.rule !== finding.rule || waiver.expires < today) return false
  return (
    waiver.iri === undefined || (finding.focus.iri !== undefined && matchesIri(finding.focus.iri, waiver.iri))
  )
}

/** The waivers whose last day has passed. */
export function expiredWaivers(policy: Policy, today: string): readonly Waiver[] {
  return policy.waivers.filter((waiver) => waiver.expires < today)
}
