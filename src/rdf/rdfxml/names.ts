// Element and attribute names: each distinct name as written is looked up once, and again only when its
// prefix comes to mean another namespace. Namespaces in XML 1.0, by scope.
import { HASH_SEED } from '../dictionary.ts'
import { decode } from './bytes.ts'

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** What a name means to the grammar. */
export const CODE = {
  plain: 0,
  RDF: 1,
  Description: 2,
  ID: 3,
  about: 4,
  parseType: 5,
  resource: 6,
  nodeID: 7,
  datatype: 8,
  li: 9,
  /** rdf:aboutEach, rdf:aboutEachPrefix, rdf:bagID: withdrawn, and errors today. */
  withdrawn: 10,
  type: 11,
  lang: 12,
  base: 13,
  /** Reserved by XML and ignored. */
  reserved: 14,
  xmlns: 15,
  noNamespace: 16,
  undeclared: 17,
} as const

const rdfCodes: Readonly<Record<string, number>> = {
  RDF: CODE.RDF,
  Description: CODE.Description,
  ID: CODE.ID,
  about: CODE.about,
  parseType: CODE.parseType,
  resource: CODE.resource,
  nodeID: CODE.nodeID,
  datatype: CODE.datatype,
  li: CODE.li,
  aboutEach: CODE.withdrawn,
  aboutEachPrefix: CODE.withdrawn,
  bagID: CODE.withdrawn,
  type: CODE.type,
}
/** Attributes that may stand without a prefix, for old documents (RDF 1.1 XML Syntax §6.1.4). */
const unqualified = new Set(['ID', 'about', 'resource', 'parseType', 'type'])

export interface Prefix {
  readonly text: string
  /** IRI of the namespace it means just now. */
  namespace: string | undefined
  /** Number of that namespace; 0 when there is none. */
  meaning: number
}

export interface Name {
  /** Where it was first written. */
  readonly start: number
  readonly length: number
  readonly hash: number
  readonly prefix: Prefix
  readonly local: string
  readonly prefixed: boolean
  /** The code it has as an attribute, when it has no prefix. */
  readonly bare: number
  /** True for `xmlns` and `xmlns:…`. */
  readonly declares: boolean
  readonly wellFormed: boolean
  /** Number of the namespace that `code` and `term` were found with; -1 before the first time. */
  bound: number
  code: number
  /** The term of its IRI, or -1 before it is needed. */
  term: number
  /** Number of the tag where it last was an attribute. */
  tag: number
}

export interface NameTable {
  readonly none: Name
  readonly list: Name[]
  slots: Int32Array
  readonly prefixes: Map<string, Prefix>
  readonly namespaces: Map<string, number>
  /** Declarations to undo, innermost last. */
  readonly scope: { prefix: Prefix; outer: string | undefined }[]
  /** Number of the tag being read. */
  tag: number
}

export function createNames(): NameTable {
  const prefixes = new Map<string, Prefix>()
  const namespaces = new Map<string, number>()
  setNamespace(namespaces, prefixAt(prefixes, 'xml'), XML)
  setNamespace(namespaces, prefixAt(prefixes, 'xmlns'), XMLNS)
  const none = createName(new Uint8Array(0), 0, 0, HASH_SEED, prefixes)
  return { none, list: [], slots: new Int32Array(512), prefixes, namespaces, scope: [], tag: 0 }
}

/** The name `bytes[start, end)`; `hash` is that of dictionary.ts over the same bytes. */
export function nameAt(names: NameTable, bytes: Uint8Array, start: number, end: number, hash: number): Name {
  const { slots, list } = names
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let entry = slots[slot]; entry !== 0; entry = slots[slot]) {
    const name = list[entry - 1]
    if (name.hash === hash && name.length === end - start) {
      let a = name.start
      let b = start
      while (b < end && bytes[a] === bytes[b]) {
        a++
        b++
      }
      if (b === end) return name
    }
    slot = (slot + 1) & mask
  }
  const name = createName(bytes, start, end, hash, names.prefixes)
  slots[slot] = list.push(name)
  if (list.length * 2 > slots.length) rehash(names)
  return name
}

function rehash(names: NameTable): void {
  const slots = new Int32Array(names.slots.length * 2)
  names.list.forEach((name, index) => {
    let slot = (name.hash ^ (name.hash >>> 15)) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = index + 1
  })
  names.slots = slots
}

function createName(
  bytes: Uint8Array,
  start: number,
  end: number,
  hash: number,
  prefixes: Map<string, Prefix>,
): Name {
  const written = decode(bytes, start, end)
  const colon = written.indexOf(':')
  const wellFormed =
    colon < 0 || (colon > 0 && /^[^:\d.-][^:]*$/.test(written.slice(colon + 1)) && colon < written.length - 1)
  const text = wellFormed && colon > 0 ? written.slice(0, colon) : ''
  const local = wellFormed && colon > 0 ? written.slice(colon + 1) : written
  const bare = bareCode(local)
  return {
    start,
    length: end - start,
    hash,
    prefix: prefixAt(prefixes, text),
    local,
    prefixed: text !== '',
    bare,
    declares: text === 'xmlns' || (text === '' && bare === CODE.xmlns),
    wellFormed,
    bound: -1,
    code: 0,
    term: -1,
    tag: -1,
  }
}

function prefixAt(prefixes: Map<string, Prefix>, text: string): Prefix {
  let prefix = prefixes.get(text)
  if (!prefix) {
    prefix = { text, namespace: undefined, meaning: 0 }
    prefixes.set(text, prefix)
  }
  return prefix
}

function setNamespace(namespaces: Map<string, number>, prefix: Prefix, iri: string | undefined): void {
  prefix.namespace = iri
  prefix.meaning = 0
  if (iri === undefined) return
  prefix.meaning = namespaces.get(iri) ?? namespaces.size + 1
  namespaces.set(iri, prefix.meaning)
}

function bareCode(local: string): number {
  if (local === 'xmlns') return CODE.xmlns
  if (unqualified.has(local)) return rdfCodes[local]
  return /^xml/i.test(local) ? CODE.reserved : CODE.noNamespace
}

/** What the name means as an element, with the namespaces now in force. */
export function elementCode(name: Name): number {
  if (name.bound !== name.prefix.meaning) bind(name)
  return name.code
}

/** What the name means as an attribute: the default namespace does not count. */
export function attributeCode(name: Name): number {
  if (!name.prefixed) return name.bare
  if (name.bound !== name.prefix.meaning) bind(name)
  return name.code
}

function bind(name: Name): void {
  const { namespace, meaning } = name.prefix
  name.bound = meaning
  name.term = -1
  if (namespace === undefined || !name.wellFormed)
    name.code = name.prefixed ? CODE.undeclared : CODE.noNamespace
  else if (namespace === RDF)
    name.code = Object.hasOwn(rdfCodes, name.local) ? rdfCodes[name.local] : CODE.plain
  else if (namespace === XML) name.code = xmlCode(name.local)
  else name.code = namespace === XMLNS ? CODE.xmlns : CODE.plain
}

function xmlCode(local: string): number {
  return local === 'lang' ? CODE.lang : local === 'base' ? CODE.base : CODE.reserved
}

/** Lets a prefix mean a namespace until the scope is left. */
export function declare(names: NameTable, prefix: string, namespace: string | undefined): void {
  const entry = prefixAt(names.prefixes, prefix)
  names.scope.push({ prefix: entry, outer: entry.namespace })
  setNamespace(names.namespaces, entry, namespace)
}

/** Undoes the declarations made since the scope had `size` of them. */
export function leaveScope(names: NameTable, size: number): void {
  while (names.scope.length > size) {
    const declaration = names.scope.pop()
    if (declaration) setNamespace(names.namespaces, declaration.prefix, declaration.outer)
  }
}

/** Lets an undeclared prefix mean the namespace it usually does, until it is declared; false when there is none. */
export function assume(names: NameTable, prefix: Prefix): boolean {
  const iri = usualNamespaces.get(prefix.text)
  if (iri !== undefined) setNamespace(names.namespaces, prefix, iri)
  return iri !== undefined
}

/** Namespaces that a forgotten declaration most likely meant. */
export const usualNamespaces: ReadonlyMap<string, string> = new Map([
  ['rdf', RDF],
  ['rdfs', 'http://www.w3.org/2000/01/rdf-schema#'],
  ['dcat', 'http://www.w3.org/ns/dcat#'],
  ['dcterms', 'http://purl.org/dc/terms/'],
  ['dct', 'http://purl.org/dc/terms/'],
  ['foaf', 'http://xmlns.com/foaf/0.1/'],
  ['vcard', 'http://www.w3.org/2006/vcard/ns#'],
  ['adms', 'http://www.w3.org/ns/adms#'],
  ['skos', 'http://www.w3.org/2004/02/skos/core#'],
  ['schema', 'http://schema.org/'],
  ['owl', 'http://www.w3.org/2002/07/owl#'],
  ['locn', 'http://www.w3.org/ns/locn#'],
  ['prov', 'http://www.w3.org/ns/prov#'],
  ['spdx', 'http://spdx.org/rdf/terms#'],
  ['odrs', 'http://schema.theodi.org/odrs#'],
  ['dcatap', 'http://data.europa.eu/r5r/'],
])
