// Findings → the matrix: which rule came out how for which resource, and for the resources of a domain together.
import { type Finding, severities, type Text } from '../finding.ts'
import {
  canConcern,
  characteristics,
  domains,
  type FrameworkItem,
  type NationalResource,
  partSets,
  principles,
} from '../framework/index.ts'
import type { Rule } from '../profile/index.ts'
import { type Graph, hasTriple, ID, iriId } from '../rdf/index.ts'
import type { AssessedDomain, AssessedResource, ItemOutcome, Outcome, RuleOutcome } from './types.ts'

/** The principles in their order, then the characteristics. */
export const frameworkItems: readonly FrameworkItem[] = [...principles, ...characteristics]

/** A finding with the term it is about. */
export interface Seen {
  readonly finding: Finding
  readonly focus: number | undefined
  /** Left out by the configuration or by a comment in the source. */
  readonly isWaived: boolean
}

export interface Ground {
  /** With its focus sets stated. */
  readonly graph: Graph
  readonly rules: ReadonlyMap<string, Rule>
  readonly seen: readonly Seen[]
  /** Terms of all resources: what is found on one is not a matter of another. */
  readonly resources: ReadonlySet<number>
}

/** Whether a finding on a term is a matter of the resource. */
export function concerns(
  { term, parts }: NationalResource,
  { seen: _, ...ground }: Ground,
  found: Seen,
): boolean {
  const { focus, finding } = found
  if (focus === undefined) return false
  if (focus === term) return true
  if (!parts.has(focus)) return false
  const { targetClass } = ground.rules.get(finding.rule) ?? {}
  return !ground.resources.has(focus) || (targetClass !== undefined && partSets.has(targetClass))
}

/** The outcomes of a resource, by principle. */
export function itemsOf(resource: NationalResource, ground: Ground): readonly ItemOutcome[] {
  const own = ground.seen.filter((each) => concerns(resource, ground, each))
  const outcomes = [...ground.rules.values()].flatMap((rule) => outcomeOf(rule, { resource, ground, own }))
  return frameworkItems.map((item) => {
    const rules = outcomes.filter(({ rule }) => rule.derivesFrom === item.iri).sort(byWeight)
    return { item, counts: countOutcomes(rules.map(({ outcome }) => outcome)), rules }
  })
}

/** Graver first; within that as stated. */
function byWeight(a: RuleOutcome, b: RuleOutcome): number {
  const weight = ({ rule, findings }: RuleOutcome) =>
    severities.indexOf(findings[0]?.severity ?? rule.severity)
  return weight(a) - weight(b)
}

const waived: Text = {
  sv: 'Undantagen i konfigurationen eller med en kommentar i filen.',
  en: 'Waived in the configuration or by a comment in the file.',
}

interface Own {
  readonly resource: NationalResource
  readonly ground: Ground
  readonly own: readonly Seen[]
}

/** Nothing for a rule that does not concern the resource. */
function outcomeOf(rule: Rule, { resource, ground, own }: Own): readonly RuleOutcome[] {
  const found = own.filter(({ finding }) => finding.rule === rule.id)
  const findings = found.filter(({ isWaived }) => !isWaived).map(({ finding }) => finding)
  if (findings.length > 0) return [{ rule, outcome: 'failed', findings }]
  if (found.length > 0) return [{ rule, outcome: 'not-assessed', findings, reason: waived }]
  if (applies(rule, resource, ground.graph)) return [{ rule, outcome: 'passed', findings }]
  if (!canConcern(rule.targetClass, resource.kind)) return []
  return rule.notAssessed ? [{ rule, outcome: 'not-assessed', findings, reason: rule.notAssessed }] : []
}

function applies({ targetClass }: Rule, { term, parts }: NationalResource, graph: Graph): boolean {
  if (targetClass === undefined) return false
  const set = iriId(graph, targetClass)
  if (!partSets.has(targetClass)) return hasTriple(graph, term, ID.type, set)
  for (const part of parts) if (hasTriple(graph, part, ID.type, set)) return true
  return false
}

function countOutcomes(list: readonly Outcome[]): Record<Outcome, number> {
  const counts = { passed: 0, failed: 0, 'not-assessed': 0 }
  for (const outcome of list) counts[outcome]++
  return counts
}

const noDomain: Text = { sv: 'Utan känd domän', en: 'Without a known domain' }

/** The resources by domain, in the order of the domains; those without one last. */
export function byDomain(resources: readonly AssessedResource[]): readonly AssessedDomain[] {
  const groups = [
    ...domains.map(({ id, label }) => ({ domain: id, label })),
    { domain: undefined, label: noDomain },
  ]
  return groups.flatMap(({ domain, label }) => {
    const own = resources.filter((each) => each.domain === domain)
    if (own.length === 0) return []
    return [{ ...(domain !== undefined && { domain }), label, resources: own, items: together(own) }]
  })
}

function together(resources: readonly AssessedResource[]): AssessedDomain['items'] {
  return frameworkItems.map((item, index) => {
    const worst = new Map<string, Outcome>()
    for (const { rule, outcome } of resources.flatMap(({ items }) => items[index].rules)) {
      const before = worst.get(rule.id)
      if (before === undefined || outcome === 'failed' || before === 'not-assessed') {
        if (before !== 'failed') worst.set(rule.id, outcome)
      }
    }
    return { item, counts: countOutcomes([...worst.values()]) }
  })
}
