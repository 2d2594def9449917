// RDF/XML with typed elements: absolute IRIs, blank nodes inside their only mention, lists as collections.
import { GrunddataError } from '../../errors.ts'
import { ID, IRI, LITERAL, langOf, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import { namespaces } from '../namespaces.ts'
import type { WriteOptions } from '../syntax.ts'
import { tagOf, xmlAttribute, xmlText } from './escape.ts'
import { type Layout, layoutOf, listMembers } from './layout.ts'
import { createLabels, type Prefixes, prefixesFor } from './names.ts'
import { predicateGroups, valuesInOrder } from './order.ts'
import { unionSection } from './section.ts'

const PIECE = 1 << 16
const RDF = namespaces.rdf

/** Names in the RDF namespace that mean something else than a property or class when they stand as an element. */
const RESERVED = new Set(
  'RDF ID about parseType resource nodeID datatype li Description aboutEach aboutEachPrefix bagID'
    .split(' ')
    .map((name) => RDF + name),
)

const NAME_START = 'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF'
const LOCAL = new RegExp(`[${NAME_START}][${NAME_START}\\-.0-9\\u00B7]*$`)

/** The namespace and local name of an IRI as an XML name, or undefined when it cannot be one. */
function splitName(iri: string): { readonly namespace: string; readonly local: string } | undefined {
  const local = LOCAL.exec(iri)?.[0]
  if (local === undefined || local.length === iri.length || RESERVED.has(iri)) return undefined
  const namespace = iri.slice(0, iri.length - local.length)
  return /^http:\/\/www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns\/)$/.test(namespace)
    ? undefined
    : { namespace, local }
}

interface Writer {
  readonly layout: Layout
  /** Element name of each IRI that has one. */
  readonly names: Map<number, string>
  readonly label: (term: number) => string
}

/**
 * The union of the graph's statements as RDF/XML, in pieces. The same graph gives the same text.
 * Throws OUTPUT_FAILED for a property whose IRI cannot be an XML name; characters that XML cannot hold become U+FFFD.
 */
export function* writeRdfXml(graph: Graph, options: WriteOptions = {}): Generator<string> {
  const layout = layoutOf(unionSection(graph))
  const { names, declared } = elementNames(layout, prefixesFor(graph, options))
  const writer: Writer = { layout, names, label: createLabels() }
  const declarations = declared.map(([name, namespace]) => `\n  xmlns:${name}=${xmlAttribute(namespace)}`)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declarations.join('')}>\n`
  let piece = ''
  for (const subject of layout.subjects) {
    piece += `\n${element(writer, subject, '  ')}`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</rdf:RDF>\n`
}

interface Names {
  readonly names: Map<number, string>
  readonly declared: readonly (readonly [string, string])[]
}

/** Names for all properties, and for the classes that can have one. */
function elementNames({ section }: Layout, prefixes: Prefixes): Names {
  const { out, dictionary } = section
  const names = new Map<number, string>()
  const used = new Map<string, string>([[RDF, 'rdf']])
  const nameOf = (id: number): string | undefined => {
    const parts = splitName(textOf(dictionary, id))
    if (!parts) return undefined
    const prefix = used.get(parts.namespace) ?? prefixes.get(parts.namespace) ?? freePrefix(used, prefixes)
    used.set(parts.namespace, prefix)
    return `${prefix}:${parts.local}`
  }
  const note = (id: number, isProperty: boolean) => {
    if (names.has(id) || dictionary.kind[id] !== IRI) return
    const name = nameOf(id)
    if (name !== undefined) names.set(id, name)
    else if (isProperty) throw unwritable(textOf(dictionary, id))
  }
  for (let row = 0; row < out.size; row++) {
    note(out.predicate[row], true)
    if (out.predicate[row] === ID.type) note(out.value[row], false)
  }
  const declared = [...used].map(([namespace, name]) => [name, namespace] as const)
  return { names, declared: declared.sort(([a], [b]) => (a < b ? -1 : 1)) }
}

function freePrefix(used: ReadonlyMap<string, string>, prefixes: Prefixes): string {
  const taken = new Set([...used.values(), ...prefixes.values()])
  let n = 1
  while (taken.has(`ns${n}`)) n++
  return `ns${n}`
}

function unwritable(iri: string): GrunddataError {
  return new GrunddataError(
    'OUTPUT_FAILED',
    {
      sv: `RDF/XML kan inte ha egenskapen <${iri}>: den går inte att skriva som ett XML-namn`,
      en: `RDF/XML cannot hold the property <${iri}>: it has no XML name`,
    },
    {
      hint: {
        sv: 'Välj ett annat format, till exempel Turtle.',
        en: 'Choose another syntax, for instance Turtle.',
      },
    },
  )
}

/** The first class of a subject that can be an element name, or -1. */
function elementType({ layout, names }: Writer, subject: number): number {
  const { section, order } = layout
  const [predicate, row, end] = predicateGroups(section, order, subject)
  if (predicate !== ID.type) return -1
  return valuesInOrder(section, order, row, end).find((type) => names.has(type)) ?? -1
}

function element(writer: Writer, subject: number, indent: string): string {
  const { layout, names } = writer
  const { dictionary } = layout.section
  const type = elementType(writer, subject)
  const name = names.get(type) ?? 'rdf:Description'
  let open = `${indent}<${name}`
  if (dictionary.kind[subject] === IRI) open += ` rdf:about=${xmlAttribute(textOf(dictionary, subject))}`
  else if (layout.inline[subject] === 0 && layout.mentioned[subject] > 0)
    open += ` rdf:nodeID="${writer.label(subject)}"`
  const body = properties(writer, { subject, skipType: type, indent: `${indent}  ` })
  return body === '' ? `${open}/>\n` : `${open}>\n${body}${indent}</${name}>\n`
}

interface Body {
  readonly subject: number
  /** The class that already stands as the element's name, or -1. */
  readonly skipType: number
  readonly indent: string
}

function properties(writer: Writer, { subject, skipType, indent }: Body): string {
  const { section, order } = writer.layout
  const groups = predicateGroups(section, order, subject)
  let text = ''
  for (let i = 0; i < groups.length; i += 3) {
    const name = writer.names.get(groups[i])!
    for (const value of valuesInOrder(section, order, groups[i + 1], groups[i + 2])) {
      if (groups[i] === ID.type && value === skipType) continue
      text += `${indent}<${name}${propertyRest(writer, { name, value, indent })}\n`
    }
  }
  return text
}

interface Value {
  readonly name: string
  readonly value: number
  readonly indent: string
}

/** All of a property element after its name. */
function propertyRest(writer: Writer, { name, value, indent }: Value): string {
  const { layout, label } = writer
  const { dictionary } = layout.section
  if (dictionary.kind[value] === LITERAL) return `${literalRest(writer, value)}</${name}>`
  if (dictionary.kind[value] === IRI) return ` rdf:resource=${xmlAttribute(textOf(dictionary, value))}/>`
  if (layout.inline[value] === 0) return ` rdf:nodeID="${label(value)}"/>`
  const members = listMembers(layout, value)
  if (members?.every((member) => dictionary.kind[member] !== LITERAL)) {
    const items = members.map((member) => listItem(writer, member, `${indent}  `)).join('')
    return ` rdf:parseType="Collection">\n${items}${indent}</${name}>`
  }
  return `>\n${element(writer, value, `${indent}  `)}${indent}</${name}>`
}

function listItem(writer: Writer, member: number, indent: string): string {
  const { layout, label } = writer
  const { dictionary } = layout.section
  if (dictionary.kind[member] === IRI)
    return `${indent}<rdf:Description rdf:about=${xmlAttribute(textOf(dictionary, member))}/>\n`
  if (layout.inline[member] === 0) return `${indent}<rdf:Description rdf:nodeID="${label(member)}"/>\n`
  return element(writer, member, indent)
}

function literalRest({ layout }: Writer, id: number): string {
  const { dictionary } = layout.section
  const text = xmlText(textOf(dictionary, id))
  const lang = langOf(dictionary, id)
  if (lang !== undefined) return ` xml:lang="${tagOf(lang)}">${text}`
  const datatype = dictionary.datatype[id]
  if (datatype === ID.xsdString) return `>${text}`
  return ` rdf:datatype=${xmlAttribute(textOf(dictionary, datatype))}>${text}`
}
