// A plan carried out in one transaction, or held for a person to decide about.
import { GrunddataError } from '../errors.ts'
import type { Finding, Report, Text } from '../finding.ts'
import type { Batch, Run, RunCounts, StoredFinding, StoredScore } from '../store/index.ts'
import { type Attempt, advanced, lastCounts, nothing, runRecord } from './attempt.ts'
import { type Collected, readerState } from './collect.ts'
import { packPlan } from './held.ts'
import type { Plan } from './plan.ts'
import { noCounts, type SourceOutcome } from './types.ts'

export interface Result {
  readonly plan: Plan
  readonly findings: readonly Finding[]
  readonly collected: Collected
  readonly report: Report | undefined
  readonly notes: readonly Text[]
  readonly scores?: readonly StoredScore[]
}

/** Writes what was planned, or holds it. */
export async function settle(job: Attempt, result: Result): Promise<SourceOutcome> {
  const { session, source, stored } = job
  const { store, isPlan } = session.options
  const { plan, findings, collected, report, notes } = result
  const before = await lastCounts(job)
  const counts = countsOf(plan, report, before)
  const isHeld = plan.brake.length > 0
  const outcome: SourceOutcome = {
    ...nothing(stored),
    counts,
    changes: plan.changes,
    brake: plan.brake,
    findings,
    notes,
    findingsChange: {
      ...(before && { before: { errors: before.errors, warnings: before.warnings } }),
      after: { errors: counts.errors, warnings: counts.warnings },
    },
  }
  if (isPlan) return { ...outcome, state: 'planned' }
  session.tell({ kind: 'step', source: source.id, step: 'write' })
  for (const bytes of collected.fresh) await store.putBlob(bytes)
  const batch: Batch = {
    source: source.id,
    time: session.now().toISOString(),
    run: job.runId,
    version: stored.version,
    ...(report && { findings: storedFindings(findings) }),
  }
  if (isHeld) return hold(job, outcome, { collected, batch, plan, notes })
  const documents = { documents: collected.documents, replacesDocuments: true }
  const { upserts, missing, deletes, seen } = plan
  const life = await advanced(job, { kind: 'read', hasErrors: counts.errors > 0 })
  const isNothing = plan.changes.length === 0
  const run = runRecord(job, isNothing ? 'unchanged' : 'applied', { counts, collected, notes })
  await supersede(job)
  const applied = await store.apply({
    ...batch,
    upserts,
    missing,
    deletes,
    seen,
    life,
    runRecord: run,
    ...(result.scores && { scores: result.scores }),
    ...documents,
    ...readerState(collected),
  })
  const final = { ...run, counts: { ...counts, suppressed: applied.suppressed } }
  if (applied.suppressed > 0) await store.putRun(final)
  return { ...outcome, state: isNothing ? 'unchanged' : 'applied', run: final, counts: final.counts }
}

interface Holding {
  readonly collected: Collected
  readonly batch: Batch
  readonly plan: Plan
  readonly notes: readonly Text[]
}

/** Keeps a plan for a person to decide about; one that was kept, or rejected, already is not kept again. */
async function hold(
  job: Attempt,
  outcome: SourceOutcome,
  { collected, batch, plan, notes }: Holding,
): Promise<SourceOutcome> {
  const { stored, session, source } = job
  const { store } = session.options
  const hash = await store.putBlob(
    packPlan({ upserts: plan.upserts, missing: plan.missing, deletes: plan.deletes, seen: plan.seen }),
  )
  const hasErrors = outcome.counts.errors > 0
  const earlier = (await store.runs({ source: source.id, limit: 50 })).find(
    ({ figures }) => figures?.planHash === hash,
  )
  if (earlier?.state === 'held' && stored.life.heldRun === earlier.id) {
    const held = await advanced(job, { kind: 'held', run: earlier.id, hasErrors })
    await store.changeLife(source.id, (life) => {
      // Rejected or approved while the source was read: what to do about the same change again is seen anew.
      if (life.heldRun !== earlier.id) throw decidedMeanwhile(source.id)
      return held(life)
    })
    return { ...outcome, state: 'held', run: earlier }
  }
  if (earlier?.state === 'rejected' && earlier.plan !== undefined) {
    const run = runRecord(job, 'unchanged', {
      counts: { ...noCounts, errors: outcome.counts.errors },
      collected,
      notes: [rejectedBefore(earlier.id)],
    })
    await store.putRun(run)
    await store.changeLife(source.id, await advanced(job, { kind: 'read', hasErrors }))
    return { ...nothing(stored), run, notes: run.notes ?? [] }
  }
  const record = runRecord(job, 'held', {
    counts: outcome.counts,
    collected,
    notes: [...plan.brake.map(({ text }) => text), ...notes],
    plan: hash,
  })
  const run: Run = {
    ...record,
    figures: { ...record.figures, planHash: hash, planVersion: stored.version + 1 },
  }
  await supersede(job)
  await store.apply({
    ...batch,
    life: await advanced(job, { kind: 'held', run: run.id, hasErrors }),
    runRecord: run,
  })
  return { ...outcome, state: 'held', run }
}

function decidedMeanwhile(id: string): GrunddataError {
  return new GrunddataError('STORE_CONFLICT', {
    sv: `Någon beslutade om ${id} medan den lästes.`,
    en: `Somebody decided about ${id} while it was read.`,
  })
}

function rejectedBefore(run: string): Text {
  return {
    sv: `Samma ändring avvisades i körningen ${run}; inget gjordes.`,
    en: `The same change was rejected in the run ${run}; nothing was done.`,
  }
}

/** A held run that a newer reading has made pointless. */
async function supersede({ session, stored }: Attempt): Promise<void> {
  const { store } = session.options
  const old = stored.life.heldRun === undefined ? undefined : await store.run(stored.life.heldRun)
  if (old?.state !== 'held') return
  const { plan: _, ...rest } = old
  await store.putRun({ ...rest, state: 'rejected', notes: [...(old.notes ?? []), superseded] })
}

const superseded: Text = { sv: 'Ersatt av en senare läsning.', en: 'Replaced by a later reading.' }

function countsOf(plan: Plan, report: Report | undefined, before: RunCounts | undefined): RunCounts {
  const n = (...kinds: readonly string[]) => plan.changes.filter(({ kind }) => kinds.includes(kind)).length
  return {
    added: n('add'),
    updated: n('update', 'date'),
    dateOnly: n('date'),
    removed: n('remove'),
    missing: n('missing'),
    quarantined: n('hold'),
    unchanged: plan.unchanged,
    suppressed: 0,
    errors: report?.counts.error ?? before?.errors ?? 0,
    warnings: report?.counts.warning ?? before?.warnings ?? 0,
    infos: report?.counts.info ?? before?.infos ?? 0,
  }
}

function storedFindings(findings: readonly Finding[]): readonly StoredFinding[] {
  return findings.map((body) => ({
    iri: body.focus.iri ?? '',
    rule: body.rule,
    severity: body.severity,
    body,
  }))
}
