// How datasets, series, services and distributions belong together.
import type { Entity } from './entities.ts'
import type { Holdings } from './holdings.ts'

/** The distributions of a dataset or a series, as term ids. */
export function distributionsOf({ reading }: Holdings, term: number): readonly number[] {
  return [...reading.values(term, 'dcat:distribution')]
}

/** Data services that serve a dataset: those that name it, and those its distributions are reached by. */
export function servicesOf(holdings: Holdings, term: number): readonly number[] {
  const { reading } = holdings
  const found = new Set<number>(reading.having('dcat:servesDataset', term))
  for (const distribution of distributionsOf(holdings, term))
    for (const service of reading.values(distribution, 'dcat:accessService')) found.add(service)
  return [...found]
}

/** The datasets that a service serves. */
export function servedBy({ reading }: Holdings, service: number): readonly number[] {
  const found = new Set<number>(reading.values(service, 'dcat:servesDataset'))
  for (const distribution of reading.having('dcat:accessService', service))
    for (const dataset of reading.having('dcat:distribution', distribution)) found.add(dataset)
  return [...found]
}

export function publisherOf({ reading }: Holdings, term: number): number | undefined {
  return reading.values(term, 'dcterms:publisher')[0]
}

/** Whether a list of hits shows it: services of one dataset are reached by way of that dataset. */
export function isListed(holdings: Holdings, entity: Entity): boolean {
  return entity.kind !== 'service' || servedBy(holdings, entity.term).length !== 1
}

/** Whether it is a part of a series, which the list of hits hides until asked. */
export function isMember({ reading }: Holdings, term: number): boolean {
  return reading.values(term, 'dcat:inSeries').length > 0
}
