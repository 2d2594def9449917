// What a dataset of schema.org says that has no place in DCAT-AP-SE as it is written: told of, so that nothing is dropped
// in silence. The rows go by the same readings as the map does.
import type { Source } from '../sources/types.ts'
import type { Unread } from './ckan-map.ts'
import { address, dated } from './made.ts'
import {
  datasetAddresses,
  datasetDates,
  identifiersOf,
  idOrText,
  type Json,
  keywordsOf,
  languageOf,
  many,
  periodOf,
  placesOf,
} from './schema-org-map.ts'

type Fits = (value: unknown) => boolean

const isText: Fits = (value) => typeof value === 'string'
const isAddress: Fits = (value) => address(idOrText(value)) !== undefined
const isDate: Fits = (value) => dated(value) !== undefined
const rows = (names: readonly string[], fits: Fits) => Object.fromEntries(names.map((name) => [name, fits]))

/** Of each, one value becomes a statement; of those in MANY all do. */
const datasetFits: Readonly<Record<string, Fits>> = {
  name: isText,
  description: isText,
  version: isText,
  ...rows(Object.keys(datasetAddresses), isAddress),
  ...rows(Object.keys(datasetDates), isDate),
  inLanguage: (value) => languageOf({ inLanguage: value }) !== undefined,
  temporalCoverage: (value) => periodOf(value) !== undefined,
  keywords: (value) => keywordsOf(value).length > 0,
  identifier: (value) => identifiersOf(value).length > 0,
  spatialCoverage: (value) => placesOf(value).length > 0,
  distribution: (value) => many(value).length > 0,
}
const distributionFits: Readonly<Record<string, Fits>> = {
  name: isText,
  url: isAddress,
  contentUrl: isAddress,
  license: isAddress,
  encodingFormat: isText,
  contentSize: (value) => /^\d+$/.test(String(value)),
  ...rows(Object.keys(datasetDates), isDate),
}
const MANY = new Set(['keywords', 'identifier', 'spatialCoverage', 'distribution'])

/** The values of a dataset and its distributions that gave nothing; `id` names the dataset. */
export function schemaUnread(source: Source, dataset: Json, id: string): readonly Unread[] {
  const distributions = many(dataset.distribution)
  // The licence of a dataset is that of its distributions; without any it has nowhere to be.
  const isLicence: Fits = (value) => isAddress(value) && distributions.length > 0
  return [
    ...unreadIn(dataset, { ...datasetFits, license: isLicence }, id),
    ...publisherUnread(source, dataset, id),
    ...distributions.flatMap((each) => unreadIn(each, distributionFits, address(each['@id']) ?? id)),
  ]
}

function unreadIn(node: Json, fits: Readonly<Record<string, Fits>>, id: string): readonly Unread[] {
  return Object.entries(fits).flatMap(([field, isFitting]) =>
    valuesOf(node[field])
      .filter((value, i) => !isFitting(value) || (i > 0 && !MANY.has(field)))
      .map((value) => ({ id, field, value: shown(value) })),
  )
}

/** A publisher without an address cannot be told from others of its name, unless the source says who it is. */
function publisherUnread(source: Source, { publisher, creator }: Json, id: string): readonly Unread[] {
  const [told] = [
    ...valuesOf(publisher).map((value) => ['publisher', value] as const),
    ...valuesOf(creator).map((value) => ['creator', value] as const),
  ]
  if (!told || source.organisation !== undefined) return []
  const [field, value] = told
  const node = many(value)[0]
  const [url] = valuesOf(node?.url)
  return (address(node?.['@id']) ?? address(url)) ? [] : [{ id, field, value: shown(value) }]
}

function valuesOf(value: unknown): readonly unknown[] {
  const all = Array.isArray(value) ? value : [value]
  return all.filter((each) => each !== undefined && each !== null && each !== '')
}

function shown(value: unknown): string {
  const name = (value as Json).name ?? (value as Json)['@value']
  return typeof value === 'string' ? value : typeof name === 'string' ? name : JSON.stringify(value)
}
