// Entities as they are kept, and their history.
import type { Text } from '../finding.ts'

/** ISO 8601 in UTC with milliseconds: `2026-05-01T04:00:00.000Z`. Compares as text. */
export type Instant = string

/**
 * `current`: as the source last said. `stale`: the source's newer version is held back, the last good one stays public.
 * `missing`: the source no longer has it, the grace period runs, still public. `held`: never had a good version, not
 * public. `gone`: removed; what is left is a tombstone.
 */
export type EntityState = 'current' | 'stale' | 'missing' | 'held' | 'gone'

/** States in which an entity is shown to the world, unless another source's description of it is preferred. */
export const publicStates: readonly EntityState[] = ['current', 'stale', 'missing']

/** What a source says of one thing: an IRI, with the content that hangs on it. */
export interface EntityContent {
  readonly iri: string
  /** IRI of its main class; empty when it has none. */
  readonly type: string
  /**
   * Canonical N-Quads (RDFC-1.0): sorted lines in the default graph, blank nodes already made IRIs. Only statements of
   * the entity itself and of the nameless nodes that hang on it.
   */
  readonly nquads: string
  /** `rdfc:` and SHA-256 of `nquads`. */
  readonly hash: string
  /** The same without dates that change by themselves (dcterms:modified and its kin). */
  readonly stableHash: string
  /** What portals know duplicates by: `uuid …` or the IRI (DCAT-AP-SE, "Hantering av duplikat"). */
  readonly key: string
  readonly title?: Partial<Text>
  /** IRI of the publisher. */
  readonly publisher?: string
  /** High-value dataset, or national basic data: never removed without a person's consent. */
  readonly isProtected?: boolean
}

/** An entity as the store keeps it. */
export interface Entity extends EntityContent {
  readonly source: string
  readonly state: EntityState
  readonly firstSeen: Instant
  /** When the source last had it. */
  readonly lastSeen: Instant
  /** When its content last changed. */
  readonly changed: Instant
  /** The run that gave this content. */
  readonly run: string
  /** Since when it is missing, stale, held or gone. */
  readonly since?: Instant
  /** Why it is not `current`. */
  readonly reason?: Text
  /** Set when another source's description of the same thing is the public one. */
  readonly suppressedBy?: Suppression
}

export interface Suppression {
  readonly source: string
  readonly iri: string
  readonly reason: Text
}

/**
 * `create`, `update`, `delete`: of a source's entity. `suppress`, `reveal`: its content is as before, but it leaves
 * or enters the united view because of a duplicate in another source.
 */
export type ChangeKind = 'create' | 'update' | 'delete' | 'suppress' | 'reveal'

/** One accepted change. The history is append-only. */
export interface Change {
  /** Strictly increasing over the whole store, in the order of commits; a reader never sees a smaller one appear later. */
  readonly seq: number
  /** Changes of one transaction share it; a later transaction has a later time, by at least a millisecond. */
  readonly time: Instant
  readonly kind: ChangeKind
  readonly source: string
  readonly iri: string
  readonly type: string
  readonly run: string
  /** Hash of the content after the change; of the last content for `delete`. */
  readonly hash: string
  /** Canonical N-Quads after the change; of the last content for `delete`. Absent when not asked for, or no longer kept. */
  readonly nquads?: string
  /** An update in which nothing but dates differ. */
  readonly isDateOnly?: boolean
  /** Of `delete`: why. Of `suppress`: why the other description is preferred. */
  readonly reason?: Text
  /** Of `suppress`: whose description is preferred. */
  readonly preferred?: { readonly source: string; readonly iri: string }
}
