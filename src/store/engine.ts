// What differs between the engines, and nothing else: how they are opened, locked, filled and searched.
import type { Db, Schema, Tx } from './schema.ts'
import type { SearchHit } from './types.ts'

/** Column → type, for writing many rows at once. */
export type Columns = Readonly<Record<string, 'text' | 'int' | 'real' | 'bytes'>>

export interface BulkInsert {
  readonly table: keyof Schema
  readonly columns: Columns
  /** Rows that collide on these columns replace (`update`) the old one or are left out (`skip`). */
  readonly key: readonly string[]
  readonly onConflict: 'update' | 'skip'
}

/** A text of an entity for searching. */
export interface SearchText {
  readonly source: string
  readonly iri: string
  readonly title: string
  readonly words: string
}

export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  readonly db: Db
  /** A transaction that will write: nobody else writes until it ends. */
  readonly writing: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly bulk: (tx: Db | Tx, insert: BulkInsert, rows: readonly object[]) => Promise<void>
  readonly putSearchTexts: (tx: Tx, texts: readonly SearchText[]) => Promise<void>
  readonly dropSearchTexts: (tx: Tx, source: string, iris: readonly string[]) => Promise<void>
  readonly search: (text: string, types: readonly string[], limit: number) => Promise<readonly SearchHit[]>
  readonly executeSql?: (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>
  readonly close: () => Promise<void>
}
