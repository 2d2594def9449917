// Changes of a text in RDF/XML, made where the statements stand: everything else in the text stays as it is.
import { type Graph, text } from '../rdf/index.ts'
import type { Addition, Change, Renaming, Replacement } from './edit-change.ts'
import { type Plan, type PlannedEdit, refuse } from './edit-plan.ts'
import { type Term, termAt, termKey } from './edit-term.ts'
import { decodeSpan, indentAt, lineBreakOf, removal } from './edit-text.ts'
import {
  attributeText,
  readXmlTree,
  type XmlAttribute,
  type XmlElement,
  type XmlTree,
} from './edit-xml-tree.ts'
import { attribute, kindAttributes, propertyText, rdfName, type XmlName, xmlName } from './edit-xml-write.ts'

/** Plans changes of the text of a graph that was read from RDF/XML. */
export function planXml(graph: Graph, changes: readonly Change[]): readonly Plan[] {
  const tree = readXmlTree(graph.source!.bytes)
  return changes.map((change) => {
    if (change.kind === 'rename') return rename(tree, change)
    if (change.kind === 'add') return add(tree, graph, change)
    return replace(tree, graph, change)
  })
}

function replace(tree: XmlTree, graph: Graph, change: Replacement): Plan {
  const { at, object, predicate } = change.statement
  const path = change.path === text(graph, predicate) ? undefined : change.path
  const inTag = tree.attributes.get(at)
  if (inTag) return replaceAttribute(tree, inTag.element, inTag.attribute, { ...change, path: path ?? '' })
  const element = tree.elements.get(at)
  if (!element || graph.subjectAt[change.statement.subject] === at + 1) return refuse('described')
  const old = termAt(graph, object)
  const isSame = change.values.length === 1 && old && termKey(old) === termKey(change.values[0])
  const name = path === undefined ? { name: element.name, declares: '' } : xmlName(tree, element, path)
  if (!name) return refuse('place')
  if (isSame) return { edits: renameTags(element, name) }
  if (!isSimple(tree, element)) return refuse('described')
  if (change.values.length === 0) return { edits: [removal(tree.bytes, element.start, element.end)] }
  if (change.values.length === 1 && old)
    return { edits: exchange(tree, element, { name, term: change.values[0], old }) }
  const texts = change.values.map((term) => propertyText(tree, element.parent, name, term))
  const gap = `${lineBreakOf(tree.bytes)}${indentAt(tree.bytes, element.start)}`
  return { edits: [{ start: element.start, end: element.end, text: texts.join(gap) }] }
}

/** True for an element that says one literal or points to one resource, and nothing more. */
function isSimple(tree: XmlTree, element: XmlElement): boolean {
  if (element.children.length > 0) return false
  const known = new Set(['xml:lang', ...['resource', 'datatype'].map((each) => rdfName(tree, element, each))])
  return element.attributes.every(({ name }) => known.has(name) || name.startsWith('xmlns'))
}

function renameTags(element: XmlElement, { name, declares }: XmlName): readonly PlannedEdit[] {
  const start = element.start + 1
  const length = Buffer.byteLength(element.name)
  const edits = [{ start, end: start + length, text: name + declares }]
  if (element.isEmpty) return edits
  return [...edits, { start: element.contentEnd + 2, end: element.contentEnd + 2 + length, text: name }]
}

interface Exchange {
  readonly name: XmlName
  readonly term: Term
  readonly old: Term
}

/** One value for another: of the same kind only the tag or the text is rewritten. */
function exchange(tree: XmlTree, element: XmlElement, { name, term, old }: Exchange): readonly PlannedEdit[] {
  const resource = element.attributes.find((each) => each.name === rdfName(tree, element, 'resource'))
  const tags = name.name === element.name ? [] : renameTags(element, name)
  if (term.kind === 'iri' && resource)
    return [...tags, { start: resource.valueStart, end: resource.valueEnd, text: attribute(term.text) }]
  if (term.kind === 'literal' && old.kind === 'literal' && old.text === term.text && !element.isEmpty) {
    const kept = keptAttributes(tree, element)
    const tag = `<${name.name}${name.declares}${kept}${kindAttributes(tree, element.parent, term)}>`
    const start: PlannedEdit = { start: element.start, end: element.tagEnd, text: tag }
    return [start, ...tags.slice(1)]
  }
  const written = propertyText(tree, element.parent, withKept(tree, element, name), term)
  return [{ start: element.start, end: element.end, text: written }]
}

function keptAttributes({ bytes }: XmlTree, element: XmlElement): string {
  const kept = element.attributes.filter(({ name }) => name.startsWith('xmlns'))
  return kept.map(({ start, end }) => ` ${decodeSpan(bytes, start, end)}`).join('')
}

function withKept(tree: XmlTree, element: XmlElement, { name, declares }: XmlName): XmlName {
  return { name, declares: declares + keptAttributes(tree, element) }
}

/** A property written as an attribute holds one plain text, or the address of a type. */
function replaceAttribute(
  tree: XmlTree,
  element: XmlElement,
  { start, end, name, valueStart, valueEnd }: XmlAttribute,
  { values, path }: Replacement,
): Plan {
  if (values.length === 0) return { edits: [{ start: start - 1, end, text: '' }] }
  const [term] = values
  const isType = name === rdfName(tree, element, 'type')
  if (values.length > 1 || (term.kind === 'iri') !== isType || term.datatype !== undefined)
    return refuse('attribute')
  const edits: PlannedEdit[] = [{ start: valueStart, end: valueEnd, text: attribute(term.text) }]
  if (path === undefined || path === '') return { edits }
  const renamed = xmlName(tree, element, path)
  if (renamed?.declares !== '' || !renamed.name.includes(':')) return refuse('attribute')
  return { edits: [{ start, end: start + Buffer.byteLength(name), text: renamed.name }, ...edits] }
}

function rename(tree: XmlTree, { from, to }: Renaming): Plan {
  const edits: PlannedEdit[] = []
  for (const { element, attribute: each } of tree.attributes.values()) {
    const isPlace = ['about', 'resource'].some((local) => each.name === rdfName(tree, element, local))
    if (isPlace && attributeText(tree, each) === from)
      edits.push({ start: each.valueStart, end: each.valueEnd, text: attribute(to) })
  }
  return edits.length > 0 ? { edits } : refuse('place')
}

function add(tree: XmlTree, graph: Graph, { subject, path, value }: Addition): Plan {
  const { bytes } = tree
  const node = tree.elements.get(graph.subjectAt[subject] - 1)
  const name = node && xmlName(tree, node, path)
  if (!node || !name) return refuse('place')
  const written = propertyText(tree, node, name, value)
  const line = lineBreakOf(bytes)
  const own = indentAt(bytes, node.start)
  const last = node.children.at(-1)
  const inner = last && indentAt(bytes, last.start) !== own ? indentAt(bytes, last.start) : `${own}  `
  if (last) return { edits: [{ start: last.end, end: last.end, text: `${line}${inner}${written}` }] }
  if (!node.isEmpty)
    return { edits: [{ start: node.tagEnd, end: node.tagEnd, text: `${line}${inner}${written}` }] }
  const slash = decodeSpan(bytes, node.start, node.tagEnd).lastIndexOf('/')
  const start = node.start + Buffer.byteLength(decodeSpan(bytes, node.start, node.tagEnd).slice(0, slash))
  const text = `>${line}${inner}${written}${line}${own}</${node.name}>`
  return { edits: [{ start, end: node.tagEnd, text }] }
}
