// One of our own Turtle files as a graph. A fault in it is a fault in the profile, not in somebody's data.
import { readFile } from 'node:fs/promises'
import { Parser } from 'n3'
import { GrunddataError } from '../errors.ts'
import type { Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'
import { fromQuads } from '../rdf/index.ts'

/** Reads a Turtle file. Throws CONFIG_INVALID when it cannot be read or is not well formed. */
export async function readTurtle(file: string): Promise<Graph> {
  try {
    return fromQuads(new Parser().parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new GrunddataError('CONFIG_INVALID', notTurtle(file), { cause })
  }
}

function notTurtle(file: string): Text {
  return { sv: `Filen ${file} är inte korrekt Turtle.`, en: `The file ${file} is not well-formed Turtle.` }
}
