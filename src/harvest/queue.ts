// Jobs for workers on several machines, by pg-boss in the store's own database: one job a source, tried again when a
// worker dies, kept apart when it fails for good. What a job does, and that it is done once, is not decided here.
import PgBoss from 'pg-boss'
import { GrunddataError } from '../errors.ts'
import type { Store } from '../store/index.ts'
import { claimed, holding, ownerName } from './claim.ts'
import { patiently, pause } from './queue-patience.ts'

const QUEUE = 'grunddata-harvest'
const DEAD = 'grunddata-harvest-dead'
const TICK = 'grunddata-due'

/** `later`: somebody else is at it, or at its host: it is asked for again in a moment. */
export type JobResult = 'done' | 'later'

/** How a source is asked for: because its time has come, or whether that has come or not. */
export type Asked = 'due' | 'now'

export interface QueueState {
  readonly waiting: number
  readonly active: number
  /** Given up. */
  readonly dead: number
}

export interface Queue {
  /** Asks for sources to be harvested; one that is asked for already is not asked for twice. */
  readonly send: (sources: readonly string[], asked?: Asked) => Promise<void>
  /** Begins to work, `atOnce` jobs at a time, and to ask for what is due every minute. */
  readonly work: (options: WorkOptions) => Promise<void>
  readonly state: () => Promise<QueueState>
  /** No new jobs; waits for those under way. */
  readonly stop: () => Promise<void>
}

export interface WorkOptions {
  readonly atOnce: number
  readonly handle: (source: string, asked: Asked) => Promise<JobResult>
  /** Whose time has come; asked every minute by one of the workers. */
  readonly due: () => Promise<readonly string[]>
  readonly onError: (error: Error) => void
}

interface Job {
  readonly source: string
  readonly asked: Asked
}

/** A job may take so long; a worker that dies is noticed long before, by its claim. */
const EXPIRE_SECONDS = 3 * 3600
const LATER_SECONDS = 2
const RESCUE_MS = 2_000
/** Between taking a job and claiming it. */
const TAKING_SECONDS = 10
const STOP_MS = 60_000
const TURN_MS = 200
const LOOK_MS = 500
const TICK_LOOK_MS = 5_000

/** `retries`: how often a job that fails is tried again, later and later, before it is given up (5). */
export async function openQueue(store: Store, { retries = 5 } = {}): Promise<Queue> {
  const { executeSql } = store
  if (!executeSql)
    throw new GrunddataError('USAGE', {
      sv: 'En kö för flera maskiner kräver PostgreSQL: ange --store postgres://….',
      en: 'A queue for several machines needs PostgreSQL: give --store postgres://….',
    })
  let onError: (error: Error) => void = () => {}
  let isStarted = false
  const db: PgBoss.Db = {
    executeSql: async (text, values) => ({ rows: (await patiently(() => executeSql(text, values))).rows }),
  }
  const boss = new PgBoss({
    db: {
      // pg-boss leaves some of what it writes by itself unwaited for: a rejection there would end the process.
      executeSql: (text, values) =>
        db.executeSql(text, values).catch((error) => {
          if (!isStarted) throw error
          onError(error)
          return { rows: [] }
        }),
    },
    retryLimit: retries,
    retryDelay: 1,
    retryBackoff: true,
    expireInSeconds: EXPIRE_SECONDS,
  })
  boss.on('error', (error) => onError(error))
  await inTurn(store, async () => {
    await boss.start()
    await boss.createQueue(DEAD)
    // One that waits for each source, beside one that is under way: were the second not let out while the first lasts,
    // it would stand in the way of all that wait behind it.
    const policy = { name: QUEUE, policy: 'short', deadLetter: DEAD } as const
    await boss.createQueue(QUEUE, policy)
    await boss.updateQueue(QUEUE, policy)
    await boss.createQueue(TICK, { name: TICK, policy: 'short' })
  })
  isStarted = true
  const owner = ownerName()
  const send = async (sources: readonly string[], asked: Asked = 'due', startAfter = 0) => {
    for (const source of sources) {
      const job: Job = { source, asked }
      await boss.send(QUEUE, job, { singletonKey: `${asked} ${source}`, startAfter, db })
    }
  }
  const hands: Promise<void>[] = []
  const stopping = new AbortController()
  const { signal } = stopping
  /** Takes one job after the other, and writes down how each ended, until it is asked to stop. */
  const hand = async <T>(queue: string, lookMs: number, work: (data: T) => Promise<void>) => {
    while (!signal.aborted) {
      const [job] = await boss.fetch<T>(queue, { db })
      if (!job) {
        await pause(lookMs, signal)
        continue
      }
      const done = async () => {
        if (signal.aborted) throw new Error('the worker is about to end')
        await work(job.data)
        await boss.complete(queue, job.id, {}, { db })
      }
      await claimed(store, `job ${job.id}`, { owner, work: done })
        .catch((error) => boss.fail(queue, job.id, { message: String(error?.message ?? error) }, { db }))
        .catch(onError)
    }
  }
  let rescue: ReturnType<typeof setInterval> | undefined
  return {
    send: (sources, asked) => send(sources, asked),
    work: async ({ atOnce, handle, due, onError: tell }) => {
      onError = tell
      const harvest = async ({ source, asked }: Job) => {
        if ((await handle(source, asked)) === 'later') await send([source], asked, LATER_SECONDS)
      }
      for (let n = 0; n < atOnce; n++) hands.push(hand(QUEUE, LOOK_MS, harvest))
      hands.push(hand(TICK, TICK_LOOK_MS, async () => send(await due())))
      await boss.schedule(TICK, '* * * * *')
      rescue = setInterval(() => void rescueJobs(boss, store).catch(onError), RESCUE_MS)
      rescue.unref()
    },
    state: async () => {
      const { rows } = await db.executeSql(
        `select name, state::text as state, count(*)::int as n from pgboss.job where name = any($1) group by 1, 2`,
        [[QUEUE, DEAD]],
      )
      const n = (name: string, ...states: readonly string[]) =>
        (rows as { name: string; state: string; n: number }[])
          .filter((row) => row.name === name && states.includes(row.state))
          .reduce((sum, row) => sum + row.n, 0)
      return { waiting: n(QUEUE, 'created', 'retry'), active: n(QUEUE, 'active'), dead: n(DEAD, 'created') }
    },
    stop: async () => {
      if (rescue) clearInterval(rescue)
      stopping.abort()
      const ended = new AbortController()
      await Promise.race([Promise.all(hands).finally(() => ended.abort()), pause(STOP_MS, ended.signal)])
      await boss.stop({ graceful: false, close: false })
    },
  }
}

/** The tables of the queue are made by one worker at a time: two at once wait for each other. */
async function inTurn(store: Store, work: () => Promise<void>): Promise<void> {
  const isDone = () => work().then(() => true)
  while (!(await claimed(store, 'queue', { owner: ownerName(), work: isDone })))
    await new Promise((done) => setTimeout(done, TURN_MS))
}

/** Jobs of workers that died: under way, but nobody renews the claim on them. */
async function rescueJobs(boss: PgBoss, store: Store): Promise<void> {
  const { rows } = (await store.executeSql?.(
    `select id, started_on < now() - $2 * interval '1 second' as "isTaken" from pgboss.job
     where name = $1 and state = 'active'`,
    [QUEUE, TAKING_SECONDS],
  )) ?? { rows: [] }
  for (const { id, isTaken } of rows as { id: string; isTaken: boolean }[]) {
    const state = await holding(store, `job ${id}`)
    if (state === 'gone' || (state === 'free' && isTaken))
      await boss.fail(QUEUE, id, { message: 'the worker is gone' })
  }
}
