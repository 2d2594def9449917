// A text with places in it: byte offsets to lines and columns, and the lines themselves for code frames.
import type { Location } from '../finding.ts'

/** UTF-8 bytes and how to find the end of the token that begins at an offset. */
export interface SourceText {
  /** What the text is called in locations: a path, a URL, or `-`. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Syntax id, a key of the `syntaxes` record. */
  readonly syntax: string
  /** Byte offset just after the token that begins at `start`. */
  readonly tokenEnd: (bytes: Uint8Array, start: number) => number
  /** Line number of the first byte; more than 1 for a window of a larger text. */
  readonly firstLine?: number
}

const lineStarts = new WeakMap<Uint8Array, Uint32Array>()

function startsOf(bytes: Uint8Array): Uint32Array {
  let starts = lineStarts.get(bytes)
  if (!starts) {
    starts = lineStartsOf(bytes)
    lineStarts.set(bytes, starts)
  }
  return starts
}

/** Byte by byte: to ask for the next line break costs more than a line has bytes. */
function lineStartsOf(bytes: Uint8Array): Uint32Array {
  let starts = new Uint32Array(64 + (bytes.length >>> 4))
  let count = 1
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 10) continue
    if (count === starts.length) {
      const wider = new Uint32Array(count * 2)
      wider.set(starts)
      starts = wider
    }
    starts[count++] = at + 1
  }
  return starts.slice(0, count)
}

/** Makes the line index of an edited text from that of the one before; `head` and `tail` bytes are common to both. */
export function carryLines(
  before: Uint8Array,
  after: Uint8Array,
  { head, tail }: { readonly head: number; readonly tail: number },
): void {
  const old = startsOf(before)
  const rest = before.length - tail
  const first = lineIndex(old, head) + 1
  let last = first
  while (last < old.length && old[last] <= rest) last++
  const middle: number[] = []
  const stop = after.length - tail
  for (let at = after.indexOf(10, head); at >= 0 && at < stop; at = after.indexOf(10, at + 1))
    middle.push(at + 1)
  const starts = new Uint32Array(first + middle.length + old.length - last)
  starts.set(old.subarray(0, first))
  starts.set(middle, first)
  const moved = after.length - before.length
  for (let i = last, k = first + middle.length; i < old.length; i++, k++) starts[k] = old[i] + moved
  lineStarts.set(after, starts)
}

function lineIndex(starts: Uint32Array, offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (starts[middle] <= offset) low = middle
    else high = middle
  }
  return low
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
}

/** Line and column (both from 1, columns in UTF-16 code units) of a byte offset. */
export function position(source: SourceText, offset: number): { line: number; column: number } {
  const starts = startsOf(source.bytes)
  const index = lineIndex(starts, offset)
  return {
    line: index + (source.firstLine ?? 1),
    column: decode(source.bytes, starts[index], offset).length + 1,
  }
}

/** The location of the token at a byte offset; `end` replaces the token's own end. */
export function locationAt(source: SourceText, offset: number, end?: number): Location {
  const from = Math.min(Math.max(offset, 0), source.bytes.length)
  const start = position(source, from)
  const stop = position(source, Math.max(from, end ?? source.tokenEnd(source.bytes, from)))
  return { file: source.file, ...start, endLine: stop.line, endColumn: stop.column }
}

/** Byte offset of a place that {@link position} gave; -1 for a line that the text does not have. */
export function offsetAt(source: SourceText, line: number, column: number): number {
  const starts = startsOf(source.bytes)
  const index = line - (source.firstLine ?? 1)
  if (index < 0 || index >= starts.length) return -1
  const text = decode(source.bytes, starts[index], starts[index + 1] ?? source.bytes.length)
  return starts[index] + Buffer.byteLength(text.slice(0, column - 1))
}

/** The text of a line (from 1), without its line break; undefined past the end. */
export function lineText(source: SourceText, line: number): string | undefined {
  const starts = startsOf(source.bytes)
  const index = line - (source.firstLine ?? 1)
  if (index < 0 || index >= starts.length) return undefined
  const end = index + 1 < starts.length ? starts[index + 1] - 1 : source.bytes.length
  return decode(source.bytes, starts[index], end).replace(/\r$/, '')
}
