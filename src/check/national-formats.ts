// Whether a dataset is offered in at least one format that is both machine-readable and open, however it is written.
import type { Problem } from '../finding.ts'
import { FOCUS } from '../framework/index.ts'
import { text } from '../rdf/index.ts'
import { DCAT, DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, values } from './walk.ts'

/** Codes of the EU list in both lists of data.europa.eu (machine-readable, non-proprietary), with GML, GPKG and TSV. */
const OPEN_CODES = new Set(
  (
    'CSV GEOJSON GML GPKG ICS JSON JSON_LD KML KMZ NETCDF ODS RDF_N_QUADS RDF_N_TRIPLES RDF_TRIG RDF_TURTLE RDF_XML ' +
    'RSS TSV XML'
  ).split(' '),
)
/** The same formats as media types; every +json and +xml format is one of them. */
const OPEN_MEDIA_TYPE =
  /^(?:text\/(?:csv|tab-separated-values|turtle|xml|calendar)|application\/(?:json|xml|n-quads|n-triples|trig|netcdf|geopackage\+sqlite3|vnd\.google-earth\.kmz|vnd\.oasis\.opendocument\.spreadsheet|(?:[\w.-]+\+)(?:json|xml)))$/
const FILE_TYPE = 'http://publications.europa.eu/resource/authority/file-type/'
const IANA = /^https?:\/\/(?:www\.)?iana\.org\/assignments\/media-types\//

/** Whether a format, as an address or text, is machine-readable and open. */
export function isOpenFormat(written: string): boolean {
  if (written.startsWith(FILE_TYPE)) return OPEN_CODES.has(written.slice(FILE_TYPE.length))
  const mediaType = written.replace(IANA, '').split(';')[0].trim().toLowerCase()
  return OPEN_MEDIA_TYPE.test(mediaType)
}

/** Rule national-open-format-missing. */
export const nationalFormats: Check = (graph) => {
  const problems: Problem[] = []
  for (const focus of instances(graph, `${FOCUS}FormattedDataset`)) {
    const formats = [...values(graph, focus, `${DCAT}distribution`)].flatMap((each) => [
      ...values(graph, each, `${DCT}format`),
    ])
    if (!formats.some((format) => isOpenFormat(text(graph, format))))
      problems.push({ rule: 'national-open-format-missing', focus, path: `${DCAT}distribution` })
  }
  return problems
}
