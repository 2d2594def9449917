// The grammar of RDF/XML: node elements and property elements (RDF 1.1 XML Syntax §7.2).
// What breaks the grammar is reported, and read as what the author most likely meant, so that little is lost.
import { ID } from '../dictionary.ts'
import { IS_SPACE, LT } from './bytes.ts'
import { appendToCollection, classify, close, forbid, open, state } from './frames.ts'
import { CODE, elementCode, RDF } from './names.ts'
import { type Frame, frameName, type Reader, ROLE, report, reportOnce } from './state.ts'
import { nameText, undeclared, valueText } from './tag.ts'
import { attributeLiteral, idOf, iriOf, newBlank, nodeIdOf, termOf } from './terms.ts'
import { clearText } from './text.ts'
import { rdfReasons } from './words.ts'
import { readXmlLiteral } from './xml-literal.ts'

/** The code of the tag's name; an undeclared usual prefix is reported and assumed. */
export function tagCode(r: Reader): number {
  const { tag } = r
  const code = elementCode(tag.name)
  return code === CODE.undeclared && undeclared(r, tag.name, tag.at) ? elementCode(tag.name) : code
}

/** Reads the tag as a node element inside `outer` and links it there. */
export function nodeElement(r: Reader, outer: Frame): void {
  const code = tagCode(r)
  classify(r)
  if (code === CODE.RDF) {
    report(r, r.tag.at, rdfReasons.nodeName(nameText(r, r.tag.name)))
    nestedRdf(r)
  } else describeNode(r, outer, code)
}

function describeNode(r: Reader, outer: Frame, code: number): void {
  const { tag, builder } = r
  const frame = open(r, ROLE.node)
  const subject = subjectOf(r, frame)
  frame.subject = subject
  builder.subject(subject, tag.at)
  link(r, outer, subject)
  if (code === CODE.plain || code === CODE.type)
    builder.add(subject, ID.type, termOf(r, tag.name, tag.at), tag.at)
  else if (code !== CODE.Description) reportNodeName(r, code)
  if (tag.properties > 0) propertyAttributes(r, subject, frame.lang, frame)
  if (tag.empty) close(r)
}

function nestedRdf(r: Reader): void {
  open(r, ROLE.nodes)
  if (r.tag.empty) close(r)
}

function reportNodeName(r: Reader, code: number): void {
  if (!r.tag.name.wellFormed) return
  const name = nameText(r, r.tag.name)
  if (code === CODE.noNamespace) report(r, r.tag.at, rdfReasons.noNamespace(name))
  else if (code !== CODE.undeclared) report(r, r.tag.at, rdfReasons.nodeName(name))
}

function subjectOf(r: Reader, frame: Frame): number {
  const { slot } = r.tag
  const about = slot[CODE.about]
  const id = slot[CODE.ID]
  const nodeId = slot[CODE.nodeID]
  const resource = slot[CODE.resource]
  if (resource !== 0) reportInstead(r, resource - 1, 'rdf:about')
  if (slot[CODE.datatype] !== 0) forbid(r, slot[CODE.datatype] - 1)
  if (slot[CODE.parseType] !== 0) forbid(r, slot[CODE.parseType] - 1)
  if (about !== 0) {
    if (id !== 0 || nodeId !== 0) reportTogether(r, about, id || nodeId)
    return iriOf(r, about - 1, frame.base)
  }
  if (id !== 0) {
    if (nodeId !== 0) reportTogether(r, id, nodeId)
    return idOf(r, id - 1, frame.base)
  }
  if (nodeId !== 0) return nodeIdOf(r, nodeId - 1)
  return resource !== 0 ? iriOf(r, resource - 1, frame.base) : newBlank(r)
}

function reportInstead(r: Reader, index: number, right: string): void {
  report(r, r.tag.ats[index], rdfReasons.instead(nameText(r, r.tag.names[index]), right))
}

/** Reports two attributes (slots: index + 1) that exclude each other. */
function reportTogether(r: Reader, first: number, second: number): void {
  const { names, ats } = r.tag
  const [a, b] = [nameText(r, names[first - 1]), nameText(r, names[second - 1])]
  report(r, ats[second - 1], rdfReasons.together(a, b))
}

function link(r: Reader, outer: Frame, node: number): void {
  if (outer.role === ROLE.collection) appendToCollection(r, outer, node, r.tag.at)
  else if (outer.role === ROLE.filled) report(r, r.tag.at, rdfReasons.filled(frameName(r, outer)))
  else if (outer.role === ROLE.property) {
    if (r.text.state !== 'none' && !outer.filled) reportMixed(r, outer)
    else if (outer.filled) report(r, r.tag.at, rdfReasons.twoNodes(frameName(r, outer)))
    clearText(r)
    state(r, outer, node)
  }
}

/** Text before an element is a fault unless it is white space. */
function reportMixed(r: Reader, outer: Frame): void {
  const { text } = r
  const run = text.state === 'run'
  const bytes = run ? r.bytes : text.spare.bytes
  const end = run ? text.end : text.spare.length
  let i = run ? text.start : 0
  while (i < end && IS_SPACE[bytes[i]] === 1) i++
  if (i < end) reportOnce(r, `mixed ${outer.at}`, run ? i : outer.at, rdfReasons.mixed(frameName(r, outer)))
}

function propertyAttributes(r: Reader, subject: number, lang: number, frame: Frame): void {
  const { tag, builder } = r
  const seen = tag.properties > 1 ? new Set<number>() : undefined
  for (let k = 0; k < tag.properties; k++) {
    const i = tag.property[k]
    const name = tag.names[i]
    const at = tag.ats[i]
    const isType = !name.prefixed || name.code === CODE.type
    const predicate = isType ? ID.type : termOf(r, name, at)
    if (seen?.has(predicate)) report(r, at, rdfReasons.together(nameText(r, name), nameText(r, name)))
    seen?.add(predicate)
    const object = isType ? iriOf(r, i, frame.base) : attributeLiteral(r, i, lang)
    builder.add(subject, predicate, object, at)
  }
}

/** Reads the tag as a property element of the node `outer`. */
export function propertyElement(r: Reader, outer: Frame): void {
  const { tag } = r
  const { empty } = tag
  const code = tagCode(r)
  classify(r)
  if (isMisplacedNode(r, code)) {
    report(r, tag.at, rdfReasons.propertyName(nameText(r, tag.name)))
    if (code === CODE.RDF) nestedRdf(r)
    else describeNode(r, r.stack[0], code)
    return
  }
  const usable = code === CODE.plain || code === CODE.type || code === CODE.li
  const frame = open(r, usable ? ROLE.property : ROLE.skipped)
  if (usable) {
    frame.subject = outer.subject
    frame.predicate = code === CODE.li ? member(r, outer) : termOf(r, tag.name, tag.at)
    clearText(r)
    propertyValue(r, frame)
  } else reportPropertyName(r, code)
  if (empty) close(r)
}

function reportPropertyName(r: Reader, code: number): void {
  const { name, at } = r.tag
  if (!name.wellFormed || code === CODE.undeclared) return
  const reason = code === CODE.noNamespace ? rdfReasons.noNamespace : rdfReasons.propertyName
  report(r, at, reason(nameText(r, name)))
}

/** A node where a property was due: its own statements are kept, though nothing leads to it. */
function isMisplacedNode(r: Reader, code: number): boolean {
  if (code === CODE.Description || code === CODE.RDF) return true
  return r.tag.slot[CODE.about] !== 0 && code === CODE.plain && /^\p{Lu}/u.test(r.tag.name.local)
}

function member(r: Reader, outer: Frame): number {
  return r.builder.iriText(`${RDF}_${++outer.count}`, r.tag.at)
}

function propertyValue(r: Reader, frame: Frame): void {
  const { tag } = r
  const { slot } = tag
  if (slot[CODE.about] !== 0) {
    aboutValue(r, frame, slot[CODE.about])
    return
  }
  if (slot[CODE.ID] !== 0) frame.statement = idOf(r, slot[CODE.ID] - 1, frame.base)
  const resource = slot[CODE.resource] || slot[CODE.nodeID]
  if (slot[CODE.parseType] !== 0) parseType(r, frame, slot[CODE.parseType])
  else if (resource !== 0) resourceValue(r, frame, resource)
  else if (tag.properties > 0) attributesValue(r, frame)
  else if (slot[CODE.datatype] !== 0) frame.datatype = iriOf(r, slot[CODE.datatype] - 1, frame.base)
}

/** rdf:about on a property: the resource it names is the value, and what stands inside describes it. */
function aboutValue(r: Reader, frame: Frame, slot: number): void {
  reportInstead(r, slot - 1, 'rdf:resource')
  const node = iriOf(r, slot - 1, frame.base)
  fill(r, frame, node)
  r.builder.subject(node, r.tag.at)
  frame.role = ROLE.node
  frame.subject = node
}

function resourceValue(r: Reader, frame: Frame, slot: number): void {
  const { tag } = r
  const { resource, nodeID, datatype } = CODE
  if (tag.slot[resource] !== 0 && tag.slot[nodeID] !== 0)
    reportTogether(r, tag.slot[resource], tag.slot[nodeID])
  if (tag.slot[datatype] !== 0) reportTogether(r, slot, tag.slot[datatype])
  const object = tag.slot[resource] !== 0 ? iriOf(r, slot - 1, frame.base) : nodeIdOf(r, slot - 1)
  fill(r, frame, object)
}

/** Property attributes make a blank node, unless text follows: then the text was meant. */
function attributesValue(r: Reader, frame: Frame): void {
  const { tag } = r
  if (!tag.empty && textFollows(r)) {
    const name = nameText(r, tag.names[tag.property[0]])
    report(r, tag.ats[tag.property[0]], rdfReasons.withContent(name, frameName(r, frame)))
    if (tag.slot[CODE.datatype] !== 0) frame.datatype = iriOf(r, tag.slot[CODE.datatype] - 1, frame.base)
  } else fill(r, frame, newBlank(r))
}

function textFollows(r: Reader): boolean {
  let i = r.pos
  while (i < r.end && IS_SPACE[r.bytes[i]] === 1) i++
  return i < r.end && r.bytes[i] !== LT
}

function fill(r: Reader, frame: Frame, object: number): void {
  frame.role = ROLE.filled
  state(r, frame, object)
  if (r.tag.properties === 0) return
  r.builder.subject(object, r.tag.at)
  propertyAttributes(r, object, frame.lang, frame)
}

function parseType(r: Reader, frame: Frame, slot: number): void {
  const { tag } = r
  const other = tag.slot[CODE.resource] || tag.slot[CODE.nodeID] || tag.slot[CODE.datatype]
  if (other !== 0) reportTogether(r, slot, other)
  else if (tag.properties > 0) reportTogether(r, slot, tag.property[0] + 1)
  const type = valueText(r, slot - 1)
  if (type === 'Resource') {
    const node = newBlank(r)
    state(r, frame, node)
    r.builder.subject(node, tag.at)
    frame.role = ROLE.node
    frame.subject = node
  } else if (type === 'Collection') {
    frame.role = ROLE.collection
    frame.count = -1
  } else readXmlLiteral(r, frame)
}
