// The readers of the Turtle family: bytes to a graph in one pass, with the place of every statement.
import type { Document } from '../document.ts'
import type { Graph } from '../graph.ts'
import type { ParseOptions, SyntaxId } from '../syntax.ts'
import { encodingProblem } from './encoding.ts'
import { readLines } from './lines.ts'
import { createReader, type Reader } from './reader.ts'
import { readStatements } from './statements.ts'
import { turtleTokenEnd } from './token-end.ts'

export { parseWithN3 } from './n3.ts'
export { readTurtlePart } from './part.ts'
export { turtleTokenEnd }

/**
 * Reads Turtle 1.1. Never throws for bad content: each bad statement gives one problem and the rest is read.
 * Problems: `syntax-turtle` (params found, expected), `syntax-turtle-prefix` (prefix; once for each prefix),
 * `syntax-turtle-unsupported` (quoted triples, which are skipped: see {@link readTurtle}), `syntax-encoding` (byte), and `iri-*` (iri).
 * Source: W3C RDF 1.1 Turtle.
 */
export function parseTurtle(document: Document, options: ParseOptions = {}): Graph {
  return parse(document, options, 'turtle')
}

/** {@link parseTurtle} for TriG (W3C RDF 1.1 TriG). */
export function parseTriG(document: Document, options: ParseOptions = {}): Graph {
  return parse(document, options, 'trig')
}

/** {@link parseTurtle} for N-Triples (W3C RDF 1.1 N-Triples). */
export function parseNTriples(document: Document, options: ParseOptions = {}): Graph {
  return parse(document, options, 'ntriples')
}

/** {@link parseTurtle} for N-Quads (W3C RDF 1.1 N-Quads). */
export function parseNQuads(document: Document, options: ParseOptions = {}): Graph {
  return parse(document, options, 'nquads')
}

/** The syntaxes that this folder reads. */
type TurtleFamily = 'turtle' | 'trig' | 'ntriples' | 'nquads'

/**
 * {@link parseTurtle} and its relatives for any text: statements with what is beyond RDF 1.1 are read by n3, which is
 * loaded then, and what of them RDF 1.1 can hold is in the graph.
 */
export async function readTurtle(
  document: Document,
  options: ParseOptions & { readonly syntax: TurtleFamily },
): Promise<Graph> {
  const reader = read(document, options, options.syntax)
  if (reader.unknown.length > 0) await (await import('./hand-over.ts')).handOver(reader, options.syntax)
  return finish(reader, document, options.syntax)
}

function parse(document: Document, options: ParseOptions, syntax: SyntaxId): Graph {
  return finish(read(document, options, syntax), document, syntax)
}

function finish(reader: Reader, { name, bytes }: Document, syntax: SyntaxId): Graph {
  return reader.builder.finish({ file: name, bytes, syntax, tokenEnd: turtleTokenEnd })
}

function read({ bytes }: Document, options: ParseOptions, syntax: SyntaxId): Reader {
  const lines = syntax === 'ntriples' || syntax === 'nquads'
  const reader = createReader(bytes, { lines, trig: syntax === 'trig', base: options.base ?? '' })
  const problem = encodingProblem(bytes)
  if (problem) reader.builder.problems.push(problem)
  skipByteOrderMark(reader)
  if (lines) readLines(reader, syntax === 'nquads')
  else readStatements(reader)
  return reader
}

function skipByteOrderMark(r: Reader): void {
  if (r.bytes[0] === 0xef && r.bytes[1] === 0xbb && r.bytes[2] === 0xbf) r.pos = 3
}
