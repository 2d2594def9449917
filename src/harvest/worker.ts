// A worker: takes sources as they come due and harvests them, together with any number of others on the same store.

import type { Source } from '../source/index.ts'
import type { Store } from '../store/index.ts'
import type { Session } from './attempt.ts'
import { claimed, ownerName } from './claim.ts'
import { isDue } from './life.ts'
import type { Asked, JobResult, WorkOptions as QueueWork } from './queue.ts'
import { patiently, pause } from './queue-patience.ts'
import { runSource } from './run-source.ts'
import type { HarvestEvent, HarvestOptions } from './types.ts'

export interface WorkerOptions extends Omit<HarvestOptions, 'sources' | 'isPlan'> {
  readonly tell: (event: HarvestEvent) => void
  /** Ends when nothing waits any more, instead of waiting for more. */
  readonly isOnce?: boolean
  /** Asked for at once, beside what is due. */
  readonly first?: readonly string[]
  readonly onError: (error: Error) => void
  readonly signal: NonNullable<HarvestOptions['signal']>
}

const IDLE_MS = 500
const LOOK_MS = 60_000

/** Works until the signal is given (or, with `isOnce`, until nothing waits), then lets what has begun end. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const owner = options.owner ?? ownerName()
  const now = options.now ?? (() => new Date())
  // Without the signal: a source that has begun is read to its end.
  const { signal: _, ...others } = options
  const session: Session = {
    options: { ...others, sources: [] },
    now,
    tell: options.tell,
    owner,
    profiles: new Map(),
  }
  const handle: Work['handle'] = (id, asked) => harvestOne(id, asked, session)
  const due = () => dueSources(options.store, now())
  if (options.store.kind === 'postgres') await byQueue(options, { handle, due })
  else await byLooking(options, { handle, due })
}

interface Work {
  readonly handle: QueueWork['handle']
  readonly due: () => Promise<readonly string[]>
}

async function byQueue(
  { store, jobs = 4, first = [], isOnce, signal, onError }: WorkerOptions,
  work: Work,
): Promise<void> {
  // Loaded here: pg-boss is large, and most stores have no queue.
  const { openQueue } = await import('./queue.ts')
  const queue = await openQueue(store)
  const due = () => patiently(work.due)
  await queue.send(first, 'now')
  await queue.send(await due())
  await queue.work({ atOnce: jobs, handle: work.handle, due, onError })
  while (!signal.aborted) {
    await pause(IDLE_MS, signal)
    if (!isOnce) continue
    const { waiting, active } = await queue.state()
    if (waiting + active === 0) break
  }
  await queue.stop()
}

/** SQLite: this process alone looks every minute what is due. */
async function byLooking(
  { jobs = 4, first = [], isOnce, signal }: WorkerOptions,
  { handle, due }: Work,
): Promise<void> {
  const dueOnes = async () => (await due()).map((id) => [id, 'due'] as const)
  let wanted: (readonly [string, Asked])[] = [
    ...first.map((id) => [id, 'now'] as const),
    ...(await dueOnes()).filter(([id]) => !first.includes(id)),
  ]
  for (;;) {
    const left = [...wanted]
    const work = async () => {
      for (let next = left.shift(); next && !signal.aborted; next = left.shift()) await handle(...next)
    }
    await Promise.all(Array.from({ length: jobs }, work))
    if (isOnce || signal.aborted) return
    await pause(LOOK_MS, signal)
    wanted = await dueOnes()
  }
}

async function dueSources(store: Store, now: Date): Promise<readonly string[]> {
  const sources = await store.sources()
  return sources
    .filter(({ life, settings }) => settings.isEnabled !== false && isDue(life, now))
    .map(({ id }) => id)
}

/** One source, and no other of its host at the same time, whoever works. */
async function harvestOne(id: string, asked: Asked, session: Session): Promise<JobResult> {
  const { store } = session.options
  const stored = await store.source(id)
  if (!stored) return 'done'
  const source = stored.settings as unknown as Source
  const work = async () => {
    // Somebody may have read it, or paused it, since it was asked for.
    const life = (await store.source(id))?.life
    if (!life || life.state === 'paused' || (asked === 'due' && !isDue(life, session.now()))) return 'done'
    session.tell({ kind: 'start', source: id })
    const outcome = await runSource(source, session)
    session.tell({ kind: 'done', source: id, outcome })
    return outcome.state === 'busy' ? ('later' as const) : ('done' as const)
  }
  const host = /^https?:/i.test(source.url) ? new URL(source.url).host : undefined
  if (host === undefined) return work()
  return (await claimed(store, `host ${host}`, { owner: `${session.owner} ${id}`, work })) ?? 'later'
}
