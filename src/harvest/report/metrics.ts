// How the sources are doing as metrics for Prometheus, from the store alone: the same for a file and for /metrics.
import type { Store } from '../../store/index.ts'

interface Metric {
  readonly name: string
  readonly help: string
  readonly rows: readonly (readonly [labels: Readonly<Record<string, string>>, value: number])[]
}

/** Metrics in the text format of Prometheus (version 0.0.4). */
export async function harvestMetrics(store: Store): Promise<string> {
  const sources = await store.sources()
  const counts = await store.counts()
  const last = new Map(
    (await Promise.all(sources.map(({ id }) => store.runs({ source: id, limit: 1 })))).flatMap(([run]) =>
      run ? [[run.source, run]] : [],
    ),
  )
  const time = (instant: string | undefined) =>
    instant === undefined ? [] : [new Date(instant).getTime() / 1000]
  const perSource = (value: (source: (typeof sources)[number]) => readonly number[]): Metric['rows'] =>
    sources.flatMap((source) => value(source).map((n) => [{ source: source.id }, n] as const))
  const ran = (value: (run: NonNullable<ReturnType<typeof last.get>>) => readonly number[]) =>
    perSource(({ id }) => {
      const run = last.get(id)
      return run ? value(run) : []
    })
  const figure = (name: string) =>
    ran(({ figures }) => (typeof figures?.[name] === 'number' ? [figures[name]] : []))
  const metrics: readonly Metric[] = [
    {
      name: 'source_state',
      help: 'The state of a source; 1 for the one it is in.',
      rows: sources.map(({ id, life }) => [{ source: id, state: life.state }, 1]),
    },
    {
      name: 'source_last_run_timestamp_seconds',
      help: 'When a source was last tried.',
      rows: perSource(({ life }) => time(life.lastRun)),
    },
    {
      name: 'source_last_read_timestamp_seconds',
      help: 'When a source was last read.',
      rows: perSource(({ life }) => time(life.lastRead)),
    },
    {
      name: 'source_failing_since_timestamp_seconds',
      help: 'Since when a source fails.',
      rows: perSource(({ life }) => time(life.failingSince)),
    },
    {
      name: 'source_held',
      help: '1 when a run of the source waits for a decision.',
      rows: perSource(({ life }) => [life.heldRun === undefined ? 0 : 1]),
    },
    {
      name: 'source_errors',
      help: 'Errors found in the last run of a source.',
      rows: ran(({ counts }) => (counts ? [counts.errors] : [])),
    },
    { name: 'source_requests', help: 'Requests of the last run of a source.', rows: figure('requests') },
    { name: 'source_bytes', help: 'Bytes read in the last run of a source.', rows: figure('bytes') },
    {
      name: 'source_run_seconds',
      help: 'How long the last run of a source took.',
      rows: ran(({ started, finished }) =>
        finished ? [(new Date(finished).getTime() - new Date(started).getTime()) / 1000] : [],
      ),
    },
    {
      name: 'entities',
      help: 'Entities in the store by state.',
      rows: Object.entries(counts.entities).map(([state, n]) => [{ state }, n]),
    },
    {
      name: 'entities_suppressed',
      help: 'Entities of which another source has the shown description.',
      rows: [[{}, counts.suppressed]],
    },
    { name: 'changes', help: 'Changes in the history.', rows: [[{}, counts.changes]] },
    { name: 'blob_bytes', help: 'Bytes of kept raw answers.', rows: [[{}, counts.blobBytes]] },
  ]
  return metrics
    .filter(({ rows }) => rows.length > 0)
    .map(metricText)
    .join('')
}

function metricText({ name, help, rows }: Metric): string {
  const full = `grunddata_${name}`
  const lines = rows.map(([labels, value]) => {
    const list = Object.entries(labels).map(
      ([key, text]) => `${key}="${text.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`,
    )
    return `${full}${list.length > 0 ? `{${list.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`
}
