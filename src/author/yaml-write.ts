// A catalogue in the YAML form: what `build` reads, made of a graph. Building it again gives the same graph.
import {
  type AnyView,
  type ClassName,
  classKeys,
  formatTerm,
  namedClasses,
  type PropertyKey,
  type Term,
  termsOf,
  viewAll,
} from '../dcat/index.ts'
import type { Lang } from '../finding.ts'
import { loadVocabularies, type Profile } from '../profile/index.ts'
import type { Graph } from '../rdf/index.ts'
import { OTHERS, sections } from './sections.ts'
import { chooseIds, isMade } from './yaml-ids.ts'
import { yaml } from './yaml-nodes.ts'
import { leftOutOf, partsInPlace, type Unsaid, unsaidIn } from './yaml-parts.ts'
import { type ValueContext, writtenFor } from './yaml-value.ts'

export interface ToYamlOptions {
  /** Language of labels; default `sv`. */
  readonly language?: Lang
  readonly vocabularies?: Profile['vocabularies']
  /** Where editors find the JSON Schema of the form. */
  readonly schema?: string
}

const SCHEMA = 'https://unpkg.com/grunddata/docs/catalog.schema.json'

/** Fields of a mapping, as the YAML library writes them. */
export type Fields = Record<string, unknown>

/** A graph, or entities that were read from one, in the YAML form. */
export function toYaml(source: Graph | readonly AnyView[], options: ToYamlOptions = {}): string {
  const { language = 'sv', vocabularies = loadVocabularies(), schema = SCHEMA } = options
  const views = 'dictionary' in source ? viewAll(source) : source
  const ids = chooseIds(views)
  const text = yaml().stringify(form(views, { ids, vocabularies, language }), {
    lineWidth: 110,
    aliasDuplicateObjects: false,
  })
  return `# yaml-language-server: $schema=${schema}\n${text}`
}

function form(views: readonly AnyView[], context: ValueContext): Fields {
  const { ids, language } = context
  const { inside, rest } = partsInPlace(views)
  const writing: Writing = { ...context, inside, unsaid: unsaidIn(views), unnamed: [] }
  const found: Fields = { ...(ids.base !== undefined && { base: ids.base }), language }
  for (const { class: name, one, many } of sections) {
    const members = rest.filter((view) => view.class === name)
    if (members.length === 0) continue
    if (name === 'Catalog' && members.length === 1) found[one] = entityFields(members[0], writing, name)
    else if (name === 'Agent' || name === 'ContactPoint') found[many] = byId(members, writing)
    else found[many] = members.map((view) => entityFields(view, writing, name))
  }
  const others = rest.filter((view) => !sections.some((section) => section.class === view.class))
  if (others.length > 0) found[OTHERS] = others.map((view) => entityFields(view, writing, undefined))
  return found
}

/** What writing needs beside the values: which entities are described inside which. */
export interface Writing extends ValueContext {
  readonly inside: ReadonlyMap<string, AnyView>
  readonly unsaid: Unsaid
  /** Blank nodes that get a name here, lest `build` makes an IRI for them. */
  readonly unnamed: AnyView[]
}

function byId(members: readonly AnyView[], writing: Writing): Fields {
  return Object.fromEntries(
    members.map((view) => {
      const { id, ...fields } = entityFields(view, writing, view.class)
      return [String(id), fields]
    }),
  )
}

function entityFields(view: AnyView, writing: Writing, expected: ClassName | undefined): Fields {
  const { class: name } = view
  const { ids } = writing
  const iri = view.iri ?? blankName(view, writing)
  const id = ids.idOf.get(view)
  const fields: Fields = {
    ...(name !== expected && { class: name ?? 'none' }),
    ...(id !== undefined && { id }),
    ...(iri !== undefined && !(id !== undefined && isMade(view, ids.base, id)) && { iri }),
    ...('kind' in view && view.kind !== undefined && { kind: view.kind }),
  }
  const other: Record<string, string[]> = {}
  for (const [property, terms] of Object.entries(view.other ?? {})) other[property] = [...terms]
  const leftOut = leftOutOf(view, writing.unsaid)
  if (name !== undefined)
    for (const key of classKeys[name].keys.values()) {
      const value = (view as unknown as Fields)[key.key]
      if (leftOut.inherited.includes(key.key)) continue
      if (leftOut.empty.includes(key.key)) fields[key.key] = null
      else if (value !== undefined && key.key !== 'kind') addField({ fields, other, key }, value, writing)
    }
  if (Object.keys(other).length > 0) fields.other = other
  return fields
}

function blankName(view: AnyView, { unnamed }: Writing): string | undefined {
  if (view.class === undefined || !namedClasses.includes(view.class)) return undefined
  return `_:i${unnamed.push(view)}`
}

interface Target {
  readonly fields: Fields
  readonly other: Record<string, string[]>
  readonly key: PropertyKey
}

/** Adds a property; values that do not read back as they are go to `other`. */
function addField({ fields, other, key }: Target, value: unknown, writing: Writing): void {
  const written: unknown[] = []
  const texts: Record<string, string[]> = {}
  const putAside = (term: Term) => {
    const property = key.rows[0].name
    ;(other[property] ??= []).push(formatTerm(term))
  }
  for (const each of Array.isArray(value) ? value : [value]) {
    const described = entityIn(each, key, writing)
    if (described) written.push(entityFields(described, writing, key.range[0]))
    else
      for (const term of termsOf(key, each)) {
        const text = writtenFor(key, term, writing)
        if (text === undefined) putAside(term)
        else if ('literal' in term && term.lang !== undefined) (texts[term.lang] ??= []).push(text)
        else written.push(plainNumber(text, term))
      }
  }
  const byLanguage = Object.entries(texts).map(([tag, all]) => [tag, all.length === 1 ? all[0] : all])
  if (byLanguage.length > 0) written.push(Object.fromEntries(byLanguage))
  if (written.length > 0) fields[key.key] = written.length === 1 ? written[0] : written
}

/** A number without quotation marks, where its digits stay the same. */
function plainNumber(text: string, term: Term): string | number {
  const isNumber = 'literal' in term && /#(decimal|nonNegativeInteger)$/.test(term.datatype ?? '')
  return isNumber && String(Number(text)) === text ? Number(text) : text
}

/** An entity that is written in place: one without a name, or a part that only this one has. */
function entityIn(value: unknown, key: PropertyKey, { inside }: Writing): AnyView | undefined {
  if (typeof value === 'string') return key.key === 'distribution' ? inside.get(value) : undefined
  const takesNodes = key.range.length > 0 && typeof value === 'object' && value !== null
  return takesNodes ? (value as AnyView) : undefined
}
