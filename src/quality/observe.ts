// Looks at the datasets and distributions of a graph, metric by metric. Hides which property is which metric.
// The answer is one byte per metric: 0 no, 1 yes, 2 not assessed.
import type { Vocabulary } from '../profile/index.ts'
import { type Graph, ID, iriId, objects, subjects, text } from '../rdf/index.ts'
import { createFormatReader, type FormatFacts, type Mode } from './formats.ts'
import { metricIndex, metrics } from './metrics.ts'

export const NO = 0
export const YES = 1
export const NOT_ASSESSED = 2

/** What a check of an address gave: its HTTP status, or 0 when there was no answer. */
export type LinkStatus = (url: string) => number | undefined

export interface ObserveOptions {
  readonly mode: Mode
  /** By scheme IRI: the list of licences is read from here. */
  readonly vocabularies: ReadonlyMap<string, Vocabulary>
  /** Term ids of the datasets that break the shapes; absent: conformance is not assessed. */
  readonly nonConforming?: ReadonlySet<number>
  /** Absent: whether links work is not assessed. */
  readonly linkStatus?: LinkStatus
}

export interface Observed {
  readonly dataset: number
  /** By metric; only those on the dataset are filled in. */
  readonly own: Uint8Array
  /** One per distribution, by metric. */
  readonly distributions: readonly { readonly term: number; readonly values: Uint8Array }[]
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const LICENCE_SCHEME = 'http://publications.europa.eu/resource/authority/licence'
const ACCESS_RIGHT = 'http://publications.europa.eu/resource/authority/access-right/'
const accessRightCodes = [
  'PUBLIC',
  'RESTRICTED',
  'NON_PUBLIC',
  'CONFIDENTIAL',
  'SENSITIVE',
  'NORMAL',
  'OP_DATPRO',
]

/** Metric → property whose mere presence wins it. */
const presence: Readonly<Record<string, string>> = {
  keywordAvailability: `${DCAT}keyword`,
  categoryAvailability: `${DCAT}theme`,
  spatialAvailability: `${DCT}spatial`,
  temporalAvailability: `${DCT}temporal`,
  downloadUrlAvailability: `${DCAT}downloadURL`,
  formatAvailability: `${DCT}format`,
  mediaTypeAvailability: `${DCAT}mediaType`,
  licenceAvailability: `${DCT}license`,
  accessRightsAvailability: `${DCT}accessRights`,
  contactPointAvailability: `${DCAT}contactPoint`,
  publisherAvailability: `${DCT}publisher`,
  rightsAvailability: `${DCT}rights`,
  byteSizeAvailability: `${DCAT}byteSize`,
  dateIssuedAvailability: `${DCT}issued`,
  dateModifiedAvailability: `${DCT}modified`,
}

const at = Object.fromEntries(metrics.map(({ id }) => [id, metricIndex(id)]))

/** Every dcat:Dataset of the graph with what its metadata shows. */
export function observeDatasets(graph: Graph, options: ObserveOptions): readonly Observed[] {
  const look = createLook(graph, options)
  const distribution = iriId(graph, `${DCAT}distribution`)
  const datasets = subjects(graph, ID.type, iriId(graph, `${DCAT}Dataset`))
  return Array.from(datasets, (dataset) => ({
    dataset,
    own: look.dataset(dataset),
    distributions: Array.from(objects(graph, dataset, distribution), (term) => ({
      term,
      values: look.distribution(term),
    })),
  }))
}

interface Look {
  readonly dataset: (term: number) => Uint8Array
  readonly distribution: (term: number) => Uint8Array
}

function createLook(graph: Graph, { mode, vocabularies, nonConforming, linkStatus }: ObserveOptions): Look {
  const formatOf = createFormatReader(graph, mode)
  const isKnownLicence = licences(graph, vocabularies)
  const idOf = (name: string) => iriId(graph, name)
  const simple = metrics
    .map(({ id, on }, index) => ({ index, on, property: idOf(presence[id] ?? '') }))
    .filter(({ index }) => presence[metrics[index].id] !== undefined)
  const fill = (values: Uint8Array, term: number, on: string) => {
    for (const each of simple)
      if (each.on === on && objects(graph, term, each.property).length > 0) values[each.index] = YES
  }
  const [accessRights, format, mediaType, license, accessUrl, downloadUrl] = [
    `${DCT}accessRights`,
    `${DCT}format`,
    `${DCAT}mediaType`,
    `${DCT}license`,
    `${DCAT}accessURL`,
    `${DCAT}downloadURL`,
  ].map(idOf)
  const works = (term: number, property: number): number => {
    if (!linkStatus) return NOT_ASSESSED
    const found = Array.from(objects(graph, term, property), (url) => linkStatus(text(graph, url)))
    if (found.some((status) => status !== undefined && status >= 200 && status < 400)) return YES
    return found.some((status) => status === undefined) ? NOT_ASSESSED : NO
  }
  return {
    dataset(term) {
      const values = new Uint8Array(metrics.length)
      fill(values, term, 'dataset')
      if (objects(graph, term, accessRights).some((right) => isAccessRight(text(graph, right))))
        values[at.accessRightsVocabularyAlignment] = YES
      values[at.dcatApCompliance] = !nonConforming ? NOT_ASSESSED : nonConforming.has(term) ? NO : YES
      return values
    },
    distribution(term) {
      const values = new Uint8Array(metrics.length)
      fill(values, term, 'distribution')
      const formats = Array.from(objects(graph, term, format), formatOf)
      const types = Array.from(objects(graph, term, mediaType), formatOf)
      formatMetrics(values, { formats, types, mode })
      if (objects(graph, term, license).some(isKnownLicence)) values[at.knownLicence] = YES
      values[at.accessUrlStatusCode] = works(term, accessUrl)
      values[at.downloadUrlStatusCode] =
        objects(graph, term, downloadUrl).length === 0 ? NO : works(term, downloadUrl)
      return values
    },
  }
}

interface Formats {
  readonly formats: readonly FormatFacts[]
  readonly types: readonly FormatFacts[]
  readonly mode: Mode
}

function formatMetrics(values: Uint8Array, { formats, types, mode }: Formats): void {
  const both = [...formats, ...types]
  const aligned =
    mode === 'eu'
      ? formats.some(({ isFileType }) => isFileType) && types.some(({ isMediaType }) => isMediaType)
      : both.some(({ isFileType, isMediaType }) => isFileType || isMediaType)
  if (aligned) values[at.formatMediaTypeVocabularyAlignment] = YES
  if (both.some(({ isOpen }) => isOpen)) values[at.formatMediaTypeNonProprietary] = YES
  if (both.some(({ isMachineReadable }) => isMachineReadable))
    values[at.formatMediaTypeMachineInterpretable] = YES
}

function isAccessRight(iri: string): boolean {
  return iri.startsWith(ACCESS_RIGHT) && accessRightCodes.includes(iri.slice(ACCESS_RIGHT.length))
}

/** http and https, with and without a slash at the end, are the same licence. */
function plain(iri: string): string {
  return iri.replace(/^https:/, 'http:').replace(/\/$/, '')
}

function licences(graph: Graph, vocabularies: ObserveOptions['vocabularies']): (term: number) => boolean {
  const known = new Set<string>()
  for (const { iri, aliases } of vocabularies.get(LICENCE_SCHEME)?.concepts.values() ?? []) {
    known.add(plain(iri))
    for (const alias of aliases) if (/^https?:/.test(alias)) known.add(plain(alias))
  }
  const seen = new Map<number, boolean>()
  return (term) => {
    let is = seen.get(term)
    if (is === undefined) seen.set(term, (is = known.has(plain(text(graph, term)))))
    return is
  }
}
