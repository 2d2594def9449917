// N-Triples and N-Quads: one statement a line, so a bad line costs that line and nothing more.
import { BYTE } from './characters.ts'
import { readIri } from './iris.ts'
import { readLiteral } from './literals.ts'
import { readBlank } from './names.ts'
import { fault, lineEnd, type Reader, skipBlanks, skipSpace } from './reader.ts'
import { noteUnknown } from './unsupported.ts'
import { words } from './words.ts'

/**
 * Reads lines to the end of the text; a fourth term, the graph, is allowed when `quads`. `after` is called after each
 * statement, with where it began and its first quad.
 */
export function readLines(
  r: Reader,
  quads: boolean,
  after?: (start: number, firstQuad: number) => void,
): void {
  while (skipSpace(r) >= 0) {
    const start = r.pos
    const first = r.builder.count()
    r.statement = start
    if (readLine(r, quads)) checkLineEnd(r)
    else r.pos = lineEnd(r.bytes, r.pos)
    if (!r.isKnown) noteUnknown(r, start, first)
    after?.(start, first)
  }
}

/** Reads one statement; false when it is not one (reported), unless all three terms were read. */
function readLine(r: Reader, quads: boolean): boolean {
  const subjectAt = r.pos
  const subject = readTerm(r, words.lineSubject)
  if (subject < 0) return false
  skipBlanks(r)
  const predicate = r.bytes[r.pos] === BYTE.less ? readIri(r) : wrong(r, words.lineTerm)
  if (predicate < 0) return false
  const c = skipBlanks(r)
  const at = r.pos
  const object = c === BYTE.quote ? readLiteral(r, BYTE.quote) : readTerm(r, words.lineObject)
  if (object < 0) return false
  let graph = 0
  const next = skipBlanks(r)
  if (quads && (next === BYTE.less || next === BYTE.underscore)) graph = readTerm(r, words.lineTerm) + 1
  r.builder.subject(subject, subjectAt)
  r.builder.add(subject, predicate, object, at, graph)
  if (skipBlanks(r) === BYTE.dot) {
    r.pos++
    return true
  }
  if (r.mended !== r.pos) fault(r, r.pos, words.lineStop)
  return false
}

/** Reads an IRI or a blank node label; its id, or -1 (reported as not being `expected`). */
function readTerm(r: Reader, expected: (typeof words)[keyof typeof words]): number {
  const c = r.bytes[r.pos]
  if (c === BYTE.less) return readIri(r)
  const id = c === BYTE.underscore ? readBlank(r) : -2
  return id === -2 ? wrong(r, expected) : id
}

function wrong(r: Reader, expected: (typeof words)[keyof typeof words]): number {
  fault(r, r.pos, expected)
  return -1
}

function checkLineEnd(r: Reader): void {
  const c = skipBlanks(r)
  if (c < 0 || c === BYTE.newline || c === BYTE.return || c === BYTE.hash) return
  fault(r, r.pos, words.newLine)
  r.pos = lineEnd(r.bytes, r.pos)
}
