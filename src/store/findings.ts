// The findings of runs.
import type { Engine } from './engine.ts'
import { unpacked } from './pack.ts'
import type { StoredFinding } from './types.ts'

/** The findings of one run, or of the newest run of each source that recorded any. */
export async function* readFindings(
  { db }: Engine,
  { run, source, iri }: { readonly run?: string; readonly source?: string; readonly iri?: string },
): AsyncIterable<StoredFinding & { readonly source: string; readonly run: string }> {
  let select = db
    .selectFrom('finding')
    .innerJoin('run', 'run.id', 'finding.run')
    .select(['finding.run', 'finding.source'])
    .orderBy('finding.source')
    .orderBy('run.started', 'desc')
    .orderBy('run.id', 'desc')
  if (source !== undefined) select = select.where('finding.source', '=', source)
  if (run !== undefined) select = select.where('finding.run', '=', run)
  else if (iri !== undefined && source === undefined) {
    // What a finding is about need not be an entity: then every source is looked through.
    const owners = await db.selectFrom('entity').select('source').where('iri', '=', iri).execute()
    if (owners.length > 0)
      select = select.where(
        'finding.source',
        'in',
        owners.map((each) => each.source),
      )
  }
  const newest = new Map<string, string>()
  for (const row of await select.execute()) if (!newest.has(row.source)) newest.set(row.source, row.run)
  for (const [from, id] of newest) {
    const { bytes } = await db
      .selectFrom('finding')
      .select('bytes')
      .where('run', '=', id)
      .executeTakeFirstOrThrow()
    for (const finding of await unpacked<StoredFinding[]>(bytes))
      if (iri === undefined || finding.iri === iri) yield { ...finding, source: from, run: id }
  }
}
