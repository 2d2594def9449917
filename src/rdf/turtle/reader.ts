// The state of one reading: where we are in the bytes, what has been declared, and how a fault is reported.
// It hides the bookkeeping that keeps one slip to one problem.
import type { Text } from '../../finding.ts'
import { type Dictionary, HASH_SEED } from '../dictionary.ts'
import { createGraphBuilder, type GraphBuilder } from '../graph.ts'
import { BYTE, CLASS, decode, SPACE } from './characters.ts'
import { createSpellings, type Spellings } from './spellings.ts'
import { turtleTokenEnd } from './token-end.ts'
import { words } from './words.ts'

/** A declared prefix: its namespace as UTF-8, the hash of those bytes, and whether names in it need no check. */
export interface Namespace {
  readonly bytes: Uint8Array
  readonly hash: number
  readonly trusted: boolean
}

/** A statement that this reader could not read whole, and what must be known to read it elsewhere. */
export interface Unknown {
  /** Its bytes. */
  readonly start: number
  readonly end: number
  /** What was read of it: numbers of statements of the graph. */
  readonly firstQuad: number
  readonly endQuad: number
  readonly graph: number
  readonly base: string
  readonly prefixes: ReadonlyMap<string, string>
}

export interface Reader {
  readonly bytes: Uint8Array
  readonly end: number
  readonly builder: GraphBuilder
  readonly dictionary: Dictionary
  /** True for N-Triples and N-Quads: no names, no long strings. */
  readonly lines: boolean
  readonly trig: boolean
  readonly namespaces: Map<string, Namespace>
  /** Seen spellings of names, relative IRIs and language tags → number. */
  readonly spellings: Spellings
  /** Offset of the next unread byte. */
  pos: number
  /** 0 or 1 + the term id of the graph that statements go to. */
  graph: number
  /** True inside the braces of a graph. */
  block: boolean
  /** Nesting of `[` and `(`. */
  depth: number
  /** Absolute base, or '' when there is none. */
  base: string
  /** True when the text declared `base` itself. */
  baseDeclared: boolean
  baseReported: boolean
  /** Last white space skipped: from, to. */
  gapStart: number
  gapEnd: number
  /** Where the current statement begins. */
  statement: number
  /** The subject of the current statement, of the last one between two, -1 for none. */
  subject: number
  /** A new statement begins here although the old one was not ended; -1 for nowhere. */
  restart: number
  /** End of a token that was guessed; what follows it is not held against the text. */
  mended: number
  /** The last reported fault: its statement, its offset and the end of its line. */
  faultStatement: number
  faultAt: number
  faultLineEnd: number
  faults: number
  /** From here on there is no `"` (or `'`) any more; keeps the search for one linear. */
  readonly noMore: { 34: number; 39: number }
  /** Statements with something in them that this reader does not know, for n3. */
  readonly unknown: Unknown[]
  /** False from the first such thing to the end of its statement. */
  isKnown: boolean
  /** Number of declarations of prefixes and bases, and how many there were when `unknown` last grew. */
  declarations: number
  noted: number
  /** Scratch for names and for strings with escapes. */
  nameBytes: Uint8Array
  textBytes: Uint8Array
}

/** After so many problems in one text no more are kept; reading goes on. */
const MAX_FAULTS = 1000
const FOUND_LENGTH = 40

export interface ReaderSettings {
  readonly lines: boolean
  readonly trig: boolean
  readonly base: string
}

/** A reader at the beginning of `bytes`. */
export function createReader(bytes: Uint8Array, settings: ReaderSettings): Reader {
  const builder = createGraphBuilder(Math.ceil(bytes.length / (settings.lines ? 140 : 64)))
  return {
    ...settings,
    bytes,
    end: bytes.length,
    builder,
    dictionary: builder.dictionary,
    namespaces: new Map(),
    spellings: createSpellings(bytes.length),
    pos: 0,
    graph: 0,
    block: false,
    depth: 0,
    baseDeclared: false,
    baseReported: false,
    gapStart: 0,
    gapEnd: 0,
    statement: 0,
    subject: -1,
    restart: -1,
    mended: -1,
    faultStatement: -1,
    faultAt: -1,
    faultLineEnd: -1,
    faults: 0,
    unknown: [],
    isKnown: true,
    declarations: 0,
    noted: -1,
    noMore: { 34: bytes.length, 39: bytes.length },
    nameBytes: new Uint8Array(256),
    textBytes: new Uint8Array(4096),
  }
}

/** Skips white space and comments; the byte then next, or -1 at the end of the text. */
export function skipSpace(r: Reader): number {
  const { bytes, end } = r
  const from = r.pos
  let i = from
  while (i < end) {
    const c = bytes[i]
    if ((CLASS[c] & SPACE) !== 0) i++
    else if (c === BYTE.hash) i = lineEnd(bytes, i)
    else {
      if (i !== from) {
        r.gapStart = from
        r.gapEnd = i
        r.pos = i
      }
      return c
    }
  }
  if (i !== from) {
    r.gapStart = from
    r.gapEnd = i
    r.pos = i
  }
  return -1
}

/** Skips blanks and tabs only; the byte then next, or -1 at the end of the text. */
export function skipBlanks(r: Reader): number {
  const { bytes, end } = r
  let i = r.pos
  while (i < end && (bytes[i] === 32 || bytes[i] === 9)) i++
  r.pos = i
  return i < end ? bytes[i] : -1
}

/** The next unread byte, or -1 at the end of the text. */
export function current(r: Reader): number {
  return r.pos < r.end ? r.bytes[r.pos] : -1
}

/** Offset of the line break (LF or CR) at or after `from`, or the end of the text. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && bytes[i] !== BYTE.newline && bytes[i] !== BYTE.return) i++
  return i
}

/** Where the token before the current position ended. */
export function previousEnd(r: Reader): number {
  return r.gapEnd === r.pos ? r.gapStart : r.pos
}

/** True when nothing but blanks stands before `at` on its line. */
export function startsLine(r: Reader, at: number): boolean {
  let i = at - 1
  while (i >= 0 && (r.bytes[i] === 32 || r.bytes[i] === 9)) i--
  return i < 0 || r.bytes[i] === BYTE.newline || r.bytes[i] === BYTE.return
}

/** Reports what stands at `at` (to `end`, by default the token there) as not being what was expected. */
export function fault(r: Reader, at: number, expected: Text, end = turtleTokenEnd(r.bytes, at)): void {
  const lineSeen = at >= r.faultAt && at <= r.faultLineEnd
  if (lineSeen && r.faultStatement === r.statement) return
  if (!lineSeen) r.faultLineEnd = lineEnd(r.bytes, at)
  r.faultAt = at
  r.faultStatement = r.statement
  if (r.faults++ >= MAX_FAULTS) return
  const params = { found: foundText(r, at, end), expected }
  r.builder.problems.push({ rule: 'syntax-turtle', at, end, params })
}

/** Reports that something is missing after the token before the current position. */
export function faultBefore(r: Reader, expected: Text): void {
  const end = previousEnd(r)
  let at = end - 1
  while (at > 0 && (r.bytes[at] & 0xc0) === 0x80) at--
  const before = r.builder.problems.length
  fault(r, Math.max(at, 0), expected, end)
  if (r.builder.problems.length === before) return
  const found = foundText(r, r.pos, turtleTokenEnd(r.bytes, r.pos))
  r.builder.problems[before] = { ...r.builder.problems[before], params: { found, expected } }
}

function foundText(r: Reader, at: number, end: number): string | Text {
  if (at >= r.end) return words.endOfText
  const stop = Math.min(end, lineEnd(r.bytes, at), at + FOUND_LENGTH * 4)
  const text = decode(r.bytes, at, Math.max(stop, at + 1))
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text
}

/** `bytes`, or a larger copy of it that has room for `size`. */
export function withRoom(bytes: Uint8Array, size: number): Uint8Array {
  if (size <= bytes.length) return bytes
  const larger = new Uint8Array(Math.max(size, bytes.length * 2))
  larger.set(bytes)
  return larger
}

/** {@link hashBytes} continued from the hash of what came before. */
export function hashOn(hash: number, bytes: Uint8Array, start: number, end: number): number {
  let h = hash
  for (let i = start; i < end; i++) h = Math.imul(h ^ bytes[i], 16777619)
  return h
}

export { HASH_SEED }
