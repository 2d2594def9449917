// The document as a sequence of markup: tags, text, comments, CDATA; and what its end means.
import {
  BANG,
  decode,
  GT,
  indexOf,
  LT,
  NAME_START,
  QUESTION,
  SLASH,
  skipName,
  skipSpace,
  startsWith,
} from './bytes.ts'
import { readDoctype } from './doctype.ts'
import { nodeElement, propertyElement } from './elements.ts'
import { classify, close, mayOpen, open } from './frames.ts'
import { leaveScope } from './names.ts'
import { envelopeElement, rootElement, stopAtHtml } from './root.ts'
import { frameName, type Reader, ROLE, report, reportOnce } from './state.ts'
import { readTag } from './tag.ts'
import { addCdata, readText, reportText } from './text.ts'
import { xmlReasons } from './words.ts'

/** Reads everything. */
export function readDocument(r: Reader): void {
  while (r.pos < r.end) readMarkup(r)
  endDocument(r)
}

/** Reads one piece of markup, or the text up to the next. */
export function readMarkup(r: Reader): void {
  const { bytes, pos } = r
  const next = bytes[pos + 1]
  if (bytes[pos] !== LT) readText(r)
  else if (next === SLASH) readEnd(r)
  else if (NAME_START[next] === 1) readStart(r)
  else if (next === BANG) readDeclaration(r)
  else if (next === QUESTION) readInstruction(r)
  else readText(r)
}

function readStart(r: Reader): void {
  if (!readTag(r)) {
    leaveScope(r.names, r.tag.scope)
    reportTruncated(r, r.tag.at)
    return
  }
  if (r.beyond > 0) {
    leaveScope(r.names, r.tag.scope)
    if (!r.tag.empty) r.beyond++
    return
  }
  if (!mayOpen(r)) return
  const outer = r.stack[r.depth]
  if (outer.role === ROLE.node) propertyElement(r, outer)
  else if (outer.role === ROLE.document) rootElement(r)
  else if (outer.role === ROLE.envelope) envelopeElement(r)
  else if (outer.role === ROLE.skipped) skippedElement(r)
  else nodeElement(r, outer)
}

function skippedElement(r: Reader): void {
  classify(r, true)
  open(r, ROLE.skipped)
  if (r.tag.empty) close(r)
}

function readEnd(r: Reader): void {
  const { bytes } = r
  if (r.beyond > 0) {
    r.beyond--
    r.pos = afterTag(r, r.pos + 2)
    return
  }
  const frame = r.stack[r.depth]
  let i = r.pos + 2
  let n = frame.nameStart
  if (r.depth > 0) {
    while (n < frame.nameEnd && bytes[n] === bytes[i]) {
      n++
      i++
    }
    if (n === frame.nameEnd && bytes[i] === GT) {
      close(r)
      r.pos = i + 1
      return
    }
  }
  readOtherEnd(r)
}

/** An end tag that is not the plain one expected. */
function readOtherEnd(r: Reader): void {
  const { bytes, end } = r
  const at = r.pos
  const stop = skipName(bytes, at + 2, end)
  const name = decode(bytes, at + 2, stop)
  const after = skipSpace(bytes, stop, end)
  r.pos = afterTag(r, stop)
  if (bytes[after] !== GT) report(r, at, xmlReasons.openTag(`/${name}`))
  let level = r.depth
  while (level > 0 && !isNamed(r, level, at + 2, stop)) level--
  if (level === 0 && isMisspelled(r, name)) {
    report(r, at, xmlReasons.wrongEnd(name, frameName(r, r.stack[r.depth])))
    level = r.depth
  } else if (level === 0) report(r, at, xmlReasons.strayEnd(name))
  else if (level < r.depth) report(r, at, xmlReasons.mismatch(name, frameName(r, r.stack[r.depth])))
  while (level > 0 && r.depth >= level) close(r)
}

/** True when the element open at `level` has the name `bytes[start, end)`. */
function isNamed(r: Reader, level: number, start: number, end: number): boolean {
  const { bytes } = r
  const frame = r.stack[level]
  if (frame.nameEnd - frame.nameStart !== end - start) return false
  let i = start
  while (i < end && bytes[i] === bytes[frame.nameStart + i - start]) i++
  return i === end
}

/** An end tag that names nothing open surely ends the innermost element when that holds text, or nearly has the name. */
function isMisspelled(r: Reader, name: string): boolean {
  if (r.depth === 0) return false
  const frame = r.stack[r.depth]
  if (frameName(r, frame).toLowerCase() === name.toLowerCase()) return true
  return frame.role === ROLE.property && !frame.filled && r.text.state !== 'none'
}

/** After the `>` of an end tag; before the next `<` when that comes first. */
function afterTag(r: Reader, from: number): number {
  let i = from
  while (i < r.end && r.bytes[i] !== GT && r.bytes[i] !== LT) i++
  return i < r.end && r.bytes[i] === GT ? i + 1 : i
}

function readDeclaration(r: Reader): void {
  const { bytes, pos } = r
  if (startsWith(bytes, pos, '<!--')) readComment(r)
  else if (startsWith(bytes, pos, '<![CDATA[')) readCdata(r)
  else if (startsWith(bytes, pos, '<!DOCTYPE') || startsWith(bytes, pos, '<!doctype')) {
    if (r.depth > 0 || r.root !== 'none') report(r, pos, xmlReasons.doctype)
    const root = readDoctype(r)
    if (root.toLowerCase() === 'html' && r.root === 'none') {
      r.rootAt = pos
      r.rootName = root
      stopAtHtml(r)
    }
  } else {
    report(r, pos, xmlReasons.markup)
    r.pos = afterTag(r, pos + 2)
  }
}

function readComment(r: Reader): void {
  const { bytes, pos } = r
  const dashes = indexOf(bytes, '--', pos + 4)
  const close = dashes < 0 || bytes[dashes + 2] === GT ? dashes : indexOf(bytes, '-->', dashes)
  if (close > dashes) report(r, dashes, xmlReasons.dashes)
  passOver(r, close, 3)
}

function readCdata(r: Reader): void {
  const { pos } = r
  const start = pos + 9
  const close = indexOf(r.bytes, ']]>', start)
  const frame = r.stack[r.depth]
  if (close >= 0 && frame.role === ROLE.property && !frame.filled && r.beyond === 0) addCdata(r, start, close)
  else if (close > start) reportText(r, frame, start, close)
  passOver(r, close, 3)
}

function readInstruction(r: Reader): void {
  const { bytes, pos } = r
  if (pos > 0 && startsWith(bytes, pos, '<?xml') && /\s/.test(String.fromCharCode(bytes[pos + 5])))
    report(r, pos, xmlReasons.declaration)
  passOver(r, indexOf(bytes, '?>', pos + 2), 2)
}

/** Goes on after the markup that closes at `close`, or to the end when it never closes. */
function passOver(r: Reader, close: number, size: number): void {
  if (close < 0) reportTruncated(r, r.pos)
  r.pos = close < 0 ? r.end : close + size
}

function reportTruncated(r: Reader, at: number): void {
  r.truncated = true
  reportOnce(r, 'truncated', at, xmlReasons.truncatedMarkup)
}

/** Says what is open at the end, and what the document was. */
export function endDocument(r: Reader): void {
  const { problems } = r.builder
  const open = r.stack[r.depth]
  if (r.depth > 0) {
    reportOnce(r, 'truncated', open.at, xmlReasons.truncated(frameName(r, open)))
    r.truncated = true
  }
  while (r.depth > 0) close(r)
  const params = { element: r.rootName }
  const foreign = r.root === 'envelope' && r.found === 0
  if (r.root === 'html') replaceProblems(r, 'document-html')
  else if (foreign && !r.textFirst) replaceProblems(r, 'document-not-rdf')
  else if (foreign || r.root === 'none') reportNoElement(r)
  else if (r.root === 'envelope') problems.push({ rule: 'syntax-rdfxml-envelope', at: r.rootAt, params })
}

/** What is not RDF gets one problem, not one for each thing that would be wrong if it were. */
function replaceProblems(r: Reader, rule: string): void {
  const { problems } = r.builder
  problems.length = 0
  problems.push({ rule, at: r.rootAt, params: { element: r.rootName } })
}

function reportNoElement(r: Reader): void {
  const start = skipSpace(r.bytes, 0, r.end)
  if (start < r.end && r.truncated && r.root === 'none') return
  r.builder.problems.length = 0
  report(r, start < r.end ? start : 0, start < r.end ? xmlReasons.noElement : xmlReasons.empty)
}
