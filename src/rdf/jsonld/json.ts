// JSON from bytes to a flat tape of tokens that knows where every key and value stands.
// Hides the recovery: a bad place is reported and stepped over, so that the rest can be read.
import type { Text } from '../../finding.ts'
import { HASH_SEED } from '../dictionary.ts'
import { dropDuplicateKeys } from './json-keys.ts'
import { reasons } from './reasons.ts'
import {
  ARRAY,
  BARE,
  ESCAPED,
  FALSE,
  type JsonFault,
  NULL,
  NUMBER,
  OBJECT,
  STRING,
  stringStop,
  type Tape,
  TRUE,
} from './tape.ts'

const MAX_DEPTH = 400
const MAX_FAULTS = 100

const AT_VALUE = 0
const AT_KEY = 1
const AT_COLON = 2
const AT_END = 3

interface Scanner extends Tape {
  pos: number
  state: number
  /** True just after an opening bracket, where a closing one may follow. */
  fresh: boolean
  readonly open: number[]
  readonly faults: JsonFault[]
}

/** Reads a JSON text. Token 0 is the root; a tape without tokens is a text without any value. */
export function readJson(bytes: Uint8Array): { readonly tape: Tape; readonly faults: readonly JsonFault[] } {
  const capacity = Math.max(64, bytes.length >>> 4)
  const s: Scanner = {
    bytes,
    count: 0,
    kind: new Uint8Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    next: new Uint32Array(capacity),
    hash: new Int32Array(capacity),
    pos: 0,
    state: AT_VALUE,
    fresh: false,
    open: [],
    faults: [],
  }
  while (skipSpace(s)) {
    if (s.count > 0 && s.open.length === 0) {
      fault(s, s.pos, reasons.afterEnd)
      break
    }
    step(s)
    if (s.faults.length >= MAX_FAULTS) break
  }
  closeAll(s)
  return { tape: s, faults: s.faults }
}

function fault(s: Scanner, at: number, reason: Text): void {
  s.faults.push({ rule: 'syntax-jsonld', at, reason })
}

/** Moves to the next token; false at the end of the text. */
function skipSpace(s: Scanner): boolean {
  const { bytes } = s
  let pos = s.pos
  let c = bytes[pos]
  while (c === 32 || c === 10 || c === 13 || c === 9) c = bytes[++pos]
  s.pos = pos
  if (c !== 47) return pos < bytes.length
  return skipComment(s)
}

function skipComment(s: Scanner): boolean {
  const { bytes, pos } = s
  const next = bytes[pos + 1]
  if (next !== 47 && next !== 42) return true
  fault(s, pos, reasons.comment)
  let end = next === 47 ? bytes.indexOf(10, pos) : bytes.indexOf(47, pos + 3)
  while (next === 42 && end > 0 && bytes[end - 1] !== 42) end = bytes.indexOf(47, end + 1)
  s.pos = end < 0 ? bytes.length : end + 1
  return skipSpace(s)
}

function step(s: Scanner): void {
  const c = s.bytes[s.pos]
  if (c === 125 || c === 93) close(s, c)
  else if (s.state === AT_VALUE) value(s, c)
  else if (s.state === AT_KEY) key(s, c)
  else if (s.state === AT_COLON) colon(s, c)
  else comma(s, c)
}

function push(s: Scanner, kind: number, start: number, end: number): number {
  if (s.count === s.kind.length) growTape(s)
  const token = s.count++
  s.kind[token] = kind
  s.start[token] = start
  s.end[token] = end
  s.next[token] = token + 1
  return token
}

function growTape(t: Tape): void {
  const size = t.kind.length * 2
  const wide = (old: Uint32Array) => {
    const next = new Uint32Array(size)
    next.set(old)
    return next
  }
  const kind = new Uint8Array(size)
  kind.set(t.kind)
  const hash = new Int32Array(size)
  hash.set(t.hash)
  t.kind = kind
  t.hash = hash
  t.start = wide(t.start)
  t.end = wide(t.end)
  t.next = wide(t.next)
}

function value(s: Scanner, c: number): void {
  if (c === 34) string(s)
  else if (c === 123 || c === 91) {
    openContainer(s, c)
    return
  } else if (c === 44) {
    fault(s, s.pos, s.open.length > 0 && insideObject(s) ? reasons.value : reasons.extraComma)
    if (!insideObject(s)) {
      s.pos++
      return
    }
    push(s, NULL, s.pos, s.pos)
  } else if (c === 58) {
    fault(s, s.pos++, reasons.unknown)
    return
  } else word(s)
  afterValue(s)
}

function insideObject(s: Scanner): boolean {
  return s.open.length > 0 && s.kind[s.open[s.open.length - 1]] === OBJECT
}

function afterValue(s: Scanner): void {
  s.state = AT_END
  s.fresh = false
}

function openContainer(s: Scanner, c: number): void {
  if (s.open.length >= MAX_DEPTH) {
    fault(s, s.pos, reasons.depth)
    push(s, NULL, s.pos, s.pos + 1)
    s.pos = skipNested(s.bytes, s.pos)
    afterValue(s)
    return
  }
  s.open.push(push(s, c === 123 ? OBJECT : ARRAY, s.pos, s.pos + 1))
  s.pos++
  s.state = c === 123 ? AT_KEY : AT_VALUE
  s.fresh = true
}

/** Offset after the bracketed text that begins at `pos`. */
function skipNested(bytes: Uint8Array, pos: number): number {
  let depth = 0
  for (; pos < bytes.length; pos++) {
    const c = bytes[pos]
    if (c === 34) pos = stringStop(bytes, pos + 1)
    else if (c === 123 || c === 91) depth++
    else if ((c === 125 || c === 93) && --depth === 0) return pos + 1
  }
  return bytes.length
}

function close(s: Scanner, c: number): void {
  if (s.open.length === 0) {
    fault(s, s.pos++, reasons.unopened)
    return
  }
  const isObject = insideObject(s)
  if (isObject !== (c === 125)) {
    fault(s, s.pos, reasons.bracket)
    const outer = s.open.length > 1 && s.kind[s.open[s.open.length - 2]] === (c === 125 ? OBJECT : ARRAY)
    if (outer) {
      finish(s, s.pos)
      return
    }
  } else if (!s.fresh && (s.state === AT_KEY || (s.state === AT_VALUE && !isObject))) {
    fault(s, s.pos, reasons.extraComma)
  }
  s.pos++
  finish(s, s.pos)
}

/** Ends the innermost container; a key without a value gets null. */
function finish(s: Scanner, end: number): void {
  const token = s.open.pop()!
  if (s.kind[token] === OBJECT && (s.state === AT_COLON || s.state === AT_VALUE)) {
    fault(s, end > 0 ? end - 1 : 0, reasons.value)
    push(s, NULL, end, end)
  }
  s.end[token] = end
  s.next[token] = s.count
  if (s.kind[token] === OBJECT) dropDuplicateKeys(s, token, s.faults)
  afterValue(s)
}

function closeAll(s: Scanner): void {
  if (s.open.length > 0 && s.faults.length < MAX_FAULTS) fault(s, s.bytes.length, reasons.truncated)
  while (s.open.length > 0) {
    const known = s.faults.length
    finish(s, s.bytes.length)
    if (s.faults[known]?.reason === reasons.value) s.faults.splice(known, 1)
  }
}

function key(s: Scanner, c: number): void {
  s.fresh = false
  if (c === 34) string(s)
  else if (c === 44) {
    fault(s, s.pos++, reasons.extraComma)
    return
  } else {
    const begin = s.pos
    fault(s, begin, reasons.key)
    bareWord(s)
    if (s.pos === begin) {
      s.pos++
      return
    }
  }
  s.state = AT_COLON
}

function colon(s: Scanner, c: number): void {
  if (c === 58) s.pos++
  else fault(s, s.pos, reasons.colon)
  s.state = AT_VALUE
}

function comma(s: Scanner, c: number): void {
  if (c === 44) s.pos++
  else fault(s, s.pos, reasons.comma)
  s.state = insideObject(s) ? AT_KEY : AT_VALUE
}

/** A string token; the hash is made on the way because most strings become terms. */
function string(s: Scanner): void {
  const { bytes } = s
  const begin = s.pos
  let hash = HASH_SEED
  let pos = begin + 1
  let c = bytes[pos]
  while (c !== 34 && c !== 92 && c >= 32) {
    hash = Math.imul(hash ^ c, 16777619)
    c = bytes[++pos]
  }
  if (c === 34) {
    s.pos = pos + 1
    // In two steps: pushing may put another, larger column of hashes in place.
    const token = push(s, STRING, begin, pos + 1)
    s.hash[token] = hash
    return
  }
  awkwardString(s, begin, pos)
}

function awkwardString(s: Scanner, begin: number, from: number): void {
  const { bytes } = s
  let reported = false
  let pos = from
  for (; pos < bytes.length && bytes[pos] !== 34; pos++) {
    const c = bytes[pos]
    if (c === 92) {
      pos++
      if (!ESCAPES.includes(bytes[pos])) fault(s, pos - 1, reasons.escape)
    } else if (c < 32 && endsHere(bytes, pos)) {
      fault(s, begin, reasons.stringEnd)
      const end = bytes[pos - 1] === 13 ? pos - 1 : pos
      push(s, ESCAPED, begin, bytes[end - 1] === 44 ? end : end + 1)
      s.pos = bytes[end - 1] === 44 ? end - 1 : end
      return
    } else if (c < 32 && !reported) {
      fault(s, pos, reasons.control)
      reported = true
    }
  }
  if (pos >= bytes.length) fault(s, begin, reasons.stringEnd)
  s.pos = Math.min(pos + 1, bytes.length)
  push(s, ESCAPED, begin, Math.min(pos, bytes.length) + 1)
}

/** `"\/bfnrtu` after a backslash. */
const ESCAPES = [34, 92, 47, 98, 102, 110, 114, 116, 117]

/** A line break in a string ends it when the next line looks like the next key or the end of the object. */
function endsHere(bytes: Uint8Array, pos: number): boolean {
  if (bytes[pos] !== 10) return false
  let next = pos + 1
  while (bytes[next] === 32 || bytes[next] === 9 || bytes[next] === 13 || bytes[next] === 10) next++
  if (next >= bytes.length || bytes[next] === 125 || bytes[next] === 93) return true
  if (bytes[next] !== 34) return false
  const stop = stringStop(bytes, next + 1)
  let after = stop + 1
  while (bytes[after] === 32 || bytes[after] === 9) after++
  return bytes[after] === 58
}

const WORDS: readonly (readonly [string, number])[] = [
  ['true', TRUE],
  ['false', FALSE],
  ['null', NULL],
]
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A number, true, false, null, or something that is none of them and becomes a string. */
function word(s: Scanner): void {
  const begin = s.pos
  bareWord(s)
  if (s.pos === begin) {
    s.pos++
    fault(s, begin, reasons.unknown)
    push(s, NULL, begin, s.pos)
    return
  }
  const token = s.count - 1
  const text = Buffer.from(s.bytes.buffer, s.bytes.byteOffset + begin, s.pos - begin).toString('latin1')
  const known = WORDS.find(([name]) => name === text)
  if (known) s.kind[token] = known[1]
  else if (JSON_NUMBER.test(text)) s.kind[token] = NUMBER
  else if (/^[-+.\d]/.test(text) && Number.isFinite(Number(text))) {
    fault(s, begin, reasons.number)
    s.kind[token] = NUMBER
  } else fault(s, begin, s.bytes[begin] === 39 ? reasons.quotes : reasons.unknown)
}

/** A run of bytes up to the next delimiter, or a text in single quotation marks, kept as a string token. */
function bareWord(s: Scanner): void {
  const { bytes } = s
  const begin = s.pos
  if (bytes[begin] === 39) {
    const stop = bytes.indexOf(39, begin + 1)
    if (stop > 0) {
      push(s, ESCAPED, begin, stop + 1)
      s.pos = stop + 1
      return
    }
  }
  let pos = begin
  while (pos < bytes.length && !isDelimiter(bytes[pos])) pos++
  s.pos = pos
  if (pos > begin) push(s, BARE, begin, pos)
}

function isDelimiter(c: number): boolean {
  return c <= 32 || c === 44 || c === 58 || c === 34 || c === 91 || c === 93 || c === 123 || c === 125
}
