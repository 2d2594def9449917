// Values that Sweden and the EU write differently: media types and file types, licences, places.
import { loadVocabularies, type Vocabulary } from '../profile/index.ts'

/** The pairs of one kind of value, both ways. */
export interface Pairs {
  readonly toEu: ReadonlyMap<string, string>
  readonly fromEu: ReadonlyMap<string, string>
}

const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/'

/** File types that are not simply the file ending in capitals. */
const fileTypes: Readonly<Record<string, string>> = {
  'application/geo+json': 'GEOJSON',
  'application/geopackage+sqlite3': 'GPKG',
  'application/gml+xml': 'GML',
  'application/json': 'JSON',
  'application/ld+json': 'JSON_LD',
  'application/n-triples': 'RDF_N_TRIPLES',
  'application/pdf': 'PDF',
  'application/rdf+xml': 'RDF_XML',
  'application/vnd.google-earth.kml+xml': 'KML',
  'application/vnd.google-earth.kmz': 'KMZ',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.ms-excel': 'XLS',
  // Services. The list has no file type for WMTS.
  'application/vnd.ogc.wcs_xml': 'WCS_SRVC',
  'application/vnd.ogc.wfs_xml': 'WFS_SRVC',
  'application/vnd.ogc.wms_xml': 'WMS_SRVC',
  'application/x-ascii-grid': 'GRID_ASCII',
  'application/x-ecw': 'ECW',
  'application/x-filegdb': 'GDB',
  'application/x-gmz': 'GMZ',
  'application/x-las': 'LAS',
  'application/x-laz': 'LAZ',
  'application/x-oracledump': 'DMP',
  'application/x-shapefile': 'SHP',
  'application/x-tab': 'TAB',
  'application/x-tab-raster': 'TAB_RSTR',
  'application/x-worldfile': 'WORLD',
  'application/xml': 'XML',
  'application/zip': 'ZIP',
  'image/jp2': 'JPEG2000',
  'image/tiff': 'TIFF',
  'text/calendar': 'ICS',
  'text/csv': 'CSV',
  'text/html': 'HTML',
  'text/plain': 'TXT',
  'text/tab-separated-values': 'TSV',
  'text/turtle': 'RDF_TURTLE',
}

const named = (name: string): Vocabulary | undefined =>
  [...loadVocabularies().values()].find((each) => each.name === name)

/** Media type ↔ IRI of the EU file type; only file types of the list. */
export function formatPairs(): Pairs {
  const known = named('file-type')?.concepts
  const pairs = Object.entries(fileTypes).map(([type, code]) => [type, `${FILE_TYPE}${code}`] as const)
  return both(pairs.filter(([, iri]) => known?.has(iri)))
}

/** Whether IANA describes a media type at this address. */
export function isRegistered(iri: string): boolean {
  return named('iana-media-type')?.concepts.has(iri) ?? false
}

/** Licence as Sweden writes it ↔ IRI of the EU list, by the list's own matches. */
export function licencePairs(): Pairs {
  const concepts = [...(named('licence')?.concepts.values() ?? [])]
  return both(
    concepts.flatMap(({ iri, aliases }) =>
      aliases
        .filter((alias) => alias.startsWith('http://creativecommons.org/'))
        .map((alias) => [alias, iri] as const),
    ),
  )
}

function both(pairs: readonly (readonly [string, string])[]): Pairs {
  return { toEu: new Map(pairs), fromEu: new Map(pairs.map(([a, b]) => [b, a])) }
}

const GEONAMES = /^https?:\/\/(?:sws|www)\.geonames\.org\/(\d+\/?)/

/** A place of GeoNames: `http://sws.geonames.org/1` here, `https://sws.geonames.org/1` there. */
export function geonames(iri: string, scheme: 'http' | 'https'): string | undefined {
  const rest = GEONAMES.exec(iri)?.[1]
  return rest === undefined ? undefined : `${scheme}://sws.geonames.org/${rest}`
}
