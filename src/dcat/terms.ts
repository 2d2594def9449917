// RDF terms as a line of text: N-Triples, with prefixed names for what has a well-known prefix.
import { compactName, expandName } from './namespaces.ts'

/** An RDF term as plain data. */
export type Term =
  | { readonly iri: string }
  /** Without `_:`; the same name is the same node within a document. */
  | { readonly blank: string }
  /** Without language and datatype it is an xsd:string. */
  | { readonly literal: string; readonly lang?: string; readonly datatype?: string }

/** A term as text: `<https://…>`, `_:b1`, `"text"@sv`, `"1"^^xsd:integer`. */
export function formatTerm(term: Term): string {
  if ('iri' in term) return `<${term.iri}>`
  if ('blank' in term) return `_:${term.blank}`
  const quoted = JSON.stringify(term.literal)
  if (term.lang !== undefined) return `${quoted}@${term.lang}`
  if (term.datatype === undefined) return quoted
  const name = compactName(term.datatype)
  return `${quoted}^^${name === term.datatype ? `<${name}>` : name}`
}

/** The term that a text stands for; undefined when it is none. */
export function parseTerm(written: string): Term | undefined {
  const text = written.trim()
  const iri = /^<([^\n]*)>$/.exec(text)?.[1]
  if (iri !== undefined) return { iri }
  const blank = /^_:(\S+)$/.exec(text)?.[1]
  if (blank !== undefined) return { blank }
  const match = /^("(?:[^"\\]|\\.)*")(?:@([A-Za-z0-9-]+)|\^\^(\S+))?$/s.exec(text)
  if (!match) return undefined
  const [, quoted, lang, type] = match
  const literal = unquoted(quoted)
  const datatype = type === undefined ? undefined : datatypeNamed(type)
  if (literal === undefined || (type !== undefined && datatype === undefined)) return undefined
  return { literal, ...(lang !== undefined && { lang }), ...(datatype !== undefined && { datatype }) }
}

function unquoted(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}

function datatypeNamed(written: string): string | undefined {
  if (written.startsWith('<')) return /^<([^<>\s]*)>$/.exec(written)?.[1]
  try {
    return expandName(written)
  } catch {
    return undefined
  }
}
