// Reading Turtle with n3 for the engine's tests, and the suites that live outside the project.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as RDF from '@rdfjs/types'
import { Parser } from 'n3'
import { fromQuads, type Graph } from '../../src/rdf/index.ts'

/** The folder with others' test suites, or undefined when GRUNDDATA_SUITES does not name one. */
export function suitesFolder(): string | undefined {
  const folder = process.env.GRUNDDATA_SUITES
  return folder && existsSync(folder) ? folder : undefined
}

/** Quads of a Turtle text. */
export function quadsOfTurtle(text: string, base = 'http://example.se/'): RDF.Quad[] {
  return new Parser({ baseIRI: base }).parse(text) as RDF.Quad[]
}

/** A graph of a Turtle text. */
export function turtle(text: string, base?: string): Graph {
  return fromQuads(quadsOfTurtle(text, base))
}

/** A graph of a Turtle file. */
export function turtleFile(path: string): Graph {
  return turtle(readFileSync(path, 'utf8'), `file://${path}`)
}

const semicFiles = {
  core: ['shapes'],
  all: ['shapes', 'range', 'shapes_recommended', 'mdr-vocabularies.shape', 'deprecateduris'],
}

/** SEMIC's DCAT-AP shapes, as the benchmark names its sets. */
export function semicShapes(suites: string, set: keyof typeof semicFiles): Graph {
  const files = semicFiles[set].map((name) => join(suites, 'semic-shapes', `html_shacl_${name}.ttl`))
  return fromQuads(files.flatMap((file, i) => renamed(quadsOfTurtle(readFileSync(file, 'utf8')), i)))
}

/** Keeps the blank nodes of several files apart. */
function renamed(quads: RDF.Quad[], file: number): RDF.Quad[] {
  const rename = <T extends RDF.Term>(term: T): T =>
    term.termType === 'BlankNode'
      ? ({ ...term, termType: 'BlankNode', value: `f${file}${term.value}` } as T)
      : term
  return quads.map((quad) => ({
    ...quad,
    subject: rename(quad.subject),
    predicate: quad.predicate,
    object: rename(quad.object),
    graph: quad.graph,
    termType: 'Quad',
    value: '',
    equals: quad.equals,
  }))
}
