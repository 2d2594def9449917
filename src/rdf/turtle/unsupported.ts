// Things beyond Turtle 1.1 that the graph has no room for: quoted triples, annotations, reifiers.
import { BYTE } from './characters.ts'
import type { Reader } from './reader.ts'
import { turtleTokenEnd } from './token-end.ts'

/**
 * Skips the quoted triple, annotation or reifier at `at` and says so, once for each.
 * Returns -1, the "no term" of the readers.
 */
export function unsupportedAt(r: Reader, at: number): number {
  const { bytes, end } = r
  let depth = 0
  let i = at
  while (i < end) {
    const c = bytes[i]
    const pair = bytes[i + 1]
    if ((c === BYTE.less && pair === BYTE.less) || (c === BYTE.openBrace && pair === BYTE.bar)) {
      depth++
      i += 2
    } else if (
      (c === BYTE.greater && pair === BYTE.greater) ||
      (c === BYTE.bar && pair === BYTE.closeBrace)
    ) {
      depth--
      i += 2
    } else if (c === BYTE.dot && depth === 0) break
    else if (c === BYTE.hash) i = skipComment(bytes, i)
    else if (isStatementEnd(bytes, i)) break
    else i = turtleTokenEnd(bytes, i)
    if (depth === 0) break
  }
  r.pos = Math.max(i, at + 1)
  r.mended = r.pos
  r.builder.problems.push({
    rule: 'syntax-turtle-unsupported',
    at,
    end: r.pos,
    params: { found: Buffer.from(bytes.subarray(at, Math.min(at + 2, end))).toString('utf8') },
  })
  return -1
}

function isStatementEnd(bytes: Uint8Array, i: number): boolean {
  return bytes[i] === BYTE.dot && (i + 1 >= bytes.length || bytes[i + 1] <= 32)
}

function skipComment(bytes: Uint8Array, from: number): number {
  const i = bytes.indexOf(BYTE.newline, from)
  return i < 0 ? bytes.length : i
}
