// Where a token of XML ends: for code frames.
import {
  AMP,
  APOSTROPHE,
  EQUALS,
  GT,
  IS_SPACE,
  LT,
  NAME_START,
  QUOTE,
  SEMICOLON,
  skipName,
  skipSpace,
} from './bytes.ts'

/**
 * Byte offset just after the token that begins at `start`: a tag, an attribute with its value, a reference,
 * or the text up to the next tag without the white space at its end.
 */
export function rdfxmlTokenEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.length
  if (start >= end) return end
  const c = bytes[start]
  if (c === LT) return tagEnd(bytes, start)
  if (c === AMP) return referenceEnd(bytes, start)
  return attributeEnd(bytes, start) ?? textEnd(bytes, start)
}

function tagEnd(bytes: Uint8Array, start: number): number {
  let quote = 0
  for (let i = start + 1; i < bytes.length; i++) {
    const c = bytes[i]
    if (quote !== 0) {
      if (c === LT) return textEnd(bytes, start)
      if (c === quote) quote = 0
    } else if (c === GT) return i + 1
    else if (c === LT) return textEnd(bytes, start)
    else if (c === QUOTE || c === APOSTROPHE) quote = c
  }
  return textEnd(bytes, start)
}

function referenceEnd(bytes: Uint8Array, start: number): number {
  const from = bytes[start + 1] === 0x23 ? start + 2 : start + 1
  const stop = skipName(bytes, from, Math.min(bytes.length, start + 64))
  return stop > from && bytes[stop] === SEMICOLON ? stop + 1 : start + 1
}

function attributeEnd(bytes: Uint8Array, start: number): number | undefined {
  const end = bytes.length
  if (NAME_START[bytes[start]] === 0) return undefined
  const stop = skipName(bytes, start, end)
  const equals = skipSpace(bytes, stop, end)
  if (bytes[equals] !== EQUALS) return undefined
  const open = skipSpace(bytes, equals + 1, end)
  if (bytes[open] !== QUOTE && bytes[open] !== APOSTROPHE) return undefined
  const close = bytes.indexOf(bytes[open], open + 1)
  return close < 0 ? textEnd(bytes, start) : close + 1
}

function textEnd(bytes: Uint8Array, start: number): number {
  const next = bytes.indexOf(LT, start + 1)
  let i = next < 0 ? bytes.length : next
  while (i > start + 1 && IS_SPACE[bytes[i - 1]] === 1) i--
  return i
}
