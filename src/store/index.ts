// What is kept: entities and their life stories, in SQLite or PostgreSQL behind one interface. The only module that
// imports kysely and the drivers. Start reading at types.ts.
import type { Store } from './types.ts'

export { sourceGraph } from './dump-graph.ts'
export { literalTexts, searchWords } from './search-words.ts'
export type {
  Applied,
  Batch,
  Change,
  ChangeKind,
  ChangeQuery,
  Entity,
  EntityContent,
  EntityQuery,
  EntityState,
  Fault,
  Instant,
  LifeChange,
  Run,
  RunCounts,
  RunState,
  SearchHit,
  SourceLife,
  SourceState,
  Store,
  StoreCounts,
  StoredDecision,
  StoredDocument,
  StoredFinding,
  StoredScore,
  StoredSource,
  StoreFault,
  Suppression,
  Upsert,
} from './types.ts'
export { publicStates } from './types.ts'

/**
 * Opens (makes, or brings up to date) a store: the path of a SQLite file, `sqlite:path`, `:memory:`, or `postgres://…`.
 * Throws STORE_UNREACHABLE. Close it when done. The drivers are loaded when the first store is opened.
 */
export async function openStore(url: string): Promise<Store> {
  return (await import('./open.ts')).openStore(url)
}
