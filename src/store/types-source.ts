// Sources and what is kept beside their entities: runs, findings, raw answers, scores, decisions.
import type { Text } from '../finding.ts'
import type { Instant } from './types-entity.ts'

/** A source as configured, with what is known of its life. `settings` belongs to whoever reads sources. */
export interface StoredSource {
  readonly id: string
  readonly url: string
  readonly title?: string
  /** Lower wins among duplicates: 1 individually ranked, 2 public sector, 3 others; ties by `order`, then `id`. */
  readonly rank: 1 | 2 | 3
  /** Why it has that rank; becomes the reason of a suppression. */
  readonly rankReason: Text
  readonly order: number
  readonly settings: Readonly<Record<string, unknown>>
  readonly life: SourceLife
  /** Counts the accepted transactions of this source; a plan made against another version is refused. */
  readonly version: number
}

export type SourceState = 'new' | 'ok' | 'invalid' | 'held' | 'unreachable' | 'gone' | 'paused'

/** Where a source is in its life; advanced by src/harvest/life.ts. */
export interface SourceLife {
  readonly state: SourceState
  readonly added: Instant
  /** Last run, last run that could read it, first failure of the present row of failures. */
  readonly lastRun?: Instant
  readonly lastRead?: Instant
  readonly failingSince?: Instant
  readonly failures?: number
  readonly nextDue?: Instant
  /** A schedule that was set in the store; goes before that of the configuration. */
  readonly schedule?: string
  /** While it is paused: the state that it has but for that. */
  readonly resumesAs?: Exclude<SourceState, 'paused'>
  /** A run that waits for approval. */
  readonly heldRun?: string
}

/** Makes the next life of what it is when it is written. Called within the transaction; what it throws ends that. */
export type LifeChange = (life: SourceLife) => SourceLife

export type RunState = 'running' | 'applied' | 'unchanged' | 'held' | 'failed' | 'approved' | 'rejected'

/** Whose fault a failed run is. Only `theirs` says anything of the source. */
export type Fault = 'ours' | 'temporary' | 'theirs'

export interface RunCounts {
  readonly added: number
  readonly updated: number
  readonly removed: number
  readonly unchanged: number
  /** Of the updated: only dates differ. */
  readonly dateOnly: number
  /** Newly missing, within their grace period. */
  readonly missing: number
  readonly quarantined: number
  readonly suppressed: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export interface Run {
  readonly id: string
  readonly source: string
  readonly state: RunState
  readonly started: Instant
  readonly finished?: Instant
  readonly counts?: RunCounts
  readonly failure?: {
    readonly fault: Fault
    readonly code: string
    readonly message: Text
    readonly hint?: Text
  }
  /** Why a run is held, and other things worth telling. */
  readonly notes?: readonly Text[]
  /** Further figures for reports (requests, bytes, milliseconds, counters per class); plain JSON. */
  readonly figures?: Readonly<Record<string, unknown>>
  /** Hash of the blob with the plan, for a held run. */
  readonly plan?: string
}

/** A finding of a run, about one entity or (iri empty) the source. `body` is the Finding as plain JSON. */
export interface StoredFinding {
  readonly iri: string
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly body: unknown
}

/** What is known of an address of a source, for conditional requests and for replaying. */
export interface StoredDocument {
  readonly url: string
  /** Hashes of the blobs with the raw documents that came from there; kept as long as this is. */
  readonly blobs: readonly string[]
  /** Belongs to whoever reads sources (a Condition of src/source); plain JSON. */
  readonly condition: unknown
}

/** A score given to a source (iri empty) or an entity at some time, by some method; `body` is plain JSON. */
export interface StoredScore {
  readonly source: string
  readonly iri: string
  readonly method: string
  readonly time: Instant
  readonly points: number
  readonly max: number
  readonly body?: unknown
}

/** Why one description of a thing was preferred, or two things look like one. */
export interface StoredDecision {
  readonly kind: 'duplicate' | 'equal' | 'near-duplicate' | 'approved' | 'rejected' | 'restored'
  readonly key: string
  readonly kept: { readonly source: string; readonly iri: string }
  readonly dropped: readonly { readonly source: string; readonly iri: string }[]
  readonly reason: Text
  readonly time: Instant
}
