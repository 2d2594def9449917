// The bounding box of a geometry in well-known text, in degrees; for places on maps and in schema.org.

export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

const MAX_TEXT = 1_000_000

/** Undefined when the text has no two numbers that can be a longitude and a latitude. Points are boxes without area. */
export function boxOf(wkt: string): Box | undefined {
  if (wkt.length > MAX_TEXT) return undefined
  const body = wkt.replace(/^<[^>]*>/, '').replace(/^[^(]*/, '')
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const pair of body.split(/[(),]+/)) {
    const [x, y] = pair.trim().split(/\s+/).map(Number)
    if (pair.trim() === '' || y === undefined || Number.isNaN(x) || Number.isNaN(y)) continue
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return Number.isFinite(west) && isOnEarth ? { west, south, east, north } : undefined
}
