// What the assessment knows about formats: which codes of the EU list are machine-readable and which are open,
// and which media types mean the same. Hides the many ways a format is written.
import { BLANK, type Graph, iriId, LITERAL, objects, text } from '../rdf/index.ts'

/** How the score reads a catalogue: as data.europa.eu or as Sveriges dataportal. */
export type Mode = 'eu' | 'se'

export interface FormatFacts {
  /** A code of the EU file-type list. */
  readonly isFileType: boolean
  /** A media type registered at IANA, in a form the mode accepts. */
  readonly isMediaType: boolean
  readonly isMachineReadable: boolean
  readonly isOpen: boolean
  readonly isRdf: boolean
}

const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/'
const IANA = /^https?:\/\/(?:www\.)?iana\.org\/assignments\/media-types\/(.+)$/
const MEDIA_TYPE = /^(?:application|audio|font|image|message|model|multipart|text|video)\/[\w.+-]+$/i

/** Codes of the EU list that count as machine-readable: 20. */
export const machineReadable: ReadonlySet<string> = new Set(
  (
    'CSV GEOJSON ICS JSON JSON_LD KML KMZ NETCDF ODS RDFA RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML ' +
    'RSS SHP XLS XLSX XML'
  ).split(' '),
)

/** Codes of the EU list that count as non-proprietary: the newer list of 31. */
export const nonProprietary: ReadonlySet<string> = new Set(
  (
    'BMP CSV DBF ETSI_XML GEOJSON GPKG GZIP HTML ICS JPEG2000 JSON JSON_LD KML KMZ NETCDF ODS PNG RDF_N_QUADS ' +
    'RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML RSS RTF TAR TIFF TSV TXT WMS_SRVC XML ZIP'
  ).split(' '),
)

/** Media types that mean a code of the lists above (registrations at IANA). */
const codeOfMediaType: Readonly<Record<string, string>> = {
  'application/geo+json': 'GEOJSON',
  'application/geopackage+sqlite3': 'GPKG',
  'application/gzip': 'GZIP',
  'application/json': 'JSON',
  'application/ld+json': 'JSON_LD',
  'application/n-quads': 'RDF_N_QUADS',
  'application/n-triples': 'RDF_N_TRIPLES',
  'application/netcdf': 'NETCDF',
  'application/rdf+xml': 'RDF_XML',
  'application/rss+xml': 'RSS',
  'application/rtf': 'RTF',
  'application/trig': 'RDF_TRIG',
  'application/vnd.google-earth.kml+xml': 'KML',
  'application/vnd.google-earth.kmz': 'KMZ',
  'application/vnd.ms-excel': 'XLS',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.shp': 'SHP',
  'application/xml': 'XML',
  'application/zip': 'ZIP',
  'image/bmp': 'BMP',
  'image/jp2': 'JPEG2000',
  'image/png': 'PNG',
  'image/tiff': 'TIFF',
  'text/calendar': 'ICS',
  'text/csv': 'CSV',
  'text/html': 'HTML',
  'text/plain': 'TXT',
  'text/rtf': 'RTF',
  'text/tab-separated-values': 'TSV',
  'text/turtle': 'RDF_TURTLE',
  'text/xml': 'XML',
}

/**
 * Open formats that a machine reads and that the lists of the assessment lack, wholly or in part: a dataset that has
 * only these loses points through the list. By code or media type, with the name to tell.
 */
const lacking: Readonly<Record<string, string>> = {
  GML: 'GML',
  GPKG: 'GeoPackage',
  WFS_SRVC: 'WFS',
  GEOTIFF: 'GeoTIFF',
  TIFF_FX: 'GeoTIFF',
  OWL: 'OWL',
  GTFS: 'GTFS',
  'application/gml+xml': 'GML',
  'application/geopackage+sqlite3': 'GeoPackage',
  'application/vnd.ogc.wfs_xml': 'WFS',
  'application/vnd.ogc.gml': 'GML',
  'image/geotiff': 'GeoTIFF',
}

/** The name of an open, machine-readable format that the lists lack, by how it is written; else undefined. */
export function formatLackedByLists(written: string): string | undefined {
  const code = written.startsWith(FILE_TYPE) ? written.slice(FILE_TYPE.length) : undefined
  if (code !== undefined) return lacking[code]
  if (/^image\/tiff;\s*application=geotiff/i.test(written)) return 'GeoTIFF'
  return lacking[(IANA.exec(written)?.[1] ?? written).split(';')[0].trim().toLowerCase()]
}

const UNKNOWN: FormatFacts = {
  isFileType: false,
  isMediaType: false,
  isMachineReadable: false,
  isOpen: false,
  isRdf: false,
}

/**
 * A function from the term of a format or media type to what is known about it. The `eu` mode knows IRIs of the
 * lists only; the `se` mode also takes a media type written as text, as DCAT-AP-SE has it, on the term or under it.
 */
export function createFormatReader(graph: Graph, mode: Mode): (term: number) => FormatFacts {
  const known = new Map<number, FormatFacts>()
  const value = iriId(graph, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value')
  const label = iriId(graph, 'http://www.w3.org/2000/01/rdf-schema#label')
  const read = (term: number): FormatFacts => {
    const kind = graph.dictionary.kind[term]
    if (kind === LITERAL) return mode === 'se' ? ofText(text(graph, term)) : UNKNOWN
    if (kind !== BLANK) return ofIri(text(graph, term))
    if (mode === 'eu') return UNKNOWN
    const inner = [...objects(graph, term, value), ...objects(graph, term, label)]
    return inner.length === 0 ? UNKNOWN : ofText(text(graph, inner[0]))
  }
  return (term) => {
    let facts = known.get(term)
    if (!facts) known.set(term, (facts = read(term)))
    return facts
  }
}

function ofIri(iri: string): FormatFacts {
  if (iri.startsWith(FILE_TYPE)) return ofCode(iri.slice(FILE_TYPE.length), { isFileType: true })
  const mediaType = IANA.exec(iri)?.[1]
  return mediaType === undefined ? UNKNOWN : ofText(mediaType)
}

/** A media type as text; its parameters do not count. */
function ofText(written: string): FormatFacts {
  const mediaType = written.split(';')[0].trim().toLowerCase()
  if (!MEDIA_TYPE.test(mediaType)) return UNKNOWN
  return ofCode(codeOfMediaType[mediaType] ?? '', { isMediaType: true })
}

function ofCode(code: string, is: Partial<FormatFacts>): FormatFacts {
  return {
    ...UNKNOWN,
    ...is,
    isMachineReadable: machineReadable.has(code),
    isOpen: nonProprietary.has(code),
    isRdf: code.startsWith('RDF_') || code === 'RDFA' || code === 'JSON_LD',
  }
}
