// The store: one interface for every engine. Everything is asynchronous, every write of one source is one transaction.
// Hides tables, drivers, locks. What is kept is in types-entity.ts and types-source.ts.
import type {
  Applied,
  Batch,
  ChangeQuery,
  EntityQuery,
  SearchHit,
  StoreCounts,
  StoreFault,
} from './types-batch.ts'
import type { Change, Entity, Instant } from './types-entity.ts'
import type {
  LifeChange,
  Run,
  RunState,
  StoredDecision,
  StoredDocument,
  StoredFinding,
  StoredScore,
  StoredSource,
} from './types-source.ts'

export type * from './types-batch.ts'
export * from './types-entity.ts'
export type * from './types-source.ts'

/** The store. Errors are GrunddataErrors: STORE_UNREACHABLE, STORE_CONFLICT, STORE_INVALID. */
export interface Store {
  /** As given, without any password. */
  readonly url: string
  readonly kind: 'sqlite' | 'postgres'

  /** Adds or changes a source; its life and version are kept when it is known. */
  putSource(source: Omit<StoredSource, 'life' | 'version'>, time: Instant): Promise<void>
  /** Ordered by `order`, then id. */
  sources(): Promise<readonly StoredSource[]>
  source(id: string): Promise<StoredSource | undefined>
  /** Changes the life alone, from what it is at that moment: what others have set meanwhile is not lost. */
  changeLife(source: string, change: LifeChange): Promise<void>

  /** The one way that entities change: all of the batch or nothing. */
  apply(batch: Batch): Promise<Applied>
  entities(query?: EntityQuery): AsyncIterable<Entity>
  /** The public description of a thing: that of the preferred source (or of the one named), also one that is gone. */
  entity(
    iri: string,
    options?: { readonly source?: string; readonly at?: Instant },
  ): Promise<Entity | undefined>
  /** The history, by sequence. */
  changes(query?: ChangeQuery): AsyncIterable<Change>
  lastSeq(): Promise<number>
  /** Content by hash, as long as it is kept. */
  content(hash: string): Promise<string | undefined>
  search(
    text: string,
    options?: { readonly types?: readonly string[]; readonly limit?: number },
  ): Promise<readonly SearchHit[]>

  putRun(run: Run): Promise<void>
  run(id: string): Promise<Run | undefined>
  /** Newest first. */
  runs(query?: {
    readonly source?: string
    readonly state?: RunState
    readonly limit?: number
    readonly since?: Instant
  }): Promise<readonly Run[]>
  /** Findings of the last run of each source that had any (or of the run named). */
  findings(query: {
    readonly run?: string
    readonly source?: string
    readonly iri?: string
  }): AsyncIterable<StoredFinding & { readonly source: string; readonly run: string }>
  decisions(query?: {
    readonly iri?: string
    readonly source?: string
    readonly limit?: number
  }): Promise<readonly StoredDecision[]>
  putDecision(decision: StoredDecision): Promise<void>

  documents(source: string): Promise<readonly StoredDocument[]>
  /** Stores bytes under their SHA-256 (compressed); gives the hash. */
  putBlob(bytes: Uint8Array): Promise<string>
  blob(hash: string): Promise<Uint8Array | undefined>

  /** The pages that a reading under way, or one that broke off, has fetched; without their bytes. */
  journal(source: string): Promise<readonly { readonly url: string; readonly about: unknown }[]>
  journalPage(source: string, url: string): Promise<Uint8Array | undefined>
  /** Keeps a page at once, until a batch of the source has `endsReading`. `about` is plain JSON. */
  putJournalPage(
    source: string,
    page: { readonly url: string; readonly about: unknown; readonly bytes: Uint8Array },
  ): Promise<void>

  clientState(source: string): Promise<Readonly<Record<string, string>>>
  scores(query?: {
    readonly source?: string
    readonly iri?: string
    readonly method?: string
    readonly since?: Instant
  }): Promise<readonly StoredScore[]>
  putScores(scores: readonly StoredScore[]): Promise<void>

  /** Takes or renews the right to work on something until `now + ttlMs`; false when somebody else has it. */
  claim(
    what: string,
    options: { readonly owner: string; readonly now: Instant; readonly ttlMs: number },
  ): Promise<boolean>
  release(what: string, owner: string): Promise<void>
  /** Who has the right to work on something now; undefined when nobody has. */
  holder(what: string, now: Instant): Promise<string | undefined>

  /** How far a projection (a SPARQL store, an index) has come in the history; 0 at first. */
  cursor(projection: string): Promise<number>
  putCursor(projection: string, seq: number): Promise<void>

  counts(): Promise<StoreCounts>
  /** The current state as canonical N-Quads, one named graph per source, sorted; the same for the same content, however it came to be. */
  dump(options?: { readonly isUnited?: boolean; readonly at?: Instant }): AsyncIterable<string>
  /** Everything but raw answers as JSON Lines, ordered. */
  exportAll(): AsyncIterable<string>
  /** Fills an empty store with what `exportAll` gave. */
  importAll(lines: AsyncIterable<string>): Promise<void>
  /** Recomputes hashes, references, suppressions; yields what is wrong. */
  verify(): AsyncIterable<StoreFault>
  /** Makes again what can be derived: suppressions, the search index. */
  rebuild(): Promise<void>
  /** Drops runs, findings and raw answers older than `before` that nothing needs; history and contents only when asked. */
  gc(options: {
    readonly before: Instant
    readonly history?: boolean
  }): Promise<{ readonly runs: number; readonly blobs: number; readonly changes: number }>
  /** PostgreSQL only: for a job queue that lives in the same database (the interface that pg-boss asks for). */
  readonly executeSql?: (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>
  close(): Promise<void>
}
