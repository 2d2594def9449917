// The embedded engine: SQLite in WAL mode by libsql. Several processes may read and write one file.
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import Database from 'libsql'
import { conflict } from './conflict.ts'
import type { BulkInsert, Engine, SearchText } from './engine.ts'
import type { Db, Schema, Tx } from './schema.ts'
import { searchWords } from './search-words.ts'
import type { SearchHit } from './types.ts'

/** How long one writer waits for another to finish. */
const BUSY_MS = 120_000
/** SQLite takes 32 766 parameters in a statement. */
const MAX_PARAMETERS = 30_000

/** Opens a file, `:memory:` for one that is gone when closed. Throws what libsql throws. */
export function openSqlite(path: string): Engine {
  if (path !== ':memory:') mkdirSync(dirname(resolve(path)), { recursive: true })
  const database = new Database(path)
  database.pragma('busy_timeout = 10000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
  database.pragma('cache_size = -65536')
  database.pragma('busy_timeout = 10')
  const db = new Kysely<Schema>({
    dialect: {
      createDriver: () => driver(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createAdapter: () => new SqliteAdapter(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    },
  })
  return {
    kind: 'sqlite',
    db,
    writing: (work) => db.transaction().execute(work),
    bulk,
    putSearchTexts,
    dropSearchTexts,
    search: (text, types, limit) => search(db, text, { types, limit }),
    close: () => db.destroy(),
  }
}

/**
 * Kysely's driver, but transactions take the right to write at once (a later upgrade could fail), and waiting for
 * another writer does not block this process, which may be that writer.
 */
function driver(database: Database.Database): Driver {
  const own = new SqliteDriver({ database: database as unknown as SqliteDatabase })
  let patient: DatabaseConnection | undefined
  return {
    init: () => own.init(),
    acquireConnection: async () => {
      const connection = await own.acquireConnection()
      patient ??= patientConnection(database, connection)
      return patient
    },
    beginTransaction: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    commitTransaction: (connection) => own.commitTransaction(connection),
    rollbackTransaction: (connection) => own.rollbackTransaction(connection),
    releaseConnection: () => own.releaseConnection(),
    destroy: () => own.destroy(),
  }
}

/**
 * A statement that finds the file busy is tried again as the same statement: libsql leaves it under way, and one that is
 * under way keeps every later transaction of its connection from ending.
 */
function patientConnection(database: Database.Database, connection: DatabaseConnection): DatabaseConnection {
  return {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => {
      const deadline = Date.now() + BUSY_MS
      let statement: Database.Statement | undefined
      for (;;) {
        try {
          statement ??= database.prepare(sql)
          return executed<R>(statement, parameters)
        } catch (error) {
          if (!isBusy(error) || Date.now() > deadline) throw error
          await sleep(5 + Math.random() * 20)
        }
      }
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  }
}

function executed<R>(statement: Database.Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

async function bulk(tx: Db | Tx, insert: BulkInsert, rows: readonly object[]): Promise<void> {
  const names = Object.keys(insert.columns)
  const perStatement = Math.max(1, Math.floor(MAX_PARAMETERS / names.length))
  for (let start = 0; start < rows.length; start += perStatement) {
    const part = rows.slice(start, start + perStatement) as Record<string, unknown>[]
    const one = `(${names.map(() => '?').join(',')})`
    const text = `insert into ${insert.table} (${names.join(',')}) values ${part.map(() => one).join(',')} ${conflict(insert)}`
    const values = part.flatMap((row) => names.map((name) => row[name] ?? null))
    await tx.executeQuery(CompiledQuery.raw(text, values))
  }
}

/** FTS5 finds rows by number only, so a table beside it leads from the entity to the number. */
async function putSearchTexts(tx: Tx, texts: readonly SearchText[]): Promise<void> {
  if (texts.length === 0) return
  // Of two texts for one entity the last holds.
  const rows = [...new Map(texts.map((text) => [`${text.source} ${text.iri}`, text])).values()]
  for (const source of new Set(rows.map((row) => row.source)))
    await dropSearchTexts(
      tx,
      source,
      rows.filter((row) => row.source === source).map(({ iri }) => iri),
    )
  const { rows: last } = await sql<{ id: number | null }>`select max(id) as id from entity_text_row`.execute(
    tx,
  )
  const numbered = rows.map((row, i) => ({ ...row, id: Number(last[0].id ?? 0) + 1 + i }))
  for (const part of parts(numbered, 4)) {
    const values = part.map(
      ({ id, source, iri, title, words }) => sql`(${id}, ${source}, ${iri}, ${title}, ${words})`,
    )
    await sql`insert into entity_text (rowid, source, iri, title, words) values ${sql.join(values)}`.execute(
      tx,
    )
    const places = part.map(({ id, source, iri }) => sql`(${source}, ${iri}, ${id})`)
    await sql`insert into entity_text_row (source, iri, id) values ${sql.join(places)}`.execute(tx)
  }
}

async function dropSearchTexts(tx: Tx, source: string, iris: readonly string[]): Promise<void> {
  for (const part of parts(iris, 1)) {
    const these = sql`source = ${source} and iri in (${sql.join(part)})`
    await sql`delete from entity_text where rowid in (select id from entity_text_row where ${these})`.execute(
      tx,
    )
    await sql`delete from entity_text_row where ${these}`.execute(tx)
  }
}

/** Rows in lots that one statement takes. */
function* parts<Row>(rows: readonly Row[], parameters: number): Generator<readonly Row[]> {
  const size = Math.max(1, Math.floor(MAX_PARAMETERS / (parameters + 1)))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

async function search(
  db: Db,
  text: string,
  { types, limit }: { types: readonly string[]; limit: number },
): Promise<readonly SearchHit[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  const query = words.map((word) => `"${word}"*`).join(' ')
  const narrowed = types.length > 0 ? sql`and e.type in (${sql.join(types)})` : sql``
  const { rows } = await sql<{ source: string; iri: string; type: string; facts: string; rank: number }>`
    select e.source, e.iri, e.type, c.facts, bm25(entity_text, 0, 0, 5, 1) as rank
    from entity_text t join entity e on e.source = t.source and e.iri = t.iri join content c on c.hash = e.hash
    where entity_text match ${query} and e.suppressed_source is null ${narrowed}
    order by rank, e.source, e.iri limit ${limit}`.execute(db)
  return rows.map(({ source, iri, type, facts, rank }) => ({
    source,
    iri,
    type,
    title: JSON.parse(facts).title ?? {},
    score: -rank,
  }))
}
