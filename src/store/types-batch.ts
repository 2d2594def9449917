// What is written in one transaction, and what is asked for.
import type { Text } from '../finding.ts'
import type { EntityContent, EntityState, Instant } from './types-entity.ts'
import type { LifeChange, Run, StoredDocument, StoredFinding, StoredScore } from './types-source.ts'

/** One entity that a batch writes. */
export interface Upsert extends EntityContent {
  /** Default `current`. `held`: an earlier good version stays public as `stale`; without one it is kept from the public. */
  readonly state?: 'current' | 'held'
  readonly reason?: Text
}

/** Everything one transaction does to one source. */
export interface Batch {
  readonly source: string
  readonly time: Instant
  readonly run: string
  /** The version of the source that the batch was made against; STORE_CONFLICT when it has moved. Absent: any. */
  readonly version?: number
  readonly upserts?: readonly Upsert[]
  /** Removed now: tombstones. */
  readonly deletes?: readonly { readonly iri: string; readonly reason: Text }[]
  /** No longer in the source; public until somebody deletes them. */
  readonly missing?: readonly { readonly iri: string; readonly reason: Text }[]
  /** Seen as before: a missing or stale one becomes current again. Entities that are named nowhere are not touched. */
  readonly seen?: readonly string[]
  readonly life?: LifeChange
  readonly runRecord?: Run
  readonly findings?: readonly StoredFinding[]
  readonly documents?: readonly StoredDocument[]
  /** Replaces whatever documents were known. */
  readonly replacesDocuments?: boolean
  readonly scores?: readonly StoredScore[]
  /** Key → value of the source's client state; undefined deletes. */
  readonly clientState?: Readonly<Record<string, string | undefined>>
  /** What was read is kept by this batch: the journal of the source is dropped. */
  readonly endsReading?: boolean
}

export interface Applied {
  readonly created: number
  readonly updated: number
  readonly deleted: number
  readonly unchanged: number
  readonly dateOnly: number
  /** Newly suppressed entities of any source, because of this batch. */
  readonly suppressed: number
  /** The last sequence number of the store after the transaction. */
  readonly seq: number
  readonly version: number
}

/** Which entities to read. All conditions must hold; results are ordered by source, then IRI. */
export interface EntityQuery {
  readonly source?: string
  readonly iri?: string
  /** IRIs of classes. */
  readonly types?: readonly string[]
  readonly publisher?: string
  /** Default: the public states. */
  readonly states?: readonly EntityState[]
  /** Only the united view: no suppressed entities. */
  readonly isUnited?: boolean
  /** As it was then. `suppressedBy` then tells of that time too. */
  readonly at?: Instant
  /** Changed after this. */
  readonly changedSince?: Instant
  /** Leaves out `nquads` (it is then empty). */
  readonly isBrief?: boolean
}

export interface ChangeQuery {
  /** Only changes with a greater sequence number. */
  readonly after?: number
  readonly source?: string
  readonly iri?: string
  readonly until?: Instant
  readonly limit?: number
  readonly isBrief?: boolean
  /** Newest first. */
  readonly isReversed?: boolean
}

export interface SearchHit {
  readonly source: string
  readonly iri: string
  readonly type: string
  readonly title: Partial<Text>
  readonly score: number
}

export interface StoreCounts {
  readonly sources: number
  readonly entities: Readonly<Record<EntityState, number>>
  readonly suppressed: number
  readonly changes: number
  readonly runs: number
  readonly blobs: number
  /** Bytes of the raw answers as stored. */
  readonly blobBytes: number
}

/** Something that `verify` found to be wrong. */
export interface StoreFault {
  readonly kind: string
  readonly source?: string
  readonly iri?: string
  readonly message: Text
}
