// Records of runs → one entry per row and engine: medians of what was measured.
import { median } from './measure.mjs'

/** What engines tell the time of, in milliseconds, in the order of the tables. */
export const PHASES = 'load read parse shapes validate warm first again renamed report write'.split(' ')

/** `[{ id, title, bytes, engines: { name: { runs, wall, least, most, cpu, peak, first, phases, results, same, why } } }]`. */
export function summarise(rows, state, verdicts) {
  return rows.map(({ id, title, engines }) => {
    const entries = engines.map(({ name }) => [name, entry(state.of(id, name), verdicts[id]?.[name])])
    return {
      id,
      title,
      bytes: state.records.find(({ row }) => row === id)?.bytes,
      engines: Object.fromEntries(entries),
    }
  })
}

function entry(records, verdict) {
  const good = records.filter(({ failed }) => !failed)
  if (good.length === 0) return { failed: records.at(-1)?.failed ?? 'not run' }
  const walls = good.map(({ wall }) => wall)
  const told = good.map((record) => record.told ?? {})
  const phases = {}
  for (const name of PHASES) {
    const value = median(told.map((each) => each[name]))
    if (value !== undefined) phases[name] = Math.round(value * 10) / 10
  }
  return {
    runs: good.length,
    wall: rounded(median(walls)),
    least: rounded(Math.min(...walls)),
    most: rounded(Math.max(...walls)),
    cpu: rounded(median(good.map(({ cpu }) => cpu))),
    peak: median(good.map(({ peak }) => peak)),
    first: rounded(median(good.map(({ first }) => first))),
    phases,
    results: told[0].results,
    triples: told[0].triples,
    ...(verdict && {
      same: verdict.same,
      why: verdict.why,
      missing: verdict.onlyOurs,
      more: verdict.onlyTheirs,
    }),
  }
}

function rounded(value) {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000
}
