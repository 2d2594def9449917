// Our engine on a shapes graph. Usage: node ours.mjs <built> <syntax> <shapes,…> <data> <results|->
import { readFileSync } from 'node:fs'
import { clock } from './clock.mjs'
import { line, tell, textLine, writeLines } from './lines.mjs'

const [built, syntax, shapeFiles, file, out] = process.argv.slice(2)
const lap = clock()
const { BLANK, decodeDocument, parse, termOf, text } = await import(`${built}/rdf/index.js`)
const { compileShapes, pathText, validateAll } = await import(`${built}/check/shacl/index.js`)
const load = lap()

const { bytes } = decodeDocument(readFileSync(file))
const read = lap()
const data = await parse({ name: file, bytes }, { syntax })
if (data.problems.length > 1 + data.quads.count / 100) throw new Error('The data cannot be read.')
const parsed = lap()

const texts = shapeFiles.split(',').map((shapes) => readFileSync(shapes, 'utf8'))
const shapesGraph = await parse(
  { name: 'shapes', bytes: Buffer.from(texts.join('\n')) },
  { syntax: 'turtle' },
)
const compiled = compileShapes(shapesGraph)
const shapes = lap()

const results = await validateAll(compiled, data)
const validate = lap()
const names = new Array(data.dictionary.count)
const textOf = (term) => (names[term] ??= data.dictionary.kind[term] === BLANK ? '_:' : text(data, term))
const paths = new Map()
const lines = results.map((result) => {
  const { focus, path, value, component, severity } = result
  if (typeof focus !== 'number' || (value !== undefined && typeof value !== 'number')) return outside(result)
  return textLine({
    focus: textOf(focus),
    path: pathOf(path),
    value: value === undefined ? '' : textOf(value),
    component,
    severity,
  })
})
writeLines(out, lines)
tell({
  load,
  read,
  parse: parsed,
  shapes,
  validate,
  report: lap(),
  results: lines.length,
  triples: data.quads.count,
})

function pathOf(path) {
  if (!path) return ''
  let name = paths.get(path)
  if (name === undefined) paths.set(path, (name = pathText(path)))
  return name
}

/** A result about a node that is not in the data. */
function outside({ focus, path, value, component, severity }) {
  const term = (node) => (typeof node === 'number' ? termOf(data, node) : node)
  return line({ focus: term(focus), path: pathOf(path), value: term(value), component, severity })
}
