// Boxes, points and areas as well-known text: readable, closed, longitude first, on the globe (rule 91).
import type { Problem } from '../finding.ts'
import { datatype, type Graph, LITERAL, text } from '../rdf/index.ts'
import { DCAT, LOCN } from './namespaces.ts'
import type { Check } from './types.ts'
import { links } from './walk.ts'
import { parseWkt, referenceOf } from './wkt.ts'

/** Reference systems with longitude first; in any other the numbers mean something else. */
const LONGITUDE_FIRST = /CRS84|OGC:CRS84/
/** Sweden and its waters, generously. */
const SWEDEN = { west: 8, east: 26, south: 53, north: 71 }

/** Rules location-wkt-form, location-ring-open, location-outside-globe, location-axes-swapped and location-crs. */
export const geo: Check = (graph) => {
  const problems: Problem[] = []
  const verdicts = new Map<number, string | undefined>()
  for (const path of [`${DCAT}bbox`, `${DCAT}centroid`, `${LOCN}geometry`]) {
    const { subject, object } = links(graph, path)
    for (let i = 0; i < object.length; i++) {
      const value = object[i]
      // Another datatype is a fault of its own, which the profile's shapes tell.
      if (graph.dictionary.kind[value] !== LITERAL || !datatype(graph, value)?.endsWith('#wktLiteral'))
        continue
      if (!verdicts.has(value)) verdicts.set(value, verdictOn(graph, value, path))
      const rule = verdicts.get(value)
      if (rule !== undefined) problems.push({ rule, focus: subject[i], path, value })
    }
  }
  return problems
}

function verdictOn(graph: Graph, value: number, path: string): string | undefined {
  const wkt = text(graph, value)
  // Other spatial notations (GML, GeoJSON) are a matter of datatype, which the profile's shapes judge.
  if (/^\s*[{<]/.test(wkt) && referenceOf(wkt) === undefined) return undefined
  const shape = parseWkt(wkt)
  if (!shape || (path === `${DCAT}centroid` && shape.kind !== 'POINT')) return 'location-wkt-form'
  const reference = referenceOf(wkt)
  if (reference !== undefined && !LONGITUDE_FIRST.test(reference)) return 'location-crs'
  if (!shape.closed) return 'location-ring-open'
  if (shape.points.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 90)) return 'location-outside-globe'
  const inSweden = (x: number, y: number) =>
    x >= SWEDEN.west && x <= SWEDEN.east && y >= SWEDEN.south && y <= SWEDEN.north
  if (shape.points.every(([x, y]) => !inSweden(x, y) && inSweden(y, x))) return 'location-axes-swapped'
  return undefined
}
