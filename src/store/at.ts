// The store as it was: worked out from the history, which is never rewritten.
import { sql } from 'kysely'
import type { Engine } from './engine.ts'
import { type Entity, type EntityQuery, publicStates } from './types.ts'

interface Row {
  source: string
  iri: string
  kind: string
  time: string
  run: string
  hash: string
  reason: string | null
  nquads: string | null
  facts: string | null
  first_seen: string
  last: string
  other_source: string | null
  other_iri: string | null
  other_reason: string | null
}

/** The entities at a date. Only what was accepted is known of the past: no held, stale or missing ones. */
export async function* entitiesAt({ db }: Engine, query: EntityQuery): AsyncIterable<Entity> {
  const { at = '', source, iri } = query
  const states = query.states ?? publicStates
  const where = sql.join(
    [
      sql`time <= ${at}`,
      ...(source === undefined ? [] : [sql`source = ${source}`]),
      ...(iri === undefined ? [] : [sql`iri = ${iri}`]),
    ],
    sql` and `,
  )
  const { rows } = await sql<Row>`
    with last_change as (
      select source, iri, max(seq) as seq, min(time) as first_seen from change
      where kind in ('create', 'update', 'delete') and ${where} group by source, iri),
    last_view as (
      select source, iri, max(seq) as seq from change
      where kind in ('create', 'suppress', 'reveal') and ${where} group by source, iri)
    select c.source, c.iri, c.kind, c.time, c.run, c.hash, c.reason, l.first_seen,
      ${query.isBrief ? sql`''` : sql`content.nquads`} as nquads, content.facts, v.kind as last,
      v.other_source, v.other_iri, v.reason as other_reason
    from last_change l join change c on c.seq = l.seq
    left join content on content.hash = c.hash
    left join last_view w on w.source = l.source and w.iri = l.iri
    left join change v on v.seq = w.seq
    order by c.source, c.iri`.execute(db)
  for (const row of rows) {
    const entity = entityThen(row)
    if (states.includes(entity.state) && fits(entity, query)) yield entity
  }
}

function entityThen(row: Row): Entity {
  const facts = JSON.parse(row.facts ?? '{"type":"","key":"","stableHash":""}')
  const isGone = row.kind === 'delete'
  return {
    source: row.source,
    iri: row.iri,
    ...facts,
    nquads: row.nquads ?? '',
    hash: row.hash,
    state: isGone ? 'gone' : 'current',
    firstSeen: row.first_seen,
    lastSeen: row.time,
    changed: row.time,
    run: row.run,
    ...(isGone && { since: row.time, ...(row.reason !== null && { reason: JSON.parse(row.reason) }) }),
    ...(!isGone &&
      row.last === 'suppress' && {
        suppressedBy: {
          source: row.other_source ?? '',
          iri: row.other_iri ?? row.iri,
          reason: JSON.parse(row.other_reason ?? '{}'),
        },
      }),
  }
}

function fits({ type, publisher, changed, suppressedBy }: Entity, query: EntityQuery): boolean {
  return (
    (!query.types || query.types.includes(type)) &&
    (query.publisher === undefined || query.publisher === publisher) &&
    (query.changedSince === undefined || changed > query.changedSince) &&
    !(query.isUnited && suppressedBy)
  )
}
