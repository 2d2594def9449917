// The harvest: every source once, some at a time, with what happens told as it happens.

import type { Session } from './attempt.ts'
import { ownerName } from './claim.ts'
import { registerSources } from './register.ts'
import { runSource } from './run-source.ts'
import { inProcess, type Runner } from './runner.ts'
import type { HarvestEvent, HarvestOptions, SourceOutcome } from './types.ts'

const JOBS = 4

/**
 * Harvests the sources given, the most urgent first. Yields events; the outcome of each source is in its `done`.
 * One bad source never ends the run. Throws only when the store does.
 */
export async function* harvest(
  options: HarvestOptions,
  runner: Runner = inProcess(options.jobs ?? JOBS, options.signal),
): AsyncGenerator<HarvestEvent> {
  const now = options.now ?? (() => new Date())
  const waiting: HarvestEvent[] = []
  let wake = () => {}
  const tell = (event: HarvestEvent) => {
    waiting.push(event)
    wake()
  }
  const session: Session = { options, now, tell, owner: options.owner ?? ownerName(), profiles: new Map() }
  const sources = [...options.sources].sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
  const byId = new Map(sources.map((source) => [source.id, source]))
  await registerSources(options, now())
  tell({ kind: 'begin', sources: sources.map(({ id }) => id) })
  let state: { readonly error?: unknown } | undefined
  runner
    .run([...byId.keys()], async (id) => {
      tell({ kind: 'start', source: id })
      const outcome = await runSource(byId.get(id)!, session)
      tell({ kind: 'done', source: id, outcome })
    })
    .then(() => (state = {}))
    .catch((error) => (state = { error }))
    .finally(() => wake())
  for (;;) {
    const event = waiting.shift()
    if (event) yield event
    else if (state) {
      if ('error' in state) throw state.error
      return
    } else
      await new Promise<void>((resolve) => {
        wake = resolve
        if (waiting.length > 0 || state) resolve()
      })
  }
}

/** {@link harvest} when only the outcomes matter, in the order of the sources given. */
export async function harvestAll(
  options: HarvestOptions,
  runner?: Runner,
): Promise<readonly SourceOutcome[]> {
  const outcomes = new Map<string, SourceOutcome>()
  for await (const event of runner ? harvest(options, runner) : harvest(options))
    if (event.kind === 'done') outcomes.set(event.source, event.outcome)
  return options.sources.flatMap(({ id }) => outcomes.get(id) ?? [])
}
