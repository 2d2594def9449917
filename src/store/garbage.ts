// Dropping what nobody needs.
import { sql } from 'kysely'
import type { Engine } from './engine.ts'

/** Runs, raw answers and pages of unfinished readings older than `before`; with `history` also versions that are not the last. */
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
    await tx.deleteFrom('journal').where('stored', '<', before).execute()
    return { runs, blobs, changes }
  })
}
