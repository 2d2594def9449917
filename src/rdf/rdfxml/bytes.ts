// Bytes of XML: what each one may begin or end, and a buffer for text that must be decoded before it is a term.

export const LT = 0x3c
export const GT = 0x3e
export const AMP = 0x26
export const SLASH = 0x2f
export const BANG = 0x21
export const QUESTION = 0x3f
export const EQUALS = 0x3d
export const QUOTE = 0x22
export const APOSTROPHE = 0x27
export const COLON = 0x3a
export const SEMICOLON = 0x3b
export const HASH = 0x23
export const CR = 0x0d
export const LF = 0x0a
export const SPACE_BYTE = 0x20
export const BRACKET_OPEN = 0x5b
export const BRACKET_CLOSE = 0x5d

function table(test: (c: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, c) => (test(c) ? 1 : 0))
}

const isLetter = (c: number) => (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
const isControl = (c: number) => c < 0x20 && c !== 9 && c !== LF && c !== CR

/** 1 for the bytes of XML white space. */
export const IS_SPACE = table((c) => c === 32 || c === 9 || c === LF || c === CR)
/** 1 for bytes that may begin a name (all bytes of non-ASCII characters count). */
export const NAME_START = table((c) => isLetter(c) || c === 95 || c === COLON || c >= 0x80)
/** 1 for bytes that may continue a name. */
export const NAME_PART = table(
  (c) => isLetter(c) || (c >= 48 && c <= 58) || c === 95 || c === 45 || c === 46 || c >= 0x80,
)
/** 1 for bytes at which text cannot be copied as it stands. */
export const TEXT_STOP = table(
  (c) => c === LT || c === AMP || c === CR || c === BRACKET_CLOSE || isControl(c),
)
/** 1 for bytes at which an attribute value ends or cannot be copied as it stands. */
export const VALUE_STOP = table((c) => c === QUOTE || c === APOSTROPHE || c === LT || c === AMP || c < 0x20)
/** 1 for control characters that XML 1.0 does not allow. */
export const FORBIDDEN = table(isControl)

/** Bytes that grow. */
export interface ByteBuffer {
  bytes: Uint8Array
  length: number
}

export function createBuffer(): ByteBuffer {
  return { bytes: new Uint8Array(1024), length: 0 }
}

function reserve(buffer: ByteBuffer, size: number): void {
  if (size <= buffer.bytes.length) return
  const next = new Uint8Array(Math.max(size, buffer.bytes.length * 2))
  next.set(buffer.bytes.subarray(0, buffer.length))
  buffer.bytes = next
}

export function pushByte(buffer: ByteBuffer, byte: number): void {
  if (buffer.length === buffer.bytes.length) reserve(buffer, buffer.length + 1)
  buffer.bytes[buffer.length++] = byte
}

export function pushBytes(buffer: ByteBuffer, bytes: Uint8Array, start: number, end: number): void {
  reserve(buffer, buffer.length + end - start)
  buffer.bytes.set(bytes.subarray(start, end), buffer.length)
  buffer.length += end - start
}

const encoder = new TextEncoder()

export function pushText(buffer: ByteBuffer, text: string): void {
  const bytes = encoder.encode(text)
  pushBytes(buffer, bytes, 0, bytes.length)
}

/** The text of `bytes[start, end)`. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
}

/** Index of an ASCII string at or after `from`, or -1. */
export function indexOf(bytes: Uint8Array, text: string, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(text, from, 'latin1')
}

/** True when the ASCII string stands at `at`. */
export function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** First offset at or after `i` that is not white space, or `end`. */
export function skipSpace(bytes: Uint8Array, i: number, end: number): number {
  let at = i
  while (at < end && IS_SPACE[bytes[at]] === 1) at++
  return at
}

/** First offset at or after `i` that cannot continue a name, or `end`. */
export function skipName(bytes: Uint8Array, i: number, end: number): number {
  let at = i
  while (at < end && NAME_PART[bytes[at]] === 1) at++
  return at
}
