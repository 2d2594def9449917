// The one way that entities change: a batch of one source in one transaction, with its changes in the history,
// its duplicates arbitrated, its findings, documents and client state beside it. All of it or nothing.

import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import type { Engine } from './engine.ts'
import { packed } from './pack.ts'
import { contentRow, runRow } from './rows.ts'
import type { EntityRow, Tx } from './schema.ts'
import { literalTexts } from './search-words.ts'
import { into } from './tables.ts'
import type { Applied, Batch, SourceLife, Upsert } from './types.ts'
import { arbitrate } from './winners.ts'
import { laterThan, record, type Writing } from './writing.ts'

export async function applyBatch(engine: Engine, batch: Batch): Promise<Applied> {
  // Before the transaction: whoever waits within one lets other work of this process make it long.
  const findings = batch.findings && (await packed(batch.findings))
  return engine.writing(async (tx) => {
    const counter = await tx.selectFrom('counter').selectAll().where('id', '=', 1).executeTakeFirstOrThrow()
    let seq = counter.seq
    const { version, life } = await nextVersion(tx, batch)
    const writing: Writing = {
      ...(life && { life }),
      engine,
      tx,
      batch,
      time: laterThan(counter.time, batch.time),
      changes: [],
      nextSeq: () => ++seq,
    }
    const tally = await writeEntities(writing)
    const suppressed = await arbitrate(writing, tally.keys)
    await engine.bulk(tx, into.change, writing.changes)
    await writeBeside(writing, findings)
    if (seq > counter.seq)
      await tx.updateTable('counter').set({ seq, time: writing.time }).where('id', '=', 1).execute()
    const { keys: _, ...counts } = tally
    return { ...counts, suppressed, seq, version }
  })
}

async function nextVersion(
  tx: Tx,
  batch: Batch,
): Promise<{ readonly version: number; readonly life?: SourceLife }> {
  const known = await tx
    .selectFrom('source')
    .select(['version', 'life'])
    .where('id', '=', batch.source)
    .executeTakeFirst()
  if (!known)
    throw new GrunddataError('STORE_INVALID', {
      sv: `Källan ${batch.source} finns inte i lagret.`,
      en: `The source ${batch.source} is not in the store.`,
    })
  if (batch.version !== undefined && batch.version !== known.version)
    throw new GrunddataError(
      'STORE_CONFLICT',
      {
        sv: `Källan ${batch.source} ändrades av någon annan under tiden.`,
        en: `The source ${batch.source} was changed by somebody else in the meantime.`,
      },
      { hint: { sv: 'Kör skörden en gång till.', en: 'Run the harvest once more.' } },
    )
  const version = known.version + 1
  const life = batch.life?.(JSON.parse(known.life))
  await tx
    .updateTable('source')
    .set({ version, ...(life && { life: JSON.stringify(life) }) })
    .where('id', '=', batch.source)
    .execute()
  return { version, ...(life && { life }) }
}

interface Tally extends Omit<Applied, 'suppressed' | 'seq' | 'version'> {
  /** Keys whose duplicates must be looked at again. */
  readonly keys: ReadonlySet<string>
}

async function writeEntities(writing: Writing): Promise<Tally> {
  const { tx, engine, batch, time } = writing
  const { upserts = [], deletes = [], missing = [], seen = [] } = batch
  const named = [...upserts, ...deletes, ...missing].map(({ iri }) => iri)
  const old = await rowsOf(tx, batch.source, [...named, ...seen])
  const keys = new Set<string>()
  const rows = new Map<string, EntityRow>()
  const dropped: string[] = []
  const counts = { created: 0, updated: 0, deleted: 0, unchanged: 0, dateOnly: 0 }
  const touch = (before: EntityRow | undefined, after: EntityRow) => {
    if (before) keys.add(before.key)
    keys.add(after.key)
    rows.set(after.iri, after)
  }
  for (const upsert of upserts) {
    const before = old.get(upsert.iri)
    const after = upserted(before, upsert, writing)
    if (after === before) {
      counts.unchanged++
      continue
    }
    touch(before, after)
    const isShown = before !== undefined && before.state !== 'gone' && before.state !== 'held'
    if (upsert.state === 'held' || (isShown && before.hash === after.hash)) continue
    const isDateOnly = isShown && before.stable_hash === after.stable_hash
    if (!isShown) counts.created++
    else counts.updated++
    if (isDateOnly) counts.dateOnly++
    record(writing, isShown ? 'update' : 'create', after, { isDateOnly })
  }
  for (const { iri, reason } of deletes) {
    const before = old.get(iri)
    if (!before || before.state === 'gone') continue
    if (before.state === 'held') {
      await tx.deleteFrom('entity').where('source', '=', batch.source).where('iri', '=', iri).execute()
      continue
    }
    touch(before, {
      ...unsuppressed(before),
      ...standing('gone', time, reason),
      last_seen: before.last_seen ?? lastRead(writing),
    })
    dropped.push(iri)
    counts.deleted++
    record(writing, 'delete', before, { reason })
  }
  for (const { iri, reason } of missing) {
    const before = old.get(iri)
    if (before && before.state !== 'gone' && before.state !== 'held' && before.state !== 'missing')
      touch(before, { ...before, ...standing('missing', time, reason), last_seen: lastRead(writing) })
  }
  for (const iri of seen) {
    const before = old.get(iri)
    if (before && (before.state === 'missing' || before.state === 'stale'))
      touch(before, { ...before, ...standing('current') })
  }
  await engine.bulk(tx, into.content, upserts.filter(({ iri }) => rows.has(iri)).map(contentRow))
  await engine.bulk(tx, into.entity, [...rows.values()])
  const shown = upserts.filter(({ iri, state }) => rows.has(iri) && state !== 'held')
  await engine.putSearchTexts(
    tx,
    shown.map((upsert) => searchText(batch.source, upsert)),
  )
  await engine.dropSearchTexts(tx, batch.source, dropped)
  return { ...counts, keys }
}

/** The row of an entity after an upsert; the row before when nothing is to be written. */
function upserted(before: EntityRow | undefined, upsert: Upsert, { batch, time }: Writing): EntityRow {
  const isKept = before !== undefined && before.state !== 'gone'
  if (upsert.state === 'held' && isKept && before.state !== 'held') {
    const reason = JSON.stringify(upsert.reason ?? null)
    if (before.state === 'stale' && before.reason === reason) return before
    return {
      ...before,
      ...standing('stale', before.state === 'stale' ? (before.since ?? time) : time, upsert.reason),
    }
  }
  const state = upsert.state ?? 'current'
  if (isKept && before.hash === upsert.hash && before.state === state) return before
  return {
    ...(before ? unsuppressed(before) : nobody),
    source: batch.source,
    iri: upsert.iri,
    type: upsert.type,
    hash: upsert.hash,
    stable_hash: upsert.stableHash,
    key: upsert.key,
    publisher: upsert.publisher ?? null,
    is_protected: upsert.isProtected ? 1 : 0,
    first_seen: before?.first_seen ?? time,
    changed: before?.hash === upsert.hash && isKept ? before.changed : time,
    run: batch.run,
    ...(isKept && {
      suppressed_source: before.suppressed_source,
      suppressed_iri: before.suppressed_iri,
      suppressed_reason: before.suppressed_reason,
    }),
    ...standing(state, state === 'current' ? undefined : time, upsert.reason),
  }
}

const nobody = { suppressed_source: null, suppressed_iri: null, suppressed_reason: null }

function unsuppressed(row: EntityRow): EntityRow {
  return { ...row, ...nobody }
}

/** Columns of a state; a current entity was last seen when its source was. */
function standing(state: string, since?: string, reason?: Text) {
  return {
    state,
    since: since ?? null,
    reason: reason ? JSON.stringify(reason) : null,
    ...(state === 'current' && { last_seen: null }),
    ...(state === 'held' && { last_seen: null }),
  } as Pick<EntityRow, 'state' | 'since' | 'reason'> & { last_seen: string | null }
}

/** When the source was last read, before this batch. */
function lastRead({ batch: { time }, life }: Writing): string {
  return life?.lastRead && life.lastRead < time ? life.lastRead : time
}

const AT_ONCE = 5_000

async function rowsOf(tx: Tx, source: string, iris: readonly string[]): Promise<Map<string, EntityRow>> {
  const found = new Map<string, EntityRow>()
  for (let start = 0; start < iris.length; start += AT_ONCE) {
    const part = iris.slice(start, start + AT_ONCE)
    const rows = await tx
      .selectFrom('entity')
      .selectAll()
      .where('source', '=', source)
      .where('iri', 'in', part)
      .execute()
    for (const row of rows) found.set(row.iri, row)
  }
  return found
}

export function searchText(source: string, { iri, title, nquads }: Pick<Upsert, 'iri' | 'title' | 'nquads'>) {
  return { source, iri, title: Object.values(title ?? {}).join('\n'), words: literalTexts(nquads) }
}

/** Run record, findings, documents, scores, client state; the journal goes. */
async function writeBeside({ engine, tx, batch }: Writing, findings: Uint8Array | undefined): Promise<void> {
  const { source, run, documents, clientState } = batch
  if (batch.runRecord) await engine.bulk(tx, into.run, [runRow(batch.runRecord)])
  if (findings) await engine.bulk(tx, into.finding, [{ run, source, bytes: findings }])
  if (batch.replacesDocuments) await tx.deleteFrom('document').where('source', '=', source).execute()
  if (documents) {
    const rows = documents.map(({ url, blobs, condition }) => ({
      source,
      url,
      blobs: JSON.stringify(blobs),
      condition: JSON.stringify(condition),
    }))
    await engine.bulk(tx, into.document, rows)
  }
  if (batch.scores) {
    const rows = batch.scores.map((score) => ({
      ...score,
      body: score.body === undefined ? null : JSON.stringify(score.body),
    }))
    await engine.bulk(tx, into.score, rows)
  }
  if (batch.endsReading) await tx.deleteFrom('journal').where('source', '=', source).execute()
  for (const [key, value] of Object.entries(clientState ?? {})) {
    if (value === undefined)
      await tx.deleteFrom('client_state').where('source', '=', source).where('key', '=', key).execute()
    else await engine.bulk(tx, into.client_state, [{ source, key, value }])
  }
}
