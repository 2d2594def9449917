// What a steward can change to win points, as one table, and how many points each change wins on a dataset.
import type { Text } from '../finding.ts'
import type { Mode } from './formats.ts'
import { metricIndex, metrics } from './metrics.ts'

/** One kind of change to one dataset or to the distribution that counts. */
export interface EditKind {
  readonly id: string
  readonly label: Text
  /** Metrics that the change wins. */
  readonly wins: readonly string[]
  /** Our own estimate of effort per dataset: 1 one value for all, 2 a value for each, 6 the data or the server changes. */
  readonly effort: number
  /** The command that can do it for values that are nearly right. */
  readonly command?: 'fix' | 'upgrade --to-eu'
  readonly on: 'dataset' | 'distribution'
  readonly modes: readonly Mode[]
}

type More = Partial<Pick<EditKind, 'command' | 'modes' | 'on'>>

const kind = (
  id: string,
  effort: number,
  wins: readonly string[],
  label: Text,
  more: More = {},
): EditKind => ({
  id,
  effort,
  wins,
  label,
  on: metrics[metricIndex(wins[0])].on,
  modes: ['eu', 'se'],
  ...more,
})

const fixable: More = { command: 'fix' }
const toEu: More = { command: 'upgrade --to-eu', modes: ['eu'] }

/** In the order in which points are told. */
export const editKinds: readonly EditKind[] = [
  kind(
    'licence',
    1,
    ['licenceAvailability', 'knownLicence'],
    { sv: 'Ange en licens ur EU:s lista', en: 'State a licence from the EU list' },
    fixable,
  ),
  kind(
    'access-rights',
    1,
    ['accessRightsAvailability', 'accessRightsVocabularyAlignment'],
    { sv: 'Ange åtkomsträttigheter ur EU:s lista', en: 'State access rights from the EU list' },
    fixable,
  ),
  kind('contact', 1, ['contactPointAvailability'], {
    sv: 'Ange en kontaktuppgift',
    en: 'Add a contact point',
  }),
  kind('publisher', 1, ['publisherAvailability'], { sv: 'Ange en utgivare', en: 'Add a publisher' }),
  kind('rights', 1, ['rightsAvailability'], { sv: 'Beskriv rättigheterna', en: 'State the rights' }),
  kind('theme', 2, ['categoryAvailability'], { sv: 'Ange ett tema', en: 'Add a theme' }),
  kind('keyword', 2, ['keywordAvailability'], { sv: 'Ange nyckelord', en: 'Add keywords' }),
  kind('spatial', 2, ['spatialAvailability'], {
    sv: 'Ange geografiskt område',
    en: 'State the spatial coverage',
  }),
  kind('temporal', 2, ['temporalAvailability'], { sv: 'Ange tidsperiod', en: 'State the temporal coverage' }),
  kind('issued', 2, ['dateIssuedAvailability'], {
    sv: 'Ange när distributionen gavs ut',
    en: 'State when the distribution was issued',
  }),
  kind('modified', 2, ['dateModifiedAvailability'], {
    sv: 'Ange när distributionen ändrades',
    en: 'State when the distribution was modified',
  }),
  kind('byte-size', 2, ['byteSizeAvailability'], { sv: 'Ange filstorleken', en: 'State the file size' }),
  kind(
    'format',
    2,
    ['formatAvailability', 'formatMediaTypeVocabularyAlignment'],
    { sv: 'Ange formatet så som listan skriver det', en: 'State the format as the list writes it' },
    { ...fixable, modes: ['se'] },
  ),
  kind(
    'format-eu',
    2,
    ['formatAvailability', 'mediaTypeAvailability', 'formatMediaTypeVocabularyAlignment'],
    {
      sv: 'Ange format och medietyp med EU:s och IANA:s adresser',
      en: 'State format and media type by their EU and IANA addresses',
    },
    toEu,
  ),
  kind(
    'media-type',
    2,
    ['mediaTypeAvailability'],
    { sv: 'Ange medietypen (dcat:mediaType)', en: 'State the media type (dcat:mediaType)' },
    { modes: ['se'] },
  ),
  kind(
    'conform',
    2,
    ['dcatApCompliance'],
    {
      sv: 'Rätta det som EU:s former faller på (grunddata compare)',
      en: 'Correct what the shapes of the EU fault (grunddata compare)',
    },
    toEu,
  ),
  kind('format-open', 6, ['formatMediaTypeNonProprietary'], {
    sv: 'Publicera i ett öppet format',
    en: 'Publish in an open format',
  }),
  kind('format-machine', 6, ['formatMediaTypeMachineInterpretable'], {
    sv: 'Publicera i ett maskinläsbart format',
    en: 'Publish in a machine-readable format',
  }),
  kind('download', 6, ['downloadUrlAvailability', 'downloadUrlStatusCode'], {
    sv: 'Ge en länk direkt till filen',
    en: 'Give a link straight to the file',
  }),
  kind('access-link', 6, ['accessUrlStatusCode'], { sv: 'Laga åtkomstlänken', en: 'Repair the access URL' }),
  kind('download-link', 6, ['downloadUrlStatusCode'], {
    sv: 'Laga nedladdningslänken',
    en: 'Repair the download URL',
  }),
]

/** The formats that are recognised in a form the mode does not accept: naming them properly wins these metrics too. */
const formatMetrics = ['formatMediaTypeNonProprietary', 'formatMediaTypeMachineInterpretable']
const DOWNLOAD = metricIndex('downloadUrlAvailability')
const ACCESS_STATUS = metricIndex('accessUrlStatusCode')
const DOWNLOAD_STATUS = metricIndex('downloadUrlStatusCode')

export interface Won {
  readonly points: number
  readonly metrics: readonly number[]
}

/**
 * What an edit wins on a dataset with these values (by metric: 0–1 or NaN). `lenient` are the values of the same
 * distribution when formats are read generously.
 */
export function wonBy({ id, wins }: EditKind, values: ArrayLike<number>, lenient?: ArrayLike<number>): Won {
  if (id === 'download-link' && values[DOWNLOAD] === 0) return { points: 0, metrics: [] }
  if (id === 'download' && values[DOWNLOAD] !== 0) return { points: 0, metrics: [] }
  const named = formatMetrics
    .map(metricIndex)
    .filter((index) => values[index] === 0 && lenient?.[index] === 1)
  // Where no link was tried, a new one is not either.
  const isUntried = Number.isNaN(values[ACCESS_STATUS])
  const open = wins
    .map(metricIndex)
    .filter((index) => values[index] === 0 && !(isUntried && index === DOWNLOAD_STATUS))
  const won = id === 'format-eu' ? [...open, ...named] : open.filter((index) => !named.includes(index))
  return { points: won.reduce((sum, index) => sum + metrics[index].points, 0), metrics: won }
}
