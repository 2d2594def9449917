// Turtle and TriG for people: prefixed, ordered, blank nodes inside their mention, lists in parentheses.
import { BLANK, type Dictionary, ID, IRI, LITERAL, langOf, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import type { WriteOptions } from '../syntax.ts'
import { bracketed, longQuoted, quoted, tagOf } from './escape.ts'
import { type Layout, layoutOf, listMembers } from './layout.ts'
import { compactIri, createLabels, type Prefixes, prefixesFor, usedPrefixes } from './names.ts'
import { predicateGroups, valuesInOrder } from './order.ts'
import { type Section, sectionsOf, unionSection } from './section.ts'

const PIECE = 1 << 16

interface Writer {
  readonly layout: Layout
  readonly dictionary: Dictionary
  /** The form of each IRI, made once. */
  readonly iris: string[]
  readonly prefixes: Prefixes
  readonly label: (term: number) => string
}

/** The union of the graph's statements as Turtle, in pieces. The same graph gives the same text. */
export function writeTurtle(graph: Graph, options: WriteOptions = {}): Iterable<string> {
  return writeSections(graph, [unionSection(graph)], options)
}

/** The graph with its named graphs as TriG, in pieces. */
export function writeTrig(graph: Graph, options: WriteOptions = {}): Iterable<string> {
  return writeSections(graph, sectionsOf(graph), options)
}

function* writeSections(
  graph: Graph,
  sections: readonly Section[],
  options: WriteOptions,
): Generator<string> {
  const { dictionary } = graph
  const prefixes = prefixesFor(graph, options)
  const marked = new Uint8Array(dictionary.count)
  for (const section of sections) markIris(section, marked)
  const iris = new Array<string>(dictionary.count)
  const used = usedPrefixes(dictionary, prefixes, { marked, forms: iris })
  yield used.map(([name, namespace]) => `@prefix ${name}: ${bracketed(namespace)} .\n`).join('')
  iris[ID.type] = compactIri(prefixes, textOf(dictionary, ID.type)) ?? ''
  const label = createLabels()
  let isFirst = used.length === 0
  for (const section of sections) {
    if (section.out.size === 0) continue
    const writer = { layout: layoutOf(section), dictionary, iris, prefixes, label }
    const name = section.name
    if (name >= 0) yield `${isFirst ? '' : '\n'}${node(writer, name)} {\n`
    yield* subjects(writer, name >= 0 || isFirst)
    if (name >= 0) yield '}\n'
    isFirst = false
  }
}

function* subjects(writer: Writer, isFirst: boolean): Generator<string> {
  let piece = ''
  let separator = isFirst ? '' : '\n'
  for (const subject of writer.layout.subjects) {
    piece += separator + block(writer, subject)
    separator = '\n'
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

/** Marks the IRIs that are written as such; `a`, bare numbers and plain strings need no prefix. */
function markIris({ out, dictionary }: Section, marked: Uint8Array): void {
  for (let term = 0; term < dictionary.count; term++) {
    if (out.offset[term + 1] === out.offset[term]) continue
    marked[term] = 1
    for (let row = out.offset[term]; row < out.offset[term + 1]; row++) {
      const value = out.value[row]
      if (out.predicate[row] !== ID.type) marked[out.predicate[row]] = 1
      marked[value] = 1
      if (dictionary.kind[value] === LITERAL) markDatatype(dictionary, value, marked)
    }
  }
}

function markDatatype(dictionary: Dictionary, literal: number, marked: Uint8Array): void {
  const datatype = dictionary.datatype[literal]
  if (datatype === ID.xsdString || datatype === ID.langString) return
  const bare = BARE.get(datatype)
  if (!bare?.test(textOf(dictionary, literal))) marked[datatype] = 1
}

/** Lexical forms that Turtle reads back as the datatype without saying it. */
const BARE: ReadonlyMap<number, RegExp> = new Map([
  [ID.integer, /^[+-]?\d+$/],
  [ID.decimal, /^[+-]?\d*\.\d+$/],
  [ID.double, /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/],
  [ID.boolean, /^(?:true|false)$/],
])

function block(writer: Writer, subject: number): string {
  const isBare = writer.dictionary.kind[subject] === BLANK && isUnmentioned(writer, subject)
  const body = properties(writer, subject, '  ')
  return isBare ? `[${body}\n] .\n` : `${node(writer, subject)}${body} .\n`
}

/** A top-level blank node that nothing points to needs no label. */
function isUnmentioned({ layout }: Writer, subject: number): boolean {
  return layout.mentioned[subject] === 0
}

function properties(writer: Writer, subject: number, indent: string): string {
  const { section, order } = writer.layout
  const groups = predicateGroups(section, order, subject)
  let text = ''
  for (let i = 0; i < groups.length; i += 3) {
    const name = groups[i] === ID.type ? 'a' : node(writer, groups[i])
    const begin = groups[i + 1]
    text += i === 0 ? `\n${indent}${name}` : ` ;\n${indent}${name}`
    if (groups[i + 2] === begin + 1) {
      text += ` ${object(writer, section.out.value[begin], indent)}`
      continue
    }
    const values = valuesInOrder(section, order, begin, groups[i + 2])
    const inner = `${indent}  `
    const forms = values.map((value) => object(writer, value, inner))
    text += joined(forms, inner)
  }
  return text
}

const WIDTH = 90

/** Values on the line of their property, or each on its own when there are many or they are long. */
function joined(forms: readonly string[], indent: string): string {
  let width = 0
  for (const form of forms) width += form.endsWith(']') ? WIDTH : form.length + 3
  return forms.length > 4 || width > WIDTH
    ? `\n${indent}${forms.join(` ,\n${indent}`)}`
    : ` ${forms.join(' , ')}`
}

function node(writer: Writer, term: number): string {
  const { dictionary, iris, prefixes, label } = writer
  if (dictionary.kind[term] === BLANK) return `_:${label(term)}`
  const known = iris[term]
  if (known !== undefined) return known
  const iri = textOf(dictionary, term)
  const form = compactIri(prefixes, iri) ?? bracketed(iri)
  iris[term] = form
  return form
}

function object(writer: Writer, term: number, indent: string): string {
  const kind = writer.dictionary.kind[term]
  if (kind === LITERAL) return literal(writer, term)
  if (kind === IRI) return term === ID.nil ? '()' : node(writer, term)
  if (writer.layout.inline[term] === 0) return node(writer, term)
  const members = listMembers(writer.layout, term)
  if (members) return `( ${members.map((member) => object(writer, member, `${indent}  `)).join(' ')} )`
  const body = properties(writer, term, `${indent}  `)
  return body === '' ? '[]' : `[${body}\n${indent}]`
}

function literal(writer: Writer, term: number): string {
  const { dictionary } = writer
  const text = textOf(dictionary, term)
  const datatype = dictionary.datatype[term]
  const isLong = text.includes('\n') && text.length > 20
  const lang = langOf(dictionary, term)
  if (lang !== undefined) return `${isLong ? longQuoted(text) : quoted(text)}@${tagOf(lang)}`
  if (datatype === ID.xsdString) return isLong ? longQuoted(text) : quoted(text)
  if (BARE.get(datatype)?.test(text)) return text
  return `${quoted(text)}^^${node(writer, datatype)}`
}
