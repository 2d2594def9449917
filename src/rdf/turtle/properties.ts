// What is said of a subject: `predicate object, object; predicate …`, in statements and inside brackets.
import { ID, LITERAL } from '../dictionary.ts'
import { AFTER_OBJECT, BYTE, CLASS, NAME } from './characters.ts'
import { readSpacedSuffix } from './literals.ts'
import { current, fault, type Reader, skipSpace } from './reader.ts'
import { atRestart, mendAfterObject, mendStraySemicolon, skipBad } from './recovery.ts'
import { readNamed, readObject } from './values.ts'
import { words } from './words.ts'

/** Reads the properties of `subject` up to, and not with, the `.`, `]` or `}` that ends them. */
export function readProperties(r: Reader, subject: number): void {
  for (;;) {
    const verbAt = r.pos
    const predicate = readVerb(r)
    if (predicate >= 0) readObjects(r, subject, predicate, verbAt)
    else skipBad(r)
    if (atRestart(r)) return
    let c = skipSpace(r)
    while (c === BYTE.comma || (r.depth === 0 && c === BYTE.closeBracket) || c === BYTE.closeParen) {
      if (c === BYTE.closeParen && r.depth > 0) return
      fault(r, r.pos, words.nothing)
      r.pos++
      c = skipSpace(r)
    }
    if (r.pos === verbAt) return
    if (c !== BYTE.semicolon) {
      if (startsVerb(c)) continue
      return
    }
    const semicolon = r.pos
    while (c === BYTE.semicolon) {
      r.pos++
      c = skipSpace(r)
    }
    if (c < 0 || c === BYTE.dot || c === BYTE.closeBracket || c === BYTE.closeBrace) return
    if (mendStraySemicolon(r, c, semicolon)) return
  }
}

function startsVerb(c: number): boolean {
  return c >= 0 && (c === BYTE.less || c === BYTE.colon || (CLASS[c] & NAME) !== 0)
}

/** Reads a predicate; its id, or -1 (reported). */
function readVerb(r: Reader): number {
  const c = skipSpace(r)
  if (c === BYTE.a && isWordA(r)) {
    r.pos++
    return ID.type
  }
  if (c === BYTE.underscore && r.bytes[r.pos + 1] === BYTE.colon) {
    fault(r, r.pos, words.predicate)
    return -1
  }
  return readNamed(r, c, words.predicate)
}

/** True when the current byte, an `a`, is the word by itself. */
export function isWordA(r: Reader): boolean {
  const next = r.pos + 1 < r.end ? r.bytes[r.pos + 1] : 32
  if (next === BYTE.dot) return (CLASS[r.bytes[r.pos + 2]] & NAME) === 0
  return (CLASS[next] & NAME) === 0 && next !== BYTE.colon
}

/** Reads `object, object …` and adds the statements. */
function readObjects(r: Reader, subject: number, predicate: number, verbAt: number): void {
  for (;;) {
    let c = skipSpace(r)
    const at = r.pos
    if (c === BYTE.a && isWordA(r) && mendAfterObject(r, verbAt, -1) === 'drop') return
    let object = readObject(r)
    if (atRestart(r)) {
      if (object >= 0) r.builder.add(subject, predicate, object, at, r.graph)
      return
    }
    c = skipSpace(r)
    if (object < 0) {
      if (c !== BYTE.comma) skipBad(r)
      if (current(r) !== BYTE.comma || atRestart(r)) return
      r.pos++
      continue
    }
    if (c < 0 || (CLASS[c] & AFTER_OBJECT) === 0) {
      if ((c === BYTE.at || c === BYTE.caret) && hasSuffix(r, object, c)) {
        object = readSpacedSuffix(r, object)
        c = skipSpace(r)
      }
      const next = c >= 0 && (CLASS[c] & AFTER_OBJECT) !== 0 ? 'done' : mendAfterObject(r, verbAt, object)
      if (next === 'drop') return
      r.builder.add(subject, predicate, object, at, r.graph)
      if (next === 'object') continue
      c = current(r)
      if (next === 'stop') return
    } else r.builder.add(subject, predicate, object, at, r.graph)
    if (c !== BYTE.comma) return
    r.pos++
  }
}

/** True when a tag or datatype stands after a space behind the plain literal `term`. */
function hasSuffix(r: Reader, term: number, c: number): boolean {
  const d = r.dictionary
  if (d.kind[term] !== LITERAL || d.datatype[term] !== ID.xsdString) return false
  if (c === BYTE.caret) return r.bytes[r.pos + 1] === BYTE.caret
  const word = Buffer.from(r.bytes.subarray(r.pos + 1, r.pos + 8)).toString('latin1')
  return !/^(?:prefix|base)\b/i.test(word)
}
