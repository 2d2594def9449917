// The same texts read by n3: a second opinion for tests, slower and without places finer than a line.

import type { Quad, Term } from 'n3'
import { BLANK, ID, internLang, internString, LITERAL } from '../dictionary.ts'
import type { Document } from '../document.ts'
import type { Graph, GraphBuilder } from '../graph.ts'
import { createGraphBuilder } from '../graph.ts'
import type { ParseOptions, SyntaxId } from '../syntax.ts'
import { decode } from './characters.ts'
import { turtleTokenEnd } from './token-end.ts'
import { words } from './words.ts'

/** What n3 calls the syntaxes. */
export const formats: Partial<Record<SyntaxId, string>> = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
}

/**
 * Reads a document of the Turtle family with n3. The first fault ends the reading: then there is one problem
 * `syntax-turtle` at its line, and what came before is in the graph. Offsets are those of the line.
 */
export async function parseWithN3(
  document: Document,
  options: ParseOptions & { readonly syntax?: SyntaxId } = {},
): Promise<Graph> {
  const { Parser } = await import('n3')
  const { bytes, name } = document
  const syntax = options.syntax ?? 'turtle'
  const builder = createGraphBuilder()
  const starts = lineStarts(bytes)
  let line = 1
  const settings = { format: formats[syntax] ?? 'Turtle', blankNodePrefix: '', baseIRI: options.base }
  // The published types of n3 do not know the callbacks object.
  const parser = new Parser(settings as never) as unknown as { parse(text: string, sink: object): void }
  await new Promise<void>((resolve) => {
    parser.parse(decode(bytes, 0, bytes.length), {
      onQuad: (error: Error | null, quad: Quad | null) => {
        if (error) builder.problems.push(problemOf(error, starts, line))
        else if (quad) {
          const at = starts[line - 1] ?? 0
          addQuad(builder, quad, { at, blank: (name) => internString(builder.dictionary, BLANK, name) })
        }
        if (error || !quad) resolve()
      },
      onPrefix: (prefix: string, iri: { value: string } | string) => {
        builder.prefixes.set(prefix, typeof iri === 'string' ? iri : iri.value)
      },
      onToken: (token: { line?: number }) => {
        line = token.line ?? line
      },
    })
  })
  return builder.finish({ file: name, bytes, syntax, tokenEnd: turtleTokenEnd })
}

function lineStarts(bytes: Uint8Array): number[] {
  const starts = [0]
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) starts.push(i + 1)
  return starts
}

function problemOf(error: Error & { context?: { line?: number } }, starts: readonly number[], line: number) {
  const at = starts[(error.context?.line ?? line) - 1] ?? 0
  return { rule: 'syntax-turtle', at, params: { found: error.message, expected: words.separator } }
}

/** Where a quad of n3 goes: its place, the graph when it names none, and what its blank nodes are. */
interface Destination {
  readonly at: number
  readonly graph?: number
  readonly blank: (name: string) => number
}

/** Adds a quad of n3 to a graph; one with a triple for a term is a problem. */
export function addQuad(builder: GraphBuilder, quad: Quad, to: Destination): void {
  const { at } = to
  const subject = termId(builder, quad.subject, to)
  const predicate = termId(builder, quad.predicate, to)
  const object = termId(builder, quad.object, to)
  const graph = quad.graph.termType === 'DefaultGraph' ? (to.graph ?? 0) : termId(builder, quad.graph, to) + 1
  if (subject < 0 || object < 0) {
    builder.problems.push({ rule: 'syntax-turtle-unsupported', at, params: { found: '<<' } })
    return
  }
  builder.subject(subject, at)
  builder.add(subject, predicate, object, at, graph)
}

/** The id of an n3 term, or -1 for a quoted triple. */
function termId(builder: GraphBuilder, term: Term, { at, blank }: Destination): number {
  const d = builder.dictionary
  if (term.termType === 'NamedNode') return builder.iriText(term.value, at)
  if (term.termType === 'BlankNode') return blank(term.value)
  if (term.termType !== 'Literal') return -1
  if (term.language !== '')
    return internString(d, LITERAL, term.value, ID.langString, internLang(d, term.language))
  return internString(d, LITERAL, term.value, builder.iriText(term.datatype.value, at))
}
