// Statements with something in them that our reader does not know go to n3, one by one, with the prefixes and the base
// that hold there. What n3 makes of them that RDF 1.1 can hold takes the place of what we had read of them.
import type { Quad } from 'n3'
import type { Problem } from '../../finding.ts'
import { BLANK, internAnonymous, internString } from '../dictionary.ts'
import type { GraphBuilder } from '../graph.ts'
import type { SyntaxId } from '../syntax.ts'
import { decode } from './characters.ts'
import { addQuad, formats } from './n3.ts'
import type { Reader, Unknown } from './reader.ts'

interface Answer {
  readonly unknown: Unknown
  /** What of it RDF 1.1 can hold. */
  readonly quads: readonly Quad[]
  /** True when that is all of it. */
  readonly isWhole: boolean
}

type Ask = (text: string, base: string) => Quad[]

/**
 * Puts what n3 reads of the unknown statements into the graph, at the place of their statement. A finding
 * `syntax-turtle-unsupported` stays where n3 refuses the statement too or reads what RDF 1.1 cannot hold.
 */
export async function handOver(r: Reader, syntax: SyntaxId): Promise<void> {
  const { Parser } = await import('n3')
  const format = syntax === 'trig' ? 'Turtle' : (formats[syntax] ?? 'Turtle')
  const ask: Ask = (text, base) =>
    new Parser({ format, blankNodePrefix: '', ...(base && { baseIRI: base }) } as never).parse(text)
  const answers = r.unknown.flatMap((unknown) => answerOf(r, unknown, ask) ?? [])
  const { builder } = r
  for (const { unknown } of answers.toReversed()) builder.remove(unknown.firstQuad, unknown.endQuad)
  for (const answer of answers)
    add(builder, answer, decode(r.bytes, answer.unknown.start, answer.unknown.end))
  const kept = builder.problems.filter((problem) => !isSettled(problem, answers))
  builder.problems.splice(0, builder.problems.length, ...kept)
}

function answerOf(r: Reader, unknown: Unknown, ask: Ask): Answer | undefined {
  const { start, end, prefixes, base } = unknown
  const head = r.lines ? '' : [...prefixes].map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join('')
  const text = decode(r.bytes, start, end).trimEnd()
  const stop = r.lines || /^@?version\b/i.test(text) || text.endsWith('.') ? '' : '\n.'
  try {
    const quads = ask(`${head}${text}${stop}\n`, base)
    const held = quads.filter(fits)
    return { unknown, quads: held, isWhole: held.length === quads.length }
  } catch {
    return undefined
  }
}

/** Adds the quads that have no triples for terms. Labels of the text mean the same node; n3's own names are made new. */
function add(builder: GraphBuilder, { unknown, quads }: Answer, text: string): void {
  const made = new Map<string, number>()
  const blank = (name: string): number => {
    if (text.includes(`_:${name}`)) return internString(builder.dictionary, BLANK, name)
    let id = made.get(name)
    if (id === undefined) made.set(name, (id = internAnonymous(builder.dictionary)))
    return id
  }
  for (const quad of quads) addQuad(builder, quad, { at: unknown.start, graph: unknown.graph, blank })
}

/** True for a statement of RDF 1.1. */
function fits({ subject, object }: Quad): boolean {
  if (object.termType === 'Literal' && (object as { direction?: string }).direction) return false
  return (subject.termType as string) !== 'Quad' && (object.termType as string) !== 'Quad'
}

/** True for a fault in a statement that n3 has read; "unsupported" only when all of it could be held. */
function isSettled({ rule, at = -1 }: Problem, answers: readonly Answer[]): boolean {
  if (rule !== 'syntax-turtle' && rule !== 'syntax-turtle-unsupported') return false
  let low = 0
  let high = answers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (answers[middle].unknown.end <= at) low = middle + 1
    else high = middle
  }
  const answer = answers[low]
  if (!answer || at < answer.unknown.start) return false
  return rule === 'syntax-turtle' || answer.isWhole
}
