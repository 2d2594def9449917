// A text that stays in its file: bytes, lines and places of it without holding more than a few blocks at a time.
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Location } from '../finding.ts'

/** Line breaks are counted by blocks of this many bytes. */
const BLOCK = 1 << 14
const LINE_BREAK = 10
const READ = 1 << 22

export interface FileText {
  readonly file: string
  readonly size: number
  readonly isUtf8: boolean
  /** Up to `length` bytes from an offset, in a buffer of their own, not ending inside a character. */
  readonly read: (offset: number, length: number) => Uint8Array
  /** The place of the token at an offset; `end` replaces the token's own end. */
  readonly locationAt: (offset: number, end: number | undefined, tokenEnd: TokenEnd) => Location
  /** The text of a line (from 1) without its line break; undefined past the end. */
  readonly line: (line: number) => string | undefined
  readonly close: () => void
}

type TokenEnd = (bytes: Uint8Array, start: number) => number

/** Opens a file and reads it once, to count its lines and to see whether it is UTF-8. Throws what node:fs throws. */
export function openFileText(file: string): FileText {
  const fd = openSync(file, 'r')
  const { size } = fstatSync(fd)
  const breaks = new Uint32Array(Math.ceil(size / BLOCK) + 1)
  const readInto = (buffer: Uint8Array, offset: number): number => {
    let got = 0
    while (got < buffer.length) {
      const more = readSync(fd, buffer, got, buffer.length - got, offset + got)
      if (more === 0) break
      got += more
    }
    return got
  }
  const read = (offset: number, length: number): Uint8Array => {
    const buffer = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, size - offset)))
    const got = readInto(buffer, offset)
    return buffer.subarray(0, offset + got < size ? wholeCharacters(buffer, got) : got)
  }
  const isValid = scan(size, readInto, breaks)
  const blocks = new Map<number, Uint8Array>()
  const block = (index: number): Uint8Array => {
    let bytes = blocks.get(index)
    if (!bytes) {
      if (blocks.size > 64) blocks.clear()
      bytes = Buffer.allocUnsafeSlow(Math.min(BLOCK, Math.max(0, size - index * BLOCK)))
      readInto(bytes, index * BLOCK)
      blocks.set(index, bytes)
    }
    return bytes
  }
  const lines = createLines({ size, breaks, block, read })
  return {
    file,
    size,
    isUtf8: isValid,
    read,
    locationAt: (offset, end, tokenEnd) => {
      const from = Math.min(Math.max(offset, 0), size)
      const stop = Math.max(from, end ?? endOfToken(read, from, tokenEnd))
      const last = lines.position(stop)
      return { file, ...lines.position(from), endLine: last.line, endColumn: last.column }
    },
    line: lines.line,
    close: () => closeSync(fd),
  }
}

/** The length without the beginning of a character that the bytes end in. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  let at = length - 1
  while (at > 0 && length - at < 4 && (bytes[at] & 0xc0) === 0x80) at--
  const lead = bytes[at]
  const needed = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  return at + needed > length ? at : length
}

function scan(
  size: number,
  readInto: (buffer: Uint8Array, offset: number) => number,
  breaks: Uint32Array,
): boolean {
  const buffer = Buffer.allocUnsafeSlow(Math.min(READ, Math.max(size, 1)))
  let valid = true
  let pending = 0
  for (let offset = 0; offset < size; ) {
    const got = readInto(buffer, offset)
    if (got === 0) break
    for (let at = buffer.indexOf(LINE_BREAK); at >= 0 && at < got; at = buffer.indexOf(LINE_BREAK, at + 1))
      if (offset + at >= pending) breaks[Math.floor((offset + at) / BLOCK) + 1]++
    pending = offset + got
    const whole = pending < size ? wholeCharacters(buffer, got) : got
    valid &&= isUtf8(buffer.subarray(0, whole))
    offset += Math.max(whole, 1)
  }
  for (let i = 1; i < breaks.length; i++) breaks[i] += breaks[i - 1]
  return valid
}

const TOKEN = 1 << 14

function endOfToken(read: FileText['read'], from: number, tokenEnd: TokenEnd): number {
  for (let length = TOKEN; ; length *= 8) {
    const bytes = read(from, length)
    const end = tokenEnd(bytes, 0)
    if (end < bytes.length || bytes.length < length - 4) return from + end
  }
}

interface Blocks {
  readonly size: number
  /** Line breaks before each block. */
  readonly breaks: Uint32Array
  readonly block: (index: number) => Uint8Array
  readonly read: FileText['read']
}

function createLines({ size, breaks, block, read }: Blocks) {
  /** Offset just after the `count`-th line break of the file (0: its beginning). */
  const startOf = (count: number): number => {
    if (count === 0) return 0
    let low = 0
    let high = breaks.length - 1
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if (breaks[middle] < count) low = middle
      else high = middle
    }
    const bytes = block(low)
    let at = -1
    for (let left = count - breaks[low]; left > 0; left--) at = bytes.indexOf(LINE_BREAK, at + 1)
    return low * BLOCK + at + 1
  }
  const countBefore = (offset: number): number => {
    const index = Math.min(Math.floor(offset / BLOCK), breaks.length - 1)
    const bytes = block(index)
    const stop = offset - index * BLOCK
    let count = breaks[index]
    for (let at = bytes.indexOf(LINE_BREAK); at >= 0 && at < stop; at = bytes.indexOf(LINE_BREAK, at + 1))
      count++
    return count
  }
  const total = breaks[breaks.length - 1]
  return {
    position: (offset: number): { line: number; column: number } => {
      const count = countBefore(offset)
      const start = startOf(count)
      return { line: count + 1, column: decode(read(start, offset - start)).length + 1 }
    },
    line: (line: number): string | undefined => {
      if (line < 1 || line > total + 1) return undefined
      const start = startOf(line - 1)
      const end = line > total ? size : startOf(line) - 1
      return decode(read(start, end - start)).replace(/\r$/, '')
    },
  }
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}
