// Our readers alone, from bytes to the indexed graph. Usage: node ours-parse.mjs <built> <syntax> <data> [decode]
// With `decode` every literal is made a string too, as parsers do that give objects.
import { readFileSync } from 'node:fs'
import { tell } from './lines.mjs'

const [built, syntax, file, decode] = process.argv.slice(2)
const { decodeDocument, LITERAL, parse, text } = await import(`${built}/rdf/index.js`)
const start = performance.now()
const { bytes } = decodeDocument(readFileSync(file))
const graph = await parse({ name: file, bytes }, { syntax })
if (decode) {
  const { kind, count } = graph.dictionary
  let length = 0
  for (let term = 0; term < count; term++) if (kind[term] === LITERAL) length += text(graph, term).length
  if (length === 0) throw new Error('There is no literal.')
}
const { count } = graph.quads
tell({ parse: Math.round(performance.now() - start), results: count, triples: count })
