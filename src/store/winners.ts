// Whose description of a thing is shown when several sources have one (DCAT-AP-SE, "Hantering av duplikat"):
// ranked sources before the public sector before others; ties by the order of the sources, then by name.
import { decisionOf, decisionRow, reasonFor } from './decisions.ts'
import type { EntityRow, Tx } from './schema.ts'
import { into } from './tables.ts'
import { publicStates } from './types.ts'
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
