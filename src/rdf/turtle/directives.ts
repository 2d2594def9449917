// Declarations of prefixes and of the base, in both spellings.
import { knownNamespace } from '../prefixes.ts'
import { BYTE, CLASS, decode, directiveAt, isNameCharacter, isNameStart, NAME, wordAt } from './characters.ts'
import { absoluteIri, readIriText } from './iris.ts'
import { namespace } from './names.ts'
import { current, fault, faultBefore, lineEnd, previousEnd, type Reader, skipSpace } from './reader.ts'
import { forget } from './spellings.ts'
import { turtleTokenEnd } from './token-end.ts'
import { words } from './words.ts'

/** Reads the `@prefix` or `@base` whose `@` is the current byte. */
export function readDirective(r: Reader): void {
  const at = r.pos
  const isPrefix = directiveAt(r.bytes, at + 1, 'prefix')
  if (directiveAt(r.bytes, at + 1, 'version')) {
    readVersion(r, at + 8)
    if (skipSpace(r) === BYTE.dot) r.pos++
    return
  }
  if (!isPrefix && !directiveAt(r.bytes, at + 1, 'base')) {
    fault(r, at, words.directive)
    skipLine(r)
    return
  }
  const length = isPrefix ? 7 : 5
  const word = decode(r.bytes, at, at + length)
  if (word !== word.toLowerCase()) fault(r, at, words.lowerCaseDirective, at + length)
  r.pos = at + length
  if (!(isPrefix ? readPrefix(r) : readBase(r))) return
  if (skipSpace(r) === BYTE.dot) r.pos++
  else faultBefore(r, words.stop)
}

/** Reads a SPARQL `PREFIX` or `BASE` at the current byte; false when none stands there. */
export function readSparqlDirective(r: Reader): boolean {
  const at = r.pos
  const isPrefix = wordAt(r.bytes, at, 'prefix')
  if (wordAt(r.bytes, at, 'version')) return readVersion(r, at + 7)
  if (!isPrefix && !wordAt(r.bytes, at, 'base')) return false
  r.pos = at + (isPrefix ? 6 : 4)
  if (isPrefix) readPrefix(r)
  else readBase(r)
  return true
}

/** The text that says which RDF this is (RDF 1.2): n3 judges it; false when there is none. */
function readVersion(r: Reader, from: number): boolean {
  const before = r.pos
  r.pos = from
  const c = skipSpace(r)
  if (c !== BYTE.quote && c !== BYTE.apostrophe) {
    r.pos = before
    return false
  }
  r.pos = turtleTokenEnd(r.bytes, r.pos)
  r.isKnown = false
  return true
}

/** `name: <iri>`; false when it was not that (reported, and the line skipped). */
function readPrefix(r: Reader): boolean {
  skipSpace(r)
  const { bytes } = r
  const start = r.pos
  let i = start
  while (i < r.end && ((CLASS[bytes[i]] & NAME) !== 0 || bytes[i] === BYTE.dot)) i++
  const name = decode(bytes, start, i)
  if (bytes[i] !== BYTE.colon || !isPrefixName(name)) return badLine(r, start, words.prefixName, name)
  r.pos = i + 1
  if (skipSpace(r) !== BYTE.less) return badLine(r, r.pos, words.namespace, name)
  const at = r.pos
  const iri = readIriText(r)
  if (iri === undefined) return badLine(r, at, words.closingAngle, name)
  declare(r, name, iri, at)
  return true
}

function isPrefixName(name: string): boolean {
  if (name === '') return true
  if (name.endsWith('.') || !isNameStart(name.codePointAt(0)!)) return false
  return [...name].every((character) => character === '.' || isNameCharacter(character.codePointAt(0)!))
}

function declare(r: Reader, name: string, written: string, at: number): void {
  const { iri, faulty } = absoluteIri(r, written, at)
  r.namespaces.set(name, namespace(iri, !faulty))
  r.builder.prefixes.set(name, iri)
  r.declarations++
  forget(r.spellings)
}

/** A declaration that cannot be read: reported; names with that prefix are then not reported one by one as well. */
function badLine(
  r: Reader,
  at: number,
  expected: (typeof words)[keyof typeof words],
  name?: string,
): boolean {
  fault(r, at, expected, at < r.end ? undefined : at)
  if (name !== undefined && !r.namespaces.has(name)) {
    const known = knownNamespace(name)
    r.namespaces.set(name, known === undefined ? namespace(`${name}:`, false) : namespace(known, true))
  }
  skipLine(r)
  return false
}

function readBase(r: Reader): boolean {
  if (skipSpace(r) !== BYTE.less) return badLine(r, r.pos, words.namespace)
  const at = r.pos
  const written = readIriText(r)
  if (written === undefined) return badLine(r, at, words.closingAngle)
  const { iri, faulty } = absoluteIri(r, written, at)
  forget(r.spellings)
  if (faulty) return true
  r.base = iri
  r.declarations++
  r.baseDeclared = true
  return true
}

/** Goes on after the line of the previous token, where a declaration ends. */
function skipLine(r: Reader): void {
  const from = current(r) === -1 ? r.end : Math.max(previousEnd(r), r.statement)
  r.pos = Math.max(lineEnd(r.bytes, from), Math.min(r.statement + 1, r.end))
}
