// Stable IRIs for the things of a catalogue: one base, a segment for the class, an id.
import type { ClassName } from './keys.ts'
import type { Iri } from './model.ts'

const segments: Readonly<Record<ClassName, string>> = {
  Catalog: 'catalog',
  Dataset: 'dataset',
  DatasetSeries: 'series',
  Distribution: 'distribution',
  DataService: 'service',
  Agent: 'agent',
  ContactPoint: 'contact',
  RightsStatement: 'rights',
  Attribution: 'attribution',
  Location: 'location',
  PeriodOfTime: 'period',
  Offer: 'offer',
  Relationship: 'relationship',
  ProvenanceStatement: 'provenance',
  Checksum: 'checksum',
  Telephone: 'telephone',
  Address: 'address',
  Document: 'document',
  LicenseDocument: 'licence',
  Standard: 'standard',
}

/** The IRI of a thing: `https://data.example.se/` + `dataset/` + `luftkvalitet`; without an id the class alone. */
export function entityIri(base: string, name: ClassName, id?: string): Iri {
  const root = /[/#]$/.test(base) ? base : `${base}/`
  const own = segments[name]
  return `${root}${id === undefined ? own : `${own}/${encodeURIComponent(id)}`}` as Iri
}

const MAX_SLUG = 60

/** A text as an id: lower case, å ä ö without their marks, everything else a hyphen. Empty when nothing is left. */
export function slug(written: string): string {
  return written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MAX_SLUG)
    .replace(/-+$/, '')
}
