// Why one description was preferred to another, in words and for the record.
import { createHash } from 'node:crypto'
import type { Text } from '../finding.ts'
import type { StoredDecision } from './types.ts'
import type { Candidate } from './winners.ts'

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

export function decisionOf(winner: Candidate, loser: Candidate, time: string): StoredDecision {
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
