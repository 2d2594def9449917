// One defect, one finding: where two rules see the same fault, the one that explains it best stays.
import type { Problem } from '../finding.ts'
import { type Graph, iriId } from '../rdf/index.ts'

/** Rules about a value as such: what else is said of that value at that place follows from them. */
const OF_VALUE = new Set([
  'literal-ill-formed',
  'language-tag-invalid',
  'catalog-dataset-undescribed',
  'catalog-service-undescribed',
  'dataset-distribution-undescribed',
  'distribution-service-undescribed',
  'service-dataset-undescribed',
  'dataset-series-undescribed',
  'contact-undescribed',
  'publisher-undescribed',
  'subcatalog-untyped',
  'series-nested',
  'catalog-record-used',
])

/** Rule → pattern of the rules that say less about the same focus. */
const OF_FOCUS: readonly (readonly [string, RegExp])[] = [
  // A stub is meant to say nothing: the portal fetches the rest.
  ['subcatalog-remote', /^(?!subcatalog-)/],
  ['subcatalog-half-stub', /^catalog-dataset-missing$/],
  ['hvd-service-contact-missing', /^data-service-contact-point-missing$/],
  ['dga-access-rights', /^dataset-access-rights-missing$/],
  ['dga-service-access-rights', /^data-service-access-rights-missing$/],
  ['dga-format-missing', /^distribution-format-missing$/],
  ['dga-license-missing', /^distribution-license-missing$/],
  ['agent-blank-node', /^contact-blank-node$/],
  ['period-empty', /^period-of-time-/],
]

/** Links whose misspelling makes everything they should lead to seem lost. */
const LOST: Readonly<Record<string, RegExp>> = {
  'dcat:dataset': /^(?:dataset-orphan|catalog-dataset-missing)$/,
  'dcat:distribution': /^distribution-orphan$/,
  'dcat:service': /^service-orphan$/,
}

/** Tells of a rule whether its problems follow from a misspelled link that is among these problems. */
export function lostRules(problems: readonly Problem[]): (rule: string) => boolean {
  const lost = problems.flatMap(({ rule, params }) => {
    const pattern = rule === 'property-misspelled' && LOST[String(params?.suggestion)]
    return pattern ? [pattern] : []
  })
  return (rule) => lost.some((pattern) => pattern.test(rule))
}

/** The problems of a graph, the reader's own among them, without those that repeat another. */
export function withoutOverlaps(graph: Graph, problems: readonly Problem[]): readonly Problem[] {
  const faultyIris = new Set<number>()
  const faultyValues = new Map<number, Problem[]>()
  const rules = new Map<number, string[]>()
  const winners = new Set(OF_FOCUS.map(([rule]) => rule))
  for (const problem of problems) {
    if (problem.rule.startsWith('iri-') && problem.rule !== 'iri-relative-base')
      faultyIris.add(iriId(graph, String(problem.params?.iri)))
    if (problem.value !== undefined && OF_VALUE.has(problem.rule))
      append(faultyValues, problem.value, problem)
    if (problem.focus !== undefined && winners.has(problem.rule))
      append(rules, subjectOf(problem), problem.rule)
  }
  const isLost = lostRules(problems)
  const hasLost = problems.some(({ rule }) => rule === 'property-misspelled')
  if (faultyIris.size + faultyValues.size + rules.size === 0 && !hasLost) return problems
  return problems.filter((problem) => {
    if (problem.value !== undefined && repeatsValue(problem, faultyIris, faultyValues)) return false
    return !repeatsFocus(problem, rules) && !isLost(problem.rule)
  })
}

/** What a problem is about, or -1: a rule on an empty period names the dataset and has the period as value. */
export function subjectOf({ rule, focus, value }: Problem): number {
  return (rule === 'period-empty' ? value : focus) ?? -1
}

function append<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function repeatsValue(
  { rule, focus, value }: Problem,
  faultyIris: ReadonlySet<number>,
  faultyValues: ReadonlyMap<number, readonly Problem[]>,
): boolean {
  if (value === undefined || OF_VALUE.has(rule)) return false
  if (faultyIris.has(value)) return true
  const winners = faultyValues.get(value) ?? []
  return winners.some(
    (winner) => winner.rule !== rule && (winner.focus === focus || winner.rule.startsWith('l')),
  )
}

function repeatsFocus({ rule, focus }: Problem, rules: ReadonlyMap<number, string[]>): boolean {
  const present = focus === undefined ? undefined : rules.get(focus)
  if (!present || present.includes(rule)) return false
  return OF_FOCUS.some(([winner, losers]) => present.includes(winner) && losers.test(rule))
}
