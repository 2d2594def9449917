// What has been measured so far, on disk after every run, so that a run of the benchmark that was ended goes on where it was.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Records of a benchmark; those of another `key` (other code, other machine) are forgotten. */
export function openState(file, key, fresh) {
  const lines = !fresh && existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  const head = JSON.stringify({ key })
  const known = lines[0] === head ? lines.slice(1).map((line) => JSON.parse(line)) : []
  // What failed for want of time or of a peer is tried again.
  const kept = known.filter(({ failed }) => !failed)
  writeFileSync(file, [head, ...kept.map((record) => JSON.stringify(record)), ''].join('\n'))
  return {
    records: kept,
    add: (record) => {
      kept.push(record)
      appendFileSync(file, `${JSON.stringify(record)}\n`)
    },
    of: (row, engine) => kept.filter((record) => record.row === row && record.engine === engine),
  }
}
