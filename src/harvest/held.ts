// Runs that wait for a person: what they would do is kept as it was planned, and is done or dropped as a whole.
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import type { Applied, Run, Store, StoredSource, Upsert } from '../store/index.ts'
import { advance } from './life.ts'

/** A plan as it is kept: the batch without its time. */
export interface KeptPlan {
  readonly upserts: readonly Upsert[]
  readonly missing: readonly { readonly iri: string; readonly reason: Text }[]
  readonly deletes: readonly { readonly iri: string; readonly reason: Text }[]
  readonly seen: readonly string[]
}

export function packPlan(plan: KeptPlan): Uint8Array {
  return Buffer.from(JSON.stringify(plan))
}

/** The plan of a held run. Throws STORE_INVALID when the run does not wait, or its plan is not kept any more. */
export async function heldPlan(
  store: Store,
  id: string,
): Promise<{ run: Run; source: StoredSource; plan: KeptPlan }> {
  const run = await store.run(id)
  if (!run)
    throw new GrunddataError(
      'USAGE',
      { sv: `Det finns ingen körning som heter ${id}.`, en: `There is no run called ${id}.` },
      {
        hint: {
          sv: 'Körningar som väntar visas av grunddata harvest held.',
          en: 'Runs that wait are shown by grunddata harvest held.',
        },
      },
    )
  const source = await store.source(run.source)
  const bytes = run.plan === undefined ? undefined : await store.blob(run.plan)
  if (run.state !== 'held' || !source || !bytes)
    throw new GrunddataError('USAGE', {
      sv: `Körningen ${id} väntar inte på beslut.`,
      en: `The run ${id} does not wait for a decision.`,
    })
  return { run, source, plan: JSON.parse(Buffer.from(bytes).toString()) }
}

/** Who decided, and why: for the record. */
export interface Consent {
  readonly by: string
  readonly now: Date
}

/**
 * Does what a held run planned. What would have waited for its grace period goes at once: a person has said so.
 * Throws STORE_CONFLICT when the source has changed since.
 */
export async function approve(store: Store, id: string, { by, now }: Consent): Promise<Applied> {
  const { run, source, plan } = await heldPlan(store, id)
  const { plan: _, ...rest } = run
  const runRecord: Run = { ...rest, state: 'approved', notes: [...(run.notes ?? []), approvedBy(by, now)] }
  const reason = approvedBy(by, now)
  const applied = await store.apply({
    source: source.id,
    time: now.toISOString(),
    run: run.id,
    version: Number(run.figures?.planVersion),
    upserts: plan.upserts,
    deletes: [...plan.deletes, ...plan.missing].map((each) => ({
      iri: each.iri,
      reason: joined(each.reason, reason),
    })),
    seen: plan.seen,
    life: (life) => advance(life, { kind: 'approved' }, now, { graceDays: 0 }),
    runRecord,
  })
  await store.putDecision({
    kind: 'approved',
    key: run.id,
    kept: { source: source.id, iri: '' },
    dropped: [...plan.deletes, ...plan.missing].map(({ iri }) => ({ source: source.id, iri })),
    reason,
    time: now.toISOString(),
  })
  return applied
}

/** Drops what a held run planned; everything stays as it is. */
export async function reject(store: Store, id: string, { by, now }: Consent): Promise<void> {
  const { run, source } = await heldPlan(store, id)
  const reason: Text = {
    sv: `Avvisad av ${by} ${now.toISOString().slice(0, 10)}.`,
    en: `Rejected by ${by} on ${now.toISOString().slice(0, 10)}.`,
  }
  await store.putRun({ ...run, state: 'rejected', notes: [...(run.notes ?? []), reason] })
  await store.changeLife(source.id, (life) => advance(life, { kind: 'rejected' }, now, { graceDays: 0 }))
  await store.putDecision({
    kind: 'rejected',
    key: run.id,
    kept: { source: source.id, iri: '' },
    dropped: [],
    reason,
    time: now.toISOString(),
  })
}

function approvedBy(by: string, now: Date): Text {
  const day = now.toISOString().slice(0, 10)
  return { sv: `Godkänd av ${by} ${day}.`, en: `Approved by ${by} on ${day}.` }
}

function joined(a: Text, b: Text): Text {
  return { sv: `${a.sv} ${b.sv}`, en: `${a.en} ${b.en}` }
}
