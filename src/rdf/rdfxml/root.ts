// What the root element says the document is: RDF, an envelope around RDF, a web page, or something else.
import { indexOf } from './bytes.ts'
import { nodeElement, tagCode } from './elements.ts'
import { classify, close, open } from './frames.ts'
import { attributeCode, CODE, elementCode, RDF } from './names.ts'
import { type Reader, ROLE, report } from './state.ts'
import { nameText } from './tag.ts'
import { rdfReasons, xmlReasons } from './words.ts'

/** Namespaces of formats that carry RDF inside, or none at all, and whose names look like RDF names. */
const FOREIGN =
  /^(http:\/\/www\.opengis\.net\/|http:\/\/www\.isotc211\.org\/|https?:\/\/standards\.iso\.org\/|http:\/\/www\.w3\.org\/(2005\/Atom|1999\/xhtml|2000\/svg|2001\/XMLSchema|1999\/XSL|2003\/05\/soap)|http:\/\/www\.openarchives\.org\/|http:\/\/schemas\.xmlsoap\.org\/|http:\/\/www\.sitemaps\.org\/|http:\/\/datacite\.org\/|http:\/\/www\.loc\.gov\/|http:\/\/inspire\.ec\.europa\.eu\/)/

/** Reads the tag as a root element. */
export function rootElement(r: Reader): void {
  const { tag } = r
  const name = nameText(r, tag.name)
  if (r.root !== 'none') report(r, tag.at, xmlReasons.secondRoot(name))
  else {
    r.rootAt = tag.at
    r.rootName = name
  }
  if (isHtml(r)) {
    stopAtHtml(r)
    return
  }
  if (tagCode(r) === CODE.RDF) rdfElement(r)
  else if (isNode(r)) {
    if (r.root === 'none') r.root = 'rdf'
    nodeElement(r, r.stack[0])
  } else envelopeElement(r)
}

/** A web page is not read any further. */
export function stopAtHtml(r: Reader): void {
  if (r.root === 'none') r.root = 'html'
  r.pos = r.end
}

function isHtml(r: Reader): boolean {
  const { local, prefix } = r.tag.name
  if (r.root !== 'none' || local.toLowerCase() !== 'html') return false
  return prefix.namespace === undefined || prefix.namespace === 'http://www.w3.org/1999/xhtml'
}

function isNode(r: Reader): boolean {
  const { tag } = r
  const code = elementCode(tag.name)
  if (tag.name.prefix.namespace === RDF) return true
  for (let i = 0; i < tag.count; i++) {
    const attribute = attributeCode(tag.names[i])
    const identifies = attribute === CODE.about || attribute === CODE.ID || attribute === CODE.nodeID
    if (identifies && tag.names[i].prefixed) return true
  }
  const namespace = tag.name.prefix.namespace ?? ''
  if (code !== CODE.plain || FOREIGN.test(namespace) || !/[#/:]$/.test(namespace)) return false
  if (r.root !== 'none') return r.root === 'rdf'
  const declared = [...r.names.prefixes.values()].some((prefix) => prefix.namespace === RDF)
  return declared || indexOf(r.bytes, RDF, 0) < 0
}

/** Reads the tag as rdf:RDF. */
export function rdfElement(r: Reader): void {
  const { tag } = r
  if (r.root === 'none') r.root = 'rdf'
  if (r.root === 'envelope') r.found++
  classify(r)
  open(r, ROLE.nodes)
  for (let code: number = CODE.ID; code <= CODE.datatype; code++) {
    const slot = tag.slot[code]
    if (slot !== 0) reportAttribute(r, slot - 1)
  }
  for (let i = 0; i < tag.properties; i++)
    if (!isSchemaHint(r, tag.property[i])) reportAttribute(r, tag.property[i])
  if (tag.empty) close(r)
}

function reportAttribute(r: Reader, index: number): void {
  report(r, r.tag.ats[index], rdfReasons.attributeName(nameText(r, r.tag.names[index])))
}

/** xsi:schemaLocation is written on many real rdf:RDF elements and harms nobody. */
function isSchemaHint(r: Reader, index: number): boolean {
  return r.tag.names[index].prefix.namespace === 'http://www.w3.org/2001/XMLSchema-instance'
}

/** Reads the tag as a part of something that is not RDF. */
export function envelopeElement(r: Reader): void {
  if (r.root === 'none') r.root = 'envelope'
  if (elementCode(r.tag.name) === CODE.RDF) {
    rdfElement(r)
    return
  }
  classify(r, true)
  open(r, ROLE.envelope)
  if (r.tag.empty) close(r)
}
