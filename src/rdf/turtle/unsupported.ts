// Things beyond Turtle 1.1: quoted triples, annotations, reifiers. Here they are skipped; the statement goes to n3.
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
  r.isKnown = false
  r.builder.problems.push({
    rule: 'syntax-turtle-unsupported',
    at,
    end: r.pos,
    params: { found: Buffer.from(bytes.subarray(at, Math.min(at + 2, end))).toString('utf8') },
  })
  return -1
}

/** Notes the statement that has just been read, from `start` and statement number `firstQuad` on, if it was not all known. */
export function noteUnknown(r: Reader, start: number, firstQuad: number): void {
  r.isKnown = true
  const { builder, graph, base } = r
  const last = r.unknown.at(-1)
  const isSame =
    last?.prefixes.size === builder.prefixes.size && last.base === base && r.declarations === r.noted
  r.noted = r.declarations
  r.unknown.push({
    start,
    end: r.pos,
    firstQuad,
    endQuad: builder.count(),
    graph,
    base,
    prefixes: isSame ? last.prefixes : new Map(builder.prefixes),
  })
}

function isStatementEnd(bytes: Uint8Array, i: number): boolean {
  return bytes[i] === BYTE.dot && (i + 1 >= bytes.length || bytes[i + 1] <= 32)
}

function skipComment(bytes: Uint8Array, from: number): number {
  const i = bytes.indexOf(BYTE.newline, from)
  return i < 0 ? bytes.length : i
}
