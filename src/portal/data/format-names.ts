// Formats as people call them.
import { tail } from './labels.ts'

/** Short names of formats that people know: `text/csv` → `CSV`. */
const short: readonly (readonly [RegExp, string])[] = [
  [/csv/i, 'CSV'],
  [/geo\+?json/i, 'GeoJSON'],
  [/ld\+json|jsonld/i, 'JSON-LD'],
  [/gml/i, 'GML'],
  [/kml/i, 'KML'],
  [/wfs/i, 'WFS'],
  [/wms/i, 'WMS'],
  [/wmts/i, 'WMTS'],
  [/rdf\+xml/i, 'RDF/XML'],
  [/turtle/i, 'Turtle'],
  [/spreadsheetml|ms-?excel|xlsx?$/i, 'Excel'],
  [/geopackage|gpkg/i, 'GeoPackage'],
  [/shape/i, 'Shapefile'],
  [/json/i, 'JSON'],
  [/zip/i, 'ZIP'],
  [/pdf/i, 'PDF'],
  [/html/i, 'HTML'],
  [/atom/i, 'Atom'],
  [/xml/i, 'XML'],
  [/plain|txt$/i, 'TXT'],
]

/** A format as a badge. */
export function formatName(value: string): string {
  const end = tail(value).slice(0, 80)
  return short.find(([pattern]) => pattern.test(end))?.[1] ?? (end.length > 20 ? `${end.slice(0, 19)}…` : end)
}
