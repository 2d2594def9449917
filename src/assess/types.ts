// An assessment of national basic data: for every principle what passed, what failed and what cannot be told.
// There is no field for a verdict on the whole, on purpose: the authority of the domain decides on that.
import type { Finding, Text } from '../finding.ts'
import type { FrameworkItem } from '../framework/index.ts'
import type { Rule } from '../profile/index.ts'

export type Outcome = 'passed' | 'failed' | 'not-assessed'

export const outcomes: readonly Outcome[] = ['passed', 'failed', 'not-assessed']

/** How one rule came out for one resource. */
export interface RuleOutcome {
  readonly rule: Rule
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  /** Why it is not assessed. */
  readonly reason?: Text
}

/** A principle or characteristic, and how its rules came out. */
export interface ItemOutcome {
  readonly item: FrameworkItem
  readonly counts: Readonly<Record<Outcome, number>>
  readonly rules: readonly RuleOutcome[]
}

export interface AssessedResource {
  readonly source: string
  /** Absent for a resource without an address. */
  readonly iri?: string
  readonly label: Text
  readonly kind: 'dataset' | 'series' | 'service'
  /** Id of the domain; absent when none that is known is stated. */
  readonly domain?: string
  readonly items: readonly ItemOutcome[]
}

/** The resources of a domain taken together: a rule has failed when it failed for any, and passed when it did for none. */
export interface AssessedDomain {
  /** Absent for resources of no known domain. */
  readonly domain?: string
  readonly label: Text
  readonly resources: readonly AssessedResource[]
  readonly items: readonly Pick<ItemOutcome, 'item' | 'counts'>[]
}

export interface Assessment {
  readonly sources: readonly string[]
  readonly resources: readonly AssessedResource[]
  readonly domains: readonly AssessedDomain[]
  /** Findings on the catalogue that belong to none of the resources. */
  readonly others: readonly Finding[]
  /** Sources that could not be read. */
  readonly failures: readonly { readonly source: string; readonly code: string; readonly message: Text }[]
  /** How many datasets, series and services there are that are not assessed, for they are not marked. */
  readonly unmarked: number
}
