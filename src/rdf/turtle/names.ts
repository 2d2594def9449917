// Prefixed names and blank node labels. A name seen before costs one pass over its bytes.
import { BLANK, IRI, intern } from '../dictionary.ts'
import { knownNamespace } from '../prefixes.ts'
import {
  BYTE,
  CLASS,
  DIGIT,
  decode,
  GLUED,
  hexValue,
  isNameCharacter,
  isNameStart,
  NAME,
} from './characters.ts'
import { bareEnd, readBareIri } from './iris.ts'
import { fault, HASH_SEED, hashOn, type Namespace, type Reader, withRoom } from './reader.ts'
import { recall, remember } from './spellings.ts'
import { words } from './words.ts'

/** Characters that may follow a backslash in a local name. */
const LOCAL_ESCAPES = "_~.-!$&'()*+,;=/?#@%"

/** Result of {@link readName}: the text here is a word without a colon. Nothing was read or reported. */
export const NOT_A_NAME = -2

/** Reads a prefixed name; its term id, or {@link NOT_A_NAME}. */
export function readName(r: Reader): number {
  const { bytes, end } = r
  const start = r.pos
  let i = start
  let h = HASH_SEED
  let c = 0
  for (; i < end; i++) {
    c = bytes[i]
    if ((CLASS[c] & NAME) === 0 && (c !== BYTE.dot || !nameGoesOn(bytes, i))) break
    h = Math.imul(h ^ c, 16777619)
  }
  if (i === end || c !== BYTE.colon) return NOT_A_NAME
  const colon = i
  let odd = false
  for (; i < end; i++) {
    c = bytes[i]
    if ((CLASS[c] & NAME) === 0 && c !== BYTE.colon) {
      if (c === BYTE.percent) odd = true
      else if (c === BYTE.backslash && i + 1 < end) {
        odd = true
        h = Math.imul(h ^ c, 16777619)
        c = bytes[++i]
      } else if (c !== BYTE.dot || !nameGoesOn(bytes, i)) break
    }
    h = Math.imul(h ^ c, 16777619)
  }
  if (i < end && (CLASS[c] & GLUED) !== 0) return readGlued(r, start, colon, i)
  r.pos = i
  const known = recall(r.spellings, bytes, start, i, h)
  if (known >= 0) return known
  const id = resolveName(r, start, colon, odd)
  remember(r.spellings, start, i, h, id)
  return id
}

/** True when the dots at `at` belong to the name because more of it follows. */
function nameGoesOn(bytes: Uint8Array, at: number): boolean {
  let i = at + 1
  while (bytes[i] === BYTE.dot) i++
  if (i >= bytes.length) return false
  const c = bytes[i]
  return (CLASS[c] & NAME) !== 0 || c === BYTE.colon || c === BYTE.percent || c === BYTE.backslash
}

/** `http://…` without brackets, or a slash in a name: one word that should have been an IRI. */
function readGlued(r: Reader, start: number, colon: number, glue: number): number {
  const space = r.namespaces.get(decode(r.bytes, start, colon))
  const address = r.bytes[colon + 1] === BYTE.slash && r.bytes[colon + 2] === BYTE.slash
  if (address || !space) return readBareIri(r, start)
  const stop = Math.max(bareEnd(r.bytes, start), glue)
  fault(r, start, words.fullAddress, stop)
  r.pos = r.mended = stop
  return joined(r, space, copyLocal(r, space, colon + 1, stop, false), start)
}

function resolveName(r: Reader, start: number, colon: number, odd: boolean): number {
  const end = r.pos
  const prefix = decode(r.bytes, start, colon)
  if (!isWellFormed(r.bytes, start, colon, end)) fault(r, start, words.name, end)
  const space = r.namespaces.get(prefix) ?? undeclared(r, prefix, start, end)
  return joined(r, space, copyLocal(r, space, colon + 1, end, odd), start)
}

function joined(r: Reader, space: Namespace, length: number, at: number): number {
  const h = hashOn(space.hash, r.nameBytes, space.bytes.length, length)
  if (space.trusted) return r.builder.iri(r.nameBytes, 0, length, h, at)
  return intern(r.dictionary, IRI, r.nameBytes, 0, length, h)
}

/** Writes namespace and local name to nameBytes; returns the length. */
function copyLocal(r: Reader, space: Namespace, start: number, end: number, odd: boolean): number {
  r.nameBytes = withRoom(r.nameBytes, space.bytes.length + end - start)
  const { bytes, nameBytes: out } = r
  let n = space.bytes.length
  out.set(space.bytes)
  for (let i = start; i < end; i++) {
    if (odd && bytes[i] === BYTE.backslash) i++
    out[n++] = bytes[i]
  }
  return n
}

/** The namespace of a prefix that nobody declared: reported once, then taken as known or as the prefix itself. */
function undeclared(r: Reader, prefix: string, at: number, end: number): Namespace {
  r.builder.problems.push({ rule: 'syntax-turtle-prefix', at, end, params: { prefix } })
  const known = knownNamespace(prefix)
  const space = known === undefined ? namespace(`${prefix}:`, false) : namespace(known, true)
  r.namespaces.set(prefix, space)
  return space
}

/** A namespace from its IRI. */
export function namespace(iri: string, trusted: boolean): Namespace {
  const bytes = new TextEncoder().encode(iri)
  return { bytes, hash: hashOn(HASH_SEED, bytes, 0, bytes.length), trusted }
}

/** The grammar of PNAME_LN beyond what the scan decides. */
function isWellFormed(bytes: Uint8Array, start: number, colon: number, end: number): boolean {
  const prefix = decode(bytes, start, colon)
  if (prefix !== '' && !isNameStart(prefix.codePointAt(0)!)) return false
  if (!allNameCharacters(prefix, '.')) return false
  if (colon + 1 === end) return true
  const local = decode(bytes, colon + 1, end)
  const bare = local.replace(/%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]/g, '_')
  const first = bare.codePointAt(0)!
  if (!isNameStart(first) && !/[\d_:]/.test(bare[0])) return false
  return allNameCharacters(bare, '.:') && escapesAreGood(local)
}

function escapesAreGood(local: string): boolean {
  for (let i = local.indexOf('\\'); i >= 0; i = local.indexOf('\\', i + 2))
    if (!LOCAL_ESCAPES.includes(local[i + 1] ?? ' ')) return false
  return true
}

function allNameCharacters(text: string, extra: string): boolean {
  for (const character of text)
    if (!extra.includes(character) && !isNameCharacter(character.codePointAt(0)!)) return false
  return true
}

/** Reads a blank node label whose `_` is the current byte; its term id, or -1 (reported). */
export function readBlank(r: Reader): number {
  const { bytes, end } = r
  const at = r.pos
  if (bytes[at + 1] !== BYTE.colon) return NOT_A_NAME
  let i = at + 2
  let h = HASH_SEED
  let beyond = false
  for (; i < end; i++) {
    const c = bytes[i]
    if ((CLASS[c] & NAME) === 0) {
      if (c === BYTE.dot ? !nameGoesOn(bytes, i) : !(r.lines && c === BYTE.colon)) break
    } else if (c > 127) beyond = true
    h = Math.imul(h ^ c, 16777619)
  }
  r.pos = i
  if (i === at + 2 || !isLabel(bytes, at + 2, i, beyond)) {
    fault(r, at, words.blankLabel, Math.max(i, at + 2))
    if (i === at + 2) return -1
  }
  return intern(r.dictionary, BLANK, bytes, at + 2, i, h)
}

function isLabel(bytes: Uint8Array, start: number, end: number, beyond: boolean): boolean {
  if (bytes[start] === BYTE.minus || bytes[start] === BYTE.dot) return false
  if (!beyond) return true
  const label = decode(bytes, start, end)
  const first = label.codePointAt(0)!
  return (first < 128 || isNameStart(first)) && allNameCharacters(label, '.:')
}

/** True when a hexadecimal digit or decimal digit could begin a number here. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && (CLASS[byte] & DIGIT) !== 0
}

export { hexValue }
