// A whole text of Turtle or TriG: directives, statements, graph blocks.
import { internAnonymous } from '../dictionary.ts'
import { AFTER_OBJECT, BYTE, CLASS, decode, LETTER, wordAt } from './characters.ts'
import { readDirective, readSparqlDirective } from './directives.ts'
import { readProperties } from './properties.ts'
import { current, fault, faultBefore, previousEnd, type Reader, skipSpace } from './reader.ts'
import { atRestart, isDirective, mendEarlyStop, skipBad } from './recovery.ts'
import { noteUnknown } from './unsupported.ts'
import { readCollection, readNamed, readPropertyList } from './values.ts'
import { words } from './words.ts'

/** Reads statements to the end of the text; `after` is called after each, with where it began and its first quad. */
export function readStatements(r: Reader, after?: (start: number, firstQuad: number) => void): void {
  for (let c = skipSpace(r); c >= 0; c = skipSpace(r)) {
    const before = r.pos
    const first = r.builder.count()
    r.statement = before
    r.restart = -1
    readStatement(r, c)
    if (r.pos === before) r.pos++
    if (!r.isKnown) noteUnknown(r, before, first)
    after?.(before, first)
  }
}

function readStatement(r: Reader, c: number): void {
  if ((CLASS[c] & AFTER_OBJECT) !== 0 || c === BYTE.closeParen) skipOne(r)
  else if (c === BYTE.less && isMarkup(r)) skipMarkup(r)
  else if (c === BYTE.at) readDirective(r)
  else if (c === BYTE.openBrace) readBlock(r, 0)
  else if ((CLASS[c] & LETTER) === 0 || !readKeyword(r)) readTriples(r)
}

function skipOne(r: Reader): void {
  fault(r, r.pos, words.nothing)
  r.pos++
}

/** True for `<!--`, `<!DOCTYPE` and `<?xml`: another kind of file, or a comment from one. */
function isMarkup(r: Reader): boolean {
  return /^<(?:!--|!doctype|\?xml)/i.test(decode(r.bytes, r.pos, Math.min(r.pos + 10, r.end)))
}

function skipMarkup(r: Reader): void {
  const close = r.bytes.indexOf(BYTE.greater, r.pos)
  const end = close < 0 ? r.end : close + 1
  fault(r, r.pos, words.subject, end)
  r.pos = end
}

/** Reads a statement that begins with PREFIX, BASE or GRAPH; false when none of them stands here. */
function readKeyword(r: Reader): boolean {
  if (readSparqlDirective(r)) return true
  if (!r.trig || !wordAt(r.bytes, r.pos, 'graph')) return false
  r.pos += 5
  const c = skipSpace(r)
  const name = c === BYTE.openBracket ? readEmptyBrackets(r) : readNamed(r, c, words.graphName)
  if (name < 0) skipStatement(r)
  else if (skipSpace(r) === BYTE.openBrace) readBlock(r, name + 1)
  else {
    fault(r, r.pos, words.openBrace)
    skipStatement(r)
  }
  return true
}

/** `[]` as the name of a graph; -1 (reported) when there is something in it. */
function readEmptyBrackets(r: Reader): number {
  const at = r.pos
  r.pos++
  if (skipSpace(r) === BYTE.closeBracket) {
    r.pos++
    return internAnonymous(r.dictionary)
  }
  fault(r, at, words.graphName)
  return -1
}

/** Reads one statement with its full stop; in TriG it may turn out to be the name of a graph block. */
function readTriples(r: Reader): void {
  const at = r.pos
  const c = current(r)
  if (mendEarlyStop(r)) {
    readProperties(r, r.subject)
    endStatement(r)
    return
  }
  const subject = readSubject(r, c)
  r.subject = subject
  if (subject < 0) {
    skipStatement(r)
    return
  }
  const next = skipSpace(r)
  const isName = c !== BYTE.openParen && (c !== BYTE.openBracket || isEmptyBrackets(r, at))
  if (next === BYTE.openBrace && !r.block && isName) {
    readBlock(r, subject + 1)
    return
  }
  r.builder.subject(subject, at)
  const mayStandAlone = c === BYTE.openBracket && !isEmptyBrackets(r, at)
  if (!mayStandAlone || !endsStatement(r, next)) readProperties(r, subject)
  endStatement(r)
}

function readSubject(r: Reader, c: number): number {
  if (c === BYTE.openBracket) return readPropertyList(r)
  if (c === BYTE.openParen) return readCollection(r)
  return readNamed(r, c, words.subject)
}

function endsStatement(r: Reader, c: number): boolean {
  return c < 0 || c === BYTE.dot || (c === BYTE.closeBrace && r.block) || atRestart(r)
}

/** True when the `[` at `at` is followed by `]` at once. */
function isEmptyBrackets(r: Reader, at: number): boolean {
  let i = at + 1
  while (r.bytes[i] <= 32) i++
  return r.bytes[i] === BYTE.closeBracket
}

function endStatement(r: Reader): void {
  if (atRestart(r)) return
  const c = skipSpace(r)
  if (c === BYTE.dot) r.pos++
  else if (c === BYTE.closeBrace && r.block) return
  else if (c < 0) {
    if (previousEnd(r) !== r.mended) faultBefore(r, words.stop)
  } else {
    fault(r, r.pos, words.separator)
    skipStatement(r)
  }
}

/** Skips to after the full stop that ends the current statement, or to the next one. */
function skipStatement(r: Reader): void {
  for (;;) {
    skipBad(r)
    const c = current(r)
    if (c < 0 || atRestart(r) || (c === BYTE.closeBrace && r.block)) return
    r.pos++
    if (c === BYTE.dot) return
  }
}

/** Reads `{ … }`, whose statements go to `graph` (0 or 1 + the term id of its name). */
function readBlock(r: Reader, graph: number): void {
  if (!r.trig) fault(r, r.pos, words.noBraces)
  r.graph = graph
  r.block = true
  r.pos++
  for (let c = skipSpace(r); c !== BYTE.closeBrace; c = skipSpace(r)) {
    if (c < 0 || isDirective(r, r.pos)) {
      faultBefore(r, words.closingBrace)
      break
    }
    const before = r.pos
    const first = r.builder.count()
    r.statement = before
    r.restart = -1
    readTriples(r)
    if (r.pos === before) r.pos++
    if (!r.isKnown) noteUnknown(r, before, first)
  }
  if (current(r) === BYTE.closeBrace) r.pos++
  r.graph = 0
  r.block = false
}
