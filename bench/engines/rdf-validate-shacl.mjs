// rdf-validate-shacl over its own dataset. Usage: node rdf-validate-shacl.mjs <syntax> <shapes,…> <data> <results|->
import dataset from '@rdfjs/dataset'
import SHACLValidator from 'rdf-validate-shacl'
import { clock } from './clock.mjs'
import { line, tell, writeLines } from './lines.mjs'
import { parsers, shapeQuads } from './sources.mjs'

const [syntax, shapeFiles, file, out] = process.argv.slice(2)
const lap = clock()
const data = dataset.dataset()
await parsers[syntax](file, (quad) => data.add(quad))
const parse = lap()
const validator = new SHACLValidator(dataset.dataset(await shapeQuads(shapeFiles)), {
  // The other engines do not follow owl:imports either.
  importGraph: async () => dataset.dataset(),
})
const shapes = lap()
const { results } = await validator.validate(data)
const validate = lap()
const lines = results.map((result) =>
  line({
    focus: result.focusNode,
    path: result.path?.value,
    value: result.value,
    component: result.sourceConstraintComponent.value,
    severity: result.severity.value,
  }),
)
writeLines(out, lines)
tell({ parse, shapes, validate, report: lap(), results: lines.length, triples: data.size })
