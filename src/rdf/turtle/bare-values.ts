// Values without quotation marks: numbers, true and false, and the words and dates that should have had them.
import { ID, intern, internLang, internString, LITERAL } from '../dictionary.ts'
import { BYTE, CLASS, decode, isSpaceOrEnd, NAME, SPACE } from './characters.ts'
import { plainLiteral } from './literals.ts'
import { looksClosing } from './mend-string.ts'
import { isDigit } from './names.ts'
import { fault, HASH_SEED, hashOn, lineEnd, type Reader } from './reader.ts'
import { words } from './words.ts'

/** Reads the number that begins at the current byte (a digit, a sign or a dot); its term id, or -1 (reported). */
export function readNumber(r: Reader): number {
  const { bytes } = r
  const start = r.pos
  let i = start
  if (bytes[i] === BYTE.plus || bytes[i] === BYTE.minus) i++
  const whole = i
  while (isDigit(bytes[i])) i++
  let digits = i - whole
  let type: number = ID.integer
  if (bytes[i] === BYTE.dot && (isDigit(bytes[i + 1]) || (digits > 0 && exponentEnd(bytes, i + 1) > 0))) {
    type = ID.decimal
    const fraction = ++i
    while (isDigit(bytes[i])) i++
    digits += i - fraction
  }
  const exponent = digits > 0 ? exponentEnd(bytes, i) : 0
  if (exponent > 0) {
    type = ID.double
    i = exponent
  }
  const next = i < r.end ? bytes[i] : 0
  if (digits === 0 || (CLASS[next] & NAME) !== 0 || next === BYTE.colon) return readBareText(r)
  r.pos = i
  return intern(r.dictionary, LITERAL, bytes, start, i, hashOn(HASH_SEED, bytes, start, i), type)
}

/** End of the exponent that begins at `at`, or 0 when there is none. */
function exponentEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 69 && bytes[at] !== 101) return 0
  let i = at + 1
  if (bytes[i] === BYTE.plus || bytes[i] === BYTE.minus) i++
  const first = i
  while (isDigit(bytes[i])) i++
  return i > first ? i : 0
}

/** Reads `true`, `false`, or text whose quotation marks were forgotten (reported); its term id. */
export function readWord(r: Reader): number {
  const { bytes } = r
  const start = r.pos
  const length = isExactly(bytes, start, 'true') ? 4 : isExactly(bytes, start, 'false') ? 5 : 0
  if (length === 0) {
    const curly = readCurlyText(r)
    return curly < 0 ? readBareText(r) : curly
  }
  const stop = start + length
  r.pos = stop
  return intern(r.dictionary, LITERAL, bytes, start, stop, hashOn(HASH_SEED, bytes, start, stop), ID.boolean)
}

function isExactly(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  const next = bytes[at + word.length]
  return next === undefined || (CLASS[next] & NAME) === 0
}

const CURLY = /^[“”„‘’](.*?)[“”’](?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?(?=\s*(?:[;,.\])]|$))/

/** Reads text inside curly quotation marks (reported), as from a word processor; its term id, or -1 when it is not that. */
function readCurlyText(r: Reader): number {
  if (r.bytes[r.pos] !== 0xe2 || r.bytes[r.pos + 1] !== 0x80) return -1
  const start = r.pos
  const found = CURLY.exec(decode(r.bytes, start, lineEnd(r.bytes, start)))
  if (!found) return -1
  const [whole, text, tag] = found
  r.pos = r.mended = start + Buffer.byteLength(whole)
  fault(r, start, words.straightQuotes, r.pos)
  const d = r.dictionary
  if (tag === undefined) return internString(d, LITERAL, text, ID.xsdString)
  return internString(d, LITERAL, text, ID.langString, internLang(d, tag))
}

/** Takes what stands before the next separator or the end of the line as the text of a plain literal. */
function readBareText(r: Reader): number {
  const { bytes, end } = r
  const start = r.pos
  let i = start
  while (i < end && bytes[i] !== BYTE.newline && bytes[i] !== BYTE.return && !separates(bytes, i)) i++
  while (i > start + 1 && (CLASS[bytes[i - 1]] & SPACE) !== 0) i--
  if (i === start) i++
  fault(r, start, words.quoted, i)
  if (bytes[i] === BYTE.quote && looksClosing(bytes, i)) return plainLiteral(r, start, i, i + 1)
  r.pos = r.mended = i
  return intern(r.dictionary, LITERAL, bytes, start, i, hashOn(HASH_SEED, bytes, start, i))
}

function separates(bytes: Uint8Array, at: number): boolean {
  const c = bytes[at]
  if (c === BYTE.quote || c === BYTE.less || c === BYTE.closeBracket || c === BYTE.closeParen) return true
  if (c !== BYTE.semicolon && c !== BYTE.comma && c !== BYTE.dot) return false
  return isSpaceOrEnd(bytes[at + 1])
}
