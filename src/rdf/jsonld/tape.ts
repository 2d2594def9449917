// The flat form of a JSON text: tokens in columns, each with its place in the bytes.
import type { Text } from '../../finding.ts'

/** Kinds of tokens. ESCAPED is a string whose bytes are not its text. DROPPED marks a key that a later one replaces. */
export const OBJECT = 1
export const ARRAY = 2
export const STRING = 3
export const ESCAPED = 4
export const NUMBER = 5
export const TRUE = 6
export const FALSE = 7
export const NULL = 8
export const DROPPED = 9
/** A string that was written without quotation marks. */
export const BARE = 10

/** Tokens in document order. The children of an object are key, value, key, value …; `next` leads past a subtree. */
export interface Tape {
  readonly bytes: Uint8Array
  count: number
  kind: Uint8Array
  /** Byte offset of the first byte (the quotation mark of a string). */
  start: Uint32Array
  /** Byte offset after the last byte. */
  end: Uint32Array
  /** Token index after this value and all it holds. */
  next: Uint32Array
  /** Of strings: {@link hashBytes} of the bytes between the quotation marks. */
  hash: Int32Array
}

export interface JsonFault {
  readonly rule: 'syntax-jsonld' | 'syntax-jsonld-duplicate-key'
  readonly at: number
  readonly reason?: Text
  readonly key?: string
}

/** Offset of the quotation mark that ends the string whose text begins at `pos`, or the length of the bytes. */
export function stringStop(bytes: Uint8Array, pos: number): number {
  for (; pos < bytes.length && bytes[pos] !== 34; pos++) if (bytes[pos] === 92) pos++
  return Math.min(pos, bytes.length)
}
