// One term definition of a local context (JSON-LD 1.1 API §4.2), as far as the direct reader goes.
import { isAbsolute } from '../iri.ts'
import { type Draft, expandIri, isKeyword, isReserved, type TermDefinition } from './expand-iri.ts'
import type { Json } from './json-value.ts'

type Local = Readonly<Record<string, Json>>
type Defined = Map<string, boolean>

const KNOWN = new Set([
  '@id',
  '@type',
  '@container',
  '@language',
  '@reverse',
  '@prefix',
  '@direction',
  '@protected',
])
const CONTAINERS = new Set(['@list', '@set', '@language', '@index'])
const GEN_DELIM = /[:/?#[\]@]$/

/** Adds a term and those it rests on to the draft; false when the definition is not understood. */
export function defineTerm(draft: Draft, local: Local, term: string, defined: Defined): boolean {
  const state = defined.get(term)
  if (state !== undefined) return state
  defined.set(term, false)
  const value = local[term]
  if (isReserved(term)) return true
  const done = value === null ? switchOff(draft, term) : define(draft, local, term, value, defined)
  if (done) defined.set(term, true)
  return done
}

function switchOff(draft: Draft, term: string): boolean {
  draft.terms.set(term, { iri: null, container: [], reverse: false, prefix: false })
  return true
}

function define(draft: Draft, local: Local, term: string, value: Json, defined: Defined): boolean {
  const isSimple = typeof value === 'string'
  if (!isSimple && (typeof value !== 'object' || value === null || Array.isArray(value))) return false
  const body = (isSimple ? { '@id': value } : value) as Local
  if (Object.keys(body).some((key) => !KNOWN.has(key)) || body['@protected'] === true) return false
  if (body['@id'] === null) return switchOff(draft, term)
  if (term === '@type' || term === '') return false
  if (body['@reverse'] !== undefined) return defineReverse(draft, local, term, body, defined)
  const iri = iriOf(draft, local, term, body['@id'], defined)
  if (iri === undefined) return false
  if (iri === null) return true
  const parts = coercions(draft, local, body, defined)
  if (!parts) return false
  const flag = body['@prefix']
  if (flag !== undefined && typeof flag !== 'boolean') return false
  const isPlain = !term.slice(1).includes(':') && !term.includes('/')
  const prefix = flag ?? (isSimple && isPlain && (GEN_DELIM.test(iri) || iri.startsWith('_:')))
  draft.terms.set(term, { iri, ...parts, reverse: false, prefix })
  return true
}

/** The IRI a term stands for; null when the definition is to be ignored, undefined when it is not understood. */
function iriOf(
  draft: Draft,
  local: Local,
  term: string,
  id: Json | undefined,
  defined: Defined,
): string | null | undefined {
  const colon = term.indexOf(':', 1)
  if (id === undefined || id === term) {
    if (colon > 0) return compactTerm(draft, local, term, colon, defined)
    if (term.includes('/')) return undefined
    return draft.vocab === undefined ? undefined : draft.vocab + term
  }
  if (typeof id !== 'string' || id === '@context') return undefined
  if (isReserved(id)) return null
  const iri = expandLocal(draft, local, id, defined)
  if (iri === undefined || iri === null) return undefined
  if (!isKeyword(iri) && !isAbsolute(iri) && !iri.startsWith('_:')) return undefined
  const looksLikeIri = /:[^:]|\//.test(term)
  if (looksLikeIri && expandLocal(draft, local, term, new Map(defined).set(term, true)) !== iri)
    return undefined
  return iri
}

function compactTerm(
  draft: Draft,
  local: Local,
  term: string,
  colon: number,
  defined: Defined,
): string | undefined {
  const name = term.slice(0, colon)
  if (Object.hasOwn(local, name) && !defineTerm(draft, local, name, defined)) return undefined
  const prefix = draft.terms.get(name)
  if (prefix && prefix.iri === null) return undefined
  return prefix ? `${prefix.iri}${term.slice(colon + 1)}` : term
}

/** {@link expandIri} where terms of the same local context are defined first; undefined when one is not understood. */
function expandLocal(draft: Draft, local: Local, text: string, defined: Defined): string | null | undefined {
  if (!isKeyword(text)) {
    if (Object.hasOwn(local, text) && !defineTerm(draft, local, text, defined)) return undefined
    const colon = text.indexOf(':')
    const name = colon > 0 ? text.slice(0, colon) : ''
    const isCompact = name !== '' && name !== '_' && !text.startsWith('//', colon + 1)
    if (isCompact && Object.hasOwn(local, name) && !defineTerm(draft, local, name, defined)) return undefined
  }
  return expandIri(draft, text, true, false)
}

type Coercions = Pick<TermDefinition, 'container'> & Partial<Pick<TermDefinition, 'type' | 'language'>>

function coercions(draft: Draft, local: Local, body: Local, defined: Defined): Coercions | undefined {
  const container = containerOf(body['@container'])
  if (!container) return undefined
  const parts: { container: readonly string[]; type?: string; language?: string | null } = { container }
  const type = body['@type']
  if (type !== undefined) {
    if (typeof type !== 'string') return undefined
    const iri = expandLocal(draft, local, type, defined)
    if (!iri || (!isAbsolute(iri) && !['@id', '@vocab', '@json', '@none'].includes(iri))) return undefined
    parts.type = iri
  }
  const language = body['@language']
  if (language !== undefined && type === undefined) {
    if (language !== null && typeof language !== 'string') return undefined
    parts.language = language
  }
  return parts
}

function containerOf(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined || value === null) return []
  const list = (Array.isArray(value) ? value : [value]) as readonly Json[]
  if (!list.every((item): item is string => typeof item === 'string' && CONTAINERS.has(item)))
    return undefined
  return list.includes('@list') && list.length > 1 ? undefined : list
}

function defineReverse(draft: Draft, local: Local, term: string, body: Local, defined: Defined): boolean {
  const reverse = body['@reverse']
  if (typeof reverse !== 'string' || body['@id'] !== undefined) return false
  const iri = expandLocal(draft, local, reverse, defined)
  const parts = coercions(draft, local, body, defined)
  if (!iri || !isAbsolute(iri) || !parts) return false
  if (parts.container.some((item) => item !== '@set' && item !== '@index')) return false
  draft.terms.set(term, { iri, ...parts, reverse: true, prefix: false })
  return true
}
