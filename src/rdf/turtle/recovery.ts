// What to make of a text that is not Turtle: which mark was forgotten, and where reading can go on.
// Every function here moves forward or looks at most three tokens ahead, so the whole stays linear.
import { IRI } from '../dictionary.ts'
import { AFTER_OBJECT, BYTE, CLASS, DIGIT, directiveAt, isSpaceOrEnd, NAME, wordAt } from './characters.ts'
import { current, fault, faultBefore, previousEnd, type Reader, skipSpace, startsLine } from './reader.ts'
import { turtleTokenEnd } from './token-end.ts'
import { unsupportedAt } from './unsupported.ts'
import { words } from './words.ts'

/** True when the current byte begins a new statement although the old one was not ended. */
export function atRestart(r: Reader): boolean {
  return r.restart === r.pos
}

/**
 * What follows an object where neither `,` nor `;` nor `.` stands:
 * `object` another one, `stop` the object list is over, `done` a separator follows after all,
 * `drop` the last "predicate object" was the start of a new statement and is to be read again.
 */
type AfterObject = 'object' | 'stop' | 'done' | 'drop'

/** Decides what was meant after the object `object` (-1: an `a` stands in its place) of the predicate at `verbAt`. */
export function mendAfterObject(r: Reader, verbAt: number, object: number): AfterObject {
  const c = current(r)
  if (isNewSubject(r, verbAt, object)) {
    faultAtSemicolon(r, verbAt)
    r.pos = r.restart = verbAt
    return 'drop'
  }
  if (object < 0) return 'done'
  if (c < 0) return 'stop'
  if (isAnnotation(r, c)) {
    unsupportedAt(r, r.pos)
    const next = skipSpace(r)
    return next >= 0 && (CLASS[next] & AFTER_OBJECT) !== 0 ? 'done' : mendAfterObject(r, verbAt, object)
  }
  if (c === BYTE.closeParen) return 'stop'
  const missing = guessMissing(r, c)
  const quiet = previousEnd(r) === r.mended
  if (missing === 'unknown') {
    if (!quiet) fault(r, r.pos, words.separator)
    skipBad(r)
    return current(r) === BYTE.comma ? 'done' : 'stop'
  }
  if (!quiet) faultBefore(r, missing === 'stop' && r.depth > 0 ? words.closingBracket : words[missing])
  if (missing === 'stop') r.restart = r.pos
  return missing === 'comma' ? 'object' : 'stop'
}

function isAnnotation(r: Reader, c: number): boolean {
  const next = r.bytes[r.pos + 1]
  return c === BYTE.tilde || (c === BYTE.openBrace && next === BYTE.bar)
}

/** `…; NEWLINE ex:b a dcat:Dataset`: the semicolon should have been a full stop. */
function isNewSubject(r: Reader, verbAt: number, object: number): boolean {
  if (r.depth > 0 || r.bytes[verbAt] === BYTE.a || !startsLine(r, verbAt)) return false
  if (lastBefore(r, verbAt) < 0) return false
  if (object < 0) return true
  const c = current(r)
  if (r.dictionary.kind[object] !== IRI || c < 0 || startsLine(r, r.pos)) return false
  return isTermStart(c)
}

/** Offset of the `;` that is the last thing before the line of `at`, or -1. */
function lastBefore(r: Reader, at: number): number {
  let i = at - 1
  while (i >= 0 && r.bytes[i] <= 32) i--
  return r.bytes[i] === BYTE.semicolon ? i : -1
}

function faultAtSemicolon(r: Reader, verbAt: number): void {
  const semicolon = lastBefore(r, verbAt)
  fault(r, semicolon, words.stopNotSemicolon, semicolon + 1)
}

/** After a `;`: true when no predicate but a new statement or nothing follows, so that the `;` was one too many. */
export function mendStraySemicolon(r: Reader, c: number, semicolon: number): boolean {
  const directive = isDirective(r, r.pos)
  const subject = c === BYTE.openBracket || c === BYTE.openParen || isBlankLabel(r, r.pos)
  if (!directive && !(subject && startsLine(r, r.pos))) return false
  fault(r, semicolon, words.stopNotSemicolon, semicolon + 1)
  r.restart = r.pos
  return true
}

function isBlankLabel(r: Reader, at: number): boolean {
  return r.bytes[at] === BYTE.underscore && r.bytes[at + 1] === BYTE.colon
}

/** True when `@prefix`, `@base` or their SPARQL forms begin a line at `at`. */
export function isDirective(r: Reader, at: number): boolean {
  if (!startsLine(r, at)) return false
  const is = r.bytes[at] === BYTE.at ? directiveAt : wordAt
  const from = r.bytes[at] === BYTE.at ? at + 1 : at
  return is(r.bytes, from, 'prefix') || is(r.bytes, from, 'base')
}

/**
 * `ex:a a dcat:Dataset . NEWLINE dcterms:title "x" ;`: true when the indented text at the current byte is not a
 * statement but a predicate with its object, so that the full stop before it should have been a semicolon (reported).
 */
export function mendEarlyStop(r: Reader): boolean {
  const { bytes, pos } = r
  if (r.subject < 0 || pos === 0 || bytes[pos - 1] === BYTE.newline || !startsLine(r, pos)) return false
  if (!isWordStart(bytes[pos]) || isBlankLabel(r, pos)) return false
  let stop = r.gapStart - 1
  if (r.gapEnd !== pos || bytes[stop] !== BYTE.dot) return false
  const second = skipBlank(bytes, turtleTokenEnd(bytes, pos))
  if (second >= r.end || !isTermStart(bytes[second])) return false
  if (isWordStart(bytes[second])) {
    const third = skipBlank(bytes, turtleTokenEnd(bytes, second))
    const c = third < r.end ? bytes[third] : BYTE.less
    if (c !== BYTE.semicolon && c !== BYTE.comma && c !== BYTE.dot) return false
  }
  fault(r, stop, words.semicolonNotStop, ++stop)
  return true
}

/** Which mark is missing before the token at the current byte, judged by what the next tokens are. */
function guessMissing(r: Reader, c: number): 'comma' | 'semicolon' | 'stop' | 'unknown' {
  const { bytes, pos } = r
  if (isDirective(r, pos)) return 'stop'
  if (c === BYTE.quote || c === BYTE.apostrophe || (CLASS[c] & DIGIT) !== 0) return 'comma'
  if (c === BYTE.openBracket || c === BYTE.openParen) return startsLine(r, pos) ? 'stop' : 'comma'
  if (!isWordStart(c)) return 'unknown'
  const first = turtleTokenEnd(bytes, pos)
  if (c !== BYTE.a && c !== BYTE.less && bytes.indexOf(BYTE.colon, pos) >= first) return 'unknown'
  const second = skipBlank(bytes, first)
  const c2 = second < r.end ? bytes[second] : BYTE.dot
  if (!isTermStart(c2)) return (CLASS[c2] & AFTER_OBJECT) !== 0 ? 'comma' : 'unknown'
  if (!isWordStart(c2) || isBlankLabel(r, second)) return 'semicolon'
  if (c === BYTE.a && first === pos + 1) return 'semicolon'
  const third = skipBlank(bytes, turtleTokenEnd(bytes, second))
  return third < r.end && isTermStart(bytes[third]) ? 'stop' : 'semicolon'
}

/** True for the first byte of an IRI, a name or a word. */
function isWordStart(c: number): boolean {
  return c === BYTE.less || c === BYTE.colon || ((CLASS[c] & NAME) !== 0 && (CLASS[c] & DIGIT) === 0)
}

function isTermStart(c: number): boolean {
  if (isWordStart(c) || (CLASS[c] & DIGIT) !== 0) return true
  return c === BYTE.quote || c === BYTE.apostrophe || c === BYTE.openBracket || c === BYTE.openParen
}

function skipBlank(bytes: Uint8Array, from: number): number {
  let i = from
  while (i < bytes.length && bytes[i] <= 32) i++
  return i
}

/**
 * Skips to where this level can go on: a `;`, `,` or `.`, the bracket that closes it, or a new statement
 * (then {@link atRestart}), or the end of the text.
 */
export function skipBad(r: Reader): void {
  let depth = 0
  for (;;) {
    const c = skipSpace(r)
    if (c < 0) return
    if (beginsStatement(r)) {
      r.restart = r.pos
      return
    }
    if (c === BYTE.dot && isSpaceOrEnd(r.bytes[r.pos + 1])) return
    if (depth === 0 && (c === BYTE.semicolon || c === BYTE.comma)) return
    if (c === BYTE.openBracket || c === BYTE.openParen || c === BYTE.openBrace) depth++
    if (c === BYTE.closeBracket || c === BYTE.closeParen || c === BYTE.closeBrace) {
      if (depth === 0) return
      depth--
    }
    r.pos = turtleTokenEnd(r.bytes, r.pos)
  }
}

/**
 * True when a new statement surely begins here: a directive, or unindented an IRI or a name
 * (after an empty line, unless the statement at hand has not even a subject).
 */
function beginsStatement(r: Reader): boolean {
  const { bytes, pos } = r
  if (pos === 0 || pos === r.statement) return false
  if (isDirective(r, pos)) return true
  if (bytes[pos - 1] !== BYTE.newline || r.gapEnd !== pos) return false
  if (!isWordStart(bytes[pos])) return false
  if (r.subject < 0)
    return bytes[pos] === BYTE.less || turtleTokenEnd(bytes, pos) > bytes.indexOf(BYTE.colon, pos)
  let breaks = 0
  for (let i = pos - 1; i >= r.gapStart && bytes[i] <= 32; i--) if (bytes[i] === BYTE.newline) breaks++
  return breaks > 1
}
