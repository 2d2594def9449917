// Writes assets/portal/sverige.json: a simplified outline of Sweden as an SVG path, and how to place a position on it.
// Source: Natural Earth (public domain) in the npm package world-atlas. Run by hand with `npm run outline`.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { feature } from 'topojson-client'

/** ISO 3166-1 numeric. */
const SWEDEN = '752'
/** Units of the picture per degree of latitude. */
const SCALE = 40
/** Degrees: detail below this is left out. */
const TOLERANCE = 0.03
const BOUNDS = { west: 10.5, south: 55.1, east: 24.4, north: 69.2 }

const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
const atlas = JSON.parse(readFileSync(file, 'utf8'))
const sweden = atlas.objects.countries.geometries.find(({ id }) => id === SWEDEN)
const { geometry } = feature(atlas, sweden)
const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates

// Equirectangular about the middle of the country: straight bounding boxes stay straight, areas look right.
const stretch = Math.cos((((BOUNDS.south + BOUNDS.north) / 2) * Math.PI) / 180)
const x = (longitude) => (longitude - BOUNDS.west) * SCALE * stretch
const y = (latitude) => (BOUNDS.north - latitude) * SCALE

/** Douglas and Peucker. */
function simplified(points) {
  if (points.length < 3) return points
  const [first, last] = [points[0], points.at(-1)]
  let far = 0
  let at = 0
  for (let i = 1; i < points.length - 1; i++) {
    const distance = distanceTo(points[i], first, last)
    if (distance > far) [far, at] = [distance, i]
  }
  if (far <= TOLERANCE) return [first, last]
  return [...simplified(points.slice(0, at + 1)).slice(0, -1), ...simplified(points.slice(at))]
}

function distanceTo([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length))
  return Math.hypot(px - ax - t * dx, py - ay - t * dy)
}

const path = polygons
  .map(([ring]) => simplified(ring))
  .filter((ring) => ring.length > 3)
  .map((ring) => `M${ring.map(([lon, lat]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}Z`)
  .join('')
const outline = {
  source: 'Natural Earth, public domain',
  ...BOUNDS,
  width: Math.round(x(BOUNDS.east)),
  height: Math.round(y(BOUNDS.south)),
  path,
}
const target = fileURLToPath(new URL('../assets/portal/sverige.json', import.meta.url))
writeFileSync(target, `${JSON.stringify(outline, null, 1)}\n`)
console.log(`${target}: ${path.length} characters`)
