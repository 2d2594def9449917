// From what a tag says to terms of the graph: IRIs against the base in force, rdf:ID and rdf:nodeID, names, literals.
import {
  BLANK,
  hashBytes,
  ID,
  IRI,
  intern,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
  lookup,
} from '../dictionary.ts'
import { isAbsolute, resolveIri } from '../iri.ts'
import { COLON, NAME_PART, NAME_START } from './bytes.ts'
import type { Name } from './names.ts'
import { type Base, type Frame, type Reader, report } from './state.ts'
import { nameText, valueText } from './tag.ts'
import { rdfReasons } from './words.ts'

/** The IRI in attribute `index`, resolved when it is relative and there is something to resolve against. */
export function iriOf(r: Reader, index: number, base: Base): number {
  const { tag } = r
  const bytes = tag.decoded[index] ? tag.spare.bytes : r.bytes
  const start = tag.starts[index]
  const end = tag.ends[index]
  if (!hasScheme(bytes, start, end)) return relativeIri(r, index, base)
  return r.builder.iri(bytes, start, end, tag.hashes[index], tag.ats[index])
}

function hasScheme(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || NAME_START[bytes[start]] === 0) return false
  for (let i = start + 1; i < end; i++) {
    const c = bytes[i]
    if (c === COLON) return true
    if (c !== 0x2b && (NAME_PART[c] === 0 || c >= 0x80 || c === 0x5f)) return false
  }
  return false
}

function relativeIri(r: Reader, index: number, base: Base): number {
  const iri = valueText(r, index)
  const at = r.tag.ats[index]
  if (base.iri === undefined || isAbsolute(iri.trim())) return r.builder.iriText(iri, at)
  if (base.declared) {
    if (!r.said.has('base')) r.builder.problems.push({ rule: 'iri-relative-base', at, params: { iri } })
    r.said.add('base')
    return r.builder.iriText(resolveIri(iri, base.iri), at)
  }
  return resolveAgainstPlace(r, iri, base.iri, at)
}

/** The document says nothing about a base, so what the IRI becomes depends on where the document was got. */
function resolveAgainstPlace(r: Reader, iri: string, base: string, at: number): number {
  const resolved = resolveIri(iri, base)
  if (lookup(r.builder.dictionary, IRI, resolved) < 0)
    r.builder.problems.push({ rule: 'iri-relative', at, params: { iri } })
  return r.builder.iriText(resolved, at)
}

/** The base that an xml:base attribute sets. */
export function baseOf(r: Reader, index: number, outer: Base): Base {
  const written = valueText(r, index).replace(/#.*$/s, '')
  if (isAbsolute(written)) return { iri: written, declared: true }
  if (outer.iri === undefined) {
    r.builder.problems.push({ rule: 'iri-relative', at: r.tag.ats[index], params: { iri: written } })
    return outer
  }
  return { iri: resolveIri(written, outer.iri), declared: outer.declared }
}

const NC_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.\u00b7-]*$/u

/** True when the value of attribute `index` is an NCName; else it is reported. */
function checkName(r: Reader, index: number): boolean {
  const { tag } = r
  const bytes = tag.decoded[index] ? tag.spare.bytes : r.bytes
  if (isAsciiName(bytes, tag.starts[index], tag.ends[index])) return true
  const value = valueText(r, index)
  if (NC_NAME.test(value)) return true
  report(r, tag.ats[index], rdfReasons.badId(nameText(r, tag.names[index]), value))
  return false
}

function isAsciiName(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || NAME_START[bytes[start]] === 0) return false
  for (let i = start; i < end; i++) {
    const c = bytes[i]
    if (c === COLON || c >= 0x80 || NAME_PART[c] === 0) return false
  }
  return true
}

/** The IRI that rdf:ID in attribute `index` makes: `#` and its value against the base; each once per document. */
export function idOf(r: Reader, index: number, base: Base): number {
  const sound = checkName(r, index)
  const value = valueText(r, index)
  const at = r.tag.ats[index]
  const iri = base.iri === undefined ? `#${value}` : resolveIri(`#${value}`, base.iri)
  if (r.ids.has(iri)) report(r, at, rdfReasons.duplicateId(value))
  r.ids.add(iri)
  if (!sound) return internString(r.builder.dictionary, IRI, iri)
  if (base.iri === undefined || base.declared) return r.builder.iriText(iri, at)
  return resolveAgainstPlace(r, `#${value}`, base.iri, at)
}

/** The blank node that rdf:nodeID in attribute `index` names. */
export function nodeIdOf(r: Reader, index: number): number {
  checkName(r, index)
  const { tag, builder } = r
  const bytes = tag.decoded[index] ? tag.spare.bytes : r.bytes
  return intern(builder.dictionary, BLANK, bytes, tag.starts[index], tag.ends[index], tag.hashes[index])
}

export function newBlank(r: Reader): number {
  return internAnonymous(r.builder.dictionary)
}

/** The IRI of an element or attribute name, under the namespaces in force. */
export function termOf(r: Reader, name: Name, at: number): number {
  if (name.term < 0) name.term = r.builder.iriText(`${name.prefix.namespace ?? ''}${name.local}`, at)
  return name.term
}

/** The number of the language in attribute `index`; 0 for an empty one. */
export function langOf(r: Reader, index: number): number {
  const { tag } = r
  const size = tag.ends[index] - tag.starts[index]
  if (size === 0) return 0
  const hash = tag.hashes[index]
  const known = size === 2 ? r.langs.get(hash) : undefined
  if (known !== undefined) return known
  const lang = internLang(r.builder.dictionary, valueText(r, index))
  if (size === 2) r.langs.set(hash, lang)
  return lang
}

/** The literal of the text gathered for a property. */
export function literalOf(r: Reader, frame: Frame): number {
  const { text } = r
  const { dictionary } = r.builder
  const run = text.state === 'run'
  const bytes = run ? r.bytes : text.spare.bytes
  const start = run ? text.start : 0
  const end = run ? text.end : text.spare.length
  const hash = run ? text.hash : hashBytes(bytes, start, end)
  if (frame.datatype >= 0) return intern(dictionary, LITERAL, bytes, start, end, hash, frame.datatype)
  if (frame.lang === 0) return intern(dictionary, LITERAL, bytes, start, end, hash)
  return intern(dictionary, LITERAL, bytes, start, end, hash, ID.langString, frame.lang)
}

/** The literal of attribute `index`, in the language in force. */
export function attributeLiteral(r: Reader, index: number, lang: number): number {
  const { tag } = r
  const { dictionary } = r.builder
  const bytes = tag.decoded[index] ? tag.spare.bytes : r.bytes
  const [start, end, hash] = [tag.starts[index], tag.ends[index], tag.hashes[index]]
  if (lang === 0) return intern(dictionary, LITERAL, bytes, start, end, hash)
  return intern(dictionary, LITERAL, bytes, start, end, hash, ID.langString, lang)
}
