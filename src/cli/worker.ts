// `grunddata worker`: harvests what is due, for as long as it runs, together with other workers on the same store.
import { harvestReporters, registerSources, runWorker, type SourceOutcome } from '../harvest/index.ts'
import { openClient } from '../source/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { createHarvestProgress } from './harvest-progress.ts'
import { stopOnSignal } from './harvest-stop.ts'
import { readSettings } from './settings.ts'
import { chosenSources, readSourceList } from './source-list.ts'

/** Exit code 0 after a graceful stop. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const store = await openStore(values.one('store') ?? 'grunddata.sqlite')
  const stop = stopOnSignal(terminal.tell, terminal.lang)
  const list = values.isGiven('sourcesFile') ? await readSourceList(call) : undefined
  const client = await openClient({
    allowPrivate: values.list('allowPrivate'),
    total: 32,
    ...(list?.contact !== undefined && { userAgent: `grunddata (DCAT-AP-SE; ${list.contact})` }),
  })
  const { policy } = await readSettings(call)
  const jobs = values.count('jobs')
  const progress = createHarvestProgress(call)
  try {
    const sources = list ? chosenSources(list, values.list('onlySource')) : []
    await registerSources({ store, client, sources }, new Date())
    await runWorker({
      store,
      client,
      signal: stop.signal,
      isOnce: values.has('once'),
      gate: values.list('gate'),
      secret: (variable) => terminal.env[variable],
      onError: (error) => terminal.tell(`grunddata: ${error.message}\n`),
      tell: (event) => {
        progress.tell(event)
        if (event.kind === 'done' && values.one('log') !== 'json') tellOutcome(event.outcome, call)
      },
      ...(jobs !== undefined && { jobs }),
      ...(policy && { policy }),
    })
    return 0
  } finally {
    progress.clear()
    stop.forget()
    await client.close()
    await store.close()
  }
}

function tellOutcome(outcome: SourceOutcome, { terminal: { lang, color, width, write } }: Call): void {
  const now = new Date()
  const text = harvestReporters.text(
    { started: now, finished: now, isPlan: false, outcomes: [outcome] },
    { lang, color, width },
  )
  write(text.split('\n\n')[0].trimEnd())
  write('\n')
}
