// The printed totals of Table 1 beside what its amounts add up to.
import { components } from './data-components.ts'
import { domains } from './data-domains.ts'
import { funding, fundingTotals } from './data-funding.ts'
import type { Component, FundingTotal } from './types.ts'

/** The building blocks, in the order of the source; without domains, governance and the rest. */
export const buildingBlocks: readonly Component[] = components.filter(({ type }) => type === 'building-block')

/** A printed total and what the amounts give: thousand SEK. */
export interface AddedTotal extends FundingTotal {
  readonly added: number
}

const categoryOf = new Map([...components, ...domains].map(({ id, category }) => [id, category]))

/** Every printed total of the funding, added again from the amounts. */
export function addTotals(): readonly AddedTotal[] {
  return fundingTotals.map((total) => ({ ...total, added: added(total) }))
}

function added({ of, kind, period }: FundingTotal): number {
  return funding
    .filter(({ year }) => period === year || period === '2021-2023')
    .filter(
      ({ component }) =>
        kind === 'all' || of === (kind === 'category' ? categoryOf.get(component) : component),
    )
    .reduce((sum, { amount }) => sum + amount, 0)
}
