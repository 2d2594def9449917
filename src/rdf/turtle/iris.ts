// IRIs between angle brackets: the quick scan, escapes, references relative to a base, and the usual slips.
// What is wrong inside the brackets is left to the builder to report; here only the brackets matter.
import { iriFault, resolveIri } from '../iri.ts'
import { BYTE, CLASS, decode, hexValue, IRI_STOP, LETTER, NAME, SPACE } from './characters.ts'
import { current, fault, HASH_SEED, hashOn, lineEnd, type Reader, withRoom } from './reader.ts'
import { recall, remember } from './spellings.ts'
import { unsupportedAt } from './unsupported.ts'
import { words } from './words.ts'

/** Reads the IRI whose `<` is the current byte; its term id, or -1 (reported) when there is none. */
export function readIri(r: Reader): number {
  const { bytes, end } = r
  const open = r.pos
  let i = open + 1
  let h = HASH_SEED
  let c = 0
  while (i < end && (CLASS[(c = bytes[i])] & IRI_STOP) === 0) {
    h = Math.imul(h ^ c, 16777619)
    i++
  }
  if (i === end || c !== BYTE.greater) return readOddIri(r, open)
  r.pos = i + 1
  if (r.base !== '' && !hasScheme(bytes, open + 1, i)) return relativeIri(r, open, i, h)
  return r.builder.iri(bytes, open + 1, i, h, open)
}

/** True when bytes[start, end) begins with a scheme and a colon. */
export function hasScheme(bytes: Uint8Array, start: number, end: number): boolean {
  if (start >= end || (CLASS[bytes[start]] & LETTER) === 0) return false
  for (let i = start + 1; i < end; i++) {
    const c = bytes[i]
    if (c === BYTE.colon) return true
    if (c >= 128 || c === BYTE.underscore) return false
    if ((CLASS[c] & NAME) === 0 && c !== BYTE.plus && c !== BYTE.dot) return false
  }
  return false
}

function relativeIri(r: Reader, open: number, close: number, hash: number): number {
  const known = recall(r.spellings, r.bytes, open, close + 1, hash)
  if (known >= 0) return known
  const id = resolved(r, decode(r.bytes, open + 1, close), open)
  remember(r.spellings, open, close + 1, hash, id)
  return id
}

/** The term id of a relative reference resolved against the base; how it was written is reported. */
function resolved(r: Reader, iri: string, at: number): number {
  const before = r.dictionary.count
  const id = r.builder.iriText(resolveIri(iri, r.base), at)
  reportRelative(r, iri, at, r.dictionary.count !== before)
  return id
}

function reportRelative(r: Reader, iri: string, at: number, isNew: boolean): void {
  const problem = { at, params: { iri } }
  if (!r.baseDeclared) {
    if (isNew && iriFault(iri) === 'relative') r.builder.problems.push({ rule: 'iri-relative', ...problem })
  } else if (!r.baseReported) {
    r.baseReported = true
    r.builder.problems.push({ rule: 'iri-relative-base', ...problem })
  }
}

/** The absolute form of an IRI that is a namespace or a base; a fault in it is reported at `at`. */
export function absoluteIri(r: Reader, iri: string, at: number): { iri: string; faulty: boolean } {
  const problem = iriFault(iri)
  if (problem === 'relative' && r.base !== '') {
    reportRelative(r, iri, at, true)
    return { iri: resolveIri(iri, r.base), faulty: false }
  }
  if (problem) r.builder.problems.push({ rule: `iri-${problem}`, at, params: { iri } })
  return { iri, faulty: problem !== undefined }
}

/** The text of the IRI whose `<` is the current byte, escapes resolved, for namespaces and bases; undefined when none. */
export function readIriText(r: Reader): string | undefined {
  const open = r.pos
  const close = findClose(r, open)
  if (close < 0) return undefined
  r.pos = close + 1
  const length = unescapeIri(r, open + 1, close)
  return decode(r.nameBytes, 0, length)
}

function readOddIri(r: Reader, open: number): number {
  if (r.bytes[open + 1] === BYTE.less) return readDoubled(r, open)
  const close = findClose(r, open)
  if (close < 0) return readUnclosedIri(r, open)
  const length = unescapeIri(r, open + 1, close)
  r.pos = close + 1
  return iriFromText(r, length, open)
}

/** `<<` begins a quoted triple, or an IRI with one `<` too many. */
function readDoubled(r: Reader, open: number): number {
  const stop = bareEnd(r.bytes, open)
  const isIri = (CLASS[r.bytes[open + 2]] & LETTER) !== 0 && r.bytes[stop - 1] === BYTE.greater
  if (!isIri) return unsupportedAt(r, open)
  fault(r, open, words.oneAngle, stop)
  r.pos = open + 1
  const id = readIri(r)
  r.pos = r.mended = stop
  return id
}

/** The term of the IRI in nameBytes[0, length), written at `at`. */
function iriFromText(r: Reader, length: number, at: number): number {
  const text = r.nameBytes
  if (r.base !== '' && !hasScheme(text, 0, length)) return resolved(r, decode(text, 0, length), at)
  return r.builder.iri(text, 0, length, hashOn(HASH_SEED, text, 0, length), at)
}

/** The `>` that ends an IRI on the line of its `<`, or -1 when another IRI begins or the line ends before it. */
function findClose(r: Reader, open: number): number {
  const { bytes, end } = r
  let blank = false
  for (let i = open + 1; i < end; i++) {
    const c = bytes[i]
    if (c === BYTE.greater) return bytes[i + 1] === BYTE.greater ? i + 1 : i
    if (c === BYTE.newline || c === BYTE.return || (c === BYTE.less && blank)) return -1
    if ((CLASS[c] & SPACE) !== 0) blank = true
  }
  return -1
}

function readUnclosedIri(r: Reader, open: number): number {
  const stop = bareEnd(r.bytes, open + 1)
  if (stop === open + 1) {
    fault(r, open, words.closingAngle)
    r.pos = stop
    return -1
  }
  fault(r, open, words.closingAngle, stop)
  r.pos = r.mended = stop
  return iriFromText(r, unescapeIri(r, open + 1, stop), open)
}

/** End of a word that runs to white space, without the separator that may cling to it. */
export function bareEnd(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && (CLASS[bytes[i]] & SPACE) === 0) i++
  while (i > from && isClinging(bytes[i - 1])) i--
  return i
}

function isClinging(c: number): boolean {
  return c === BYTE.dot || c === BYTE.semicolon || c === BYTE.comma || c === BYTE.closeBracket
}

/** Reads an address without angle brackets, from `from` to white space, as the IRI it must be meant as. */
export function readBareIri(r: Reader, from: number): number {
  const stop = bareEnd(r.bytes, from)
  fault(r, from, words.address, stop)
  r.pos = r.mended = stop
  return r.builder.iri(r.bytes, from, stop, hashOn(HASH_SEED, r.bytes, from, stop), from)
}

/** Copies bytes[start, end) to nameBytes with `\u` and `\U` resolved; other backslashes stay. Returns the length. */
function unescapeIri(r: Reader, start: number, end: number): number {
  r.nameBytes = withRoom(r.nameBytes, end - start + 4)
  const { bytes, nameBytes: out } = r
  let n = 0
  for (let i = start; i < end; i++) {
    const size = bytes[i] === BYTE.backslash ? escapeSize(bytes[i + 1]) : 0
    const code = size > 0 ? readHex(bytes, i + 2, size) : -1
    if (code >= 0) {
      n = writeUtf8(out, n, code)
      i += size + 1
    } else out[n++] = bytes[i]
  }
  return n
}

/** How many hexadecimal digits follow `\u` or `\U`; 0 for another letter. */
export function escapeSize(letter: number): number {
  return letter === 117 ? 4 : letter === 85 ? 8 : 0
}

/** The number written in `size` hexadecimal digits, or -1 when they are not or stand for no character. */
export function readHex(bytes: Uint8Array, from: number, size: number): number {
  let code = 0
  for (let i = 0; i < size; i++) {
    const value = from + i < bytes.length ? hexValue(bytes[from + i]) : -1
    if (value < 0) return -1
    code = code * 16 + value
  }
  return code > 0x10ffff ? -1 : code
}

/** Writes a code point as UTF-8 at `n`; returns the position after it. */
export function writeUtf8(out: Uint8Array, n: number, code: number): number {
  let w = n
  if (code < 0x80) {
    out[w++] = code
    return w
  }
  if (code < 0x800) out[w++] = 0xc0 | (code >> 6)
  else {
    if (code < 0x10000) out[w++] = 0xe0 | (code >> 12)
    else {
      out[w++] = 0xf0 | (code >> 18)
      out[w++] = 0x80 | ((code >> 12) & 63)
    }
    out[w++] = 0x80 | ((code >> 6) & 63)
  }
  out[w++] = 0x80 | (code & 63)
  return w
}

/** End of the line the current byte is on. */
export function restOfLine(r: Reader): number {
  return current(r) === -1 ? r.end : lineEnd(r.bytes, r.pos)
}
