// How long the artifacts of a catalogue take, one by one: node bench/publish.mjs [datasets] (17 500), after npm run build.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCatalogue } from './generate.mjs'

const { parse } = await import('../dist/rdf/index.js')
const { piecesOf, prepareGraph, publishers } = await import('../dist/publish/index.js')
const count = Number(process.argv[2] ?? 17_500)
const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-publish-'))
const file = join(folder, 'catalogue.ttl')
writeCatalogue(count, 'turtle', file)
const bytes = readFileSync(file)
rmSync(folder, { recursive: true })

let began = performance.now()
const lap = (what) => {
  const now = performance.now()
  const memory = Math.round(process.memoryUsage().rss / 1e6)
  console.log(
    `${what.padEnd(44)} ${((now - began) / 1000).toFixed(2).padStart(7)} s ${String(memory).padStart(6)} MB`,
  )
  began = performance.now()
}
const site = { base: 'https://data.example.se/' }
const read = await parse({ name: file, bytes })
lap(`read ${count} datasets`)
const graph = prepareGraph(read, site.base)
lap(`in its own order, ${graph.out.size} statements`)
for (const [name, publisher] of Object.entries(publishers)) {
  let [files, size] = [0, 0]
  for (const { body } of publisher(graph, site)) {
    files++
    for (const piece of piecesOf(body)) size += piece.length
  }
  lap(`${name}: ${files} files, ${(size / 1e6).toFixed(0)} MB`)
}
