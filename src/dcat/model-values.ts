// Values of the model as RDF terms and back. A term that would not come back the same is left out of the model.
import { codePrefixes, codes } from './codes.ts'
import type { PropertyKey } from './keys.ts'
import { expandName } from './namespaces.ts'
import type { PropertyRow } from './properties.ts'
import type { Term } from './terms.ts'

/** A simple value of the model: a string or number, a literal with a language, texts by language. */
export type ModelValue = string | number | { readonly [tag: string]: string | readonly string[] }

const XSD = expandName('xsd:string').replace('string', '')

/** How the values of each datatype are written (XML Schema part 2). */
const lexical: Readonly<Record<string, RegExp>> = {
  [`${XSD}gYear`]: /^-?\d{4}(Z|[+-]\d\d:\d\d)?$/,
  [`${XSD}date`]: /^-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?$/,
  [`${XSD}dateTime`]:
    /^-?\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  [`${XSD}decimal`]: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  [`${XSD}nonNegativeInteger`]: /^\+?\d+$/,
  [`${XSD}duration`]: /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/,
}

/** What a value is on its way to a graph: several terms for texts, a fault word for one that is not allowed. */
export type Terms =
  | { readonly terms: readonly Term[] }
  | { readonly fault: 'code' | 'datatype' | 'form' | 'iri' }

/** The terms of a value of a property, or what is wrong with it. */
export function termsOfValue({ rows }: PropertyKey, value: unknown): Terms {
  const [row] = rows
  if (row.value === 'text') return isTexts(value) ? { terms: textTerms(value) } : { fault: 'form' }
  if (row.value === 'literal' && isTexts(value)) return { terms: textTerms(value) }
  if (typeof value !== 'string' && typeof value !== 'number') return { fault: 'form' }
  const text = String(value)
  if (rows.some((each) => each.value === 'iri' || each.value === 'resource')) return nodeTerm(text, rows)
  if (row.value === 'typed') return typedTerm(text, row)
  const patterns = rows.filter((each) => each.pattern !== undefined)
  const fits = patterns.length === 0 || patterns.some(({ pattern = '' }) => new RegExp(pattern).test(text))
  return fits ? { terms: [{ literal: text }] } : { fault: 'form' }
}

/** The terms of a value that is in the model already; throws a TypeError for one that cannot be. */
export function termsOf(key: PropertyKey, value: unknown): readonly Term[] {
  const made = termsOfValue(key, value)
  if ('terms' in made) return made.terms
  throw new TypeError(`${key.key} cannot be ${JSON.stringify(value)}`)
}

function isTexts(value: unknown): value is Readonly<Record<string, string | readonly string[]>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(
    ([tag, texts]) =>
      /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) &&
      (typeof texts === 'string' ||
        (Array.isArray(texts) && texts.length > 0 && texts.every((each) => typeof each === 'string'))),
  )
}

function textTerms(texts: Readonly<Record<string, string | readonly string[]>>): readonly Term[] {
  return Object.entries(texts).flatMap(([lang, values]) =>
    [values].flat().map((literal) => ({ literal, lang }) as Term),
  )
}

function typedTerm(text: string, { datatypes, pattern }: PropertyRow): Terms {
  const datatype = datatypes.find((each) => lexical[each]?.test(text) ?? true)
  if (datatype === undefined) return { fault: 'datatype' }
  return pattern !== undefined && !new RegExp(pattern).test(text)
    ? { fault: 'form' }
    : { terms: [{ literal: text, datatype }] }
}

function nodeTerm(text: string, rows: readonly PropertyRow[]): Terms {
  if (/^_:\S+$/.test(text))
    return rows.some(({ value }) => value === 'resource')
      ? { terms: [{ blank: text.slice(2) }] }
      : { fault: 'iri' }
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(text)) return { fault: 'iri' }
  const faults = rows.map((row) => iriFault(text, row))
  return faults.includes(undefined) ? { terms: [{ iri: text }] } : { fault: faults[0] ?? 'form' }
}

/** True for a value of a complete list, or one in the namespace of an open list; of other lists nothing is known. */
function isCode(iri: string, list: string): boolean {
  const values = (codes as Readonly<Record<string, readonly string[]>>)[list]
  const beginning = (codePrefixes as Readonly<Record<string, string>>)[list] ?? ''
  return values ? values.includes(iri) : iri.startsWith(beginning)
}

function iriFault(iri: string, { prefix = '', pattern, fixed, list, value }: PropertyRow) {
  if (fixed !== undefined && iri !== fixed) return 'code'
  if (value === 'iri' && list !== undefined && !isCode(iri, list)) return 'code'
  if (!iri.startsWith(prefix)) return 'form'
  return pattern === undefined || new RegExp(pattern).test(iri.slice(prefix.length)) ? undefined : 'form'
}

/** The values that terms are in the model, and the terms that the model has no place for. */
export function valuesOfTerms(
  key: PropertyKey,
  terms: readonly Term[],
): { readonly values: readonly ModelValue[]; readonly left: readonly Term[] } {
  if (key.rows[0].value === 'text') return textsOfTerms(terms)
  const values: ModelValue[] = []
  const left: Term[] = []
  for (const term of terms) {
    const value = key.isMany || values.length === 0 ? valueOfTerm(key, term) : undefined
    if (value === undefined) left.push(term)
    else values.push(value)
  }
  return { values, left }
}

function textsOfTerms(terms: readonly Term[]) {
  const texts: Record<string, string | string[]> = {}
  const left: Term[] = []
  for (const term of terms) {
    if (!('literal' in term) || term.lang === undefined || !isTexts({ [term.lang]: '' })) {
      left.push(term)
      continue
    }
    const before = texts[term.lang]
    texts[term.lang] = before === undefined ? term.literal : [before, term.literal].flat()
  }
  return { values: Object.keys(texts).length > 0 ? [texts] : [], left }
}

function valueOfTerm(key: PropertyKey, term: Term): ModelValue | undefined {
  const value = plainValue(term)
  const back = termsOfValue(key, value)
  return 'terms' in back && back.terms.length === 1 && isSameTerm(back.terms[0], term) ? value : undefined
}

function plainValue(term: Term): ModelValue {
  if ('iri' in term) return term.iri
  if ('blank' in term) return `_:${term.blank}`
  if (term.lang !== undefined) return { [term.lang]: term.literal }
  const isNumber = term.datatype === `${XSD}nonNegativeInteger` || term.datatype === `${XSD}decimal`
  return isNumber && String(Number(term.literal)) === term.literal ? Number(term.literal) : term.literal
}

/** True for two terms that are the same in RDF. */
export function isSameTerm(a: Term, b: Term): boolean {
  if ('iri' in a) return 'iri' in b && a.iri === b.iri
  if ('blank' in a) return 'blank' in b && a.blank === b.blank
  return (
    'literal' in b &&
    a.literal === b.literal &&
    a.lang === b.lang &&
    (a.datatype ?? `${XSD}string`) === (b.datatype ?? `${XSD}string`)
  )
}
