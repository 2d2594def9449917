// Parsers alone. Usage: node parse.mjs <n3|n3-store|rdfxml|jsonld> <data>
import { tell } from './lines.mjs'
import { parsers } from './sources.mjs'

const [kind, file] = process.argv.slice(2)
let triples = 0
const start = performance.now()
if (kind === 'n3-store') {
  const { Store } = await import('n3')
  const store = new Store()
  await parsers.turtle(file, (quad) => store.addQuad(quad))
  triples = store.size
} else {
  await parsers[kind === 'n3' ? 'turtle' : kind](file, () => triples++)
}
tell({ parse: Math.round(performance.now() - start), results: triples, triples })
