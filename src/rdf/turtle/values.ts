// Subjects, predicates and objects: which term begins here, and the nested ones, `[ … ]` and `( … )`.
import { ID, internAnonymous } from '../dictionary.ts'
import { readNumber, readWord } from './bare-values.ts'
import { BYTE, CLASS, DIGIT, NAME } from './characters.ts'
import { readIri } from './iris.ts'
import { readLiteral } from './literals.ts'
import { NOT_A_NAME, readBlank, readName } from './names.ts'
import { readProperties } from './properties.ts'
import { current, fault, faultBefore, type Reader, skipSpace } from './reader.ts'
import { atRestart, skipBad } from './recovery.ts'
import { words } from './words.ts'

const MAX_DEPTH = 512

/** Reads any term in the place of an object; its id, or -1 (reported). */
export function readObject(r: Reader): number {
  const c = skipSpace(r)
  if (c === BYTE.quote || c === BYTE.apostrophe) return readLiteral(r, c)
  if (c === BYTE.less) return readIri(r)
  if (c === BYTE.openBracket) return readPropertyList(r)
  if (c === BYTE.openParen) return readCollection(r)
  if (c < 0) return nothingHere(r)
  if (startsNumber(r, c)) return readNumber(r)
  if ((CLASS[c] & NAME) === 0 && c !== BYTE.colon) return nothingHere(r)
  const id = c === BYTE.underscore && r.bytes[r.pos + 1] === BYTE.colon ? readBlank(r) : readName(r)
  return id === NOT_A_NAME ? readWord(r) : id
}

function startsNumber(r: Reader, c: number): boolean {
  if ((CLASS[c] & DIGIT) !== 0 || c === BYTE.plus || c === BYTE.minus) return true
  return c === BYTE.dot && (CLASS[r.bytes[r.pos + 1]] & DIGIT) !== 0
}

function nothingHere(r: Reader): number {
  fault(r, r.pos, words.object)
  return -1
}

/** True when the byte can begin a subject. */
export function startsSubject(c: number): boolean {
  if (c < 0) return false
  if (c === BYTE.less || c === BYTE.openBracket || c === BYTE.openParen || c === BYTE.colon) return true
  return (CLASS[c] & NAME) !== 0 && (CLASS[c] & DIGIT) === 0 && c !== BYTE.minus
}

/** Reads an IRI, a name or a blank node label; its id, or -1 (reported as not being `expected`). */
export function readNamed(r: Reader, c: number, expected: (typeof words)[keyof typeof words]): number {
  if (c === BYTE.less) return readIri(r)
  let id = NOT_A_NAME
  if (c === BYTE.underscore && r.bytes[r.pos + 1] === BYTE.colon) id = readBlank(r)
  else if (c >= 0 && ((CLASS[c] & NAME) !== 0 || c === BYTE.colon)) id = readName(r)
  if (id !== NOT_A_NAME) return id
  fault(r, r.pos, expected)
  return -1
}

/** Reads `[ … ]`; its blank node, or -1 (reported) when it is nested too deeply. */
export function readPropertyList(r: Reader): number {
  const at = r.pos
  if (tooDeep(r, at)) return -1
  const node = internAnonymous(r.dictionary)
  r.pos++
  if (skipSpace(r) === BYTE.closeBracket) {
    r.pos++
    return node
  }
  r.builder.subject(node, at)
  r.depth++
  readProperties(r, node)
  r.depth--
  if (atRestart(r)) return node
  if (current(r) === BYTE.closeBracket) r.pos++
  else faultBefore(r, words.closingBracket)
  return node
}

/** Reads `( … )`; its first node or rdf:nil, or -1 (reported) when it is nested too deeply. */
export function readCollection(r: Reader): number {
  const open = r.pos
  if (tooDeep(r, open)) return -1
  r.pos++
  r.depth++
  let head: number = ID.nil
  let last = -1
  for (;;) {
    const c = skipSpace(r)
    if (c === BYTE.closeParen) {
      r.pos++
      break
    }
    if (endsCollection(r, c)) break
    const at = r.pos
    const item = readObject(r)
    if (atRestart(r)) break
    if (item < 0) {
      skipBad(r)
      continue
    }
    const node = internAnonymous(r.dictionary)
    r.builder.subject(node, last < 0 ? open : at)
    if (last < 0) head = node
    else r.builder.add(last, ID.rest, node, at, r.graph)
    r.builder.add(node, ID.first, item, at, r.graph)
    last = node
  }
  r.depth--
  if (last >= 0) r.builder.add(last, ID.rest, ID.nil, Math.max(r.pos - 1, open), r.graph)
  return head
}

/** True when a list is not closed but cannot go on (reported). A comma in a list is reported and skipped. */
function endsCollection(r: Reader, c: number): boolean {
  if (atRestart(r)) return true
  if (c === BYTE.comma) {
    fault(r, r.pos, words.nothing)
    r.pos++
    return false
  }
  const stops = c < 0 || c === BYTE.semicolon || c === BYTE.closeBracket || c === BYTE.closeBrace
  if (!stops && (c !== BYTE.dot || startsNumber(r, c))) return false
  faultBefore(r, words.closingParen)
  return true
}

function tooDeep(r: Reader, at: number): boolean {
  if (r.depth < MAX_DEPTH) return false
  fault(r, at, words.fewerLevels)
  return true
}
