// Writes a synthetic catalogue to a file, with a list of the defects that were seeded.
// Usage: node bench/generate.mjs <datasets> <turtle|rdfxml|rdfxml-nested|jsonld|ntriples> <file> [defects.json]
import { closeSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { catalogue } from './nodes.mjs'
import { serializers } from './serialize.mjs'

/** Writes a catalogue in pieces, by way of a temporary name. Returns the defects: kind, node and property of each. */
export function writeCatalogue(count, syntax, file, options = {}) {
  const seeded = []
  const handle = openSync(`${file}.part`, 'w')
  const { begin, node, end } = serializers[syntax]
  let buffer = begin()
  for (const each of catalogue(count, { ...options, onDefect: (defect) => seeded.push(defect) })) {
    buffer += node(each)
    if (buffer.length < 1 << 20) continue
    writeSync(handle, buffer)
    buffer = ''
  }
  writeSync(handle, buffer + end())
  closeSync(handle)
  renameSync(`${file}.part`, file)
  return seeded
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [count, syntax, file, defectFile] = process.argv.slice(2)
  const seeded = writeCatalogue(Number(count), syntax, file)
  if (defectFile) writeFileSync(defectFile, `${JSON.stringify(seeded, null, 1)}\n`)
}
