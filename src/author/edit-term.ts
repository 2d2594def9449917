// Terms as corrections write them (N-Triples syntax), taken apart and put together again.
import { BLANK, datatype, type Graph, IRI, lang, text } from '../rdf/index.ts'

/** An IRI or a literal; a plain literal has neither language nor datatype. */
export interface Term {
  readonly kind: 'iri' | 'literal'
  readonly text: string
  readonly lang?: string
  readonly datatype?: string
}

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9_-]+)|\^\^<([^>]*)>)?$/su

/** A term of N-Triples syntax; undefined for what is none. */
export function parseTerm(written: string): Term | undefined {
  if (/^<.*>$/su.test(written)) return { kind: 'iri', text: unescaped(written.slice(1, -1)) }
  const found = LITERAL.exec(written)
  if (!found) return undefined
  const [, quoted, tag, type] = found
  return {
    kind: 'literal',
    text: unescaped(quoted),
    ...(tag === undefined ? {} : { lang: tag }),
    ...(type === undefined || type === XSD_STRING ? {} : { datatype: type }),
  }
}

const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Text with the escapes of the Turtle family resolved. */
export function unescaped(written: string): string {
  return written.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gsu, (_, short, long, one) =>
    short || long ? String.fromCodePoint(Number.parseInt(short ?? long, 16)) : (NAMED[one] ?? one),
  )
}

/** A term of a graph; undefined for a blank node. */
export function termAt(graph: Graph, id: number): Term | undefined {
  const kind = graph.dictionary.kind[id]
  if (kind === BLANK) return undefined
  if (kind === IRI) return { kind: 'iri', text: text(graph, id) }
  const tag = lang(graph, id)
  const type = datatype(graph, id)
  return {
    kind: 'literal',
    text: text(graph, id),
    ...(tag === undefined ? {} : { lang: tag }),
    ...(tag !== undefined || type === undefined || type === XSD_STRING ? {} : { datatype: type }),
  }
}

/** One spelling for one term, to compare by; language tags do not mind case. */
export function termKey({ kind, text: written, lang: tag, datatype: type }: Term): string {
  if (kind === 'iri') return `<${written}>`
  return `${JSON.stringify(written)}${tag === undefined ? '' : `@${tag.toLowerCase()}`}${type === undefined ? '' : `^^<${type}>`}`
}

/** An IRI as a term. */
export const iri = (written: string): Term => ({ kind: 'iri', text: written })
