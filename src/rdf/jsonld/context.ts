// The active context of the direct reader: prefixes, @vocab, @base, @language and term definitions.
// Hides which parts of JSON-LD 1.1 contexts it knows; for the others it says `undefined` and jsonld.js reads.
import { resolveIri } from '../iri.ts'
import { type Context, type Draft, emptyContext, expandIri, isKeyword, resolveAgainst } from './expand-iri.ts'
import type { Json } from './json-value.ts'
import { defineTerm } from './term.ts'

/** What a context may need from outside. */
export interface ContextSource {
  /** Base IRI of the document. */
  readonly base: string | undefined
  /** The parsed context document at an absolute URL, or undefined when it is not available. */
  readonly remote: (url: string) => Json | undefined
  /** Called with the URL of a context that is not available. */
  readonly refuse: (url: string) => void
  /** Skip what is unknown instead of giving up. */
  readonly lenient: boolean
}

const MAX_REMOTE_DEPTH = 10

/** The context that results from a local one (JSON-LD 1.1 API §4.1), or undefined when it holds unknown parts. */
export function deriveContext(
  active: Context,
  local: Json,
  source: ContextSource,
  depth = 0,
): Context | undefined {
  let result: Context | undefined = active
  for (const item of Array.isArray(local) ? local : [local]) {
    result = deriveOne(result, item, source, depth)
    if (!result) return undefined
  }
  return result
}

function deriveOne(active: Context, local: Json, source: ContextSource, depth: number): Context | undefined {
  if (local === null) return emptyContext(source.base)
  if (typeof local === 'string') return deriveRemote(active, local, source, depth)
  if (typeof local !== 'object' || Array.isArray(local)) return source.lenient ? active : undefined
  const object = local as Readonly<Record<string, Json>>
  const inner = Object.hasOwn(object, '@context') ? object['@context'] : undefined
  if (inner !== undefined) return deriveContext(active, inner, source, depth)
  return deriveLocal(active, object, source, depth > 0)
}

function deriveRemote(
  active: Context,
  reference: string,
  source: ContextSource,
  depth: number,
): Context | undefined {
  const url = source.base === undefined ? reference : resolveIri(reference, source.base)
  const document = depth > MAX_REMOTE_DEPTH ? undefined : source.remote(url)
  if (document === undefined) {
    source.refuse(url)
    return active
  }
  const object = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {}
  const inner = (object as Readonly<Record<string, Json>>)['@context']
  return inner === undefined ? active : deriveContext(active, inner, { ...source, base: url }, depth + 1)
}

const SETTINGS = new Set(['@version', '@base', '@vocab', '@language', '@direction'])

function deriveLocal(
  active: Context,
  local: Readonly<Record<string, Json>>,
  source: ContextSource,
  isRemote: boolean,
): Context | undefined {
  const draft: Draft = {
    terms: new Map(active.terms),
    base: active.base,
    vocab: active.vocab,
    language: active.language,
  }
  if (!applySettings(draft, local, isRemote) && !source.lenient) return undefined
  const defined = new Map<string, boolean>()
  for (const term of Object.keys(local)) {
    if (SETTINGS.has(term)) continue
    if (isKeyword(term) && term !== '@type' && !source.lenient) return undefined
    if (isKeyword(term)) continue
    if (!defineTerm(draft, local, term, defined) && !source.lenient) return undefined
  }
  return draft
}

/** Applies @version, @base, @vocab and @language; false when one of them is not understood. */
function applySettings(draft: Draft, local: Readonly<Record<string, Json>>, isRemote: boolean): boolean {
  const version = local['@version']
  if (version !== undefined && version !== 1.1) return false
  const base = local['@base']
  if (base !== undefined && !isRemote) {
    if (base !== null && typeof base !== 'string') return false
    draft.base = base === null ? undefined : resolveAgainst(draft.base, base)
  }
  const vocab = local['@vocab']
  if (vocab !== undefined) {
    if (vocab !== null && typeof vocab !== 'string') return false
    draft.vocab = vocab === null ? undefined : (expandIri(draft, vocab, true, true) ?? undefined)
  }
  const language = local['@language']
  if (language !== undefined) {
    if (language !== null && typeof language !== 'string') return false
    draft.language = language ?? undefined
  }
  return true
}
