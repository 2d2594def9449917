// Whose description of a thing is shown when several sources have one (DCAT-AP-SE, "Hantering av duplikat"):
// ranked sources before the public sector before others; ties by the order of the sources, then by name.
import { createHash } from 'node:crypto'
import type { Text } from '../finding.ts'
import type { EntityRow, Tx } from './schema.ts'
import { into } from './tables.ts'
import { publicStates, type StoredDecision } from './types.ts'
import { record, type Writing } from './writing.ts'

export interface Candidate extends EntityRow {
  readonly rank: number
  readonly rank_reason: string
  readonly ord: number
}

const AT_ONCE = 5_000

/** Looks at the duplicates of some keys again; gives how many entities are newly suppressed. */
export async function arbitrate(writing: Writing, keys: ReadonlySet<string>): Promise<number> {
  const all = [...keys]
  let suppressed = 0
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const candidates = await candidatesOf(writing.tx, all.slice(start, start + AT_ONCE))
    for (const group of byKey(candidates)) suppressed += await settle(writing, group)
  }
  return suppressed
}

async function candidatesOf(tx: Tx, keys: readonly string[]): Promise<readonly Candidate[]> {
  return tx
    .selectFrom('entity')
    .innerJoin('source', 'source.id', 'entity.source')
    .selectAll('entity')
    .select(['source.rank', 'source.rank_reason', 'source.ord'])
    .where('entity.key', 'in', keys)
    .where('entity.state', 'in', [...publicStates])
    .execute()
}

/** Groups of candidates with the same key, the preferred one first; in the order of keys. */
export function byKey(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groups = new Map<string, Candidate[]>()
  for (const each of candidates) {
    const known = groups.get(each.key)
    if (known) known.push(each)
    else groups.set(each.key, [each])
  }
  const sorted = [...groups].sort(([a], [b]) => compare(a, b))
  return sorted.map(([, group]) => group.sort(preference))
}

function preference(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || a.ord - b.ord || compare(a.source, b.source) || compare(a.iri, b.iri)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export const reasons = {
  equal: { sv: 'beskrivningarna säger detsamma', en: 'the descriptions say the same' },
  order: { sv: 'samma företräde; källan står först', en: 'same priority; the source is given first' },
  inside: {
    sv: 'två gånger i samma källa; den första behölls',
    en: 'twice in one source; the first was kept',
  },
} as const satisfies Record<string, Text>

export function reasonFor(winner: Candidate, loser: Candidate): Text {
  if (winner.hash === loser.hash) return reasons.equal
  if (winner.source === loser.source) return reasons.inside
  return winner.rank === loser.rank ? reasons.order : JSON.parse(winner.rank_reason)
}

async function settle(writing: Writing, [winner, ...losers]: readonly Candidate[]): Promise<number> {
  const changed: EntityRow[] = []
  if (winner.suppressed_source !== null) {
    const row = rowOf({ ...winner, suppressed_source: null, suppressed_iri: null, suppressed_reason: null })
    changed.push(row)
    record(writing, 'reveal', row)
  }
  const dropped: Candidate[] = []
  for (const loser of losers) {
    const reason = JSON.stringify(reasonFor(winner, loser))
    const isSame = loser.suppressed_source === winner.source && loser.suppressed_iri === winner.iri
    if (isSame && loser.suppressed_reason === reason) continue
    const { source, iri } = winner
    const row = rowOf({ ...loser, suppressed_source: source, suppressed_iri: iri, suppressed_reason: reason })
    changed.push(row)
    dropped.push(loser)
    if (loser.suppressed_source === null)
      record(writing, 'suppress', row, { reason: JSON.parse(reason), preferred: { source, iri } })
  }
  await writing.engine.bulk(writing.tx, into.entity, changed)
  const rows = dropped.map((loser) => decisionRow(decisionOf(winner, loser, writing.time)))
  await writing.engine.bulk(writing.tx, into.decision, rows)
  return dropped.filter((loser) => loser.suppressed_source === null).length
}

function rowOf({ rank: _, rank_reason: __, ord: ___, ...row }: Candidate): EntityRow {
  return row
}

function decisionOf(winner: Candidate, loser: Candidate, time: string): StoredDecision {
  return {
    kind: winner.hash === loser.hash ? 'equal' : 'duplicate',
    key: winner.key,
    kept: { source: winner.source, iri: winner.iri },
    dropped: [{ source: loser.source, iri: loser.iri }],
    reason: reasonFor(winner, loser),
    time,
  }
}

/** A decision with an id that is the same for the same decision. */
export function decisionRow(decision: StoredDecision) {
  const { time, kind, key, kept, ...rest } = decision
  const id = createHash('sha256')
    .update(JSON.stringify([time, kind, key, kept, rest]))
    .digest('hex')
    .slice(0, 32)
  return { id, time, kind, key, source: kept.source, iri: kept.iri, body: JSON.stringify(rest) }
}
