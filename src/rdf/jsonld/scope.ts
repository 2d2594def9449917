// An active context made ready for one document: every key of the JSON text leads to its term ids at once.
import { internLang } from '../dictionary.ts'
import type { GraphBuilder } from '../graph.ts'
import { isAbsolute } from '../iri.ts'
import { type Context, expandIri, isKeyword, type TermDefinition } from './expand-iri.ts'
import { tokenText } from './json-value.ts'
import { STRING, type Tape } from './tape.ts'

/** How a string value becomes a term. */
export const AS_TEXT = 0
export const AS_IRI = 1
export const AS_TERM = 2
export const AS_JSON = 3
export const AS_TYPED = 4

/** What a key of a JSON object means in a scope. */
export interface Key {
  readonly bytes: Uint8Array
  /** A keyword, or '' for a property. */
  readonly keyword: string
  /** Term id of the predicate; -1 when the key is no property. */
  readonly predicate: number
  readonly as: number
  /** Term id of the datatype when `as` is AS_TYPED. */
  readonly datatype: number
  /** Number of the language of plain strings, 0 for none. */
  readonly lang: number
  readonly isList: boolean
  readonly isLanguageMap: boolean
  readonly isIndexMap: boolean
  readonly isReverse: boolean
}

export interface Scope {
  readonly context: Context
  readonly keys: Map<number, Key[]>
  /** Scopes of inner @context values, by their text. */
  readonly inner: Map<string, Scope>
  /** Term ids of strings expanded against terms and @vocab. */
  readonly vocabIds: Map<string, number>
  /** True when a string with `://` may be a term all the same. */
  readonly hasIriTerms: boolean
}

export function createScope(context: Context): Scope {
  const hasIriTerms = [...context.terms.keys()].some((term) => term.includes('://'))
  return { context, keys: new Map(), inner: new Map(), vocabIds: new Map(), hasIriTerms }
}

const encoder = new TextEncoder()

function sameBytes(tape: Tape, token: number, bytes: Uint8Array): boolean {
  const start = tape.start[token] + 1
  if (tape.end[token] - 1 - start !== bytes.length) return false
  for (let i = 0; i < bytes.length; i++) if (tape.bytes[start + i] !== bytes[i]) return false
  return true
}

/** The meaning of a key token. */
export function keyOf(scope: Scope, builder: GraphBuilder, tape: Tape, token: number): Key {
  const isPlain = tape.kind[token] === STRING
  const hash = isPlain ? tape.hash[token] : 0
  const known = scope.keys.get(hash)
  if (isPlain && known) for (const key of known) if (sameBytes(tape, token, key.bytes)) return key
  const text = tokenText(tape, token)
  const key = compileKey(scope.context, builder, text, tape.start[token])
  if (isPlain) scope.keys.set(hash, [...(known ?? []), key])
  return key
}

function compileKey(context: Context, builder: GraphBuilder, text: string, at: number): Key {
  const bytes = encoder.encode(text)
  const definition = context.terms.get(text)
  const iri = expandIri(context, text, true, false)
  if (iri !== null && isKeyword(iri)) return { ...IGNORED, bytes, keyword: iri }
  const isProperty = iri !== null && isAbsolute(iri) && !iri.startsWith('_:')
  if (!isProperty) return { ...IGNORED, bytes }
  return {
    ...coercion(context, definition, builder, at),
    bytes,
    keyword: '',
    predicate: builder.iriText(iri, at),
    isList: definition?.container.includes('@list') ?? false,
    isLanguageMap: definition?.container.includes('@language') ?? false,
    isIndexMap: definition?.container.includes('@index') ?? false,
    isReverse: definition?.reverse ?? false,
  }
}

function coercion(
  context: Context,
  definition: TermDefinition | undefined,
  builder: GraphBuilder,
  at: number,
): Pick<Key, 'as' | 'datatype' | 'lang'> {
  const type = definition?.type
  if (type === '@id') return { as: AS_IRI, datatype: 0, lang: 0 }
  if (type === '@vocab') return { as: AS_TERM, datatype: 0, lang: 0 }
  if (type === '@json') return { as: AS_JSON, datatype: 0, lang: 0 }
  if (type !== undefined && type !== '@none')
    return { as: AS_TYPED, datatype: builder.iriText(type, at), lang: 0 }
  const language = definition?.language === undefined ? context.language : definition.language
  return { as: AS_TEXT, datatype: 0, lang: language ? internLang(builder.dictionary, language) : 0 }
}

const IGNORED: Key = {
  bytes: new Uint8Array(0),
  keyword: '',
  predicate: -1,
  as: AS_TEXT,
  datatype: 0,
  lang: 0,
  isList: false,
  isLanguageMap: false,
  isIndexMap: false,
  isReverse: false,
}

/** For values outside any property. */
export const NO_KEY: Key = IGNORED
