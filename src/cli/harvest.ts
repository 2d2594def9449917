// `grunddata harvest`: reads the list of sources, harvests, tells what happens meanwhile and what came of it.
import { existsSync } from 'node:fs'
import { type HarvestFormat, harvest, harvestReporters, isDue, type SourceOutcome } from '../harvest/index.ts'
import { openClient, type Source } from '../source/index.ts'
import { openStore, type Store } from '../store/index.ts'
import type { Call } from './call.ts'
import { decide } from './harvest-decide.ts'
import { createHarvestProgress } from './harvest-progress.ts'
import { writeReports } from './harvest-reports.ts'
import { stopOnSignal } from './harvest-stop.ts'
import { instantOf } from './instant.ts'
import { writeWhole } from './outputs.ts'
import { readSettings } from './settings.ts'
import { chosenSources, readSourceList } from './source-list.ts'

/** Exit code 0; 1 when a run waits or a source could not be read; 3 when none could. */
export async function run(call: Call): Promise<number> {
  const { args, values, terminal } = call
  if (args.length > 0) return decide(call)
  const list = await readSourceList(call)
  const chosen = chosenSources(list, values.list('onlySource'))
  const isPlan = values.has('harvestPlan')
  const store = await openStore(storeAddress(call, isPlan))
  const { policy } = await readSettings(call)
  const stop = stopOnSignal(terminal.tell, terminal.lang)
  const client = await openClient({
    allowPrivate: values.list('allowPrivate'),
    total: 32,
    ...(list.contact !== undefined && { userAgent: `grunddata (DCAT-AP-SE; ${list.contact})` }),
    signal: stop.signal,
  })
  const jobs = values.count('jobs')
  const progress = createHarvestProgress(call)
  const started = new Date()
  const outcomes = new Map<string, SourceOutcome>()
  try {
    const sources = await whoseTimeItIs(chosen, store, call)
    const options = {
      store,
      client,
      sources,
      isPlan,
      gate: values.list('gate'),
      signal: stop.signal,
      secret: (variable: string) => terminal.env[variable],
      ...(jobs !== undefined && { jobs }),
      ...(policy && { policy }),
    }
    for await (const event of harvest(options)) {
      progress.tell(event)
      if (event.kind === 'done') outcomes.set(event.source, event.outcome)
    }
    progress.clear()
    const ordered = sources.flatMap(({ id }) => outcomes.get(id) ?? [])
    const report = { started, finished: new Date(), isPlan, outcomes: ordered }
    const format = (values.one('harvestFormat') ?? 'text') as HarvestFormat
    const { lang, color, width } = terminal
    const text = harvestReporters[format](report, { lang, color, width, isWhole: values.has('whole') })
    const file = values.one('file')
    if (file === undefined) terminal.write(text)
    else await writeWhole(file, text)
    const folder = values.one('reports')
    if (folder !== undefined) await writeReports(folder, report, { store, lang })
    return stop.signal.aborted ? 3 : exitCode(ordered)
  } finally {
    progress.clear()
    stop.forget()
    await client.close()
    await store.close()
  }
}

/** A plan makes no file. */
function storeAddress({ values }: Call, isPlan: boolean): string {
  const address = values.one('store') ?? 'grunddata.sqlite'
  const isFile = !/^[a-z]+:/.test(address)
  return isPlan && isFile && !existsSync(address) ? ':memory:' : address
}

async function whoseTimeItIs(
  sources: readonly Source[],
  store: Store,
  { values }: Call,
): Promise<readonly Source[]> {
  const since = values.one('since')
  const before = since === undefined ? undefined : instantOf(since)
  if (before === undefined && !values.has('due')) return sources
  const lives = new Map((await store.sources()).map(({ id, life }) => [id, life]))
  const now = new Date()
  return sources.filter(({ id }) => {
    const life = lives.get(id)
    if (!life) return true
    const isUnread = before === undefined || life.lastRead === undefined || life.lastRead < before
    return isUnread && (!values.has('due') || isDue(life, now))
  })
}

function exitCode(outcomes: readonly SourceOutcome[]): number {
  const failed = outcomes.filter(({ state }) => state === 'failed').length
  if (failed > 0 && failed === outcomes.length) return 3
  const waits = outcomes.some(({ state, brake }) => state === 'held' || brake.length > 0)
  return failed > 0 || waits ? 1 : 0
}
