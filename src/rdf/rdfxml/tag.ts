// One start tag: its name, its attributes and the namespaces it declares. Values that need no decoding stay in
// the document; the others go to the tag's spare buffer. XML 1.0 §3.1, §3.3.3.
import { HASH_SEED, hashBytes } from '../dictionary.ts'
import {
  AMP,
  APOSTROPHE,
  CR,
  decode,
  EQUALS,
  FORBIDDEN,
  GT,
  IS_SPACE,
  LF,
  LT,
  NAME_PART,
  NAME_START,
  pushByte,
  QUOTE,
  SLASH,
  SPACE_BYTE,
  skipSpace,
  VALUE_STOP,
} from './bytes.ts'
import { assume, declare, type Name, nameAt, usualNamespaces } from './names.ts'
import { readReference, reportControl } from './references.ts'
import { type Reader, ROLE, report, reportOnce, type Tag } from './state.ts'
import { xmlReasons } from './words.ts'

/** Reads the start tag at the position into `r.tag`; false when the document ends inside it. */
export function readTag(r: Reader): boolean {
  const { bytes, end, tag, names } = r
  tag.at = r.pos
  tag.count = 0
  tag.spare.length = 0
  tag.scope = names.scope.length
  names.tag++
  tag.name = readName(r, r.pos + 1)
  for (;;) {
    const from = r.pos
    const i = skipSpace(bytes, from, end)
    if (i >= end) break
    const c = bytes[i]
    if (c === GT) return finish(r, i + 1, false)
    if (c === SLASH && bytes[i + 1] === GT) return finish(r, i + 2, true)
    if (NAME_START[c] === 1) readAttribute(r, i, i > from)
    else if (c === LT) {
      // A property with attributes most likely lacks `/>`, any other element `>`.
      report(r, tag.at, xmlReasons.openTag(nameText(r, tag.name)))
      return finish(r, i, tag.count > 0 && r.stack[r.depth].role === ROLE.node)
    } else {
      if (i + 1 < end) reportOnce(r, `tag ${tag.at}`, i, xmlReasons.strayInTag(nameText(r, tag.name)))
      r.pos = i + 1
    }
  }
  r.pos = end
  return false
}

/** A name as written. */
export function nameText(r: Reader, name: Name): string {
  return decode(r.bytes, name.start, name.start + name.length)
}

function finish(r: Reader, pos: number, empty: boolean): boolean {
  r.tag.empty = empty
  r.pos = pos
  return true
}

function readName(r: Reader, start: number): Name {
  const { bytes, end } = r
  let i = start
  let h = HASH_SEED
  while (i < end) {
    const c = bytes[i]
    if (NAME_PART[c] === 0) break
    h = Math.imul(h ^ c, 16777619)
    i++
  }
  r.pos = i
  const name = nameAt(r.names, bytes, start, i, h)
  if (!name.wellFormed) reportOnce(r, `name ${name.start}`, start, xmlReasons.name(nameText(r, name)))
  return name
}

function readAttribute(r: Reader, at: number, spaced: boolean): void {
  const { bytes, end, tag } = r
  const name = readName(r, at)
  if (!spaced) report(r, at, xmlReasons.attributeSpace(nameText(r, name)))
  let i = r.pos
  if (bytes[i] !== EQUALS) i = skipSpace(bytes, i, end)
  if (bytes[i] !== EQUALS) {
    if (i < end) report(r, at, xmlReasons.attributeValue(nameText(r, name)))
    return
  }
  i++
  if (bytes[i] !== QUOTE) i = skipSpace(bytes, i, end)
  const index = tag.count
  tag.ats[index] = at
  tag.names[index] = name
  if (bytes[i] === QUOTE || bytes[i] === APOSTROPHE) readValue(r, i, index)
  else readUnquoted(r, i, index)
  if (name.tag === r.names.tag) {
    report(r, at, xmlReasons.duplicate(nameText(r, name)))
    return
  }
  name.tag = r.names.tag
  if (name.declares) declareNamespace(r, index)
  else tag.count++
}

function readValue(r: Reader, open: number, index: number): void {
  const { bytes, end, tag } = r
  const quote = bytes[open]
  const start = open + 1
  let i = start
  let h = HASH_SEED
  while (i < end) {
    const c = bytes[i]
    if (VALUE_STOP[c] === 1 && (c === quote || (c !== QUOTE && c !== APOSTROPHE))) break
    h = Math.imul(h ^ c, 16777619)
    i++
  }
  if (bytes[i] !== quote) {
    decodeValue(r, open, index)
    return
  }
  tag.starts[index] = start
  tag.ends[index] = i
  tag.hashes[index] = h
  tag.decoded[index] = false
  r.pos = i + 1
}

/** The slow way: references, line ends, and a closing quotation mark that somebody forgot. */
function decodeValue(r: Reader, open: number, index: number): void {
  const { bytes, end, tag } = r
  const { spare } = tag
  const quote = bytes[open]
  const start = spare.length
  let tagEnd = -1
  let lengthAtTagEnd = 0
  let sawLess = false
  let i = open + 1
  while (i < end && bytes[i] !== quote) {
    const c = bytes[i]
    if (c === LT && tagEnd >= 0 && !sawLess) break
    if (c === LT && !sawLess) {
      sawLess = true
      report(r, i, xmlReasons.lessThan)
    }
    if (c === GT && tagEnd < 0) {
      tagEnd = i
      lengthAtTagEnd = spare.length
    }
    if (c === AMP) i = readReference(r, i, spare)
    else if (c < SPACE_BYTE) i = readSpace(r, i)
    else {
      pushByte(spare, c)
      i++
    }
  }
  if (i < end && bytes[i] === LT) {
    report(r, tag.ats[index], xmlReasons.openQuote(nameText(r, tag.names[index])))
    const slash = bytes[tagEnd - 1] === SLASH
    spare.length = slash ? lengthAtTagEnd - 1 : lengthAtTagEnd
    r.pos = slash ? tagEnd - 1 : tagEnd
  } else r.pos = i < end ? i + 1 : end
  setDecoded(tag, index, start)
}

function readSpace(r: Reader, i: number): number {
  const c = r.bytes[i]
  if (FORBIDDEN[c] === 1) reportControl(r, i, c)
  pushByte(r.tag.spare, FORBIDDEN[c] === 1 ? c : SPACE_BYTE)
  return c === CR && r.bytes[i + 1] === LF ? i + 2 : i + 1
}

function setDecoded(tag: Tag, index: number, start: number): void {
  const { spare } = tag
  tag.starts[index] = start
  tag.ends[index] = spare.length
  tag.hashes[index] = hashBytes(spare.bytes, start, spare.length)
  tag.decoded[index] = true
}

function readUnquoted(r: Reader, from: number, index: number): void {
  const { bytes, end, tag } = r
  report(r, tag.ats[index], xmlReasons.attributeValue(nameText(r, tag.names[index])))
  const start = tag.spare.length
  let i = from
  while (i < end && IS_SPACE[bytes[i]] === 0 && bytes[i] !== GT && bytes[i] !== LT) {
    if (bytes[i] === SLASH && bytes[i + 1] === GT) break
    pushByte(tag.spare, bytes[i++])
  }
  setDecoded(tag, index, start)
  r.pos = i
}

/** The value of attribute `index` as a string. */
export function valueText(r: Reader, index: number): string {
  const { tag } = r
  return decode(tag.decoded[index] ? tag.spare.bytes : r.bytes, tag.starts[index], tag.ends[index])
}

function declareNamespace(r: Reader, index: number): void {
  const name = r.tag.names[index]
  const at = r.tag.ats[index]
  const iri = valueText(r, index)
  const prefix = name.prefixed ? name.local : ''
  if (prefix === 'xml' || prefix === 'xmlns') {
    if (prefix === 'xmlns') report(r, at, xmlReasons.reservedPrefix(prefix))
    return
  }
  if (iri === '' && prefix !== '') report(r, at, xmlReasons.prefixIri(prefix))
  declare(r.names, prefix, iri === '' ? undefined : iri)
  if (iri !== '' && !r.builder.prefixes.has(prefix)) r.builder.prefixes.set(prefix, iri)
}

/** Reports an undeclared prefix; where it is a usual one, its usual namespace is assumed from here on. */
export function undeclared(r: Reader, name: Name, at: number): boolean {
  const { prefix } = name
  if (!name.wellFormed) return false
  const iri = usualNamespaces.get(prefix.text)
  reportOnce(r, `prefix ${prefix.text}`, at, xmlReasons.prefix(prefix.text, iri))
  return assume(r.names, prefix)
}
