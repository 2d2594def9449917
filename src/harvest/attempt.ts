// One attempt at one source: what it works with, what it leaves in the record.
import type { Text } from '../finding.ts'
import { loadProfile, type Profile } from '../profile/index.ts'
import { nextRun, type Source } from '../source/index.ts'
import type { Entity, LifeChange, Run, RunCounts, StoredSource } from '../store/index.ts'
import type { Collected } from './collect.ts'
import { advance, type LifeEvent } from './life.ts'
import { type HarvestEvent, type HarvestOptions, noCounts, type SourceOutcome } from './types.ts'

/** What the sources of one harvest share. */
export interface Session {
  readonly options: HarvestOptions
  readonly now: () => Date
  readonly tell: (event: HarvestEvent) => void
  readonly owner: string
  /** Profiles, loaded once. */
  readonly profiles: Map<string, Promise<Profile>>
}

export interface Attempt {
  readonly source: Source
  readonly stored: StoredSource
  readonly session: Session
  readonly started: Date
  readonly runId: string
  readonly known: readonly Entity[]
}

export function nothing(source: StoredSource): SourceOutcome {
  return { source, state: 'unchanged', counts: noCounts, changes: [], brake: [], findings: [], notes: [] }
}

export function profileOf({ session }: Attempt, name: string): Promise<Profile> {
  const known = session.profiles.get(name)
  if (known) return known
  const loading = loadProfile(name)
  session.profiles.set(name, loading)
  return loading
}

export async function lastCounts({ session, source }: Attempt): Promise<RunCounts | undefined> {
  const runs = await session.options.store.runs({ source: source.id, limit: 20 })
  return runs.find(({ counts, state }) => counts && state !== 'failed')?.counts
}

export interface RunMore {
  readonly counts?: RunCounts
  readonly collected: Collected | undefined
  readonly notes?: readonly Text[]
  readonly plan?: string
  readonly failure?: Run['failure']
}

export function runRecord(
  job: Attempt,
  state: Run['state'],
  { counts, collected, notes = [], plan, failure }: RunMore,
): Run {
  return {
    id: job.runId,
    source: job.source.id,
    state,
    started: job.started.toISOString(),
    finished: job.session.now().toISOString(),
    ...(counts && { counts }),
    ...(failure && { failure }),
    ...(notes.length > 0 && { notes }),
    ...(plan !== undefined && { plan }),
    ...(collected && { figures: { ...collected.statistics } }),
  }
}

/**
 * What an event of now makes of the life of the source, as that is when it is written: what was set while the source
 * was read (paused, another schedule, asked for at once) stays.
 */
export async function advanced({ source, session, stored }: Attempt, event: LifeEvent): Promise<LifeChange> {
  const now = session.now()
  const { schedule, nextDue } = stored.life
  const next = await nextRun({ ...source, ...(schedule !== undefined && { schedule }) }, now)
  const { graceDays } = source.removal
  return (life) => {
    const isSet = life.schedule !== schedule || life.nextDue !== nextDue
    const { nextDue: due, ...rest } = advance(life, event, now, {
      graceDays,
      ...(next && { nextBySchedule: next }),
    })
    const wanted = isSet ? life.nextDue : due
    return { ...rest, ...(wanted !== undefined && { nextDue: wanted }) }
  }
}
