// Scores of what a store holds, kept there from time to time: the graph of each source, and its scores so far.
import type { HistoryPoint, Mode } from '../quality/index.ts'
import { parse } from '../rdf/index.ts'
import { openStore, type Store } from '../store/index.ts'
import type { NamedGraph } from './graphs.ts'
import type { Values } from './values.ts'

/** A source of the store as it is now. */
export interface StoredGraph extends NamedGraph {
  /** Scores of earlier days by the same way of counting, the oldest first. */
  readonly history: readonly HistoryPoint[]
  /** Keeps the score of today; one of the same day is replaced in the history. */
  readonly keep: (score: { readonly points: number; readonly max: number }) => Promise<void>
}

interface Counting {
  readonly mode: Mode
  readonly distributions: 'best' | 'share'
  /** Whether the links were tried: such scores are another series. */
  readonly hasLinks: boolean
}

/** Every source of the store, or those named; with the series of scores that fit the way of counting. */
export async function* storedGraphs(values: Values, counting: Counting): AsyncGenerator<StoredGraph> {
  const store = await openStore(values.one('scoreStore') ?? '')
  try {
    const wanted = values.list('onlySource')
    for (const { id } of await store.sources()) {
      if (wanted.length > 0 && !wanted.includes(id)) continue
      yield await storedGraph(store, id, methodOf(counting))
    }
  } finally {
    await store.close()
  }
}

async function storedGraph(store: Store, source: string, method: string): Promise<StoredGraph> {
  const lines = new Set<string>()
  for await (const { nquads } of store.entities({ source }))
    for (const line of nquads.split('\n')) if (line !== '') lines.add(line)
  const bytes = Buffer.from(`${[...lines].join('\n')}\n`, 'utf8')
  const graph = await parse({ name: source, bytes }, { syntax: 'nquads' })
  // The whole source, as the harvest keeps it: the two continue the same series.
  const iri = ''
  const today = new Date().toISOString()
  return {
    name: source,
    graph,
    history: historyOf(await store.scores({ source, iri, method }), today),
    keep: ({ points, max }) => store.putScores([{ source, iri, method, time: today, points, max }]),
  }
}

function methodOf({ mode, distributions, hasLinks }: Counting): string {
  return ['mqa', mode, ...(distributions === 'share' ? ['share'] : []), ...(hasLinks ? ['links'] : [])].join(
    '-',
  )
}

/** The last score of each earlier day, the oldest first. */
function historyOf(
  scores: readonly { readonly time: string; readonly points: number }[],
  today: string,
): readonly HistoryPoint[] {
  const byDay = new Map<string, HistoryPoint>()
  for (const { time, points } of [...scores].sort((a, b) => (a.time < b.time ? -1 : 1))) {
    const day = time.slice(0, 10)
    if (day < today.slice(0, 10)) byDay.set(day, { at: time, points })
  }
  return [...byDay.values()]
}
