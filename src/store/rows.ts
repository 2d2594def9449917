// Rows to values and back. Whoever reads the tables goes through here.
import type { ChangeRow, ContentRow, EntityRow, RunRow, SourceRow } from './schema.ts'
import type {
  Change,
  ChangeKind,
  Entity,
  EntityContent,
  EntityState,
  Run,
  RunState,
  StoredSource,
} from './types.ts'

/** What is derived from a content and kept beside it. */
type Facts = Omit<EntityContent, 'iri' | 'nquads' | 'hash'>

export function contentRow({ iri: _, nquads, hash, ...rest }: EntityContent): ContentRow {
  const { type, stableHash, key, title, publisher, isProtected } = rest
  const facts: Facts = {
    type,
    stableHash,
    key,
    ...(title && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(isProtected && { isProtected }),
  }
  return { hash, nquads, facts: JSON.stringify(facts) }
}

export type JoinedEntity = EntityRow & {
  readonly facts: string
  readonly nquads: string
  readonly life: string
}

export function entityOf(row: JoinedEntity): Entity {
  const facts: Facts = JSON.parse(row.facts)
  return {
    source: row.source,
    iri: row.iri,
    ...facts,
    nquads: row.nquads,
    hash: row.hash,
    state: row.state as EntityState,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen ?? JSON.parse(row.life).lastRead ?? row.changed,
    changed: row.changed,
    run: row.run,
    ...(row.since !== null && { since: row.since }),
    ...(row.reason !== null && { reason: JSON.parse(row.reason) }),
    ...(row.suppressed_source !== null && {
      suppressedBy: {
        source: row.suppressed_source,
        iri: row.suppressed_iri ?? row.iri,
        reason: JSON.parse(row.suppressed_reason ?? '{}'),
      },
    }),
  }
}

export function changeOf(row: ChangeRow & { readonly nquads: string | null }): Change {
  return {
    seq: row.seq,
    time: row.time,
    kind: row.kind as ChangeKind,
    source: row.source,
    iri: row.iri,
    type: row.type,
    run: row.run,
    hash: row.hash,
    ...(row.nquads !== null && { nquads: row.nquads }),
    ...(row.is_date_only !== 0 && { isDateOnly: true }),
    ...(row.reason !== null && { reason: JSON.parse(row.reason) }),
    ...(row.other_source !== null && {
      preferred: { source: row.other_source, iri: row.other_iri ?? row.iri },
    }),
  }
}

export function sourceOf(row: SourceRow): StoredSource {
  return {
    id: row.id,
    url: row.url,
    ...(row.title !== null && { title: row.title }),
    rank: row.rank as 1 | 2 | 3,
    rankReason: JSON.parse(row.rank_reason),
    order: row.ord,
    settings: JSON.parse(row.settings),
    life: JSON.parse(row.life),
    version: row.version,
  }
}

export function runRow({ id, source, state, started, ...body }: Run): RunRow {
  return { id, source, state, started, body: JSON.stringify(body) }
}

export function runOf({ id, source, state, started, body }: RunRow): Run {
  return { id, source, state: state as RunState, started, ...JSON.parse(body) }
}
