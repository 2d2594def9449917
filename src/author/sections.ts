// The sections of the YAML form: which word at the top of a file holds which class.
import type { ClassName } from '../dcat/index.ts'

export interface Section {
  readonly class: ClassName
  /** One of it: a mapping. */
  readonly one: string
  /** Several: a list of mappings, or mappings by id. */
  readonly many: string
}

/** In the order they are written. */
export const sections: readonly Section[] = [
  { class: 'Catalog', one: 'catalog', many: 'catalogs' },
  { class: 'Agent', one: 'agent', many: 'agents' },
  { class: 'ContactPoint', one: 'contact', many: 'contacts' },
  { class: 'Dataset', one: 'dataset', many: 'datasets' },
  { class: 'DatasetSeries', one: 'datasetSeries', many: 'series' },
  { class: 'Distribution', one: 'distribution', many: 'distributions' },
  { class: 'DataService', one: 'service', many: 'services' },
]

/** Everything else: things of supporting classes with an IRI of their own, and things outside the profile. */
export const OTHERS = 'others'

/** Words at the top that are not sections. */
export const settings = ['$schema', 'base', 'language', 'defaults'] as const

/** Words of an entity that are not properties. */
export const entityWords = ['id', 'iri', 'class', 'kind', 'other'] as const
