// One of our own Turtle files as a graph. A fault in it is a fault in the profile, not in somebody's data.
import { readFileSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import type { Graph } from '../rdf/index.ts'
import { parseTurtle } from '../rdf/index.ts'

/** Reads a Turtle file. Throws CONFIG_INVALID when it is not well formed. */
export function readTurtle(file: string): Graph {
  const graph = parseTurtle({ name: file, bytes: readFileSync(file) })
  if (graph.problems.length === 0) return graph
  throw new GrunddataError('CONFIG_INVALID', {
    sv: `Filen ${file} är inte korrekt Turtle.`,
    en: `The file ${file} is not well-formed Turtle.`,
  })
}
