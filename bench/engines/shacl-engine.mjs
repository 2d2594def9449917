// shacl-engine over n3.Store. Usage: node shacl-engine.mjs <syntax> <shapes,…> <data> <results|-> [each]
// `each` asks for one shape and focus node at a time, which gives every result (see bench/README.md).
import { DataFactory, Store } from 'n3'
import { Validator } from 'shacl-engine'
import { clock } from './clock.mjs'
import { line, tell, writeLines } from './lines.mjs'
import { parsers, shapeQuads } from './sources.mjs'

const [syntax, shapeFiles, file, out, each] = process.argv.slice(2)
const lap = clock()
const data = new Store()
await parsers[syntax](file, (quad) => data.addQuad(quad))
const parse = lap()
const shapesStore = new Store(await shapeQuads(shapeFiles))
const validator = new Validator(shapesStore, { factory: DataFactory })
const shapes = lap()

const results = each ? await validateEach() : (await validator.validate({ dataset: data })).results
const validate = lap()
const lines = results.map((result) =>
  line({
    focus: result.focusNode.term,
    path: result.path?.map(step).join('/'),
    value: result.value?.term,
    component: result.constraintComponent.value,
    severity: result.severity.value,
  }),
)
writeLines(out, lines)
tell({ parse, shapes, validate, report: lap(), results: lines.length, triples: data.size })

function step({ start, predicates }) {
  return (start === 'object' ? '^' : '') + predicates.map(({ value }) => value).join('|')
}

async function validateEach() {
  const found = []
  const type = DataFactory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
  const target = DataFactory.namedNode('http://www.w3.org/ns/shacl#targetClass')
  for (const { subject: shape, object: wanted } of shapesStore.getQuads(null, target, null, null)) {
    for (const { subject } of data.getQuads(null, type, wanted, null)) {
      const report = await validator.validate({ dataset: data, terms: [subject] }, [{ terms: [shape] }])
      found.push(...report.results)
    }
  }
  return found
}
