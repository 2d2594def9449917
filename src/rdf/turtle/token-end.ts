// Where a token ends, found without knowing what comes before: for code frames and for skipping over bad text.
import { BYTE, CLASS, IRI_STOP, LETTER, NAME, SPACE } from './characters.ts'

/** Byte offset just after the Turtle token that begins at `start`; at least start + 1 unless the text ends. */
export function turtleTokenEnd(bytes: Uint8Array, start: number): number {
  if (start >= bytes.length) return bytes.length
  const c = bytes[start]
  if (c === BYTE.less) return iriEnd(bytes, start)
  if (c === BYTE.quote || c === BYTE.apostrophe) return literalEnd(bytes, start, c)
  if (c === BYTE.at) return wordEnd(bytes, start + 1)
  if ((CLASS[c] & NAME) !== 0 || c === BYTE.colon) return wordEnd(bytes, start)
  if (c === BYTE.plus || (c === BYTE.dot && isNumberPart(bytes[start + 1]))) return wordEnd(bytes, start + 1)
  return start + 1
}

function isNumberPart(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57
}

function iriEnd(bytes: Uint8Array, start: number): number {
  let blank = -1
  for (let i = start + 1; i < bytes.length; i++) {
    const c = bytes[i]
    if ((CLASS[c] & IRI_STOP) === 0) continue
    if (c === BYTE.greater) return i + 1
    if (c === BYTE.newline || c === BYTE.return) return blank < 0 ? i : blank
    if (c === BYTE.less && blank >= 0) return blank
    if ((CLASS[c] & SPACE) !== 0 && blank < 0) blank = i
  }
  return blank < 0 ? bytes.length : blank
}

function literalEnd(bytes: Uint8Array, start: number, quote: number): number {
  const long = bytes[start + 1] === quote && bytes[start + 2] === quote
  const close = long ? longClose(bytes, start + 3, quote) : shortClose(bytes, start + 1, quote)
  if (bytes[close] === BYTE.at && (CLASS[bytes[close + 1]] & LETTER) !== 0) return wordEnd(bytes, close + 1)
  if (bytes[close] !== BYTE.caret || bytes[close + 1] !== BYTE.caret) return close
  if (bytes[close + 2] === BYTE.less) return iriEnd(bytes, close + 2)
  return wordEnd(bytes, close + 2)
}

function shortClose(bytes: Uint8Array, from: number, quote: number): number {
  for (let i = from; i < bytes.length; i++) {
    const c = bytes[i]
    if (c === quote) return i + 1
    if (c === BYTE.newline || c === BYTE.return) return i
    if (c === BYTE.backslash) i++
  }
  return bytes.length
}

/** Without a closing mark the three quotes alone are the token, so that what follows can still be read. */
function longClose(bytes: Uint8Array, from: number, quote: number): number {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === BYTE.backslash) i++
    else if (bytes[i] === quote && bytes[i + 1] === quote && bytes[i + 2] === quote) return i + 3
  }
  return from
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let i = from
  for (; i < bytes.length; i++) {
    const c = bytes[i]
    if ((CLASS[c] & NAME) !== 0 || c === BYTE.colon || c === BYTE.percent) continue
    if (c === BYTE.backslash && i + 1 < bytes.length) i++
    else if (c !== BYTE.dot || !continues(bytes[i + 1])) break
  }
  return Math.max(i, Math.min(from, bytes.length))
}

function continues(byte: number | undefined): boolean {
  return byte !== undefined && ((CLASS[byte] & NAME) !== 0 || byte === BYTE.colon)
}
