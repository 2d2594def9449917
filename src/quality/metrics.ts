// The 23 indicators of the Metadata Quality Assessment (MQA) of data.europa.eu as one table, and the rating bands.
// Source: https://data.europa.eu/mqa/methodology. The order is that of the methodology; a score is an array in this order.
import type { Text } from '../finding.ts'

export type DimensionId =
  | 'findability'
  | 'accessibility'
  | 'interoperability'
  | 'reusability'
  | 'contextuality'

export interface Dimension {
  readonly id: DimensionId
  readonly label: Text
}

export interface Metric {
  /** Local name in the namespace {@link PV}. */
  readonly id: string
  readonly dimension: DimensionId
  /** What is looked at: the dataset itself or its distributions. */
  readonly on: 'dataset' | 'distribution'
  /** Won in full when the test holds. */
  readonly points: number
  readonly label: Text
}

/** Namespace of the metrics and dimensions. */
export const PV = 'https://piveau.eu/ns/voc#'

/** The sum of all points; percentages are of this in both modes. */
export const MAX_POINTS = 405

export const dimensions: readonly Dimension[] = [
  { id: 'findability', label: { sv: 'Hittbarhet', en: 'Findability' } },
  { id: 'accessibility', label: { sv: 'Åtkomst', en: 'Accessibility' } },
  { id: 'interoperability', label: { sv: 'Interoperabilitet', en: 'Interoperability' } },
  { id: 'reusability', label: { sv: 'Återanvändbarhet', en: 'Reusability' } },
  { id: 'contextuality', label: { sv: 'Sammanhang', en: 'Contextuality' } },
]

const row = (
  id: string,
  dimension: DimensionId,
  on: Metric['on'],
  points: number,
  sv: string,
  en: string,
): Metric => ({ id, dimension, on, points, label: { sv, en } })

export const metrics = [
  row('keywordAvailability', 'findability', 'dataset', 30, 'Nyckelord', 'Keywords'),
  row('categoryAvailability', 'findability', 'dataset', 30, 'Tema', 'Theme'),
  row('spatialAvailability', 'findability', 'dataset', 20, 'Geografiskt område', 'Spatial coverage'),
  row('temporalAvailability', 'findability', 'dataset', 20, 'Tidsperiod', 'Temporal coverage'),
  row('accessUrlStatusCode', 'accessibility', 'distribution', 50, 'Länken fungerar', 'Access URL works'),
  row('downloadUrlAvailability', 'accessibility', 'distribution', 20, 'Nedladdningslänk', 'Download URL'),
  row(
    'downloadUrlStatusCode',
    'accessibility',
    'distribution',
    30,
    'Nedladdningen fungerar',
    'Download URL works',
  ),
  row('formatAvailability', 'interoperability', 'distribution', 20, 'Format', 'Format'),
  row('mediaTypeAvailability', 'interoperability', 'distribution', 10, 'Medietyp', 'Media type'),
  row(
    'formatMediaTypeVocabularyAlignment',
    'interoperability',
    'distribution',
    10,
    'Format ur EU:s lista',
    'Format from the list',
  ),
  row('formatMediaTypeNonProprietary', 'interoperability', 'distribution', 20, 'Öppet format', 'Open format'),
  row(
    'formatMediaTypeMachineInterpretable',
    'interoperability',
    'distribution',
    20,
    'Maskinläsbart',
    'Machine-readable',
  ),
  row('dcatApCompliance', 'interoperability', 'dataset', 30, 'Följer DCAT-AP', 'DCAT-AP compliance'),
  row('licenceAvailability', 'reusability', 'distribution', 20, 'Licens', 'Licence'),
  row('knownLicence', 'reusability', 'distribution', 10, 'Licens ur EU:s lista', 'Licence from the list'),
  row('accessRightsAvailability', 'reusability', 'dataset', 10, 'Åtkomsträttigheter', 'Access rights'),
  row(
    'accessRightsVocabularyAlignment',
    'reusability',
    'dataset',
    5,
    'Åtkomst ur EU:s lista',
    'Access from the list',
  ),
  row('contactPointAvailability', 'reusability', 'dataset', 20, 'Kontaktuppgift', 'Contact point'),
  row('publisherAvailability', 'reusability', 'dataset', 10, 'Utgivare', 'Publisher'),
  row('rightsAvailability', 'contextuality', 'distribution', 5, 'Rättigheter', 'Rights'),
  row('byteSizeAvailability', 'contextuality', 'distribution', 5, 'Filstorlek', 'File size'),
  row('dateIssuedAvailability', 'contextuality', 'distribution', 5, 'Utgivningsdatum', 'Date of issue'),
  row('dateModifiedAvailability', 'contextuality', 'distribution', 5, 'Ändringsdatum', 'Modification date'),
] as const satisfies readonly Metric[]

/** The place of a metric in {@link metrics}. Throws a TypeError for an unknown name: a fault in our own code. */
export function metricIndex(id: string): number {
  const index = metrics.findIndex((metric) => metric.id === id)
  if (index < 0) throw new TypeError(`no metric ${id}`)
  return index
}

export type RatingId = 'excellent' | 'good' | 'sufficient' | 'bad'

export interface Rating {
  readonly id: RatingId
  /** The least number of points, of {@link MAX_POINTS}. */
  readonly from: number
  readonly label: Text
  readonly iri: string
}

/** Best first. 120 points are “bad” by the text of the methodology; the service's own code once drew the line at 119. */
export const ratings: readonly Rating[] = [
  {
    id: 'excellent',
    from: 351,
    label: { sv: 'utmärkt', en: 'excellent' },
    iri: 'https://piveau.eu/ns/scoring#excellent',
  },
  { id: 'good', from: 221, label: { sv: 'bra', en: 'good' }, iri: 'https://piveau.eu/ns/scoring#good' },
  {
    id: 'sufficient',
    from: 121,
    label: { sv: 'tillräckligt', en: 'sufficient' },
    iri: 'https://piveau.eu/ns/scoring#enough',
  },
  { id: 'bad', from: 0, label: { sv: 'dåligt', en: 'bad' }, iri: 'https://piveau.eu/ns/scoring#bad' },
]

/** The rating of a number of points; a mean is rounded to whole points first. */
export function ratingOf(points: number): Rating {
  const whole = Math.round(points)
  return ratings.find(({ from }) => whole >= from) ?? ratings[ratings.length - 1]
}

/** Points as a percentage of {@link MAX_POINTS}, with one decimal: 246 → 60.7. */
export function percentageOf(points: number): number {
  return Math.round((points / MAX_POINTS) * 1000) / 10
}
