// Jobs for workers on several machines, by pg-boss in the store's own database: one job a source, tried again when a
// worker dies, kept apart when it fails for good. What a job does, and that it is done once, is not decided here.
import PgBoss from 'pg-boss'
import { GrunddataError } from '../errors.ts'
import type { Store } from '../store/index.ts'
import { claimed, ownerName } from './claim.ts'

const QUEUE = 'grunddata-harvest'
const DEAD = 'grunddata-harvest-dead'
const TICK = 'grunddata-due'

/** `later`: somebody else is at it, or at its host: it is asked for again in a moment. */
export type JobResult = 'done' | 'later'

export interface QueueState {
  readonly waiting: number
  readonly active: number
  /** Given up. */
  readonly dead: number
}

export interface Queue {
  /** Asks for sources to be harvested; one that is asked for already is not asked for twice. */
  readonly send: (sources: readonly string[]) => Promise<void>
  /** Begins to work, `atOnce` jobs at a time, and to ask for what is due every minute. */
  readonly work: (options: WorkOptions) => Promise<void>
  readonly state: () => Promise<QueueState>
  /** No new jobs; waits for those under way. */
  readonly stop: () => Promise<void>
}

export interface WorkOptions {
  readonly atOnce: number
  readonly handle: (source: string) => Promise<JobResult>
  /** Whose time has come; asked every minute by one of the workers. */
  readonly due: () => Promise<readonly string[]>
  readonly onError: (error: Error) => void
}

/** A job may take so long; a worker that dies is noticed long before, by its claim. */
const EXPIRE_SECONDS = 3 * 3600
const LATER_SECONDS = 2
const RESCUE_MS = 5_000
const STOP_MS = 60_000
const TURN_MS = 200
const LOOK_MS = 10

/** `retries`: how often a job that fails is tried again, later and later, before it is given up (5). */
export async function openQueue(store: Store, { retries = 5 } = {}): Promise<Queue> {
  const { executeSql } = store
  if (!executeSql)
    throw new GrunddataError('USAGE', {
      sv: 'En kö för flera maskiner kräver PostgreSQL: ange --store postgres://….',
      en: 'A queue for several machines needs PostgreSQL: give --store postgres://….',
    })
  let onError: (error: Error) => void = () => {}
  // pg-boss does not wait for what it writes when a job ends, nor for a job that it is just fetching: this does.
  let underWay = 0
  let isStopping = false
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    underWay++
    try {
      return await work()
    } finally {
      underWay--
    }
  }
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) =>
        counted(
          async () => ({ rows: (await executeSql(text, values)).rows as unknown[] }) as { rows: never[] },
        ),
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
    await boss.createQueue(QUEUE, { name: QUEUE, policy: 'stately', deadLetter: DEAD })
    await boss.createQueue(TICK, { name: TICK, policy: 'short' })
  })
  const send = async (sources: readonly string[], startAfter = 0) => {
    for (const source of sources) await boss.send(QUEUE, { source }, { singletonKey: source, startAfter })
  }
  let rescue: ReturnType<typeof setInterval> | undefined
  return {
    send: (sources) => send(sources),
    work: async ({ atOnce, handle, due, onError: tell }) => {
      onError = tell
      const options = { batchSize: 1, pollingIntervalSeconds: 0.5 }
      for (let n = 0; n < atOnce; n++) {
        const hand: string = await boss.work<{ source: string }>(QUEUE, options, ([{ data }]) =>
          counted(async () => {
            if (isStopping) throw new Error('the worker is about to end')
            if ((await handle(data.source)) === 'later') await send([data.source], LATER_SECONDS)
            // The next one at once, not when it is time to look again.
            boss.notifyWorker(hand)
          }),
        )
      }
      await boss.work(TICK, { pollingIntervalSeconds: 5 }, async () => send(await due()))
      await boss.schedule(TICK, '* * * * *')
      rescue = setInterval(() => void rescueJobs(boss, store).catch(onError), RESCUE_MS)
      rescue.unref()
    },
    state: async () => {
      const { rows } = await executeSql(
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
      isStopping = true
      await boss.stop({ graceful: true, wait: true, timeout: STOP_MS, close: false })
      const end = Date.now() + STOP_MS
      do await new Promise((done) => setTimeout(done, LOOK_MS))
      while (underWay > 0 && Date.now() < end)
    },
  }
}

/** The tables of the queue are made by one worker at a time: two at once wait for each other. */
async function inTurn(store: Store, work: () => Promise<void>): Promise<void> {
  const isDone = () => work().then(() => true)
  while (!(await claimed(store, 'queue', { owner: ownerName(), work: isDone })))
    await new Promise((done) => setTimeout(done, TURN_MS))
}

/** Jobs of workers that died: under way for a while, but nobody renews the claim on their source. */
async function rescueJobs(boss: PgBoss, { executeSql, holder }: Store): Promise<void> {
  const { rows } = (await executeSql?.(
    `select id, data->>'source' as source from pgboss.job
     where name = $1 and state = 'active' and started_on < now() - interval '20 seconds'`,
    [QUEUE],
  )) ?? { rows: [] }
  for (const { id, source } of rows as { id: string; source: string }[])
    if ((await holder(`source ${source}`, new Date().toISOString())) === undefined)
      await boss.fail(QUEUE, id, { message: 'the worker is gone' })
}
