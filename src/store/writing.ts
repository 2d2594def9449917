// A transaction under way: its moment, and the changes it adds to the history.
import type { Text } from '../finding.ts'
import type { Engine } from './engine.ts'
import type { ChangeRow, EntityRow, Tx } from './schema.ts'
import type { Batch, ChangeKind, SourceLife } from './types.ts'

/** A transaction under way. */
export interface Writing {
  readonly engine: Engine
  readonly tx: Tx
  readonly batch: Batch
  /** The life of the source after this transaction, when that changes it. */
  readonly life?: SourceLife
  /** Later than that of every earlier transaction. */
  readonly time: string
  readonly changes: ChangeRow[]
  readonly nextSeq: () => number
}

/** `time`, or a millisecond after `before` when that is later. */
export function laterThan(before: string, time: string): string {
  if (time > before) return time
  return new Date(new Date(before).getTime() + 1).toISOString()
}

export function record(
  { changes, batch, time, nextSeq }: Writing,
  kind: ChangeKind,
  row: EntityRow,
  more: { isDateOnly?: boolean; reason?: Text; preferred?: { source: string; iri: string } } = {},
): void {
  changes.push({
    seq: nextSeq(),
    time,
    kind,
    source: row.source,
    iri: row.iri,
    type: row.type,
    run: batch.run,
    hash: row.hash,
    is_date_only: more.isDateOnly ? 1 : 0,
    reason: more.reason ? JSON.stringify(more.reason) : null,
    other_source: more.preferred?.source ?? null,
    other_iri: more.preferred?.iri ?? null,
  })
}
