// Writers: the same graph written by us and by the peers; what is timed is only the writing.
// Usage: node write.mjs <turtle|n3-writer|jsonld|jsonld-compact> <built> <data>
import { readFileSync } from 'node:fs'
import { tell } from './lines.mjs'
import { parsers } from './sources.mjs'

const [kind, built, file] = process.argv.slice(2)
const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const writers = {
  turtle: () => ours('writeTurtle'),
  jsonld: () => ours('writeJsonLd'),
  'n3-writer': async () => {
    const { Writer } = await import('n3')
    const quads = await quadsOf()
    return () =>
      new Promise((resolve) => {
        const writer = new Writer({ prefixes: PREFIXES })
        writer.addQuads(quads)
        writer.end((_, text) => resolve(text.length))
      })
  },
  'jsonld-compact': async () => {
    const { default: jsonld } = await import('jsonld')
    const expanded = await jsonld.fromRDF(await quadsOf())
    return async () => JSON.stringify(await jsonld.compact(expanded, PREFIXES)).length
  },
}

const write = await writers[kind]()
const start = performance.now()
const size = await write()
tell({ write: Math.round(performance.now() - start), results: size })

async function ours(name) {
  const rdf = await import(`${built}/rdf/index.js`)
  const graph = await rdf.parse({ name: file, bytes: readFileSync(file) }, { syntax: 'turtle' })
  return () => {
    let length = 0
    for (const piece of rdf[name](graph, { prefixes: new Map(Object.entries(PREFIXES)) }))
      length += piece.length
    return length
  }
}

async function quadsOf() {
  const quads = []
  await parsers.turtle(file, (quad) => quads.push(quad))
  return quads
}
