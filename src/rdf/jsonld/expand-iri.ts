// Strings to IRIs in an active context, and what an active context is.
import { isAbsolute, resolveIri } from '../iri.ts'

/** How a string below a term is read: as text, as IRI, as IRI or term, as JSON, or with a datatype IRI. */
export interface TermDefinition {
  /** An IRI, a keyword, or null for a term that is switched off. */
  readonly iri: string | null
  readonly type?: string
  /** null switches the default language off. */
  readonly language?: string | null
  readonly container: readonly string[]
  readonly reverse: boolean
  /** True when the term may stand before the colon of a compact IRI. */
  readonly prefix: boolean
}

export interface Context {
  readonly terms: ReadonlyMap<string, TermDefinition>
  /** Base IRI; undefined when there is none. */
  readonly base: string | undefined
  readonly vocab: string | undefined
  readonly language: string | undefined
}

/** A context while its local part is being processed. */
export interface Draft {
  terms: Map<string, TermDefinition>
  base: string | undefined
  vocab: string | undefined
  language: string | undefined
}

export function emptyContext(base: string | undefined): Context {
  return { terms: new Map(), base, vocab: undefined, language: undefined }
}

const KEYWORDS = new Set(
  `@base @container @context @direction @graph @id @import @included @index @json @language @list @nest @none
  @prefix @preserve @propagate @protected @requireAll @reverse @set @type @value @version @vocab`.split(
    /\s+/,
  ),
)

export function isKeyword(text: string): boolean {
  return KEYWORDS.has(text)
}

/** Looks like a keyword but is none: reserved, and ignored by processors. */
export function isReserved(text: string): boolean {
  return /^@[A-Za-z]+$/.test(text) && !KEYWORDS.has(text)
}

/** A reference resolved against a base, when there is one. */
export function resolveAgainst(base: string | undefined, reference: string): string {
  if (isAbsolute(reference) || base === undefined) return reference
  return resolveIri(reference, base)
}

/**
 * A string as IRI (JSON-LD 1.1 API §5.2): `vocab` lets terms and @vocab apply, `relative` resolves against the base.
 * Null when the term is switched off or looks like a keyword.
 */
export function expandIri(
  context: Context | Draft,
  text: string,
  vocab: boolean,
  relative: boolean,
): string | null {
  if (isKeyword(text)) return text
  if (isReserved(text)) return null
  const term = context.terms.get(text)
  if (vocab && term) return term.iri
  const colon = text.indexOf(':')
  if (colon > 0) {
    const suffix = text.slice(colon + 1)
    const name = text.slice(0, colon)
    if (name === '_' || suffix.startsWith('//')) return text
    const prefix = context.terms.get(name)
    if (prefix?.prefix && prefix.iri !== null) return prefix.iri + suffix
    if (isAbsolute(text)) return text
  }
  if (vocab && context.vocab !== undefined) return context.vocab + text
  return relative ? resolveAgainst(context.base, text) : text
}
