// PostgreSQL as the same store, for several machines. Writers take turns by an advisory lock that ends with the
// transaction: sequence numbers come in the order of commits, and nobody waits for half a duplicate.
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { conflict } from './conflict.ts'
import type { BulkInsert, Columns, Engine, SearchText } from './engine.ts'
import { reachable, told } from './postgres-lost.ts'
import type { Db, Schema, Tx } from './schema.ts'
import { searchWords } from './search-words.ts'
import type { SearchHit } from './types.ts'

/** The lock of whoever writes; any number that no other program on the database uses. */
const WRITER = 7_236_405_510

const INT8 = 20
const MAX_CONNECTIONS = 8
/** PostgreSQL gives up on vectors of more than a megabyte. */
const MAX_WORDS = 200_000

/** Opens `postgres://user@host/database`. Throws what pg throws. */
export function openPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    application_name: 'grunddata',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8
          ? Number
          : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that is cut while it rests is replaced by the next one that is needed.
  pool.on('error', () => {})
  // One that is cut in the middle of a transaction fails the transaction; it must not end the process too.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: reachable(pool) }) })
  return {
    kind: 'postgres',
    db,
    writing: (work) =>
      db.transaction().execute(async (tx) => {
        await sql`select pg_advisory_xact_lock(${WRITER})`.execute(tx)
        return work(tx)
      }),
    bulk,
    putSearchTexts,
    dropSearchTexts: async (tx, source, iris) => {
      if (iris.length > 0)
        await sql`delete from entity_text where source = ${source} and iri = any(${[...iris]}::text[])`.execute(
          tx,
        )
    },
    search: (text, types, limit) => search(db, text, { types, limit }),
    executeSql: (text, values) =>
      told(() => (values === undefined ? pool.query(text) : pool.query(text, values))),
    close: () => db.destroy(),
  }
}

const types: Readonly<Record<Columns[string], string>> = {
  text: 'text',
  int: 'bigint',
  real: 'double precision',
  bytes: 'bytea',
}

const ROWS_AT_ONCE = 5_000

/** One parameter for each column, however many the rows. */
async function bulk(tx: Db | Tx, insert: BulkInsert, rows: readonly object[]): Promise<void> {
  const names = Object.keys(insert.columns)
  const arrays = names.map((name, i) => `$${i + 1}::${types[insert.columns[name]]}[]`)
  const text = `insert into ${insert.table} (${names.join(',')}) select * from unnest(${arrays.join(',')}) ${conflict(insert)}`
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const part = rows.slice(start, start + ROWS_AT_ONCE) as Record<string, unknown>[]
    const values = names.map((name) => part.map((row) => row[name] ?? null))
    await tx.executeQuery(CompiledQuery.raw(text, values))
  }
}

async function putSearchTexts(tx: Tx, texts: readonly SearchText[]): Promise<void> {
  for (let start = 0; start < texts.length; start += ROWS_AT_ONCE) {
    const part = texts.slice(start, start + ROWS_AT_ONCE)
    const column = (of: (text: SearchText) => string) => part.map((text) => of(text).replaceAll('\u0000', ''))
    await sql`
      insert into entity_text (source, iri, words)
      select source, iri, setweight(to_tsvector('swedish', title), 'A') || to_tsvector('swedish', words)
      from unnest(${column(({ source }) => source)}::text[], ${column(({ iri }) => iri)}::text[],
        ${column(({ title }) => title)}::text[], ${column(({ words }) => words.slice(0, MAX_WORDS))}::text[])
        as t (source, iri, title, words)
      on conflict (source, iri) do update set words = excluded.words`.execute(tx)
  }
}

async function search(
  db: Db,
  text: string,
  { types: wanted, limit }: { types: readonly string[]; limit: number },
): Promise<readonly SearchHit[]> {
  const words = searchWords(text)
  if (words.length === 0) return []
  // Prefixes, since Swedish writes compounds together; each word also as it is stemmed.
  const query = words.map((word) => `${word}:*`).join(' & ')
  const narrowed = wanted.length > 0 ? sql`and e.type = any(${[...wanted]}::text[])` : sql``
  const { rows } = await sql<{ source: string; iri: string; type: string; facts: string; rank: number }>`
    select e.source, e.iri, e.type, c.facts, ts_rank(t.words, q.query) as rank
    from to_tsquery('swedish', ${query}) as q (query), entity_text t
    join entity e on e.source = t.source and e.iri = t.iri join content c on c.hash = e.hash
    where t.words @@ q.query and e.suppressed_source is null ${narrowed}
    order by rank desc, e.source, e.iri limit ${limit}`.execute(db)
  return rows.map(({ source, iri, type, facts, rank }) => ({
    source,
    iri,
    type,
    title: JSON.parse(facts).title ?? {},
    score: rank,
  }))
}
