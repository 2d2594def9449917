// The tables as kysely sees them. The same on every engine: text, integers, bytes; JSON is kept as text.
import type { Kysely, Transaction } from 'kysely'

export interface Schema {
  counter: CounterRow
  source: SourceRow
  content: ContentRow
  entity: EntityRow
  change: ChangeRow
  run: RunRow
  finding: FindingRow
  document: DocumentRow
  blob: BlobRow
  journal: JournalRow
  score: ScoreRow
  decision: DecisionRow
  client_state: { source: string; key: string; value: string }
  claim: { what: string; owner: string; until: string }
  cursor: { projection: string; seq: number }
}

/** One row: locked by whoever writes, so that sequence numbers come in the order of commits. */
export interface CounterRow {
  id: number
  seq: number
  time: string
}

export interface SourceRow {
  id: string
  url: string
  title: string | null
  rank: number
  rank_reason: string
  ord: number
  settings: string
  life: string
  version: number
}

/** Content by its hash, with what is derived from it alone. */
export interface ContentRow {
  hash: string
  nquads: string
  facts: string
}

export interface EntityRow {
  source: string
  iri: string
  type: string
  state: string
  hash: string
  stable_hash: string
  key: string
  publisher: string | null
  is_protected: number
  first_seen: string
  /** Null: as of the last reading of its source. */
  last_seen: string | null
  changed: string
  run: string
  since: string | null
  reason: string | null
  suppressed_source: string | null
  suppressed_iri: string | null
  suppressed_reason: string | null
}

export interface ChangeRow {
  seq: number
  time: string
  kind: string
  source: string
  iri: string
  type: string
  run: string
  hash: string
  is_date_only: number
  reason: string | null
  other_source: string | null
  other_iri: string | null
}

export interface RunRow {
  id: string
  source: string
  state: string
  started: string
  body: string
}

/** All findings of a run as compressed JSON: they are many, alike, and read together. */
export interface FindingRow {
  run: string
  source: string
  bytes: Uint8Array
}

export interface DocumentRow {
  source: string
  url: string
  /** JSON array of hashes. */
  blobs: string
  condition: string
}

export interface BlobRow {
  hash: string
  size: number
  stored: string
  bytes: Uint8Array
}

/** A page of a reading that has not come to its end. */
export interface JournalRow {
  source: string
  url: string
  stored: string
  /** JSON. */
  about: string
  bytes: Uint8Array
}

export interface ScoreRow {
  source: string
  iri: string
  method: string
  time: string
  points: number
  max: number
  body: string | null
}

export interface DecisionRow {
  id: string
  time: string
  kind: string
  key: string
  source: string
  iri: string
  body: string
}

export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
