// JSON-LD straight from the graph: compact by the project's own context (the part of it that is used stands
// in the document, so that nobody has to fetch it), or in expanded form.
import { GrunddataError } from '../../errors.ts'
import { BLANK, type Dictionary, ID, IRI, LITERAL, langOf, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import type { WriteOptions } from '../syntax.ts'
import { createJsonNames, type JsonNames, type PropertyName } from './jsonld-names.ts'
import { type Layout, layoutOf, listMembers } from './layout.ts'
import { createLabels } from './names.ts'
import { predicateGroups, valuesInOrder } from './order.ts'
import { type Section, sectionsOf } from './section.ts'

export interface JsonLdOptions extends WriteOptions {
  /** `compact` (default) or `expanded`, which has no context and only absolute names. */
  readonly form?: 'compact' | 'expanded'
}

const PIECE = 1 << 16

interface Writer {
  readonly layout: Layout
  readonly dictionary: Dictionary
  readonly names: JsonNames
  readonly label: (term: number) => string
  /** JSON strings of terms, made once. */
  readonly strings: string[]
}

/** The graph with its named graphs as JSON-LD 1.1, in pieces. The same graph gives the same text. Throws OUTPUT_FAILED for a property that is no absolute IRI. */
export function* writeJsonLd(graph: Graph, options: JsonLdOptions = {}): Generator<string> {
  const { dictionary } = graph
  const sections = sectionsOf(graph)
  const isExpanded = options.form === 'expanded'
  const names = createJsonNames(graph, sections, options)
  const shared = { dictionary, names, label: createLabels(), strings: new Array<string>(dictionary.count) }
  yield isExpanded ? '[' : `{\n  "@context": ${names.context},\n  "@graph": [`
  let isFirst = true
  for (const section of sections) {
    const writer = { ...shared, layout: layoutOf(section) }
    for (const piece of objects(writer, section, isFirst)) yield piece
    isFirst &&= section.out.size === 0
  }
  yield isExpanded ? '\n]\n' : '\n  ]\n}\n'
}

function* objects(writer: Writer, section: Section, isFirst: boolean): Generator<string> {
  if (section.out.size === 0) return
  const base = writer.names.indent
  const indent = section.name >= 0 ? `${base}    ` : base
  let separator = isFirst ? '\n' : ',\n'
  let piece = ''
  if (section.name >= 0) {
    piece = `${separator}${base}{\n${base}  "@id": ${nodeString(writer, section.name)},\n${base}  "@graph": [`
    separator = '\n'
  }
  for (const subject of writer.layout.subjects) {
    piece += `${separator}${indent}${object(writer, subject, indent)}`
    separator = ',\n'
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield section.name >= 0 ? `${piece}\n${base}  ]\n${base}}` : piece
}

function nodeString({ dictionary, strings, label }: Writer, term: number): string {
  if (dictionary.kind[term] === BLANK) return `"_:${label(term)}"`
  return (strings[term] ??= JSON.stringify(textOf(dictionary, term)))
}

function object(writer: Writer, subject: number, indent: string): string {
  const { layout, dictionary } = writer
  const inner = `${indent}  `
  const entries: string[] = []
  const isNamed =
    dictionary.kind[subject] === IRI || (layout.inline[subject] === 0 && layout.mentioned[subject] > 0)
  if (isNamed) entries.push(`"@id": ${nodeString(writer, subject)}`)
  const groups = predicateGroups(layout.section, layout.order, subject)
  for (let i = 0; i < groups.length; i += 3) {
    const values = valuesInOrder(layout.section, layout.order, groups[i + 1], groups[i + 2])
    if (groups[i] === ID.type) typeEntries(writer, values, entries, inner)
    else propertyEntries(writer, { predicate: groups[i], values, indent: inner }, entries)
  }
  if (entries.length === 0) return '{}'
  return `{\n${inner}${entries.join(`,\n${inner}`)}\n${indent}}`
}

function typeEntries(writer: Writer, values: readonly number[], entries: string[], indent: string): void {
  const { dictionary, names } = writer
  const classes = values.filter(
    (value) => dictionary.kind[value] !== LITERAL && writer.layout.inline[value] === 0,
  )
  const rest = values.filter((value) => !classes.includes(value))
  const forms = classes.map((value) =>
    dictionary.kind[value] === IRI ? names.classOf(value) : nodeString(writer, value),
  )
  if (forms.length > 0)
    entries.push(`"@type": ${names.isExpanded ? listOf(forms, indent) : arrayOf(forms, indent)}`)
  if (rest.length > 0) propertyEntries(writer, { predicate: ID.type, values: rest, indent }, entries)
}

interface Property {
  readonly predicate: number
  readonly values: readonly number[]
  readonly indent: string
}

function propertyEntries(writer: Writer, { predicate, values, indent }: Property, entries: string[]): void {
  const { names, dictionary } = writer
  const name = names.propertyOf(predicate)
  if (!name) throw unwritable(textOf(dictionary, predicate))
  if (name.kind !== 'language') {
    entries.push(`${name.key}: ${valuesJson(writer, { name, values, indent })}`)
    return
  }
  const texts = values.filter((value) => isText(dictionary, value))
  const others = values.filter((value) => !isText(dictionary, value))
  if (texts.length > 0) entries.push(`${name.key}: ${languageMap(writer, texts, indent)}`)
  if (others.length > 0)
    entries.push(
      `${name.plainKey}: ${valuesJson(writer, { name: { ...name, kind: '' }, values: others, indent })}`,
    )
}

function unwritable(iri: string): GrunddataError {
  return new GrunddataError('OUTPUT_FAILED', {
    sv: `JSON-LD kan inte ha egenskapen <${iri}>: den är ingen absolut IRI`,
    en: `JSON-LD cannot hold the property <${iri}>: it is no absolute IRI`,
  })
}

function isText({ kind, datatype }: Dictionary, value: number): boolean {
  return kind[value] === LITERAL && (datatype[value] === ID.xsdString || datatype[value] === ID.langString)
}

/** Texts by language; plain texts alone stand without a map. */
function languageMap(writer: Writer, values: readonly number[], indent: string): string {
  const { dictionary } = writer
  const byTag = new Map<string, string[]>()
  for (const value of values) {
    const tag = langOf(dictionary, value) ?? '@none'
    const text = JSON.stringify(textOf(dictionary, value))
    const list = byTag.get(tag)
    if (list) list.push(text)
    else byTag.set(tag, [text])
  }
  const plain = byTag.get('@none')
  if (plain && byTag.size === 1) return arrayOf(plain, indent)
  const inner = `${indent}  `
  const entries = [...byTag].map(([tag, texts]) => `${JSON.stringify(tag)}: ${arrayOf(texts, inner)}`)
  return `{\n${inner}${entries.join(`,\n${inner}`)}\n${indent}}`
}

interface Values {
  readonly name: PropertyName
  readonly values: readonly number[]
  readonly indent: string
}

function valuesJson(writer: Writer, { name, values, indent }: Values): string {
  const isExpanded = writer.names.isExpanded
  const inner = isExpanded || values.length > 1 ? `${indent}  ` : indent
  const forms = values.map((value) => valueJson(writer, name, value, inner))
  return isExpanded ? listOf(forms, indent) : arrayOf(forms, indent)
}

/** One form by itself, several as an array. */
function arrayOf(forms: readonly string[], indent: string): string {
  return forms.length === 1 ? forms[0] : listOf(forms, indent)
}

function listOf(forms: readonly string[], indent: string): string {
  return `[\n${indent}  ${forms.join(`,\n${indent}  `)}\n${indent}]`
}

function valueJson(writer: Writer, name: PropertyName, value: number, indent: string): string {
  const { dictionary, layout } = writer
  if (dictionary.kind[value] === LITERAL) return literalJson(writer, name, value)
  if (dictionary.kind[value] === BLANK && layout.inline[value] === 1) {
    const members = listMembers(layout, value)
    if (members) return listJson(writer, name, members, indent)
    return object(writer, value, indent)
  }
  if (value === ID.nil) return '{ "@list": [] }'
  const node = nodeString(writer, value)
  return name.kind === 'link' ? node : `{ "@id": ${node} }`
}

function listJson(writer: Writer, name: PropertyName, members: readonly number[], indent: string): string {
  const forms = members.map((member) => valueJson(writer, name, member, `${indent}  `))
  return `{ "@list": ${listOf(forms, indent)} }`
}

function literalJson(writer: Writer, name: PropertyName, value: number): string {
  const { dictionary, names } = writer
  const text = JSON.stringify(textOf(dictionary, value))
  const lang = langOf(dictionary, value)
  if (lang !== undefined) return `{ "@value": ${text}, "@language": ${JSON.stringify(lang)} }`
  const datatype = dictionary.datatype[value]
  if (datatype === name.datatype) return text
  if (datatype !== ID.xsdString) return `{ "@value": ${text}, "@type": ${names.classOf(datatype)} }`
  return name.kind === '' || name.kind === 'text' ? text : `{ "@value": ${text} }`
}
