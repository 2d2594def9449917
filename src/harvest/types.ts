// The words of the harvest: what it is given, what it does to a source, what it tells while it works.
import type { Finding, Text } from '../finding.ts'
import type { Policy } from '../policy/index.ts'
import type { Client, Source } from '../source/index.ts'
import type { Run, RunCounts, Store, StoredSource } from '../store/index.ts'

export interface HarvestOptions {
  readonly store: Store
  readonly client: Client
  readonly sources: readonly Source[]
  /** Only tells what would be done: nothing is written. */
  readonly isPlan?: boolean
  /** Sources at a time (4). */
  readonly jobs?: number
  /** Rules whose findings keep an entity from the public, by id; beside those that always do. */
  readonly gate?: readonly string[]
  readonly policy?: Policy
  /** The value of an environment variable, for credentials. */
  readonly secret?: (variable: string) => string | undefined
  readonly now?: () => Date
  readonly signal?: AbortSignal
  /** Who works, for claims: unique among processes. */
  readonly owner?: string
}

/** What would be, or was, done to one entity. */
export interface PlannedChange {
  readonly kind: 'add' | 'update' | 'date' | 'missing' | 'remove' | 'return' | 'hold'
  readonly iri: string
  readonly type: string
  readonly title?: Partial<Text>
  readonly reason?: Text
}

/** Why a run waits for a person. */
export interface BrakeReason {
  readonly kind: 'many' | 'datasets' | 'publisher' | 'protected' | 'everything'
  readonly text: Text
  readonly iris: readonly string[]
}

/** How many findings of each severity, before and after. */
export interface FindingsChange {
  readonly before?: { readonly errors: number; readonly warnings: number }
  readonly after: { readonly errors: number; readonly warnings: number }
}

/** `busy`: another process is at it. `planned`: nothing was written. */
export type OutcomeState = 'applied' | 'unchanged' | 'held' | 'failed' | 'busy' | 'planned'

/** What came of one source. */
export interface SourceOutcome {
  readonly source: StoredSource
  readonly state: OutcomeState
  readonly run?: Run
  readonly counts: RunCounts
  readonly changes: readonly PlannedChange[]
  readonly brake: readonly BrakeReason[]
  readonly findings: readonly Finding[]
  readonly findingsChange?: FindingsChange
  readonly notes: readonly Text[]
}

export type HarvestEvent =
  | { readonly kind: 'begin'; readonly sources: readonly string[] }
  | { readonly kind: 'start'; readonly source: string }
  | {
      readonly kind: 'page'
      readonly source: string
      readonly url: string
      readonly bytes: number
      readonly status: number
    }
  | { readonly kind: 'step'; readonly source: string; readonly step: 'read' | 'check' | 'compare' | 'write' }
  | { readonly kind: 'done'; readonly source: string; readonly outcome: SourceOutcome }

export const noCounts: RunCounts = {
  added: 0,
  updated: 0,
  removed: 0,
  unchanged: 0,
  dateOnly: 0,
  missing: 0,
  quarantined: 0,
  suppressed: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
}
