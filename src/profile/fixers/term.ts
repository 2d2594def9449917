// What a fixer is given and gives back, and the terms it writes (N-Triples syntax).
import type { Fix, Problem, Text } from '../../finding.ts'
import { datatype, type Graph, IRI, LITERAL, lang, text } from '../../rdf/index.ts'
import type { Rule, Vocabulary } from '../types.ts'

/** The problem to correct, where it was seen, and the lists to correct it by. */
export interface FixContext {
  readonly graph: Graph
  readonly problem: Problem
  readonly rule: Rule
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
}

/** A correction, a better hint, or both. */
export interface Correction {
  readonly fix?: Fix
  readonly hint?: Text
}

/** Proposes a correction of one problem; undefined when it has none to offer. Never throws for bad content. */
export type Fixer = (context: FixContext) => Correction | undefined

/** The value at fault, taken apart. */
export interface Value {
  readonly kind: 'iri' | 'literal'
  readonly text: string
  readonly lang?: string
  readonly datatype?: string
}

/** The IRI or literal that the problem is about; undefined for a blank node or a problem without value. */
export function faultyValue({ graph, problem }: FixContext): Value | undefined {
  if (problem.value === undefined) {
    const iri = problem.params?.iri
    return typeof iri === 'string' ? { kind: 'iri', text: iri } : undefined
  }
  return valueOfTerm(graph, problem.value)
}

/** A term taken apart; undefined for a blank node. */
export function valueOfTerm(graph: Graph, term: number): Value | undefined {
  const kind = graph.dictionary.kind[term]
  if (kind === IRI) return { kind: 'iri', text: text(graph, term) }
  if (kind !== LITERAL) return undefined
  const tag = lang(graph, term)
  const type = datatype(graph, term)
  return {
    kind: 'literal',
    text: text(graph, term),
    ...(tag === undefined ? {} : { lang: tag }),
    ...(tag !== undefined || type === undefined || type === `${XSD}string` ? {} : { datatype: type }),
  }
}

export const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** An IRI in N-Triples syntax. */
export const iriTerm = (iri: string) => `<${iri}>`

/** A literal in N-Triples syntax: plain, with a language tag, or with a datatype. */
export function literalTerm(written: string, { lang: tag, datatype: type }: Partial<Value> = {}): string {
  const quoted = `"${written.replace(/["\\\n\r]/g, (c) => ESCAPES[c])}"`
  if (tag !== undefined) return `${quoted}@${tag}`
  return type === undefined ? quoted : `${quoted}^^<${type}>`
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r' }

/** A value as it is, in N-Triples syntax. */
export function sameTerm(value: Value): string {
  return value.kind === 'iri' ? iriTerm(value.text) : literalTerm(value.text, value)
}

/** A correction that may be applied unseen. */
export function safe(replacement: string, description: Text): Correction {
  return { fix: { kind: 'safe', replacement, description } }
}

/** A correction for a person to judge. */
export function suggested(replacement: string, description: Text): Correction {
  return { fix: { kind: 'suggested', replacement, description } }
}
