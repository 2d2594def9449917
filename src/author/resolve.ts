// What a typed value means, by the rows of its property: a code, a reference, an address, a text, a date.
import { type ClassName, classKeys, type PropertyKey, type PropertyRow } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { findCode, guessCode, listsOf } from './codes.ts'
import type { DraftEntity, DraftValue, Term, Written } from './draft.ts'
import type { Plan } from './draft-plan.ts'
import { suggestion } from './faults.ts'
import { nearestWord } from './nearest-word.ts'

export interface Resolving {
  /** The nodes that an id stands for. */
  readonly plan: Pick<Plan, 'byId'>
  readonly vocabularies: Profile['vocabularies']
  readonly language: string
}

export type Resolved =
  | { readonly term: Term }
  | { readonly entity: DraftEntity }
  | { readonly rule: string; readonly params: Readonly<Record<string, string | Text>> }

/** Classes that a single text can stand for: the property it is the value of. */
const inShort: Readonly<Partial<Record<ClassName, string>>> = {
  ProvenanceStatement: 'description',
  Offer: 'description',
  Telephone: 'hasValue',
}

/** Resolves what was typed as a value of `key`; a fault is given by its rule and params. */
export function resolveWritten(
  key: PropertyKey,
  value: DraftValue & { readonly content: Written },
  context: Resolving,
): Resolved {
  const { rows } = key
  const { content } = value
  const text = content.text.trim()
  const lists = listsOf(rows, context.vocabularies)
  const takesIri = rows.some((row) => row.value === 'iri' || row.value === 'resource')
  if (takesIri && isIri(text)) return { term: { iri: text } }
  if (takesIri && /^_:\S+$/.test(text)) return { term: { blank: text.slice(2) } }
  const code = lists.length > 0 ? findCode(text, lists) : undefined
  if (code) return { term: code }
  const referred = takesIri ? reference(text, key, context.plan) : undefined
  if (referred) return { term: referred }
  const [row] = rows
  if (!takesIri) return literalOf(rows, content, context) ?? unknownCode(text, lists)
  if (row.prefix !== undefined) return { term: { iri: row.prefix + withoutSpaces(text, row.prefix) } }
  const short = key.range.find((name) => inShort[name] !== undefined)
  if (short) return { entity: describedInShort(short, value) }
  if (lists.length > 0 && key.range.length === 0) return unknownCode(text, lists)
  if (content.mayBeElsewhere) return { rule: 'build-reference-elsewhere', params: { value: text } }
  return notFound(text, key, context.plan)
}

function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && !/^\w+:\d+$/.test(text)
}

function withoutSpaces(text: string, prefix: string): string {
  return prefix === 'tel:' ? text.replace(/[\s()]/g, '') : text
}

function reference(text: string, { range }: PropertyKey, plan: Resolving['plan']): Term | undefined {
  const names = range.length === 0 ? (['Dataset', 'DatasetSeries', 'DataService'] as const) : widened(range)
  for (const name of names) {
    const node = plan.byId.get(`${name} ${text}`)
    if (node !== undefined) return node.startsWith('_:') ? { blank: node.slice(2) } : { iri: node }
  }
  return undefined
}

/** A series may stand wherever a dataset may. */
function widened(range: readonly ClassName[]): readonly ClassName[] {
  return range.includes('Dataset') ? [...range, 'DatasetSeries'] : range
}

function literalOf(
  rows: readonly PropertyRow[],
  content: Written,
  { language }: Resolving,
): Resolved | undefined {
  const [row] = rows
  const { text, lang } = content
  if (row.value === 'text') return { term: { literal: text, lang: lang ?? language } }
  if (row.value === 'literal' && row.list === undefined)
    return { term: { literal: text, ...(lang !== undefined && { lang }) } }
  if (lang !== undefined) {
    const expected = { sv: 'ett värde utan språk', en: 'a value without a language' }
    return { rule: 'build-wrong-kind', params: { expected, property: row.label, found: `@${lang}` } }
  }
  const pattern = rows.find((each) => each.pattern !== undefined)?.pattern
  if (rows.some((each) => each.list !== undefined) && !(pattern && new RegExp(pattern).test(text.trim())))
    return undefined
  if (row.value !== 'typed') return { term: { literal: text } }
  return { term: typedLiteral(text.trim(), row.datatypes) }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** A literal with the datatype that fits how it is written; a blank between date and time becomes T. */
export function typedLiteral(written: string, datatypes: readonly string[]): Term {
  const text = written.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2')
  const wanted = /^-?\d{4}(Z|[+-]\d\d:\d\d)?$/.test(text) ? 'gYear' : /\dT\d/.test(text) ? 'dateTime' : 'date'
  return { literal: text, datatype: datatypes.find((each) => each === XSD + wanted) ?? datatypes[0] }
}

function describedInShort(name: ClassName, { content, place }: DraftValue): DraftEntity {
  const property = inShort[name] ?? ''
  return { class: name, place, values: [{ property, content, place }] }
}

function unknownCode(value: string, lists: Parameters<typeof findCode>[1]): Resolved {
  const list = lists[0]?.title ?? ''
  return {
    rule: 'build-unknown-code',
    params: { value, list, suggestion: suggestion(guessCode(value, lists)) },
  }
}

function notFound(value: string, { range }: PropertyKey, plan: Resolving['plan']): Resolved {
  const isAddress = range.length === 0 || /^www\.|^[\w-]+(\.[\w-]+)+(\/|$)/.test(value)
  if (isAddress) {
    const proposal = /^\S+\.\S+$/.test(value) ? `https://${value}` : undefined
    return { rule: 'build-not-an-address', params: { value, suggestion: suggestion(proposal) } }
  }
  const names = widened(range)
  const known = [...plan.byId.keys()].filter((key) => names.some((name) => key.startsWith(`${name} `)))
  const near = nearestWord(
    value,
    known.map((key) => key.slice(key.indexOf(' ') + 1)),
  )
  return { rule: 'build-unknown-reference', params: { value, suggestion: suggestion(near) } }
}

/** What somebody who wrote `property` for this class probably meant. */
export function nearestKey(name: ClassName, property: string): string | undefined {
  const words = [...classKeys[name].keys.values()].flatMap(({ key, rows }) => [
    [key, key] as const,
    ...rows.flatMap(({ label }) => [[label.sv, key] as const, [label.en, key] as const]),
  ])
  const near = nearestWord(
    property,
    words.map(([word]) => word),
  )
  return words.find(([word]) => word === near)?.[1]
}
