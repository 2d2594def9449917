// The generated files, made once for each generator and kept.
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeCatalogue } from './generate.mjs'

const EXTENSIONS = {
  turtle: 'ttl',
  rdfxml: 'rdf',
  'rdfxml-nested': 'nested.rdf',
  jsonld: 'jsonld',
  ntriples: 'nt',
}
const sources = ['nodes.mjs', 'random.mjs', 'serialize.mjs', 'vocabulary.mjs']

/**
 * A function (datasets, syntax, { vocabulary, sparse }) → `{ file, bytes }`; files lie in `folder`, under the hash of what made them.
 * With `vocabulary: false` the concepts of the code lists are left out; `sparse` as in nodes.mjs.
 */
export function dataIn(folder) {
  const hash = createHash('sha1')
  for (const name of sources) hash.update(readFileSync(fileURLToPath(new URL(name, import.meta.url))))
  const home = `${folder}/${hash.digest('hex').slice(0, 8)}`
  mkdirSync(home, { recursive: true })
  return (datasets, syntax, { vocabulary = true, sparse = false } = {}) => {
    const name = `${datasets}${vocabulary ? '' : '-plain'}${sparse ? '-sparse' : ''}`
    const file = `${home}/${name}.${EXTENSIONS[syntax]}`
    if (!existsSync(file)) {
      console.error(`  making ${file}`)
      const defects = writeCatalogue(datasets, syntax, file, { vocabulary, sparse })
      writeFileSync(`${home}/${name}.defects.json`, `${JSON.stringify(defects, null, 1)}\n`)
    }
    return { file, bytes: statSync(file).size }
  }
}

/** A folder that holds a file so many times. */
export function manyOf({ file, bytes }, times) {
  const folder = `${file}-${times}`
  mkdirSync(folder, { recursive: true })
  const extension = file.slice(file.lastIndexOf('.'))
  for (let i = 0; i < times; i++) {
    const name = `${folder}/${i}${extension}`
    if (!existsSync(name)) linkSync(file, name)
  }
  return { file: folder, bytes: bytes * times }
}
