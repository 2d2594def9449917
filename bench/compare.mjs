// Whether engines found the same: their result lines as multisets, and the differences that have a known reason.
import { existsSync, readFileSync } from 'node:fs'

const WHOLE = 'n3.Store + shacl-engine'
const EACH = 'shacl-engine, node by node'
const SHARED_SET =
  'one set of visited nodes is shared by all focus nodes, so a node that is checked two sh:node deep is reported for the first focus only; node by node the results are the same as ours'

/**
 * Outcome for each engine that wrote a file: `{ same, why? }`, measured against ours. `files` is engine → file; `gate` is the
 * outcome with less data, whose reason holds for an engine that again lacks some results and has none of its own.
 */
export function compareResults(files, gate = {}) {
  const lines = new Map()
  for (const [engine, file] of Object.entries(files)) if (existsSync(file)) lines.set(engine, read(file))
  const ours = lines.get('ours')
  const verdicts = {}
  for (const [engine, theirs] of lines) {
    const { onlyOurs, onlyTheirs } = difference(ours, theirs)
    if (onlyOurs + onlyTheirs === 0) verdicts[engine] = { same: true, results: theirs.length }
    else {
      const why =
        explain({ engine, onlyTheirs, lines, ours }) ?? (onlyTheirs === 0 ? gate[engine]?.why : undefined)
      verdicts[engine] = { same: false, results: theirs.length, onlyOurs, onlyTheirs, ...(why && { why }) }
    }
  }
  return verdicts
}

function explain({ engine, onlyTheirs, lines, ours }) {
  if (engine !== WHOLE || onlyTheirs > 0 || !lines.has(EACH)) return undefined
  const { onlyOurs, onlyTheirs: more } = difference(ours, lines.get(EACH))
  return onlyOurs + more === 0 ? SHARED_SET : undefined
}

/** Sorted by code unit here: engines sort by rules of their own. */
function read(file) {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).sort()
}

function difference(ours, theirs) {
  let [i, j, onlyOurs, onlyTheirs] = [0, 0, 0, 0]
  while (i < ours.length && j < theirs.length) {
    if (ours[i] === theirs[j]) {
      i++
      j++
    } else if (ours[i] < theirs[j]) {
      i++
      onlyOurs++
    } else {
      j++
      onlyTheirs++
    }
  }
  return { onlyOurs: onlyOurs + ours.length - i, onlyTheirs: onlyTheirs + theirs.length - j }
}
