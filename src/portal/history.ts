// What a portal can tell of the past, wherever it is kept: harvests of the sources, changes, and what is gone.
import type { Text } from '../finding.ts'

export type RunState = 'valid' | 'invalid' | 'unchanged' | 'held' | 'unreachable' | 'failed'

/** One harvest of a source. */
export interface Run {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly state: RunState
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly errors: number
  readonly warnings: number
  /** Points of quality (0–405), when they were worked out. */
  readonly points?: number
  readonly message?: Text
}

export interface SourceStatus {
  readonly id: string
  readonly name: string
  readonly title: Text
  readonly url: string
  readonly state: string
  /** The latest first. */
  readonly runs: readonly Run[]
}

export interface Change {
  readonly iri: string
  readonly kind: 'created' | 'updated' | 'deleted'
  /** ISO 8601. */
  readonly at: string
  readonly title?: string
}

/** Something that is no more. */
export interface Tombstone {
  readonly iri: string
  /** ISO 8601. */
  readonly at: string
  readonly title?: string
}

export interface History {
  readonly sources: () => Promise<readonly SourceStatus[]>
  /** The latest first. */
  readonly changes: (limit: number) => Promise<readonly Change[]>
  readonly gone: (iri: string) => Promise<Tombstone | undefined>
}

/** What those with a token may make happen. Each gives what is to be said of it. */
export interface Desk {
  /** Fetches a source now. */
  readonly harvest: (source: string) => Promise<Done>
  /** Lets a held harvest through. */
  readonly approve: (source: string) => Promise<Done>
  /** Takes in a catalogue for a source in place of fetching it. */
  readonly upload: (source: string, bytes: Uint8Array, mediaType: string | undefined) => Promise<Done>
}

export interface Done {
  /** False when there is no such source, or nothing of it that waits. */
  readonly isDone: boolean
  readonly message: Text
}
