// Strings with their language tag or datatype. A string without escapes is never copied before the dictionary does.
import { ID, intern, internLang, LITERAL } from '../dictionary.ts'
import { BYTE, CLASS, DIGIT, decode, LETTER, NAME, STRING_STOP } from './characters.ts'
import { escapeSize, readHex, readIri, writeUtf8 } from './iris.ts'
import { innerQuoteEnd, looksClosing, mendLongString, mendShortString } from './mend-string.ts'
import { NOT_A_NAME, readName } from './names.ts'
import { current, fault, HASH_SEED, hashOn, type Reader, skipSpace, withRoom } from './reader.ts'
import { recall, remember } from './spellings.ts'
import { words } from './words.ts'

/** Reads the literal whose opening quotation mark is the current byte; its term id. */
export function readLiteral(r: Reader, quote: 34 | 39): number {
  const { bytes, end } = r
  const at = r.pos
  if (bytes[at + 1] === quote && bytes[at + 2] === quote && !r.lines) return readLong(r, at, quote)
  let i = at + 1
  let h = HASH_SEED
  for (; i < end; i++) {
    const c = bytes[i]
    if ((CLASS[c] & STRING_STOP) !== 0 && (c === quote || (c !== BYTE.quote && c !== BYTE.apostrophe))) break
    h = Math.imul(h ^ c, 16777619)
  }
  if (i < end && bytes[i] === quote) {
    const next = i + 1 < end ? bytes[i + 1] : 0
    if (next === quote && looksClosing(bytes, i + 1)) {
      fault(r, i + 1, words.nothing, i + 2)
      return finish(r, bytes, at + 1, i, h, i + 2)
    }
    if ((CLASS[next] & NAME) === 0) return finish(r, bytes, at + 1, i, h, i + 1)
    const inner = innerQuoteEnd(r, i, quote)
    return inner < 0 ? finish(r, bytes, at + 1, i, h, i + 1) : readEscaped(r, at + 1, inner, inner + 1)
  }
  return readOddShort(r, at, i, quote)
}

/** A short string in which a backslash or a line break was met at `from`. */
function readOddShort(r: Reader, at: number, from: number, quote: 34 | 39): number {
  const { bytes, end } = r
  for (let i = from; i < end; i++) {
    const c = bytes[i]
    if (c === quote) return readEscaped(r, at + 1, i, i + 1)
    if (c === BYTE.newline || c === BYTE.return) break
    if (c === BYTE.backslash) i++
  }
  const mended = mendShortString(r, at, quote)
  return readEscaped(r, at + 1, mended.end, mended.after)
}

function readLong(r: Reader, at: number, quote: 34 | 39): number {
  const { bytes, end } = r
  let i = at + 3
  let h = HASH_SEED
  let escaped = false
  for (; i < end; i++) {
    const c = bytes[i]
    if (c === quote && bytes[i + 1] === quote && bytes[i + 2] === quote) break
    if (c === BYTE.backslash) {
      escaped = true
      i++
    } else if (!escaped) h = Math.imul(h ^ c, 16777619)
  }
  const opens = i < end && i + 3 < end && (CLASS[bytes[i + 3]] & NAME) !== 0
  if (i >= end || opens) {
    const mended = mendLongString(r, at, Math.min(i, end), quote)
    return readEscaped(r, at + 3, mended.end, mended.after)
  }
  if (escaped) return readEscaped(r, at + 3, i, i + 3)
  return finish(r, bytes, at + 3, i, h, i + 3)
}

/** The literal of bytes[start, stop) with its escapes resolved; `after` is the byte after the closing mark. */
function readEscaped(r: Reader, start: number, stop: number, after: number): number {
  r.textBytes = withRoom(r.textBytes, stop - start + 4)
  const { bytes } = r
  const out = r.textBytes
  let n = 0
  for (let i = start; i < stop; i++) {
    const c = bytes[i]
    if (c !== BYTE.backslash) {
      out[n++] = c
      continue
    }
    const size = escapeSize(bytes[i + 1])
    if (size > 0) {
      n = numericEscape(r, i, size, stop, n)
      i += escapeLength(bytes, i, size) - 1
      continue
    }
    const plain = simpleEscape(bytes[i + 1])
    if (plain < 0 || i + 1 >= stop) {
      fault(r, i, words.escape, Math.min(i + 2, stop))
      out[n++] = c
      continue
    }
    out[n++] = plain
    i++
  }
  return finish(r, out, 0, n, hashOn(HASH_SEED, out, 0, n), after)
}

/** `\t \b \n \r \f \" \' \\` by their letter, or -1. */
function simpleEscape(letter: number): number {
  const index = 'tbnrf"\'\\'.indexOf(String.fromCharCode(letter))
  return index < 0 ? -1 : '\t\b\n\r\f"\'\\'.charCodeAt(index)
}

/** Bytes that {@link numericEscape} takes: the escape, with its second half, or `\\u` alone when it is malformed. */
function escapeLength(bytes: Uint8Array, at: number, size: number): number {
  if (readHex(bytes, at + 2, size) < 0) return 2
  return size === 4 && pairOf(bytes, at) >= 0 ? 12 : size + 2
}

/** The character whose two halves are the escape at `at` and the next one (as Java writes them), or -1. */
function pairOf(bytes: Uint8Array, at: number): number {
  const high = readHex(bytes, at + 2, 4)
  if (high < 0xd800 || high > 0xdbff || bytes[at + 6] !== BYTE.backslash || bytes[at + 7] !== 117) return -1
  const low = readHex(bytes, at + 8, 4)
  return low < 0xdc00 || low > 0xdfff ? -1 : 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
}

/** Writes the character of the `\u` or `\U` escape at `at`; returns the new length of the output. */
function numericEscape(r: Reader, at: number, size: number, stop: number, n: number): number {
  const code = readHex(r.bytes, at + 2, size)
  const pair = size === 4 ? pairOf(r.bytes, at) : -1
  if (pair >= 0) return writeUtf8(r.textBytes, n, pair)
  if (code < 0) {
    fault(r, at, words.escape, Math.min(at + 2, stop))
    r.textBytes[n] = BYTE.backslash
    r.textBytes[n + 1] = r.bytes[at + 1]
    return n + 2
  }
  const lone = code >= 0xd800 && code <= 0xdfff
  if (lone) fault(r, at, words.escape, at + size + 2)
  return writeUtf8(r.textBytes, n, lone ? 0xfffd : code)
}

/** Interns the literal whose text is text[start, end), after reading the tag or datatype at `after`. */
function finish(
  r: Reader,
  text: Uint8Array,
  start: number,
  end: number,
  hash: number,
  after: number,
): number {
  r.pos = after
  const c = after < r.end ? r.bytes[after] : 0
  if (c === BYTE.at) {
    const lang = readLang(r)
    return intern(
      r.dictionary,
      LITERAL,
      text,
      start,
      end,
      hash,
      lang > 0 ? ID.langString : ID.xsdString,
      lang,
    )
  }
  let datatype: number = ID.xsdString
  if (c === BYTE.caret && r.bytes[after + 1] === BYTE.caret) datatype = readDatatype(r)
  return intern(r.dictionary, LITERAL, text, start, end, hash, datatype)
}

/** Reads the language tag whose `@` is the current byte; its number, or 0 (reported). */
function readLang(r: Reader): number {
  const { bytes, end } = r
  const at = r.pos
  let i = at + 1
  let h = Math.imul(HASH_SEED ^ BYTE.at, 16777619)
  let good = i < end && (CLASS[bytes[i]] & LETTER) !== 0
  let letters = true
  let part = 0
  for (; i < end; i++) {
    const c = bytes[i]
    if (c === BYTE.minus) {
      good &&= part > 0
      letters = false
      part = 0
    } else if ((CLASS[c] & LETTER) !== 0 || ((CLASS[c] & DIGIT) !== 0 && !letters)) part++
    else break
    h = Math.imul(h ^ c, 16777619)
  }
  const glued = i < end && (CLASS[bytes[i]] & NAME) !== 0
  r.pos = i
  if (!good || part === 0 || glued) {
    while (r.pos < end && (CLASS[bytes[r.pos]] & NAME) !== 0) r.pos++
    fault(r, at, words.language, r.pos)
    r.mended = r.pos
    return good && part > 0 ? internLang(r.dictionary, decode(bytes, at + 1, i)) : 0
  }
  const known = recall(r.spellings, bytes, at, i, h)
  if (known >= 0) return known
  const lang = internLang(r.dictionary, decode(bytes, at + 1, i))
  remember(r.spellings, at, i, h, lang)
  return lang
}

/** Reads the datatype after the `^^` at the current byte; its term id, xsd:string (reported) when there is none. */
function readDatatype(r: Reader): number {
  const at = r.pos
  r.pos += 2
  const c = r.lines ? current(r) : skipSpace(r)
  let datatype = -1
  if (c === BYTE.less) datatype = readIri(r)
  else if (!r.lines && c >= 0 && ((CLASS[c] & NAME) !== 0 || c === BYTE.colon)) datatype = readName(r)
  if (datatype >= 0) return datatype
  if (datatype === NOT_A_NAME || datatype === -1) fault(r, at, words.datatype, at + 2)
  r.mended = r.pos
  return ID.xsdString
}

/** The literal of bytes[start, stop) as it stands there; `after` is where its tag or datatype may follow. */
export function plainLiteral(r: Reader, start: number, stop: number, after: number): number {
  return finish(r, r.bytes, start, stop, hashOn(HASH_SEED, r.bytes, start, stop), after)
}

/** `"text" @sv` and `"text" ^^xsd:date`: the tag or datatype after a space, for the plain literal `term`. */
export function readSpacedSuffix(r: Reader, term: number): number {
  const d = r.dictionary
  const start = d.start[term]
  const stop = start + d.length[term]
  return finish(r, d.arena, start, stop, hashOn(HASH_SEED, d.arena, start, stop), r.pos)
}
