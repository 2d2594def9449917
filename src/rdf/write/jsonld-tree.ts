// JSON-LD as trees: each root with everything that belongs to it inside, compact by the project's own context, equal to
// what framing by `@embed: @always` and compacting give. Written straight from the graph, since framing a whole
// catalogue takes time by the square of its size (https://www.w3.org/TR/json-ld11-framing/).
import { GrunddataError } from '../../errors.ts'
import { BLANK, ID, IRI, LITERAL, langOf, textOf } from '../dictionary.ts'
import type { Graph } from '../graph.ts'
import type { WriteOptions } from '../syntax.ts'
import { createJsonNames, type JsonNames, type PropertyName } from './jsonld-names.ts'
import { type Layout, layoutOf, listMembers } from './layout.ts'
import { createLabels } from './names.ts'
import { predicateGroups, valuesInOrder } from './order.ts'
import { unionSection } from './section.ts'

export interface JsonTreeOptions extends WriteOptions {
  /** Term ids of the nodes that stand by themselves, in order; elsewhere they are mentioned and not embedded. */
  readonly roots: readonly number[]
  /** Always an array of trees below `@graph`; default: one tree stands alone. */
  readonly asList?: boolean
}

const PIECE = 1 << 16
/** A tree that embeds more nodes than this embeds each once only, so that shared nodes cannot make it grow for ever. */
const MAX_EMBEDDED = 5_000
/** Deeper nodes are mentioned, and stand as trees of their own at the end. */
const MAX_DEPTH = 40

type Json = string | number | boolean | JsonObject | readonly Json[]
type JsonObject = { [key: string]: Json }

interface Writer {
  readonly graph: Graph
  readonly layout: Layout
  readonly names: JsonNames
  readonly label: (term: number) => string
  readonly isRoot: Uint8Array
  /** 1 for what may stand in several places: a nameless node there needs a label. */
  readonly mayRepeat: Uint8Array
  readonly written: Uint8Array
  readonly chain: Set<number>
  budget: number
}

/**
 * The union of the graph's statements as trees, in pieces; what no root leads to stands as trees of its own at the
 * end, so that nothing is lost. Throws OUTPUT_FAILED for a property that is no absolute IRI.
 */
export function* writeJsonTrees(graph: Graph, options: JsonTreeOptions): Generator<string> {
  const section = unionSection(graph)
  const layout = layoutOf(section)
  const { dictionary } = graph
  const writer: Writer = {
    graph,
    layout,
    names: createJsonNames(graph, [section], options),
    label: createLabels(),
    isRoot: new Uint8Array(dictionary.count),
    mayRepeat: new Uint8Array(dictionary.count),
    written: new Uint8Array(dictionary.count),
    chain: new Set(),
    budget: 0,
  }
  for (const root of options.roots) writer.isRoot[root] = 1
  markRepeated(writer)
  const context = `"@context": ${writer.names.context}`
  const trees = allTrees(writer, options.roots)
  const first = trees.next()
  const second = first.done ? first : trees.next()
  if (!options.asList && !first.done && second.done) {
    const { '@id': id, ...rest } = first.value
    const text = JSON.stringify({ ...(id !== undefined && { '@id': id }), ...rest }, undefined, 2)
    yield text === '{}' ? `{\n  ${context}\n}\n` : `{\n  ${context},${text.slice(1)}\n`
    return
  }
  yield `{\n  ${context},\n  "@graph": [`
  let piece = first.done ? '' : `\n    ${shown(first.value)}`
  if (!second.done) piece += `,\n    ${shown(second.value)}`
  for (const tree of trees) {
    piece += `,\n    ${shown(tree)}`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n  ]\n}\n`
}

/** Marks the nodes that are mentioned twice, and everything they embed. */
function markRepeated({ graph: { out, dictionary }, isRoot, mayRepeat }: Writer): void {
  const mentioned = new Uint8Array(dictionary.count)
  const stack: number[] = []
  const isEmbeddable = (term: number) =>
    isRoot[term] === 0 && (out.offset[term + 1] > out.offset[term] || dictionary.kind[term] === BLANK)
  for (let row = 0; row < out.size; row++) {
    const value = out.value[row]
    if (mentioned[value] < 2 && ++mentioned[value] === 2 && isEmbeddable(value)) stack.push(value)
  }
  while (stack.length > 0) {
    const term = stack.pop()!
    if (mayRepeat[term] === 1) continue
    mayRepeat[term] = 1
    for (let row = out.offset[term]; row < out.offset[term + 1]; row++)
      if (isEmbeddable(out.value[row])) stack.push(out.value[row])
  }
}

function shown(tree: JsonObject): string {
  return JSON.stringify(tree, undefined, 2).replaceAll('\n', '\n    ')
}

function* allTrees(writer: Writer, roots: readonly number[]): Generator<JsonObject> {
  for (const root of roots) yield tree(writer, root)
  const { out } = writer.graph
  const isLeft = (term: number) => writer.written[term] === 0 && out.offset[term + 1] > out.offset[term]
  for (const subject of writer.layout.subjects) if (isLeft(subject)) yield tree(writer, subject)
  for (let term = 0; term < writer.written.length; term++) if (isLeft(term)) yield tree(writer, term)
}

function tree(writer: Writer, root: number): JsonObject {
  writer.budget = MAX_EMBEDDED
  writer.isRoot[root] = 1
  return nodeJson(writer, root)
}

function nodeJson(writer: Writer, subject: number): JsonObject {
  const { layout, graph, chain } = writer
  const object: JsonObject = {}
  const isMentionedRoot = writer.isRoot[subject] === 1 && layout.mentioned[subject] > 0
  if (graph.dictionary.kind[subject] === IRI || isMentionedRoot || writer.mayRepeat[subject] === 1)
    object['@id'] = idText(writer, subject)
  writer.written[subject] = 1
  chain.add(subject)
  const groups = predicateGroups(layout.section, layout.order, subject)
  for (let i = 0; i < groups.length; i += 3) {
    const values = valuesInOrder(layout.section, layout.order, groups[i + 1], groups[i + 2])
    if (groups[i] === ID.type) addTypes(writer, values, object)
    else addValues(writer, { predicate: groups[i], values }, object)
  }
  chain.delete(subject)
  return object
}

function idText({ graph, label }: Writer, term: number): string {
  return graph.dictionary.kind[term] === BLANK ? `_:${label(term)}` : textOf(graph.dictionary, term)
}

function addTypes(writer: Writer, values: readonly number[], object: JsonObject): void {
  const { dictionary } = writer.graph
  const isClass = (value: number) => dictionary.kind[value] === IRI
  const classes = values.filter(isClass)
  if (classes.length > 0)
    object['@type'] = alone(classes.map((value) => JSON.parse(writer.names.classOf(value))))
  const rest = values.filter((value) => !isClass(value))
  if (rest.length > 0) addValues(writer, { predicate: ID.type, values: rest }, object)
}

function alone(values: readonly Json[]): Json {
  return values.length === 1 ? values[0] : values
}

interface Stated {
  readonly predicate: number
  readonly values: readonly number[]
}

/** Puts values below the term that fits them, the others below the property's IRI. */
function addValues(writer: Writer, { predicate, values }: Stated, object: JsonObject): void {
  const { names, graph } = writer
  const name = names.propertyOf(predicate)
  if (!name) throw unwritable(textOf(graph.dictionary, predicate))
  const fitting = values.filter((value) => fits(writer, name, value))
  const others = values.filter((value) => !fitting.includes(value))
  if (fitting.length > 0) {
    const key = JSON.parse(name.key) as string
    object[key] =
      name.kind === 'language'
        ? languageMap(writer, fitting)
        : alone(fitting.map((value) => valueJson(writer, name.kind, value)))
  }
  if (others.length > 0) {
    const key = JSON.parse(name.plainKey) as string
    object[key] = alone(others.map((value) => valueJson(writer, '', value)))
  }
}

/** Whether a value may stand below a property's term, as the selection of terms in JSON-LD has it. */
function fits(writer: Writer, name: PropertyName, value: number): boolean {
  const { dictionary } = writer.graph
  if (name.kind === '' || name.kind === 'text') return true
  const members = membersOf(writer, value)
  if (members) return name.kind !== 'language' && members.every((member) => fits(writer, name, member))
  if (dictionary.kind[value] !== LITERAL) return name.kind === 'link'
  const datatype = dictionary.datatype[value]
  if (name.kind === 'language') return datatype === ID.xsdString || datatype === ID.langString
  return name.kind !== 'link' && datatype === name.datatype
}

function languageMap({ graph: { dictionary } }: Writer, values: readonly number[]): JsonObject {
  const byTag = new Map<string, string[]>()
  for (const value of values) {
    const tag = langOf(dictionary, value) ?? '@none'
    const texts = byTag.get(tag)
    if (texts) texts.push(textOf(dictionary, value))
    else byTag.set(tag, [textOf(dictionary, value)])
  }
  return Object.fromEntries([...byTag].map(([tag, texts]) => [tag, alone(texts)]))
}

function valueJson(writer: Writer, kind: string, value: number): Json {
  const { dictionary } = writer.graph
  if (dictionary.kind[value] === LITERAL) return literalJson(writer, kind, value)
  if (value === ID.nil) return { '@list': [] }
  const members = membersOf(writer, value)
  if (members) {
    for (const cell of cellsOf(writer, value)) writer.written[cell] = 1
    return { '@list': members.map((member) => valueJson(writer, kind, member)) }
  }
  if (isEmbedded(writer, value)) return nodeJson(writer, value)
  const isSilent = writer.graph.out.offset[value + 1] === writer.graph.out.offset[value]
  if (dictionary.kind[value] === BLANK && isSilent && writer.mayRepeat[value] === 0) return {}
  const id = idText(writer, value)
  return kind === 'link' ? id : { '@id': id }
}

/** The members of a list that can stand as one: none of its cells is a root or stands in several places. */
function membersOf(writer: Writer, head: number): readonly number[] | undefined {
  const members = listMembers(writer.layout, head)
  return members &&
    cellsOf(writer, head).every((cell) => writer.isRoot[cell] === 0 && writer.mayRepeat[cell] === 0)
    ? members
    : undefined
}

function cellsOf({ graph: { out } }: Writer, head: number): readonly number[] {
  const cells: number[] = []
  for (let cell = head; cell !== ID.nil; cell = out.value[out.offset[cell] + 1]) cells.push(cell)
  return cells
}

function isEmbedded(writer: Writer, value: number): boolean {
  const { out } = writer.graph
  if (out.offset[value + 1] === out.offset[value] || writer.isRoot[value] === 1) return false
  if (writer.chain.has(value) || writer.chain.size >= MAX_DEPTH) return false
  if (writer.budget <= 0 && writer.written[value] === 1) return false
  writer.budget--
  return true
}

function literalJson({ graph: { dictionary }, names }: Writer, kind: string, value: number): Json {
  const text = textOf(dictionary, value)
  const lang = langOf(dictionary, value)
  if (lang !== undefined) return { '@language': lang, '@value': text }
  const datatype = dictionary.datatype[value]
  if (datatype === ID.xsdString || kind.includes(':')) return text
  return { '@type': JSON.parse(names.classOf(datatype)) as string, '@value': text }
}

function unwritable(iri: string): GrunddataError {
  return new GrunddataError('OUTPUT_FAILED', {
    sv: `JSON-LD kan inte ha egenskapen <${iri}>: den är ingen absolut IRI`,
    en: `JSON-LD cannot hold the property <${iri}>: it is no absolute IRI`,
  })
}
