// The steps from an empty database to today's tables, each taken once. Steps are never edited, only added.
import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import type { Db, Tx } from './schema.ts'

type Kind = Engine['kind']

interface Step {
  readonly name: string
  readonly take: (tx: Tx, kind: Kind) => Promise<void>
}

export const steps: readonly Step[] = [
  { name: 'first tables', take: firstTables },
  { name: 'one series of scores for a source', take: oneSeries },
  { name: 'pages of readings under way', take: journal },
]

/** Runs statements of which each is whole. `int` becomes what holds 2^53, `bytes` what holds bytes. */
async function run(tx: Tx, kind: Kind, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    const text = statement
      .replace(/\bint\b/g, kind === 'postgres' ? 'bigint' : 'integer')
      .replace(/\bbytes\b(?= not null)/g, kind === 'postgres' ? 'bytea' : 'blob')
    await sql.raw(text).execute(tx)
  }
}

async function firstTables(tx: Tx, kind: Kind): Promise<void> {
  // Texts are compared byte by byte, so that the order is the same on every engine.
  const text = kind === 'postgres' ? 'text collate "C"' : 'text'
  await run(
    tx,
    kind,
    [
      'create table counter (id int primary key, seq int not null, time TEXT not null)',
      "insert into counter (id, seq, time) values (1, 0, '')",
      `create table source (id TEXT primary key, url TEXT not null, title TEXT, rank int not null,
         rank_reason TEXT not null, ord int not null, settings TEXT not null, life TEXT not null, version int not null)`,
      'create table content (hash TEXT primary key, nquads TEXT not null, facts TEXT not null)',
      `create table entity (source TEXT not null, iri TEXT not null, type TEXT not null, state TEXT not null,
         hash TEXT not null, stable_hash TEXT not null, key TEXT not null, publisher TEXT, is_protected int not null,
         first_seen TEXT not null, last_seen TEXT, changed TEXT not null, run TEXT not null, since TEXT, reason TEXT,
         suppressed_source TEXT, suppressed_iri TEXT, suppressed_reason TEXT, primary key (source, iri))`,
      'create index entity_iri on entity (iri)',
      'create index entity_key on entity (key)',
      'create index entity_type on entity (type, source, iri)',
      'create index entity_publisher on entity (publisher)',
      `create table change (seq int primary key, time TEXT not null, kind TEXT not null, source TEXT not null,
         iri TEXT not null, type TEXT not null, run TEXT not null, hash TEXT not null, is_date_only int not null,
         reason TEXT, other_source TEXT, other_iri TEXT)`,
      'create index change_iri on change (iri, seq)',
      'create index change_source on change (source, seq)',
      'create index change_time on change (time)',
      `create table run (id TEXT primary key, source TEXT not null, state TEXT not null, started TEXT not null,
         body TEXT not null)`,
      'create index run_source on run (source, started)',
      'create index run_started on run (started)',
      'create table finding (run TEXT primary key, source TEXT not null, bytes bytes not null)',
      'create index finding_source on finding (source, run)',
      'create table document (source TEXT not null, url TEXT not null, blobs TEXT not null, condition TEXT not null, primary key (source, url))',
      'create table blob (hash TEXT primary key, size int not null, stored TEXT not null, bytes bytes not null)',
      `create table score (source TEXT not null, iri TEXT not null, method TEXT not null, time TEXT not null,
         points REAL not null, max REAL not null, body TEXT, primary key (source, iri, method, time))`,
      `create table decision (id TEXT primary key, time TEXT not null, kind TEXT not null, key TEXT not null,
         source TEXT not null, iri TEXT not null, body TEXT not null)`,
      'create index decision_iri on decision (iri)',
      'create table client_state (source TEXT not null, key TEXT not null, value TEXT not null, primary key (source, key))',
      'create table claim (what TEXT primary key, owner TEXT not null, until TEXT not null)',
      'create table cursor (projection TEXT primary key, seq int not null)',
    ].map((statement) =>
      statement
        .replaceAll('TEXT', text)
        .replaceAll('REAL', kind === 'postgres' ? 'double precision' : 'real'),
    ),
  )
  await run(
    tx,
    kind,
    kind === 'postgres'
      ? [
          'create table entity_text (source text collate "C" not null, iri text collate "C" not null, words tsvector not null, primary key (source, iri))',
          'create index entity_text_words on entity_text using gin (words)',
        ]
      : [
          // Å is not A: diacritics are kept. Prefixes, since Swedish writes compounds together.
          "create virtual table entity_text using fts5(source unindexed, iri unindexed, title, words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')",
          'create table entity_text_row (source text not null, iri text not null, id integer not null, primary key (source, iri))',
        ],
  )
}

/** Scores of whole sources were kept under the name of their graph too: they join the series without an address. */
async function oneSeries(tx: Tx): Promise<void> {
  const ofGraphs = sql`iri like 'https://w3id.org/grunddata/source/%'`
  await sql`update score set iri = '' where ${ofGraphs} and not exists (
    select 1 from score o where o.source = score.source and o.iri = '' and o.method = score.method
      and o.time = score.time)`.execute(tx)
  await sql`delete from score where ${ofGraphs}`.execute(tx)
}

async function journal(tx: Tx, kind: Kind): Promise<void> {
  const text = kind === 'postgres' ? 'text collate "C"' : 'text'
  await run(tx, kind, [
    `create table journal (source ${text} not null, url ${text} not null, stored ${text} not null,
       about ${text} not null, bytes bytes not null, primary key (source, url))`,
  ])
}

/** Takes the steps that are left. Several processes may open the store at the same time. */
export async function migrate(engine: Engine): Promise<void> {
  const { db, kind } = engine
  if ((await taken(db)) >= steps.length) return
  await engine.writing(async (tx) => {
    await sql
      .raw('create table if not exists migration (id integer primary key, name text not null)')
      .execute(tx)
    const done = await taken(tx)
    for (const [i, step] of steps.entries()) {
      if (i < done) continue
      await step.take(tx, kind)
      await sql`insert into migration (id, name) values (${i + 1}, ${step.name})`.execute(tx)
    }
  })
}

/** How many steps the database has taken; none when it is new. */
async function taken(db: Db | Tx): Promise<number> {
  try {
    const { rows } = await sql<{ n: number }>`select count(*) as n from migration`.execute(db)
    return Number(rows[0].n)
  } catch (error) {
    if (error instanceof Error && /no such table|does not exist/.test(error.message)) return 0
    throw error
  }
}
