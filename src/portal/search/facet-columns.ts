// The values of every thing in every facet, as columns of integers.
import type { Entity } from '../data/entities.ts'
import type { Holdings } from '../data/holdings.ts'
import { facets } from './facet-list.ts'

export interface Column {
  readonly id: string
  readonly values: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  /** The values of document d are `value[offset[d]]` to, and not with, `value[offset[d + 1]]`. */
  readonly offset: Uint32Array
  readonly value: Uint32Array
}

export type FacetIndex = readonly Column[]

export function indexFacets(holdings: Holdings, documents: readonly Entity[]): FacetIndex {
  return facets.map(({ id, values: valuesOf }) => {
    const values: string[] = []
    const idOf = new Map<string, number>()
    const offset = new Uint32Array(documents.length + 1)
    const flat: number[] = []
    documents.forEach((entity, at) => {
      for (const value of new Set(valuesOf(holdings, entity))) {
        let known = idOf.get(value)
        if (known === undefined) {
          idOf.set(value, (known = values.length))
          values.push(value)
        }
        flat.push(known)
      }
      offset[at + 1] = flat.length
    })
    return { id, values, idOf, offset, value: Uint32Array.from(flat) }
  })
}
