// Scores a generated catalogue and tells what each step costs after the graph is loaded.
// Usage: node bench/score.mjs [datasets]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadVocabularies } from '../dist/profile/index.js'
import {
  describeScores,
  judgeAsEu,
  nonConformingInEu,
  observeDatasets,
  planScore,
  scoreDatasets,
} from '../dist/quality/index.js'
import { parse } from '../dist/rdf/index.js'
import { writeCatalogue } from './generate.mjs'

const folder = mkdtempSync(join(tmpdir(), 'grunddata-score-'))
const file = join(folder, 'catalogue.ttl')
writeCatalogue(Number(process.argv[2] ?? 17_500), 'turtle', file)
const bytes = readFileSync(file)
rmSync(folder, { recursive: true })

let last = performance.now()
const lap = (name) => {
  const now = performance.now()
  console.log(`${name.padEnd(44)} ${String(Math.round(now - last)).padStart(6)} ms`)
  last = now
}
const graph = await parse({ name: 'catalogue.ttl', bytes }, { syntax: 'turtle' })
graph.inverse()
const vocabularies = loadVocabularies()
lap('load')
scoreDatasets(graph, { mode: 'se', vocabularies })
lap('score se')
const nonConforming = nonConformingInEu(graph, vocabularies)
lap('conformance to the structure of DCAT-AP')
const options = { mode: 'eu', vocabularies, nonConforming }
const scores = scoreDatasets(graph, options)
lap('score eu')
describeScores(graph, scores, { source: 'x', mode: 'eu' })
lap('names, publishers, FAIR')
planScore(observeDatasets(graph, options), { target: 351, mode: 'eu' })
lap('plan')
judgeAsEu(graph, { vocabularies })
lap('all parts of DCAT-AP')
