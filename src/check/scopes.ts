// Which checks look at one thing at a time and which across all of them, and what the latter read of a graph.
// With this a text too large to hold is checked in windows, and after an edit only what can have changed.
import type { Problem } from '../finding.ts'
import type { Profile } from '../profile/index.ts'
import { languageFault } from './language-tag.ts'
import { DCAT, DCATAP, DCT, FOAF, ODRS, OWL, PROV, VCARD } from './namespaces.ts'
import { reachOf } from './shacl/index.ts'

/** Checks that see nothing in one thing alone: names in the record of checks. */
export const wholeOnly: ReadonlySet<string> = new Set([
  'source',
  'identifiers',
  'subcatalogs',
  'publishers',
  'series',
  'national-uniqueness',
])

/** Checks that look at one thing in some rules and across all in others: they ask the view which is wanted. */
export const mixed: ReadonlySet<string> = new Set(['literals', 'links', 'services'])

/** Things of their own: what else leads to one another belongs to one of these. */
const main = ['Catalog', 'Dataset', 'DatasetSeries', 'DataService'].map((name) => DCAT + name)

/** What checks across things read of all things. */
const properties = [
  'dataset service distribution accessService servesDataset inSeries seriesMember contactPoint record'
    .split(' ')
    .map((name) => DCAT + name),
  'publisher creator identifier hasPart'.split(' ').map((name) => DCT + name),
  [`${FOAF}name`, `${PROV}agent`, `${ODRS}copyrightHolder`, `${OWL}sameAs`],
  [`${DCATAP}applicableLegislation`, 'http://www.w3.org/2000/01/rdf-schema#subClassOf'],
].flat()

/** How things are called. */
const names = [
  `${DCT}title`,
  `${VCARD}fn`,
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://www.w3.org/2004/02/skos/core#prefLabel',
]

/** The classes and properties that decide what is seen whole: catalogues, services, series and their members. */
export const overviewReach = {
  main,
  whole: ['Catalog', 'DatasetSeries', 'DataService'].map((name) => DCAT + name),
  wholeSubjects: [`${DCAT}inSeries`],
  wholeObjects: [`${DCAT}seriesMember`],
} as const

/** What the overview of a graph must hold for a profile; undefined when its shapes look too far for windows. */
export function overviewProperties(profile: Profile) {
  const { properties: ofShapes, isNear } = reachOf(profile.shapes)
  if (!isNear) return undefined
  return {
    properties: new Set([...properties, ...ofShapes]),
    names: new Set(names),
    valuesOf: new Set([`${DCAT}keyword`]),
    hasTag: (tag: string) => languageFault(tag) !== undefined,
  }
}

/** A problem that counts statements: told once, with the sum of all parts, where the first of them stands. */
export function isTally({ focus, at, params }: Problem): boolean {
  return focus === undefined && at !== undefined && typeof params?.count === 'number'
}
