// One run over one source: read, check, compare, then write all of it or nothing. Everything that can go wrong with a
// source ends as an outcome; the last good copy stays.
import { isGrunddataError } from '../errors.ts'
import type { Report, Text } from '../finding.ts'
import { DEFAULT_PROFILE, detectProfile, type Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'
import { noteFinding, type Source } from '../source/index.ts'
import type { Entity, EntityContent, Run, RunCounts, Store, StoredSource } from '../store/index.ts'
import { validateGraph } from '../validate.ts'
import { type Attempt, advanced, lastCounts, nothing, profileOf, runRecord, type Session } from './attempt.ts'
import { claimed } from './claim.ts'
import { type Collected, collect, mainFailure, readerState } from './collect.ts'
import { describeEntities } from './entities.ts'
import { quarantine } from './gate.ts'
import { lostDescriptions } from './lost.ts'
import { overdueOnes, planSource } from './plan.ts'
import { contentsOf, journalOf } from './reader-keep.ts'
import { register } from './register.ts'
import { renamedPairs } from './renamed.ts'
import { sourceScores } from './scores.ts'
import { settle } from './settle.ts'
import { noCounts, type SourceOutcome } from './types.ts'

export async function runSource(source: Source, session: Session): Promise<SourceOutcome> {
  const { options, now } = session
  const { store } = options
  const stored = await register(source, store, now())
  if (options.isPlan) return attempt(source, stored, session)
  const work = () => attemptAgain(source, stored, session)
  const outcome = await claimed(store, `source ${source.id}`, { owner: session.owner, work })
  return outcome ?? { ...nothing(stored), state: 'busy' }
}

/** Somebody who does not hold the claim may have approved a run or restored an entity meanwhile: then once more. */
async function attemptAgain(source: Source, stored: StoredSource, session: Session): Promise<SourceOutcome> {
  for (let n = 1; ; n++)
    try {
      return await attempt(source, (await session.options.store.source(source.id)) ?? stored, session)
    } catch (error) {
      if (!isGrunddataError(error) || error.code !== 'STORE_CONFLICT' || n === 3) throw error
    }
}

async function attempt(source: Source, stored: StoredSource, session: Session): Promise<SourceOutcome> {
  const started = session.now()
  const { store } = session.options
  session.tell({ kind: 'step', source: source.id, step: 'read' })
  const known: Entity[] = []
  const states = ['current', 'stale', 'missing', 'held'] as const
  for await (const entity of store.entities({ source: source.id, states, isBrief: true })) known.push(entity)
  const runId = await freeRunId(store, source.id, started)
  const job: Attempt = { source, stored, session, started, runId, known }
  try {
    const collected = await read(job)
    const { graph, failures, isUnchanged } = collected
    const failure = mainFailure(failures)
    if (!graph && !isUnchanged && failure)
      return await failed(job, collected, {
        fault: failure.fault,
        code: failure.error.code,
        message: failure.error.text,
        isGone: failure.kind === 'not-found' || failure.kind === 'gone',
        ...(failure.error.hint && { hint: failure.error.hint }),
      })
    return graph ? await compare(job, collected, graph) : await unread(job, collected)
  } catch (error) {
    if (!isGrunddataError(error) || error.code.startsWith('STORE_')) throw error
    const { code, text: message, hint } = error
    return failed(job, undefined, { fault: 'ours', code, message, isGone: false, ...(hint && { hint }) })
  }
}

async function freeRunId(store: Store, source: string, at: Date): Promise<string> {
  const stamp = at
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.(\d+)Z$/, '$1Z')
  let id = `${source}-${stamp}`
  for (let n = 2; await store.run(id); n++) id = `${source}-${stamp}-${n}`
  return id
}

/** A source that is due to be compared although nothing is new: after a failure, or while something is held. */
function needsGraph({ stored, known }: Attempt): boolean {
  return known.some(({ state }) => state === 'stale' || state === 'held') || stored.life.heldRun !== undefined
}

function read(job: Attempt): Promise<Collected> {
  const { options, tell, now } = job.session
  return collect(job.source, {
    store: options.store,
    needsGraph: needsGraph(job),
    profile: () => profileOf(job, DEFAULT_PROFILE),
    read: {
      client: options.client,
      contents: contentsOf(options.store, job.source.id),
      journal: journalOf(options.store, job.source.id, { isPlan: options.isPlan ?? false }),
      now: () => now().getTime(),
      ...(options.secret && { secret: options.secret }),
      ...(options.signal && { signal: options.signal }),
      progress: ({ url, bytes, status }) => tell({ kind: 'page', source: job.source.id, url, bytes, status }),
    },
  })
}

/** Everything is as it was; what is overdue is still removed. */
async function unread(job: Attempt, collected: Collected): Promise<SourceOutcome> {
  const plan = overdueOnes(job.known, job.source.removal, job.session.now())
  const findings = collected.notes.map(noteFinding)
  if (plan.deletes.length > 0) return settle(job, { plan, findings, collected, report: undefined, notes: [] })
  const unchanged = job.known.filter(({ state }) => state !== 'held').length
  const last = await lastCounts(job)
  const counts: RunCounts = {
    ...noCounts,
    unchanged,
    errors: last?.errors ?? 0,
    warnings: last?.warnings ?? 0,
  }
  const run = runRecord(job, 'unchanged', { counts, collected })
  const life = await advanced(job, { kind: 'read', hasErrors: counts.errors > 0 })
  const { store, isPlan } = job.session.options
  if (!isPlan) {
    await store.putRun(run)
    await store.changeLife(job.source.id, life)
    if (collected.state !== undefined)
      await store.apply({
        source: job.source.id,
        time: job.session.now().toISOString(),
        run: job.runId,
        ...readerState(collected),
      })
  }
  return {
    ...nothing(job.stored),
    run,
    counts,
    findings,
    state: isPlan ? 'planned' : 'unchanged',
  }
}

async function compare(job: Attempt, collected: Collected, graph: Graph): Promise<SourceOutcome> {
  const { session, source, known } = job
  session.tell({ kind: 'step', source: source.id, step: 'check' })
  const { report, profile } = await check(job, graph)
  session.tell({ kind: 'step', source: source.id, step: 'compare' })
  const found: EntityContent[] = []
  const unusable = new Set<string>()
  for await (const { content, iri } of describeEntities(graph)) {
    if (content) found.push(content)
    else unusable.add(iri)
  }
  const findings = [...collected.notes.map(noteFinding), ...report.findings]
  const gate = [...(session.options.gate ?? []), ...(source.settings.gate?.split(/[\s,]+/) ?? [])].filter(
    Boolean,
  )
  const held = quarantine(
    found.map(({ iri }) => iri),
    findings,
    gate,
  )
  const lost = await lostDescriptions(found, collected, { store: session.options.store, source: source.id })
  const { isComplete } = collected
  const { removal } = source
  const plan = planSource({
    known,
    found,
    unusable,
    quarantined: new Map([...lost, ...held]),
    isComplete,
    removal,
    now: session.now(),
  })
  const notes: Text[] = []
  if (unusable.size > 0) notes.push(entangled(unusable.size))
  if (!isComplete) notes.push(partial(collected))
  notes.push(...(await renamedPairs(plan, { source: source.id, store: session.options.store })))
  const score = { source: source.id, time: session.now().toISOString() }
  const scores = plan.changes.length > 0 ? sourceScores(graph, profile, score) : []
  return settle(job, { plan, findings, collected, report, notes, scores })
}

async function check(
  job: Attempt,
  graph: Graph,
): Promise<{ readonly report: Report; readonly profile: Profile }> {
  const { options, now } = job.session
  const name = job.source.profile === 'auto' ? detectProfile(graph).profile : job.source.profile
  const profile = await profileOf(job, name)
  const io = { fetch: () => Promise.reject(new TypeError('offline')), now, log: () => {}, progress: () => {} }
  const { reports } = await validateGraph(
    { graph, name: job.source.url },
    { profile, io, ...(options.policy && { policy: options.policy }) },
  )
  return { report: reports[0], profile }
}

async function failed(
  job: Attempt,
  collected: Collected | undefined,
  { isGone, ...failure }: NonNullable<Run['failure']> & { readonly isGone: boolean },
): Promise<SourceOutcome> {
  const { store, isPlan } = job.session.options
  const run = runRecord(job, 'failed', { collected, failure })
  const findings = collected?.notes.map(noteFinding) ?? []
  if (!isPlan) {
    await store.putRun(run)
    await store.changeLife(
      job.source.id,
      await advanced(job, { kind: 'failed', fault: failure.fault, isGone }),
    )
  }
  return { ...nothing(job.stored), state: 'failed', run, findings }
}

function entangled(n: number): Text {
  return {
    sv: `${n} beskrivningar har namnlösa noder som pekar på varandra i ring; de lämnades som de var. Ge noderna adresser.`,
    en: `${n} descriptions have nameless nodes that point at each other in a circle; they were left as they were. Give the nodes addresses.`,
  }
}

function partial({ failures }: Collected): Text {
  const first = mainFailure(failures)
  return {
    sv: `Allt kunde inte läsas, så inget togs bort.${first ? ` ${first.error.text.sv}` : ''}`,
    en: `Not everything could be read, so nothing was removed.${first ? ` ${first.error.text.en}` : ''}`,
  }
}
