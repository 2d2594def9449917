// Looking after a store: is everything as it should be, make again what can be made again, drop what nobody needs.
import { sql } from 'kysely'
import type { Text } from '../finding.ts'
import { contentHash } from '../rdf/index.ts'
import { searchText } from './apply.ts'
import type { Engine } from './engine.ts'
import { readEntities } from './read.ts'
import type { ChangeRow } from './schema.ts'
import { into } from './tables.ts'
import { type EntityState, publicStates, type StoreCounts, type StoreFault } from './types.ts'
import { arbitrate, byKey, type Candidate } from './winners.ts'
import { laterThan, type Writing } from './writing.ts'

const none: Readonly<Record<EntityState, number>> = { current: 0, stale: 0, missing: 0, held: 0, gone: 0 }

export async function countStore({ db }: Engine): Promise<StoreCounts> {
  const { rows: states } = await sql<{ state: EntityState; n: number }>`
    select state, count(*) as n from entity group by state order by state`.execute(db)
  const { rows } = await sql<
    Record<'sources' | 'suppressed' | 'changes' | 'runs' | 'blobs' | 'bytes', number>
  >`
    select (select count(*) from source) as sources,
      (select count(*) from entity where suppressed_source is not null) as suppressed,
      (select count(*) from change) as changes, (select count(*) from run) as runs,
      (select count(*) from blob) as blobs, (select coalesce(sum(length(bytes)), 0) from blob) as bytes`.execute(
    db,
  )
  const [{ bytes, ...counts }] = rows
  const entities = { ...none, ...Object.fromEntries(states.map(({ state, n }) => [state, Number(n)])) }
  const numbers = Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, Number(n)]))
  return { ...(numbers as Omit<StoreCounts, 'entities' | 'blobBytes'>), entities, blobBytes: Number(bytes) }
}

export async function* verifyStore(engine: Engine): AsyncIterable<StoreFault> {
  yield* wrongContents(engine)
  yield* brokenReferences(engine)
  yield* wrongHistory(engine)
  yield* wrongSuppressions(engine)
}

async function* wrongContents({ db }: Engine): AsyncIterable<StoreFault> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('content')
      .select(['hash', 'nquads'])
      .where('hash', '>', last)
      .orderBy('hash')
      .limit(1_000)
      .execute()
    for (const { hash, nquads } of rows)
      if (contentHash(nquads) !== hash)
        yield {
          kind: 'content',
          message: {
            sv: `Innehållet ${hash} är inte vad det var.`,
            en: `The content ${hash} is not what it was.`,
          },
        }
    if (rows.length < 1_000) return
    last = rows[rows.length - 1].hash
  }
}

async function* brokenReferences({ db }: Engine): AsyncIterable<StoreFault> {
  const lost: Text = { sv: 'Innehållet finns inte längre.', en: 'The content is no longer there.' }
  const { rows } = await sql<{ source: string; iri: string }>`
    select e.source, e.iri from entity e left join content c on c.hash = e.hash where c.hash is null
    order by e.source, e.iri`.execute(db)
  for (const row of rows) yield { kind: 'reference', ...row, message: lost }
  const blobs = new Set((await db.selectFrom('blob').select('hash').execute()).map(({ hash }) => hash))
  const documents = await db.selectFrom('document').selectAll().orderBy('source').orderBy('url').execute()
  for (const { source, url, blobs: needed } of documents)
    if (JSON.parse(needed).some((hash: string) => !blobs.has(hash)))
      yield {
        kind: 'document',
        source,
        iri: url,
        message: { sv: 'Råsvaret finns inte längre.', en: 'The raw answer is no longer there.' },
      }
}

/** What is shown must be what the last change of the history says. */
async function* wrongHistory({ db }: Engine): AsyncIterable<StoreFault> {
  const { rows } = await sql<{ source: string; iri: string }>`
    select e.source, e.iri from entity e left join (
      select source, iri, max(seq) as seq from change where kind in ('create', 'update', 'delete') group by source, iri) l
      on l.source = e.source and l.iri = e.iri
    left join change c on c.seq = l.seq
    where e.state <> 'held' and (c.seq is null or c.hash <> e.hash or (c.kind = 'delete') <> (e.state = 'gone'))
    order by e.source, e.iri`.execute(db)
  for (const row of rows)
    yield {
      kind: 'history',
      ...row,
      message: { sv: 'Historiken säger något annat.', en: 'The history says something else.' },
    }
  const counter = await db.selectFrom('counter').select('seq').executeTakeFirstOrThrow()
  const last = await db
    .selectFrom('change')
    .select((is) => is.fn.max('seq').as('seq'))
    .executeTakeFirst()
  if (Number(last?.seq ?? 0) > counter.seq)
    yield {
      kind: 'counter',
      message: { sv: 'Räkneverket är efter historiken.', en: 'The counter is behind the history.' },
    }
}

async function* wrongSuppressions({ db }: Engine): AsyncIterable<StoreFault> {
  const candidates = (await db
    .selectFrom('entity')
    .innerJoin('source', 'source.id', 'entity.source')
    .selectAll('entity')
    .select(['source.rank', 'source.rank_reason', 'source.ord'])
    .where('entity.state', 'in', [...publicStates])
    .where((is) =>
      is.or([
        is('entity.suppressed_source', 'is not', null),
        is(
          'entity.key',
          'in',
          db
            .selectFrom('entity')
            .select('key')
            .where('state', 'in', [...publicStates])
            .groupBy('key')
            .having((h) => h.fn.countAll(), '>', 1),
        ),
      ]),
    )
    .execute()) as Candidate[]
  for (const [winner, ...losers] of byKey(candidates)) {
    const { source, iri } = winner
    const message = { sv: 'Fel beskrivning visas.', en: 'The wrong description is shown.' }
    if (winner.suppressed_source !== null) yield { kind: 'duplicate', source, iri, message }
    for (const loser of losers)
      if (loser.suppressed_source !== source || loser.suppressed_iri !== iri)
        yield { kind: 'duplicate', source: loser.source, iri: loser.iri, message }
  }
}

/** Arbitrates all duplicates again (after a change of ranks) and fills the search index anew. */
export async function rebuildStore(engine: Engine, time: string): Promise<void> {
  await engine.writing(async (tx) => {
    const counter = await tx.selectFrom('counter').selectAll().executeTakeFirstOrThrow()
    let seq = counter.seq
    const changes: ChangeRow[] = []
    const batch = { source: '', time, run: 'rebuild' }
    const later = laterThan(counter.time, time)
    const writing: Writing = { engine, tx, batch, time: later, changes, nextSeq: () => ++seq }
    const keys = await tx.selectFrom('entity').select('key').distinct().execute()
    await arbitrate(writing, new Set(keys.map(({ key }) => key)))
    await engine.bulk(tx, into.change, changes)
    if (seq > counter.seq)
      await tx.updateTable('counter').set({ seq, time: later }).where('id', '=', 1).execute()
  })
  const sources = await engine.db.selectFrom('source').select('id').execute()
  for (const { id } of sources) {
    let texts = []
    for await (const entity of readEntities(engine, { source: id })) {
      texts.push(searchText(id, entity))
      if (texts.length === 500) {
        const part = texts
        texts = []
        await engine.writing((tx) => engine.putSearchTexts(tx, part))
      }
    }
    await engine.writing((tx) => engine.putSearchTexts(tx, texts))
  }
}

export async function collectGarbage(
  engine: Engine,
  { before, history = false }: { readonly before: string; readonly history?: boolean },
): Promise<{ readonly runs: number; readonly blobs: number; readonly changes: number }> {
  return engine.writing(async (tx) => {
    const count = async (query: ReturnType<typeof sql>) =>
      Number((await query.execute(tx)).numAffectedRows ?? 0)
    await sql`delete from finding where run in (select id from run where started < ${before}
      and id not in (select r.id from run r join (select source, max(started) as started from run group by source) l
        on l.source = r.source and l.started = r.started))
      and run not in (select f.run from (select source, max(run) as run from finding group by source) f)`.execute(
      tx,
    )
    const runs =
      await count(sql`delete from run where started < ${before} and state not in ('held', 'running')
      and not exists (select 1 from finding f where f.run = run.id)
      and started < (select max(r.started) from run r where r.source = run.source)`)
    const changes = history
      ? await count(sql`delete from change where time < ${before} and seq not in (
          select max(seq) from change where kind in ('create', 'update', 'delete') group by source, iri)
          and seq not in (select max(seq) from change where kind in ('create', 'suppress', 'reveal') group by source, iri)`)
      : 0
    if (history)
      await sql`delete from content where hash not in (select hash from change) and hash not in (select hash from entity)`.execute(
        tx,
      )
    const { rows: plans } = await sql<{ body: string }>`select body from run where state = 'held'`.execute(tx)
    const documents = await tx.selectFrom('document').select('blobs').execute()
    const kept = new Set<string>([
      ...plans.flatMap(({ body }) => JSON.parse(body).plan ?? []),
      ...documents.flatMap(({ blobs }) => JSON.parse(blobs)),
    ])
    const old = await tx.selectFrom('blob').select('hash').where('stored', '<', before).execute()
    const unneeded = old.map(({ hash }) => hash).filter((hash) => !kept.has(hash))
    for (let start = 0; start < unneeded.length; start += 5_000)
      await tx
        .deleteFrom('blob')
        .where('hash', 'in', unneeded.slice(start, start + 5_000))
        .execute()
    const blobs = unneeded.length
    return { runs, blobs, changes }
  })
}
