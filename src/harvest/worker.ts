// A worker: takes sources as they come due and harvests them, together with any number of others on the same store.

import type { Source } from '../source/index.ts'
import type { Store } from '../store/index.ts'
import type { Session } from './attempt.ts'
import { claimed, ownerName } from './claim.ts'
import { isDue } from './life.ts'
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
  const handle = (id: string) => harvestOne(id, session)
  const due = () => dueSources(options.store, now())
  if (options.store.kind === 'postgres') await byQueue(options, { handle, due })
  else await byLooking(options, { handle, due })
}

interface Work {
  readonly handle: (id: string) => Promise<'done' | 'later'>
  readonly due: () => Promise<readonly string[]>
}

async function byQueue(
  { store, jobs = 4, first = [], isOnce, signal, onError }: WorkerOptions,
  work: Work,
): Promise<void> {
  // Loaded here: pg-boss is large, and most stores have no queue.
  const { openQueue } = await import('./queue.ts')
  const queue = await openQueue(store)
  await queue.send([...first, ...(await work.due())])
  await queue.work({ atOnce: jobs, ...work, onError })
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
  let wanted = [...new Set([...first, ...(await due())])]
  for (;;) {
    const left = [...wanted]
    const work = async () => {
      for (let id = left.shift(); id !== undefined && !signal.aborted; id = left.shift()) await handle(id)
    }
    await Promise.all(Array.from({ length: jobs }, work))
    if (isOnce || signal.aborted) return
    await pause(LOOK_MS, signal)
    wanted = [...(await due())]
  }
}

/** Waits, or less when the signal is given. */
function pause(ms: number, signal: WorkerOptions['signal']): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
    if (signal.aborted) done()
  })
}

async function dueSources(store: Store, now: Date): Promise<readonly string[]> {
  const sources = await store.sources()
  return sources
    .filter(({ life, settings }) => settings.isEnabled !== false && isDue(life, now))
    .map(({ id }) => id)
}

/** One source, and no other of its host at the same time, whoever works. */
async function harvestOne(id: string, session: Session): Promise<'done' | 'later'> {
  const { store } = session.options
  const stored = await store.source(id)
  // Paused since it was asked for.
  if (!stored || stored.life.state === 'paused') return 'done'
  const source = stored.settings as unknown as Source
  const work = async () => {
    session.tell({ kind: 'start', source: id })
    const outcome = await runSource(source, session)
    session.tell({ kind: 'done', source: id, outcome })
    return outcome.state === 'busy' ? ('later' as const) : ('done' as const)
  }
  const host = /^https?:/i.test(source.url) ? new URL(source.url).host : undefined
  if (host === undefined) return work()
  return (await claimed(store, `host ${host}`, { owner: `${session.owner} ${id}`, work })) ?? 'later'
}
