// The past as a store tells it: runs of the sources, changes, and what is gone.

import type { Store, Run as StoredRun, StoredSource } from '../../store/index.ts'
import type { Change, History, Run, RunState, SourceStatus } from '../history.ts'

const RUNS = 50
const SCORES = 30
/** How the harvest counts; scores by other ways are other series. */
const METHOD = 'mqa-se'

const states: Readonly<Record<StoredRun['state'], RunState>> = {
  running: 'unchanged',
  applied: 'valid',
  approved: 'valid',
  unchanged: 'unchanged',
  held: 'held',
  failed: 'failed',
  rejected: 'failed',
}

export function storeHistory(store: Store): History {
  return {
    sources: async () => Promise.all((await store.sources()).map((source) => statusOf(store, source))),
    changes: async (limit) => {
      const found: Change[] = []
      for await (const { iri, kind, time } of store.changes({ isReversed: true, isBrief: true, limit })) {
        const title = kind === 'delete' ? await titleOf(store, iri) : undefined
        found.push({ iri, kind: kinds[kind], at: time, ...(title !== undefined && { title }) })
      }
      return found
    },
    gone: async (iri) => {
      const entity = await store.entity(iri)
      if (entity?.state !== 'gone') return undefined
      const title = entity.title?.sv ?? entity.title?.en
      return { iri, at: entity.since ?? entity.changed, ...(title !== undefined && { title }) }
    },
  }
}

/** What leaves or enters the united view is gone or new to whoever looks at it. */
const kinds = {
  create: 'created',
  update: 'updated',
  delete: 'deleted',
  suppress: 'deleted',
  reveal: 'created',
} as const

async function titleOf(store: Store, iri: string): Promise<string | undefined> {
  const { title } = (await store.entity(iri)) ?? {}
  return title?.sv ?? title?.en
}

async function statusOf(store: Store, { id, url, title, life }: StoredSource): Promise<SourceStatus> {
  const runs = await store.runs({ source: id, limit: RUNS })
  const scores = (await store.scores({ source: id, iri: '', method: METHOD })).slice(-SCORES)
  const name = title ?? id
  return {
    id,
    name: id,
    title: { sv: name, en: name },
    url,
    state: life.state === 'ok' ? 'valid' : life.state,
    runs: runs.map((run) => runOf(run, scores)),
  }
}

function runOf(run: StoredRun, scores: Awaited<ReturnType<Store['scores']>>): Run {
  const { counts, failure, notes = [] } = run
  const at = run.finished ?? run.started
  const hasErrors = (counts?.errors ?? 0) > 0
  const state = states[run.state]
  const points = scores.findLast(({ time }) => time <= at)?.points
  const message = failure?.message ?? notes[0]
  return {
    id: run.id,
    at,
    state: state === 'valid' && hasErrors ? 'invalid' : state,
    added: counts?.added ?? 0,
    changed: counts?.updated ?? 0,
    removed: counts?.removed ?? 0,
    errors: counts?.errors ?? 0,
    warnings: counts?.warnings ?? 0,
    ...(points !== undefined && { points }),
    ...(message && { message }),
  }
}
