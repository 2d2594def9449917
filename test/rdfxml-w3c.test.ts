// The W3C RDF/XML test cases, when scripts/w3c-rdfxml-suite.mjs has fetched them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, it } from 'vitest'
import { type Graph, iriId, objects, quadsOf, subjects, text } from '../src/rdf/index.ts'
import { parseRdfXml } from '../src/rdf/rdfxml/index.ts'

const folder = process.env.GRUNDDATA_W3C && join(process.env.GRUNDDATA_W3C, 'rdfxml')
const BASE = 'http://www.w3.org/2000/10/rdf-tests/rdfcore/'
const TEST = 'http://www.w3.org/2000/10/rdf-tests/rdfcore/testSchema#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

interface Case {
  readonly name: string
  readonly input: string
  readonly output: string
}

function read(file: string): Graph {
  return parseRdfXml({ name: file, bytes: readFileSync(join(folder!, file)) }, { base: BASE + file })
}

/** The approved cases of a kind whose files are there. */
function casesOf(manifest: Graph, kind: string): Case[] {
  const value = (subject: number, property: string) => {
    const [first] = objects(manifest, subject, iriId(manifest, TEST + property))
    return first === undefined ? '' : text(manifest, first).replace(BASE, '')
  }
  return [...subjects(manifest, iriId(manifest, TYPE), iriId(manifest, TEST + kind))]
    .filter((subject) => value(subject, 'status') === 'APPROVED')
    .map((subject) => ({
      name: text(manifest, subject).replace(BASE, ''),
      input: value(subject, 'inputDocument'),
      output: value(subject, 'outputDocument'),
    }))
    .filter(({ input }) => existsSync(join(folder!, input)))
}

/** Problems other than the advice that a relative IRI was resolved. */
const faults = (graph: Graph) => graph.problems.filter(({ rule }) => !/^iri-relative/.test(rule))

if (!folder || !existsSync(folder))
  it.skip('W3C RDF/XML: set GRUNDDATA_W3C to the folder of the suites', () => {})
else {
  const manifest = read('Manifest.rdf')
  const positive = casesOf(manifest, 'PositiveParserTest')
  const negative = casesOf(manifest, 'NegativeParserTest')

  it('has the whole suite', () => {
    expect(positive.length).toBeGreaterThanOrEqual(120)
    expect(negative.length).toBeGreaterThanOrEqual(38)
  })

  describe('W3C RDF/XML, to be read', () => {
    for (const { name, input, output } of positive) {
      it(name, () => {
        const graph = read(input)
        const expected = new Parser({ format: 'N-Triples' }).parse(readFileSync(join(folder, output), 'utf8'))
        expect(faults(graph)).toEqual([])
        expect(isomorphic([...quadsOf(graph)], expected)).toBe(true)
      })
    }
  })

  describe('W3C RDF/XML, to be refused', () => {
    for (const { name, input } of negative) {
      it(name, () => {
        expect(faults(read(input)).map(({ rule }) => rule)).toContain('syntax-rdfxml')
      })
    }
  })
}
