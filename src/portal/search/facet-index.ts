// The values of every thing in every facet as columns of integers, and how hits are counted in one pass over them.
import type { Column, FacetIndex } from './facet-columns.ts'

/** Values chosen by facet id. */
export type Chosen = ReadonlyMap<string, readonly string[]>

export interface FacetCounts {
  readonly id: string
  /** Value and how many hits have it, the most common first. */
  readonly values: readonly (readonly [value: string, count: number])[]
}

export interface Filtered {
  readonly hits: readonly number[]
  readonly counts: readonly FacetCounts[]
}

/**
 * The candidates that fit every facet chosen (any value within one, all of them together), and for every value how
 * many hits it would give: a facet is counted as if nothing were chosen in it.
 */
export function filterAndCount(index: FacetIndex, candidates: ArrayLike<number>, chosen: Chosen): Filtered {
  const wanted = index.map(({ id, idOf }) => {
    const values = chosen.get(id)
    return values && new Set(values.map((value) => idOf.get(value) ?? -1))
  })
  const counts = index.map(({ values }) => new Uint32Array(values.length))
  const hits: number[] = []
  for (let i = 0; i < candidates.length; i++) {
    const document = candidates[i]
    let failed = -1
    let failures = 0
    for (let f = 0; f < index.length && failures < 2; f++) {
      const want = wanted[f]
      if (want && !hasAny(index[f], document, want)) {
        failures++
        failed = f
      }
    }
    if (failures === 0) hits.push(document)
    if (failures > 1) continue
    for (let f = 0; f < index.length; f++) {
      if (failures === 1 && f !== failed) continue
      const { offset, value } = index[f]
      for (let row = offset[document]; row < offset[document + 1]; row++) counts[f][value[row]]++
    }
  }
  return { hits, counts: index.map((column, f) => ({ id: column.id, values: ranked(column, counts[f]) })) }
}

function hasAny({ offset, value }: Column, document: number, want: ReadonlySet<number>): boolean {
  for (let row = offset[document]; row < offset[document + 1]; row++) if (want.has(value[row])) return true
  return false
}

function ranked({ values }: Column, counts: Uint32Array): readonly (readonly [string, number])[] {
  const rows: [string, number][] = []
  for (let i = 0; i < counts.length; i++) if (counts[i] > 0) rows.push([values[i], counts[i]])
  return rows.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
