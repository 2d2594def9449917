// The names that catalogues outside RDF use for formats, and the media types that they stand for. Source: IANA media types.
const names: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  html: 'text/html',
  json: 'application/json',
  geojson: 'application/geo+json',
  'json-ld': 'application/ld+json',
  jsonld: 'application/ld+json',
  xml: 'application/xml',
  gml: 'application/gml+xml',
  kml: 'application/vnd.google-earth.kml+xml',
  gpkg: 'application/geopackage+sqlite3',
  geopackage: 'application/geopackage+sqlite3',
  pdf: 'application/pdf',
  zip: 'application/zip',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'rdf/xml': 'application/rdf+xml',
  rdf: 'application/rdf+xml',
  ttl: 'text/turtle',
  turtle: 'text/turtle',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  tiff: 'image/tiff',
  geotiff: 'image/tiff',
  wms: 'application/vnd.ogc.wms_xml',
  wfs: 'application/vnd.ogc.wfs_xml',
  wcs: 'application/vnd.ogc.wcs_xml',
}

/** The media type of a format's name; the name itself when it is not known, so that nothing is lost. */
export function mediaTypeOf(name: unknown): string | undefined {
  if (typeof name !== 'string' || name.trim() === '') return undefined
  const text = name.trim()
  return text.includes('/') && text.toLowerCase() in names
    ? names[text.toLowerCase()]
    : text.includes('/')
      ? text.toLowerCase()
      : (names[text.toLowerCase().replace(/^\./, '')] ?? text)
}
