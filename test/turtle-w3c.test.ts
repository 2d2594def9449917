// The W3C suites for Turtle, TriG, N-Triples and N-Quads, when scripts/w3c-rdf-suites.mjs has fetched them.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import type { Graph } from '../src/rdf/index.ts'
import { parseNQuads, parseNTriples, parseTriG, parseTurtle } from '../src/rdf/turtle/index.ts'
import { n3Quads, quadsOf, sameQuads } from './support/n3-oracle.ts'

const folder = process.env.GRUNDDATA_W3C
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

const suites = [
  { name: 'TurtleTests', parse: parseTurtle, base: 'http://www.w3.org/2013/TurtleTests/' },
  { name: 'TriGTests', parse: parseTriG, base: 'http://www.w3.org/2013/TriGTests/' },
  { name: 'NTriplesTests', parse: parseNTriples, base: '' },
  { name: 'NQuadsTests', parse: parseNQuads, base: '' },
] as const

interface Case {
  readonly name: string
  readonly kind: string
  readonly action: string
  readonly result: string
}

/** The cases of a manifest; file names are relative to the suite's folder. */
function casesOf(suite: string): Case[] {
  const text = readFileSync(join(folder!, suite, 'manifest.ttl'), 'utf8')
  const quads = new Parser({ baseIRI: 'http://suite.example/' }).parse(text)
  const of = (subject: string, predicate: string) =>
    quads.find((q) => q.subject.id === subject && q.predicate.value === predicate)?.object.value ?? ''
  const file = (iri: string) => iri.replace(/^.*\//, '')
  return quads
    .filter((q) => q.predicate.value === TYPE && /#Test/.test(q.object.value))
    .map(({ subject, object }) => ({
      name: of(subject.id, `${MF}name`),
      kind: object.value.replace(/^.*#/, ''),
      action: file(of(subject.id, `${MF}action`)),
      result: file(of(subject.id, `${MF}result`)),
    }))
}

function read(suite: (typeof suites)[number], file: string): Graph {
  const bytes = readFileSync(join(folder!, suite.name, file))
  return suite.parse({ name: file, bytes }, suite.base === '' ? {} : { base: suite.base + file })
}

/** Problems other than the advice that a relative IRI was resolved. */
const faults = (graph: Graph) => graph.problems.filter(({ rule }) => !/^iri-relative/.test(rule))

for (const suite of suites) {
  const there = folder !== undefined && existsSync(join(folder, suite.name))
  if (!there) it.skip(`W3C ${suite.name}: set GRUNDDATA_W3C to the folder of the suites`, () => {})
  else {
    describe(`W3C ${suite.name}`, () => {
      for (const { name, kind, action, result } of casesOf(suite.name)) {
        it(`${name} (${kind})`, () => {
          const graph = read(suite, action)
          if (/Negative/.test(kind)) {
            const seen = suite.base === '' ? graph.problems : faults(graph)
            expect(seen.length).toBeGreaterThan(0)
            return
          }
          expect(faults(graph)).toEqual([])
          if (result === '') return
          const expected = n3Quads(readFileSync(join(folder!, suite.name, result), 'utf8'), {
            format: 'N-Quads',
          })
          const actual = quadsOf(graph)
          expect(actual.length).toBe(expected.length)
          expect(sameQuads(actual, expected)).toBe(true)
        })
      }
    })
  }
}
