// The state of one direct reading of a JSON-LD document, and how single strings and numbers become terms.
import type { Text } from '../../finding.ts'
import {
  BLANK,
  HASH_SEED,
  hashBytes,
  ID,
  intern,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
} from '../dictionary.ts'
import type { GraphBuilder } from '../graph.ts'
import type { ContextSource } from './context.ts'
import { type Context, expandIri } from './expand-iri.ts'
import { type Json, tokenText, tokenValue } from './json-value.ts'
import { AS_IRI, AS_JSON, AS_TERM, AS_TYPED, type Key, type Scope } from './scope.ts'
import { FALSE, NUMBER, STRING, type Tape, TRUE } from './tape.ts'

export interface Reading {
  readonly tape: Tape
  readonly builder: GraphBuilder
  readonly source: ContextSource
  /** 0 for the default graph, else term id of the graph's name + 1. */
  graph: number
  /** Values of the property at hand, and the byte offsets of them: a stack that every level leaves as it was. */
  readonly ids: number[]
  readonly ats: number[]
  /** True when a construct turned up that only jsonld.js can read. */
  isBeyond: boolean
  /** The context of the root object. */
  rootContext: Context | undefined
}

export function report(reading: Reading, at: number, reason: Text): void {
  reading.builder.problems.push({ rule: 'syntax-jsonld', at, params: { reason } })
}

const RDF_JSON = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON'

/** True when the string surely is an absolute IRI with an authority, so that no context can change it. */
function isPlainUrl(tape: Tape, token: number): boolean {
  const { bytes } = tape
  const end = tape.end[token] - 1
  for (let i = tape.start[token] + 1; i < end; i++) {
    const c = bytes[i]
    if (c === 58) return i > tape.start[token] + 1 && bytes[i + 1] === 47 && bytes[i + 2] === 47
    if (c === 47 || c === 64 || c === 35) return false
  }
  return false
}

/** The term of a string in the place of an IRI; -1 when it is switched off. `vocab` lets terms and @vocab apply. */
export function iriTerm(reading: Reading, scope: Scope, token: number, vocab: boolean): number {
  const { tape, builder } = reading
  const start = tape.start[token]
  if (tape.kind[token] === STRING && isPlainUrl(tape, token) && !(vocab && scope.hasIriTerms))
    return builder.iri(tape.bytes, start + 1, tape.end[token] - 1, tape.hash[token], start)
  if (tape.kind[token] === STRING && tape.bytes[start + 1] === 95 && tape.bytes[start + 2] === 58)
    return blankTerm(reading, start + 3, tape.end[token] - 1)
  return iriTextTerm(reading, scope, tokenText(tape, token), start, vocab)
}

/** The blank node whose label stands in the text at [start, end). */
function blankTerm({ tape, builder }: Reading, start: number, end: number): number {
  return intern(builder.dictionary, BLANK, tape.bytes, start, end, hashBytes(tape.bytes, start, end))
}

function iriTextTerm(reading: Reading, scope: Scope, text: string, at: number, vocab: boolean): number {
  const known = vocab ? scope.vocabIds.get(text) : undefined
  if (known !== undefined) return known
  const iri = expandIri(scope.context, text, vocab, true)
  const id = iri === null ? -1 : nodeTerm(reading, iri, at)
  if (vocab) scope.vocabIds.set(text, id)
  return id
}

/** The term of an expanded IRI or blank node label. */
export function nodeTerm(reading: Reading, iri: string, at: number): number {
  if (iri.startsWith('_:')) return internString(reading.builder.dictionary, BLANK, iri.slice(2))
  return reading.builder.iriText(iri, at)
}

/** The literal of a string token. `datatype` counts when `lang` is 0. */
export function stringLiteral(reading: Reading, token: number, datatype: number, lang: number): number {
  const { tape } = reading
  const { dictionary } = reading.builder
  const type = lang === 0 ? datatype : ID.langString
  if (tape.kind[token] !== STRING)
    return internString(dictionary, LITERAL, tokenText(tape, token), type, lang)
  const { bytes, start, end, hash } = tape
  return intern(dictionary, LITERAL, bytes, start[token] + 1, end[token] - 1, hash[token], type, lang)
}

/** The literal of a number, true or false (JSON-LD 1.1 API §8.2.2); `datatype` -1 takes the native one. */
export function nativeLiteral(reading: Reading, token: number, datatype: number): number {
  const { tape } = reading
  const { dictionary } = reading.builder
  const text = tokenText(tape, token)
  if (tape.kind[token] === TRUE || tape.kind[token] === FALSE)
    return internString(dictionary, LITERAL, text, datatype < 0 ? ID.boolean : datatype)
  const value = Number(text)
  const isDouble = !Number.isInteger(value) || Math.abs(value) >= 1e21 || datatype === ID.double
  if (!isDouble)
    return internString(dictionary, LITERAL, value.toFixed(0), datatype < 0 ? ID.integer : datatype)
  return internString(dictionary, LITERAL, canonicalDouble(value), datatype < 0 ? ID.double : datatype)
}

/** The canonical form of an xsd:double (JSON-LD 1.1 API §8.6). */
export function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
}

/** The literal of any JSON value in canonical form (RFC 8785). */
export function jsonLiteral(reading: Reading, token: number): number {
  const { dictionary } = reading.builder
  const datatype = reading.builder.iriText(RDF_JSON, reading.tape.start[token])
  return internString(dictionary, LITERAL, canonicalJson(tokenValue(reading.tape, token)), datatype)
}

/** A JSON value in canonical form (RFC 8785). */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

/** The term of a scalar below a key; -1 when it is nothing. */
export function scalarTerm(reading: Reading, scope: Scope, key: Key, token: number): number {
  const kind = reading.tape.kind[token]
  if (key.as === AS_JSON) return jsonLiteral(reading, token)
  const isNative = kind === NUMBER || kind === TRUE || kind === FALSE
  if (isNative) return nativeLiteral(reading, token, key.as === AS_TYPED ? key.datatype : -1)
  if (key.as === AS_IRI) return iriTerm(reading, scope, token, false)
  if (key.as === AS_TERM) return iriTerm(reading, scope, token, true)
  return stringLiteral(reading, token, key.datatype, key.lang)
}

/** A blank node without a label. */
export function anonymous(reading: Reading): number {
  return internAnonymous(reading.builder.dictionary)
}

export function langNumber(reading: Reading, tag: string): number {
  return internLang(reading.builder.dictionary, tag)
}

/** Adds a value to the property at hand. */
export function give(reading: Reading, id: number, at: number): void {
  if (id < 0) return
  reading.ids.push(id)
  reading.ats.push(at)
}

/** The hash of a keyword's bytes, for finding it among keys without making a string. */
export function keyHash(text: string): number {
  const bytes = new TextEncoder().encode(text)
  return bytes.length === 0 ? HASH_SEED : hashBytes(bytes, 0, bytes.length)
}
