// Is the text UTF-8? The one check that looks at bytes as bytes.
import { isUtf8 } from 'node:buffer'
import type { Problem } from '../../finding.ts'

/** A problem at the first byte sequence that is not UTF-8, or undefined when all is well. */
export function encodingProblem(bytes: Uint8Array): Problem | undefined {
  if (isUtf8(bytes)) return undefined
  const at = firstBadByte(bytes)
  const byte = bytes[at]?.toString(16).toUpperCase().padStart(2, '0') ?? ''
  return { rule: 'syntax-encoding', at, end: Math.min(at + 1, bytes.length), params: { byte } }
}

/** The end of the longest well-formed beginning, found by halving at character borders. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 4) {
    let middle = (good + bad) >>> 1
    while (middle > good && (bytes[middle] & 0xc0) === 0x80) middle--
    if (middle === good) break
    if (isUtf8(bytes.subarray(good, middle))) good = middle
    else bad = middle
  }
  while (good < bad && bad - good < 9) {
    const size = characterSize(bytes, good)
    if (size === 0) return good
    good += size
  }
  return good
}

/** Length of the well-formed character at `at`, or 0. */
function characterSize(bytes: Uint8Array, at: number): number {
  for (let size = 1; size <= 4 && at + size <= bytes.length; size++)
    if (isUtf8(bytes.subarray(at, at + size))) return size
  return 0
}
