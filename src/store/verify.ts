// Whether everything in a store is as it should be: contents, references, history, suppressions.
import { sql } from 'kysely'
import type { Text } from '../finding.ts'
import { contentHash } from '../rdf/index.ts'
import type { Engine } from './engine.ts'
import { publicStates, type StoreFault } from './types.ts'
import { byKey, type Candidate } from './winners.ts'

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
