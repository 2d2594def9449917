// Guesses where a string was meant to end when its closing quotation mark is missing or comes too early,
// so that one forgotten mark costs one problem and not the rest of the file.
import { BYTE, CLASS, LETTER, SPACE } from './characters.ts'
import { fault, lineEnd, type Reader } from './reader.ts'
import { words } from './words.ts'

/** Where the text of a string ends and where reading goes on. */
interface Mended {
  readonly end: number
  readonly after: number
}

/** The end of a short string that began at `at` and is not closed on its line. */
export function mendShortString(r: Reader, at: number, quote: 34 | 39): Mended {
  const stop = lineEnd(r.bytes, at)
  const close = r.lines ? -1 : nextQuote(r, stop, quote)
  if (close >= 0 && looksClosing(r.bytes, close)) {
    fault(r, at, words.longQuotes, stop)
    return { end: close, after: close + 1 }
  }
  fault(r, at, words.closingQuote, stop)
  return cutAtLine(r, at + 1, stop)
}

/** The end of a long string that began at `at`: `limit` is where it seems to end (another string, or the text). */
export function mendLongString(r: Reader, at: number, limit: number, quote: 34 | 39): Mended {
  const { bytes } = r
  fault(r, at, words.closingLongQuotes, Math.min(lineEnd(bytes, at), limit))
  const stop = textEnd(bytes, at, limit)
  for (let i = bytes.indexOf(quote, at + 3); i >= 0 && i < stop; i = bytes.indexOf(quote, i + 1)) {
    const last = bytes[i + 1] === quote ? i + 1 : i
    if (looksClosing(bytes, last) && endsLine(bytes, last + 1)) return { end: i, after: last + 1 }
    i = last
  }
  return cutAtLine(r, at + 3, stop)
}

/** A line that is Turtle and not prose: a predicate or subject and what follows it, a bracket, a directive. */
const STATEMENT_LINE =
  /^(?:\s*(?:[\w-]*:[\w.-]+|<[^<>\s]+>|a)\s+(?:["'<[(]|a\s|[\w-]*:)|\s*[\].;]\s*[;.,]?\s*$|@[a-z])/

/** The end of the last line of prose after `at`, no further than `limit`. */
function textEnd(bytes: Uint8Array, at: number, limit: number): number {
  let stop = Math.min(lineEnd(bytes, at), limit)
  while (stop < limit) {
    const next = Math.min(lineEnd(bytes, stop + 1), limit)
    if (STATEMENT_LINE.test(lineText(bytes, stop + 1, Math.min(next, stop + 300)))) break
    stop = next
  }
  while (stop > at + 3 && (CLASS[bytes[stop - 1]] & SPACE) !== 0) stop--
  return stop
}

/** `"the "word" inside"`: the mark on the same line that really closes the string, or -1 when none does. */
export function innerQuoteEnd(r: Reader, early: number, quote: 34 | 39): number {
  const stop = lineEnd(r.bytes, early)
  for (let i = early + 1; i < stop; i++) {
    if (r.bytes[i] !== quote || !looksClosing(r.bytes, i)) continue
    fault(r, early, words.escapedQuote, Math.min(early + 1, r.end))
    return i
  }
  return -1
}

function nextQuote(r: Reader, from: number, quote: 34 | 39): number {
  if (from >= r.noMore[quote]) return -1
  const found = r.bytes.indexOf(quote, from)
  if (found < 0) r.noMore[quote] = from
  return found
}

/** True when what follows the quotation mark at `at` is what follows the end of a string. */
export function looksClosing(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1]
  if (next === undefined) return true
  if (next === BYTE.at) return (CLASS[bytes[at + 2]] & LETTER) !== 0
  if (next === BYTE.caret) return bytes[at + 2] === BYTE.caret
  let i = at + 1
  while (bytes[i] === 32 || bytes[i] === 9) i++
  const c = bytes[i]
  if (c === undefined || c === BYTE.newline || c === BYTE.return) return (CLASS[bytes[at - 1]] & SPACE) === 0
  if (c === BYTE.closeBracket || c === BYTE.closeParen) return true
  if (c !== BYTE.semicolon && c !== BYTE.comma && c !== BYTE.dot) return false
  return bytes[i + 1] === undefined || (CLASS[bytes[i + 1]] & SPACE) !== 0
}

/** True when after a tag or datatype at `from` only a separator stands before the line ends. */
function endsLine(bytes: Uint8Array, from: number): boolean {
  const rest = lineText(bytes, from, Math.min(lineEnd(bytes, from), from + 200))
  return /^(?:@[A-Za-z0-9-]+|\^\^\S+?)?\s*[;,.\])\s]*$/.test(rest)
}

/** A string that ends with its line: without the separator, and without the tag or datatype before that. */
function cutAtLine(r: Reader, from: number, stop: number): Mended {
  const line = Math.max(from, r.bytes.lastIndexOf(BYTE.newline, stop - 1) + 1)
  const rest = lineText(r.bytes, line, stop)
  const separator = /\s*(?:[;,]|\s\.)\s*$/.exec(rest)
  const body = separator ? rest.slice(0, separator.index) : rest.trimEnd()
  const suffix = /(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^(?:<[^<>\s]*>|[\w.-]*:[\w.-]+))$/.exec(body)
  const at = line + (suffix ? suffix.index : body.length)
  r.mended = line + body.length
  return { end: at, after: at }
}

function lineText(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(end - start, 0)).toString('latin1')
}
