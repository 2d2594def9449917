// Opens a store by its address, and puts the pieces together.
import { GrunddataError, isGrunddataError } from '../errors.ts'
import { applyBatch } from './apply.ts'
import { countStore, rebuildStore } from './care.ts'
import { dump } from './dump.ts'
import type { Engine } from './engine.ts'
import { exportAll, importAll } from './export.ts'
import { readFindings } from './findings.ts'
import { collectGarbage } from './garbage.ts'
import { createJournal } from './journal.ts'
import { createKeep } from './keep.ts'
import { migrate } from './migrations.ts'
import { readChanges, readEntities, readEntity } from './read.ts'
import type { Store } from './types.ts'
import { verifyStore } from './verify.ts'

/**
 * Opens (and makes, or brings up to date) a store: the path of a SQLite file, `sqlite:path`, `:memory:`, or
 * `postgres://…`. Throws STORE_UNREACHABLE.
 */
export async function openStore(url: string): Promise<Store> {
  const shown = url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1@')
  let engine: Engine | undefined
  try {
    engine = await openEngine(url)
    await migrate(engine)
    return storeOf(engine, shown)
  } catch (error) {
    await engine?.close().catch(() => {})
    if (isGrunddataError(error) && error.code !== 'STORE_UNREACHABLE') throw error
    const cause = isGrunddataError(error) ? (error.cause ?? error) : error
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new GrunddataError(
      'STORE_UNREACHABLE',
      {
        sv: `Lagret ${shown} går inte att öppna: ${reason}.`,
        en: `The store ${shown} cannot be opened: ${reason}.`,
      },
      {
        cause,
        hint: {
          sv: 'Ange en fil som du får skriva till, eller en adress som börjar med postgres://.',
          en: 'Give a file that you may write to, or an address that begins with postgres://.',
        },
      },
    )
  }
}

async function openEngine(url: string): Promise<Engine> {
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres.ts')).openPostgres(url)
  return (await import('./sqlite.ts')).openSqlite(url.replace(/^sqlite:(\/\/)?/, ''))
}

function storeOf(engine: Engine, url: string): Store {
  return {
    url,
    kind: engine.kind,
    ...createKeep(engine),
    ...createJournal(engine),
    apply: (batch) => applyBatch(engine, batch),
    entities: (query) => readEntities(engine, query),
    entity: (iri, options) => readEntity(engine, iri, options),
    changes: (query) => readChanges(engine, query),
    findings: (query) => readFindings(engine, query),
    search: (text, { types = [], limit = 20 } = {}) => engine.search(text, types, limit),
    counts: () => countStore(engine),
    dump: (options) => dump(engine, options),
    exportAll: () => exportAll(engine),
    importAll: (lines) => importAll(engine, lines),
    verify: () => verifyStore(engine),
    rebuild: () => rebuildStore(engine, new Date().toISOString()),
    gc: (options) => collectGarbage(engine, options),
    ...(engine.executeSql && { executeSql: engine.executeSql }),
    close: () => engine.close(),
  }
}
