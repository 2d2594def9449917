// Our full profile, once over all and once more after one dataset was edited. Usage: node incremental.mjs <built> <data>
// Phases: `validate` is checking all of the edited text after its parse, `again` is checking it with the memory of before;
// `renamed` is the same after an edit of a title, by which findings about other things may call the dataset.
import { readFileSync } from 'node:fs'
import { clock } from './clock.mjs'
import { tell } from './lines.mjs'

const [built, file] = process.argv.slice(2)
const { parse } = await import(`${built}/rdf/index.js`)
const { loadProfile } = await import(`${built}/profile/index.js`)
const { checkAgain, checkAll } = await import(`${built}/recheck.js`)
const { quietIo } = await import(`${built}/io.js`)
const profile = await loadProfile('dcat-ap-se@3.0.1')

/** Edits of each kind, one after another, as an editor that saves makes them; the medians count, and `first` the first. */
const EDITS = 11
let bytes = readFileSync(file)
let before = await checkAll(await read(bytes), profile, file, quietIo())
const times = { validate: [], again: [], renamed: [] }
let triples = 0
for (const [phase, property] of [
  ['again', 'dcterms:description'],
  ['renamed', 'dcterms:title'],
])
  for (let i = 0; i < EDITS; i++) {
    bytes = edit(bytes, property, `Ny text ${i}. `)
    const graphs = [await read(bytes), await read(Buffer.from(bytes))]
    triples = graphs[0].quads.count
    const lap = clock()
    const all = await checkAll(graphs[0], profile, file, quietIo())
    times.validate.push(lap())
    const quick = await checkAgain(before, graphs[1], file, quietIo())
    times[phase].push(lap())
    if (!quick) throw new Error('The edit was not checked incrementally.')
    if (lines(quick) !== lines(all)) throw new Error('The findings differ.')
    before = quick
  }
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1]
const [first] = times.again
tell({
  validate: median(times.validate),
  first,
  again: median(times.again),
  renamed: median(times.renamed),
  results: before.findings.size,
  triples,
})

function lines({ findings }) {
  return [...findings.values()]
    .map((finding) => JSON.stringify(finding))
    .sort()
    .join('\n')
}

function read(text) {
  return parse({ name: file, bytes: text })
}

/** The text with a few words more in a property of a dataset in its middle. */
function edit(text, property, words) {
  const mark = Buffer.from(`${property} "`)
  const at = text.indexOf(mark, text.length >>> 1) + mark.length
  return Buffer.concat([text.subarray(0, at), Buffer.from(words), text.subarray(at)])
}
