// Looking after a store: how much there is, and making again what can be made again.
import { sql } from 'kysely'
import { searchText } from './apply.ts'
import type { Engine } from './engine.ts'
import { readEntities } from './read.ts'
import type { ChangeRow } from './schema.ts'
import { into } from './tables.ts'
import type { EntityState, StoreCounts } from './types.ts'
import { arbitrate } from './winners.ts'
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
