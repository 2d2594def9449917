// What is kept beside the entities: sources, runs, findings, decisions, raw answers, scores, claims, cursors.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { decisionRow } from './decisions.ts'
import type { Engine } from './engine.ts'
import { runOf, runRow, sourceOf } from './rows.ts'
import type { DecisionRow } from './schema.ts'
import { into } from './tables.ts'
import type { Run, Store, StoredDecision, StoredDocument, StoredScore } from './types.ts'

type Keep = Pick<
  Store,
  | 'putSource'
  | 'sources'
  | 'source'
  | 'changeLife'
  | 'content'
  | 'putRun'
  | 'run'
  | 'runs'
  | 'decisions'
  | 'putDecision'
  | 'documents'
  | 'putBlob'
  | 'blob'
  | 'clientState'
  | 'scores'
  | 'putScores'
  | 'claim'
  | 'release'
  | 'holder'
  | 'cursor'
  | 'putCursor'
  | 'lastSeq'
>

const zip = promisify(gzip)
const unzip = promisify(gunzip)

export function createKeep(engine: Engine): Keep {
  const { db } = engine
  return {
    async putSource({ id, url, title, rank, rankReason, order, settings }, time) {
      const row = {
        id,
        url,
        title: title ?? null,
        rank,
        rank_reason: JSON.stringify(rankReason),
        ord: order,
        settings: JSON.stringify(settings),
      }
      const { id: _, ...changes } = row
      await db
        .insertInto('source')
        .values({ ...row, life: JSON.stringify({ state: 'new', added: time }), version: 0 })
        .onConflict((on) => on.column('id').doUpdateSet(changes))
        .execute()
    },
    async sources() {
      return (await db.selectFrom('source').selectAll().orderBy('ord').orderBy('id').execute()).map(sourceOf)
    },
    async source(id) {
      const row = await db.selectFrom('source').selectAll().where('id', '=', id).executeTakeFirst()
      return row && sourceOf(row)
    },
    async changeLife(source, change) {
      await engine.writing(async (tx) => {
        const known = await tx.selectFrom('source').select('life').where('id', '=', source).executeTakeFirst()
        if (!known) return
        const life = JSON.stringify(change(JSON.parse(known.life)))
        await tx.updateTable('source').set({ life }).where('id', '=', source).execute()
      })
    },
    async content(hash) {
      return (await db.selectFrom('content').select('nquads').where('hash', '=', hash).executeTakeFirst())
        ?.nquads
    },
    async putRun(run: Run) {
      await engine.bulk(db, into.run, [runRow(run)])
    },
    async run(id) {
      const row = await db.selectFrom('run').selectAll().where('id', '=', id).executeTakeFirst()
      return row && runOf(row)
    },
    async runs({ source, state, limit = 100, since } = {}) {
      let select = db
        .selectFrom('run')
        .selectAll()
        .orderBy('started', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
      if (source !== undefined) select = select.where('source', '=', source)
      if (state !== undefined) select = select.where('state', '=', state)
      if (since !== undefined) select = select.where('started', '>=', since)
      return (await select.execute()).map(runOf)
    },
    async decisions({ iri, source, limit = 1_000 } = {}) {
      let select = db.selectFrom('decision').selectAll().orderBy('time', 'desc').orderBy('id').limit(limit)
      if (source !== undefined) select = select.where('source', '=', source)
      if (iri !== undefined)
        select = select.where((is) =>
          is.or([
            is('iri', '=', iri),
            is('key', '=', iri),
            is('body', 'like', `%${JSON.stringify(iri).slice(1, -1)}%`),
          ]),
        )
      return (await select.execute()).map(decisionOf)
    },
    async putDecision(decision) {
      await engine.bulk(db, into.decision, [decisionRow(decision)])
    },
    async documents(source) {
      const rows = await db
        .selectFrom('document')
        .selectAll()
        .where('source', '=', source)
        .orderBy('url')
        .execute()
      return rows.map(
        ({ url, blobs, condition }): StoredDocument => ({
          url,
          blobs: JSON.parse(blobs),
          condition: JSON.parse(condition),
        }),
      )
    },
    async putBlob(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const known = await db.selectFrom('blob').select('hash').where('hash', '=', hash).executeTakeFirst()
      if (known) return hash
      await db
        .insertInto('blob')
        .values({ hash, size: bytes.length, stored: new Date().toISOString(), bytes: await zip(bytes) })
        .onConflict((on) => on.column('hash').doNothing())
        .execute()
      return hash
    },
    async blob(hash) {
      const row = await db.selectFrom('blob').select('bytes').where('hash', '=', hash).executeTakeFirst()
      return row && unzip(Buffer.from(row.bytes))
    },
    async clientState(source) {
      const rows = await db
        .selectFrom('client_state')
        .selectAll()
        .where('source', '=', source)
        .orderBy('key')
        .execute()
      return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
    },
    async scores({ source, iri, method, since } = {}) {
      let select = db
        .selectFrom('score')
        .selectAll()
        .orderBy('time')
        .orderBy('source')
        .orderBy('iri')
        .orderBy('method')
      if (source !== undefined) select = select.where('source', '=', source)
      if (iri !== undefined) select = select.where('iri', '=', iri)
      if (method !== undefined) select = select.where('method', '=', method)
      if (since !== undefined) select = select.where('time', '>=', since)
      return (await select.execute()).map(
        ({ body, ...score }): StoredScore => ({
          ...score,
          ...(body !== null && { body: JSON.parse(body) }),
        }),
      )
    },
    async putScores(scores) {
      await engine.bulk(
        db,
        into.score,
        scores.map(({ body, ...score }) => ({
          ...score,
          body: body === undefined ? null : JSON.stringify(body),
        })),
      )
    },
    async claim(what, { owner, now, ttlMs }) {
      const until = new Date(new Date(now).getTime() + ttlMs).toISOString()
      const result = await db
        .insertInto('claim')
        .values({ what, owner, until })
        .onConflict((on) =>
          on
            .column('what')
            .doUpdateSet({ owner, until })
            .where((is) => is.or([is('claim.owner', '=', owner), is('claim.until', '<', now)])),
        )
        .executeTakeFirst()
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async release(what, owner) {
      await db.deleteFrom('claim').where('what', '=', what).where('owner', '=', owner).execute()
    },
    async holder(what, now) {
      const row = await db.selectFrom('claim').selectAll().where('what', '=', what).executeTakeFirst()
      return row && row.until >= now ? row.owner : undefined
    },
    async cursor(projection) {
      const row = await db
        .selectFrom('cursor')
        .select('seq')
        .where('projection', '=', projection)
        .executeTakeFirst()
      return row?.seq ?? 0
    },
    async putCursor(projection, seq) {
      await engine.bulk(db, into.cursor, [{ projection, seq }])
    },
    async lastSeq() {
      return (await db.selectFrom('counter').select('seq').where('id', '=', 1).executeTakeFirstOrThrow()).seq
    },
  }
}

function decisionOf({ time, kind, key, source, iri, body }: DecisionRow): StoredDecision {
  return { time, kind: kind as StoredDecision['kind'], key, kept: { source, iri }, ...JSON.parse(body) }
}
