// The report for programs. Times apart, the same for the same harvest.
import type { HarvestReporter } from './types.ts'

/** Of the JSON report; grows only when something is renamed or removed. */
const VERSION = 1

export const harvestJson: HarvestReporter = ({ started, finished, isPlan, outcomes }) => {
  const sources = outcomes.map(({ source, state, run, counts, changes, brake, notes, findingsChange }) => ({
    id: source.id,
    url: source.url,
    ...(source.title !== undefined && { title: source.title }),
    state,
    ...(run && { run: run.id }),
    counts,
    ...(findingsChange && { findings: findingsChange }),
    ...(run?.failure && { failure: run.failure }),
    ...(brake.length > 0 && { brake }),
    ...(notes.length > 0 && { notes }),
    ...(run?.figures && { figures: run.figures }),
    changes,
  }))
  const head = { version: VERSION, started: started.toISOString(), finished: finished.toISOString(), isPlan }
  return `${JSON.stringify({ ...head, sources }, undefined, 2)}\n`
}
