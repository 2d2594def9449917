// Our RDF/XML reader against two others, on every file of the corpus that they accept; and what it says about
// the files that are not strictly parseable.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { DataFactory, type Quad, type Term } from 'n3'
import { graph as createStore, parse } from 'rdflib'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { describe, expect, it } from 'vitest'
import { locationAt } from '../src/rdf/index.ts'
import { parseRdfXml } from '../src/rdf/rdfxml/index.ts'
import { quadsOf, sameQuads } from './support/n3-oracle.ts'

const corpus = process.env.GRUNDDATA_CORPUS
const BASE = 'http://base.example.se/a/feed.rdf'
/** rdflib's time grows faster than the file. */
const RDFLIB_LIMIT = 60_000

const striped =
  'a node stands directly in a node: we keep what is said about it, the others read it as a property'
const extraText = 'white space and stray text beside elements become rdf:value statements there'

/** Files on which another reader says something else, and why we are right. */
const differences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'rdfxml-streaming-parser': { 'es-old-E1_Catalog_Dataset-DataService-HVD.rdf': striped },
  rdflib: {
    'es-old-E1_Catalog_Dataset-DataService-HVD.rdf': striped,
    'se-umea-dcat.rdf': extraText,
    'se-umea-dcat-new.rdf': extraText,
  },
}

/** Files that another reader refuses: ill-formed IRIs and envelopes around rdf:RDF. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'rdfxml-streaming-parser': [
    'de-metadata-max-multins.rdf',
    'de-metadata-max.rdf',
    'fr-udata-geonetwork-dcat-page-5.xml',
    'fr-udata-geonetwork-geodcatap-page-1.xml',
    'fr-udata-geonetwork-geodcatap-page-3.xml',
    'it-esempio6.rdf',
    'se-scb-20220623.xml',
    'se-scb-20230608.xml',
  ],
  rdflib: [
    'de-metadata-max-multins.rdf',
    'de-metadata-max.rdf',
    'fr-udata-geonetwork-dcat-page-5.xml',
    'fr-udata-geonetwork-geodcatap-page-1.xml',
    'fr-udata-geonetwork-geodcatap-page-3.xml',
    'it-esempio6.rdf',
    'se-scb-20220623.xml',
  ],
}

function bytesOf(file: string): Uint8Array {
  const bytes = readFileSync(join(corpus!, 'files', file))
  return bytes[0] === 0xef ? bytes.subarray(3) : bytes
}

async function streamed(bytes: Uint8Array): Promise<Quad[]> {
  const parser = new RdfXmlParser({ baseIRI: BASE, dataFactory: DataFactory as never })
  const quads: Quad[] = []
  for await (const quad of Readable.from([Buffer.from(bytes)]).pipe(parser)) quads.push(quad as Quad)
  return quads
}

async function rdflibbed(bytes: Uint8Array): Promise<Quad[]> {
  const store = createStore()
  parse(Buffer.from(bytes).toString('utf8'), store, BASE, 'application/rdf+xml')
  return store.statements as unknown as Quad[]
}

/** Another reader's statements in n3's terms, each once, with language tags in lower case. */
function comparable(quads: readonly Quad[]): Quad[] {
  const { blankNode, literal, namedNode, quad } = DataFactory
  const term = (t: Term) => {
    if (t.termType === 'BlankNode') return blankNode(t.value)
    if (t.termType !== 'Literal') return namedNode(t.value)
    return literal(t.value, t.language ? t.language.toLowerCase() : namedNode(t.datatype.value))
  }
  const all = quads.map((q) =>
    quad(term(q.subject) as never, namedNode(q.predicate.value), term(q.object) as never),
  )
  return [...new Map(all.map((q) => [`${q.subject.id} ${q.predicate.id} ${q.object.id}`, q])).values()]
}

const readers = [
  { name: 'rdfxml-streaming-parser', read: streamed, limit: Number.POSITIVE_INFINITY },
  { name: 'rdflib', read: rdflibbed, limit: RDFLIB_LIMIT },
] as const

const listed = corpus ? readdirSync(join(corpus, 'files')).sort() : []
const files = listed.filter((file) => Buffer.from(bytesOf(file)).includes('<rdf:RDF'))

describe.skipIf(!corpus).each(readers)(
  'the RDF/XML of the corpus, as $name reads it',
  ({ name, read, limit }) => {
    const compared = files.filter((file) => !refused[name].includes(file) && bytesOf(file).length < limit)

    it('is most of it', () => expect(compared.length).toBeGreaterThan(45))

    it.each(compared)('%s', async (file) => {
      const bytes = bytesOf(file)
      const ours = comparable(quadsOf(parseRdfXml({ name: file, bytes }, { base: BASE })))
      const same = sameQuads(ours, comparable(await read(bytes)))
      expect(same, differences[name][file]).toBe(differences[name][file] === undefined)
    })
  },
)

describe.skipIf(!corpus)('what is not strictly parseable in the corpus', () => {
  const rows = corpus ? readFileSync(join(corpus, 'index.tsv'), 'utf8').split('\n').slice(1) : []
  const bad = rows
    .map((row) => row.split('\t'))
    .filter(([, file, , , , , syntax, , , , , , , , , strict]) => {
      return strict?.startsWith('NO') && (syntax === 'RDF/XML' || file === 'se-scb-empty.xml')
    })

  it('is there', () => expect(bad.length).toBeGreaterThanOrEqual(9))

  it.each(bad.map(([, file]) => file))('%s has a problem with a place', (file) => {
    const graph = parseRdfXml({ name: file, bytes: bytesOf(file) })
    expect(graph.problems.length).toBeGreaterThan(0)
    for (const { at } of graph.problems) {
      expect(locationAt(graph.source!, at!).line).toBeGreaterThan(0)
    }
  })

  it.each(
    refused['rdfxml-streaming-parser'].filter((file) => file.startsWith('fr-')),
  )('%s is read inside its envelope', (file) => {
    const graph = parseRdfXml({ name: file, bytes: bytesOf(file) }, { base: BASE })
    expect(graph.problems.map(({ rule }) => rule)).toContain('syntax-rdfxml-envelope')
    expect(graph.out.size).toBeGreaterThan(150)
  })
})
