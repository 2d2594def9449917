// Our readers alone, from bytes to the indexed graph. Usage: node ours-parse.mjs <built> <syntax> <data>
import { readFileSync } from 'node:fs'
import { tell } from './lines.mjs'

const [built, syntax, file] = process.argv.slice(2)
const { decodeDocument, parse } = await import(`${built}/rdf/index.js`)
const start = performance.now()
const { bytes } = decodeDocument(readFileSync(file))
const graph = await parse({ name: file, bytes }, { syntax })
const { count } = graph.quads
tell({ parse: Math.round(performance.now() - start), results: count, triples: count })
