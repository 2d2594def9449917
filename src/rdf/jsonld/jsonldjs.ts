// The way round through jsonld.js for contexts the direct reader does not know: it expands, we make triples of that,
// and afterwards look up in the tokens where each value was written.
import type { Problem } from '../../finding.ts'
import { BLANK, ID, internAnonymous, internLang, internString, LITERAL } from '../dictionary.ts'
import type { GraphBuilder } from '../graph.ts'
import type { ContextSource } from './context.ts'
import type { Job } from './job.ts'
import { isString, type Json, tokenText, tokenValue } from './json-value.ts'
import { createLocator, type Locator } from './locator.ts'
import { canonicalDouble, canonicalJson } from './reading.ts'
import type { Tape } from './tape.ts'

type Expanded = Readonly<Record<string, Json>>

/** The expanded form, or the problem that kept jsonld.js from making it. */
export type Outcome =
  | { readonly expanded: readonly Json[]; readonly problem?: undefined }
  | { readonly expanded?: undefined; readonly problem: Problem }

/** Expands the document with jsonld.js; no context comes from anywhere but `source`. */
export async function expandWithJsonLdJs(job: Job, source: ContextSource): Promise<Outcome> {
  const { default: jsonld } = await import('jsonld')
  const documentLoader = async (url: string) => {
    const document = source.remote(url)
    if (document === undefined) source.refuse(url)
    return { contextUrl: undefined, documentUrl: url, document: document ?? { '@context': {} } }
  }
  try {
    const options = { documentLoader, base: job.base ?? '', safe: false } as object
    const expanded = await jsonld.expand(tokenValue(job.tape, 0) as object, options)
    return { expanded: expanded as readonly Json[] }
  } catch (error) {
    return { problem: problemOf(job.tape, error) }
  }
}

/** What jsonld.js objects to, at the @context or value it names when that can be found. */
function problemOf(tape: Tape, error: unknown): Problem {
  const { message = '', details } = error as { message?: string; details?: { code?: string } }
  const code = details?.code ?? message
  const reason = { sv: `JSON-LD-reglerna bryts (${code})`, en: `the rules of JSON-LD are broken (${code})` }
  let at = 0
  for (let token = 0; token < tape.count && at === 0; token++)
    if (isString(tape, token) && tokenText(tape, token) === '@context') at = tape.start[token]
  return { rule: 'syntax-jsonld', at, params: { reason } }
}

interface Filling {
  readonly builder: GraphBuilder
  readonly locator: Locator
  graph: number
}

/** Adds the triples of an expanded document to the builder. */
export function fillFromExpanded(tape: Tape, builder: GraphBuilder, outcome: Outcome): void {
  const filling: Filling = { builder, locator: createLocator(tape), graph: 0 }
  for (const item of outcome.expanded ?? []) if (isNode(item)) node(filling, item, 0)
}

function isNode(value: Json): value is Expanded {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('@value' in value) &&
    !('@list' in value)
  )
}

function items(value: Json | undefined): readonly Json[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as Json]
}

/** A node object below the token `scope`; returns its term and where it stands. */
function node(
  filling: Filling,
  object: Expanded,
  scope: number,
): { readonly id: number; readonly at: number } {
  const { builder, locator } = filling
  const iri = typeof object['@id'] === 'string' ? object['@id'] : undefined
  const place = locator.node(scope, iri)
  const id = term(filling, iri, place.at)
  const keys = Object.keys(object)
  if (iri === undefined || keys.length > 1) builder.subject(id, place.at)
  for (const key of keys) entry(filling, { id, key, values: items(object[key]), token: place.token })
  return { id, at: place.at }
}

function term({ builder }: Filling, iri: string | undefined, at: number): number {
  if (iri === undefined) return internAnonymous(builder.dictionary)
  return iri.startsWith('_:')
    ? internString(builder.dictionary, BLANK, iri.slice(2))
    : builder.iriText(iri, at)
}

interface Entry {
  readonly id: number
  readonly key: string
  readonly values: readonly Json[]
  readonly token: number
}

function entry(filling: Filling, { id, key, values, token }: Entry): void {
  const { builder, locator } = filling
  if (key === '@type') {
    for (const type of values) {
      const at = locator.text(token, String(type))
      builder.add(id, ID.type, term(filling, String(type), at), at, filling.graph)
    }
  } else if (key === '@reverse') reverse(filling, id, values, token)
  else if (key === '@graph' || key === '@included') {
    const before = filling.graph
    if (key === '@graph') filling.graph = id + 1
    for (const item of values) if (isNode(item)) node(filling, item, token)
    filling.graph = before
  } else if (!key.startsWith('@') && !key.startsWith('_:')) {
    const predicate = builder.iriText(key, locator.key(token, key))
    for (const item of values) {
      const value = valueTerm(filling, item, token)
      if (value.id >= 0) builder.add(id, predicate, value.id, value.at, filling.graph)
    }
  }
}

function reverse(filling: Filling, object: number, maps: readonly Json[], token: number): void {
  for (const map of maps)
    for (const [key, value] of Object.entries(map as unknown as Expanded))
      for (const item of items(value)) {
        if (!isNode(item)) continue
        const subject = node(filling, item, token)
        filling.builder.add(
          subject.id,
          filling.builder.iriText(key, subject.at),
          object,
          subject.at,
          filling.graph,
        )
      }
}

function valueTerm(
  filling: Filling,
  value: Json,
  token: number,
): { readonly id: number; readonly at: number } {
  if (isNode(value)) return node(filling, value, token)
  const object = value as unknown as Expanded
  if ('@list' in object) return list(filling, items(object['@list']), token)
  const content = object['@value']
  const isJson = object['@type'] === '@json'
  const at = isJson ? filling.locator.place(token) : filling.locator.text(token, String(content))
  return { id: isJson ? jsonTerm(filling, content) : literal(filling, object, at), at }
}

function jsonTerm({ builder }: Filling, content: Json): number {
  const type = builder.iriText('http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON', 0)
  return internString(builder.dictionary, LITERAL, canonicalJson(content), type)
}

function literal({ builder }: Filling, object: Expanded, at: number): number {
  const { dictionary } = builder
  const value = object['@value']
  const type = typeof object['@type'] === 'string' ? builder.iriText(object['@type'], at) : -1
  const language = object['@language']
  if (typeof language === 'string')
    return internString(dictionary, LITERAL, String(value), ID.langString, internLang(dictionary, language))
  if (typeof value === 'boolean')
    return internString(dictionary, LITERAL, String(value), type < 0 ? ID.boolean : type)
  if (typeof value !== 'number') return internString(dictionary, LITERAL, String(value), Math.max(type, 0))
  if (Number.isInteger(value) && Math.abs(value) < 1e21 && type !== ID.double)
    return internString(dictionary, LITERAL, value.toFixed(0), type < 0 ? ID.integer : type)
  return internString(dictionary, LITERAL, canonicalDouble(value), type < 0 ? ID.double : type)
}

function list(
  filling: Filling,
  values: readonly Json[],
  token: number,
): { readonly id: number; readonly at: number } {
  const { builder } = filling
  const made = values.map((item) => valueTerm(filling, item, token)).filter(({ id }) => id >= 0)
  let rest: number = ID.nil
  for (const { id, at } of made.reverse()) {
    const cell = internAnonymous(builder.dictionary)
    builder.add(cell, ID.first, id, at, filling.graph)
    builder.add(cell, ID.rest, rest, at, filling.graph)
    builder.subject(cell, at)
    rest = cell
  }
  return { id: rest, at: filling.locator.place(token) }
}
