// Which things have a page, and the words for them in addresses.

export type EntityKind =
  | 'catalog'
  | 'dataset'
  | 'series'
  | 'service'
  | 'distribution'
  | 'agent'
  | 'specification'
  | 'concept'
  | 'terminology'
  | 'contact'

export const DCAT = 'http://www.w3.org/ns/dcat#'

const SKOS = 'http://www.w3.org/2004/02/skos/core#'

const FOAF = 'http://xmlns.com/foaf/0.1/'

const VCARD = 'http://www.w3.org/2006/vcard/ns#'

/** rdf:type → kind; a series is told before a dataset. */
export const kinds: readonly (readonly [type: string, kind: EntityKind])[] = [
  [`${DCAT}DatasetSeries`, 'series'],
  [`${DCAT}Dataset`, 'dataset'],
  [`${DCAT}DataService`, 'service'],
  ['http://entryscape.com/terms/IndependentDataService', 'service'],
  [`${DCAT}Distribution`, 'distribution'],
  [`${DCAT}Catalog`, 'catalog'],
  [`${FOAF}Agent`, 'agent'],
  [`${FOAF}Organization`, 'agent'],
  ['http://purl.org/dc/terms/Standard', 'specification'],
  ['http://www.w3.org/ns/dx/prof/Profile', 'specification'],
  [`${SKOS}Concept`, 'concept'],
  [`${SKOS}ConceptScheme`, 'terminology'],
  [`${VCARD}Organization`, 'contact'],
  [`${VCARD}Individual`, 'contact'],
  [`${VCARD}Kind`, 'contact'],
]

/** First segment of the address of each kind of thing, in both languages. */
export const segments: Readonly<Record<EntityKind, string>> = {
  dataset: 'datasets',
  series: 'dataset-series',
  service: 'dataservice',
  distribution: 'distributions',
  catalog: 'catalogs',
  agent: 'organisations',
  specification: 'specifications',
  concept: 'concepts',
  terminology: 'terminology',
  contact: 'contacts',
}
