// From tokens to JavaScript values: texts, numbers, whole subtrees, and where a token ends.
import {
  ARRAY,
  BARE,
  DROPPED,
  ESCAPED,
  FALSE,
  NULL,
  NUMBER,
  OBJECT,
  STRING,
  stringStop,
  type Tape,
  TRUE,
} from './tape.ts'

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

function slice(tape: Tape, start: number, end: number): string {
  const { bytes } = tape
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
}

const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** The text of a string token or key, unescaped; of other scalars as written. */
export function tokenText(tape: Tape, token: number): string {
  const kind = tape.kind[token]
  if (kind === BARE || kind === NUMBER) return slice(tape, tape.start[token], tape.end[token])
  if (kind === TRUE) return 'true'
  if (kind === FALSE) return 'false'
  if (kind === NULL) return 'null'
  const text = slice(tape, tape.start[token] + 1, tape.end[token] - 1)
  if (kind === STRING || !text.includes('\\')) return text
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex, c) =>
    hex === undefined ? (SIMPLE[c] ?? c) : String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

/** True for all kinds of string tokens. */
export function isString(tape: Tape, token: number): boolean {
  return tape.kind[token] === STRING || tape.kind[token] === ESCAPED || tape.kind[token] === BARE
}

/** The JavaScript value of a token and all it holds. `offsets` notes the token of every object made. */
export function tokenValue(tape: Tape, token: number, offsets?: WeakMap<object, number>): Json {
  switch (tape.kind[token]) {
    case OBJECT:
      return objectValue(tape, token, offsets)
    case ARRAY: {
      const list: Json[] = []
      for (let item = token + 1; item < tape.next[token]; item = tape.next[item])
        list.push(tokenValue(tape, item, offsets))
      return list
    }
    case NUMBER:
      return Number(tokenText(tape, token))
    case TRUE:
      return true
    case FALSE:
      return false
    case NULL:
      return null
    default:
      return tokenText(tape, token)
  }
}

function objectValue(tape: Tape, token: number, offsets?: WeakMap<object, number>): Json {
  const entries: [string, Json][] = []
  for (let key = token + 1; key < tape.next[token]; key = tape.next[key + 1]) {
    if (tape.kind[key] !== DROPPED) entries.push([tokenText(tape, key), tokenValue(tape, key + 1, offsets)])
  }
  // fromEntries defines own properties, so that a key named __proto__ stays data.
  const object = Object.fromEntries(entries)
  offsets?.set(object, token)
  return object
}

const LONGEST = 4096

/** Byte offset just after the JSON value that begins at `start`; a very long one ends after its first byte. */
export function jsonldTokenEnd(bytes: Uint8Array, start: number): number {
  const limit = Math.min(bytes.length, start + LONGEST)
  const first = bytes[start]
  if (first === 34) return Math.min(stringStop(bytes, start + 1) + 1, bytes.length)
  if (first === 123 || first === 91) return bracketEnd(bytes, start, limit)
  let pos = start
  while (pos < limit && !/[\s,\]}]/.test(String.fromCharCode(bytes[pos]))) pos++
  return Math.max(pos, Math.min(start + 1, bytes.length))
}

function bracketEnd(bytes: Uint8Array, start: number, limit: number): number {
  let depth = 0
  for (let pos = start; pos < limit; pos++) {
    const c = bytes[pos]
    if (c === 34) pos = stringStop(bytes, pos + 1)
    else if (c === 123 || c === 91) depth++
    else if ((c === 125 || c === 93) && --depth === 0) return pos + 1
  }
  return start + 1
}
