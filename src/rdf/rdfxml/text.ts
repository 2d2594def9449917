// Text between tags. The text of a property is gathered: as one run of the document when nothing in it needs
// decoding (nearly always), else in a buffer. Anywhere else only white space is allowed.
import { HASH_SEED } from '../dictionary.ts'
import {
  AMP,
  BANG,
  BRACKET_CLOSE,
  type ByteBuffer,
  CR,
  decode,
  FORBIDDEN,
  GT,
  IS_SPACE,
  LF,
  LT,
  NAME_START,
  pushByte,
  pushBytes,
  QUESTION,
  SLASH,
  TEXT_STOP,
} from './bytes.ts'
import { readReference, reportControl } from './references.ts'
import { type Frame, frameName, type Reader, ROLE, report, reportOnce } from './state.ts'
import { rdfReasons, xmlReasons } from './words.ts'

/** True when the `<` at `at` begins markup and is not a stray character. */
export function beginsMarkup(r: Reader, at: number): boolean {
  const next = r.bytes[at + 1]
  return next === SLASH || next === BANG || next === QUESTION || NAME_START[next] === 1
}

/** Reads text up to the next markup. */
export function readText(r: Reader): void {
  const frame = r.stack[r.depth]
  if (frame.role === ROLE.property && !frame.filled && r.beyond === 0) gatherText(r)
  else skipText(r, frame)
}

/** Forgets the text gathered so far. */
export function clearText(r: Reader): void {
  r.text.state = 'none'
  r.text.spare.length = 0
}

function gatherText(r: Reader): void {
  const { bytes, end, text } = r
  const start = r.pos
  let i = start
  let h = HASH_SEED
  while (i < end) {
    const c = bytes[i]
    if (TEXT_STOP[c] === 1) break
    h = Math.imul(h ^ c, 16777619)
    i++
  }
  if (text.state === 'none' && i < end && bytes[i] === LT && beginsMarkup(r, i)) {
    text.state = 'run'
    text.start = start
    text.end = i
    text.hash = h
    r.pos = i
    return
  }
  const out = decodedText(r)
  pushBytes(out, bytes, start, i)
  r.pos = decodeText(r, i, out)
}

/** The buffer of the gathered text, with the run so far moved into it. */
function decodedText(r: Reader): ByteBuffer {
  const { text } = r
  if (text.state === 'run') pushBytes(text.spare, r.bytes, text.start, text.end)
  text.state = 'decoded'
  return text.spare
}

/** Decodes text from `from` to the next markup into `out`; returns the offset of that markup. */
export function decodeText(r: Reader, from: number, out: ByteBuffer): number {
  const { bytes, end } = r
  let i = from
  while (i < end) {
    const c = bytes[i]
    if (TEXT_STOP[c] === 0) {
      const run = i
      while (i < end && TEXT_STOP[bytes[i]] === 0) i++
      pushBytes(out, bytes, run, i)
    } else if (c === LT && beginsMarkup(r, i)) return i
    else if (c === AMP) i = readReference(r, i, out)
    else i = readStop(r, i, out)
  }
  return i
}

function readStop(r: Reader, i: number, out: ByteBuffer): number {
  const { bytes } = r
  const c = bytes[i]
  if (c === CR) {
    pushByte(out, LF)
    return bytes[i + 1] === LF ? i + 2 : i + 1
  }
  if (c === LT) report(r, i, xmlReasons.lessThan)
  else if (FORBIDDEN[c] === 1) reportControl(r, i, c)
  else if (bytes[i + 1] === BRACKET_CLOSE && bytes[i + 2] === GT) report(r, i, xmlReasons.cdataEnd)
  pushByte(out, c)
  return i + 1
}

/** Adds a CDATA section's bytes to the text, with line ends as XML wants them. */
export function addCdata(r: Reader, start: number, end: number, out = decodedText(r)): void {
  for (let i = start; i < end; ) {
    const found = r.bytes.indexOf(CR, i)
    const stop = found < 0 || found > end ? end : found
    pushBytes(out, r.bytes, i, stop)
    if (stop < end) pushByte(out, LF)
    i = r.bytes[stop] === CR && r.bytes[stop + 1] === LF ? stop + 2 : stop + 1
  }
}

function skipText(r: Reader, frame: Frame): void {
  const { bytes, end } = r
  let i = r.pos
  while (i < end && IS_SPACE[bytes[i]] === 1) i++
  const start = i
  if (i < end && (bytes[i] !== LT || !beginsMarkup(r, i))) {
    i = nextMarkup(r, i)
    reportText(r, frame, start, i)
  }
  r.pos = i
}

function nextMarkup(r: Reader, from: number): number {
  let i = r.bytes.indexOf(LT, from)
  while (i >= 0 && !beginsMarkup(r, i)) i = r.bytes.indexOf(LT, i + 1)
  return i < 0 ? r.end : i
}

/** Reports text where none belongs. */
export function reportText(r: Reader, frame: Frame, start: number, end: number): void {
  if (r.beyond > 0 || frame.role === ROLE.skipped || frame.role === ROLE.envelope) return
  if (frame.role === ROLE.document && r.root === 'none') r.textFirst = true
  const written = decode(r.bytes, start, Math.min(end, start + 200))
    .replace(/\s+/g, ' ')
    .trim()
  const excerpt = written.length > 40 ? `${written.slice(0, 39)}…` : written
  const reason = textReason(r, frame, excerpt)
  if (frame.role === ROLE.property) reportOnce(r, `mixed ${frame.at}`, start, reason)
  else report(r, start, reason)
}

function textReason(r: Reader, frame: Frame, excerpt: string) {
  if (frame.role === ROLE.document) return xmlReasons.textOutside(excerpt)
  const name = frameName(r, frame)
  if (frame.role === ROLE.node) return rdfReasons.textInNode(excerpt, name)
  if (frame.role === ROLE.property) return rdfReasons.mixed(name)
  if (frame.role === ROLE.filled) return rdfReasons.filled(name)
  return rdfReasons.textInRdf(excerpt, name)
}
