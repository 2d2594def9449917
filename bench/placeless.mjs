// The built modules with the lines taken out that keep where things are written: what places cost is the difference.
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'

const lines = {
  'rdf/graph.js': ['a[n] = at;', 'subjectAt[term] = at + 1;'],
  'rdf/adjacency.js': [
    'a[row] = at[i];',
    'a[m] = a[m - 1];',
    'a[k] = aj;',
    'a.copyWithin(write, begin, end);',
  ],
}

/** The folder of a copy of the build without places. Throws when the build has no longer the lines that keep them. */
export function withoutPlaces(built) {
  const folder = mkdtempSync(`${tmpdir()}/grunddata-placeless-`)
  for (const name of ['rdf', 'errors.js', 'finding.js', 'io.js'])
    cpSync(`${built}/${name}`, `${folder}/${name}`, { recursive: true })
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }\n')
  symlinkSync(fileURLToPath(new URL('../node_modules', import.meta.url)), `${folder}/node_modules`)
  for (const [name, taken] of Object.entries(lines)) {
    let code = readFileSync(`${folder}/${name}`, 'utf8')
    for (const line of taken) {
      if (!code.includes(line))
        throw new Error(`${name} has no line “${line}” any more: see bench/placeless.mjs`)
      code = code.replace(line, ';')
    }
    writeFileSync(`${folder}/${name}`, code)
  }
  return folder
}
