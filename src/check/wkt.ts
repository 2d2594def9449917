// Well-known text, as much as a catalogue needs: points and polygons in longitude latitude order, and their boxes.

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

export interface Shape {
  readonly kind: string
  /** Longitude, latitude. */
  readonly points: readonly (readonly [number, number])[]
  /** Whether every ring of a polygon ends where it began. */
  readonly closed: boolean
}

/** A reference system before the text, as GeoSPARQL allows. CRS84 and none mean longitude first. */
const REFERENCE = /^\s*<([^>]*)>\s*/
const TEXT = /^\s*(POINT|POLYGON|MULTIPOLYGON|LINESTRING|MULTIPOINT|ENVELOPE)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i

/** The reference system IRI that a WKT literal states, or undefined. */
export function referenceOf(wkt: string): string | undefined {
  return REFERENCE.exec(wkt)?.[1]
}

/** The shape of a WKT literal, or undefined when it is not well formed. ENVELOPE is W, E, N, S as in CQL. */
export function parseWkt(wkt: string): Shape | undefined {
  const match = TEXT.exec(wkt.replace(REFERENCE, ''))
  if (!match) return undefined
  const kind = match[1].toUpperCase()
  const body = match[2]
  if (kind === 'ENVELOPE') return envelope(body)
  if (!isBalanced(body)) return undefined
  const points: [number, number][] = []
  let closed = true
  for (const ring of body.match(/[^()]+/g) ?? []) {
    if (/^[\s,]*$/.test(ring)) continue
    const own: [number, number][] = []
    for (const pair of ring.split(',')) {
      const numbers = pair.trim().split(/\s+/)
      if (numbers.length < 2 || !numbers.every((n) => NUMBER.test(n))) return undefined
      own.push([Number(numbers[0]), Number(numbers[1])])
    }
    const last = own[own.length - 1]
    if (kind.endsWith('POLYGON')) closed &&= own.length > 3 && own[0][0] === last[0] && own[0][1] === last[1]
    points.push(...own)
  }
  return points.length === 0 ? undefined : { kind, points, closed }
}

function isBalanced(body: string): boolean {
  let depth = 0
  for (const c of body) {
    if (c === '(') depth++
    else if (c === ')' && --depth < 0) return false
  }
  return depth === 0
}

function envelope(body: string): Shape | undefined {
  const [w, e, n, s, more] = body
    .slice(1, -1)
    .split(',')
    .map((part) => (NUMBER.test(part.trim()) ? Number(part) : Number.NaN))
  if (more !== undefined || ![w, e, n, s].every(Number.isFinite)) return undefined
  const corners: [number, number][] = [
    [w, s],
    [e, n],
  ]
  return { kind: 'ENVELOPE', points: corners, closed: true }
}

/** The box around a WKT literal, or undefined when it is not well formed. */
export function boxOf(wkt: string): Box | undefined {
  const shape = parseWkt(wkt)
  if (!shape) return undefined
  let [w, s] = shape.points[0]
  let [e, n] = shape.points[0]
  for (const [x, y] of shape.points) {
    w = Math.min(w, x)
    e = Math.max(e, x)
    s = Math.min(s, y)
    n = Math.max(n, y)
  }
  return [w, s, e, n]
}

/** The box around two boxes. */
export function union(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
