// A set of terms of many windows, in a few bytes for each: 52 bits of a term's hash and length stand for it.
import type { Graph } from '../graph.ts'

export interface ValueSet {
  readonly add: (graph: Graph, term: number) => void
  readonly size: () => number
}

/** An empty set. Two terms that agree in all 52 bits would be counted once. */
export function createValueSet(): ValueSet {
  let slots = new Float64Array(256)
  let size = 0
  /** Keys are kept one higher, for 0 is a free slot. */
  const put = (into: Float64Array, key: number): boolean => {
    const mask = into.length - 1
    let slot = (key / 2 ** 20) & mask
    while (into[slot] !== 0 && into[slot] !== key) slot = (slot + 1) & mask
    if (into[slot] === key) return false
    into[slot] = key
    return true
  }
  return {
    add({ dictionary: { hash, length } }, term) {
      if (!put(slots, (hash[term] >>> 0) * 2 ** 20 + (length[term] & 0xfffff) + 1)) return
      size++
      if (size * 2 <= slots.length) return
      const wider = new Float64Array(slots.length * 2)
      for (const key of slots) if (key !== 0) put(wider, key)
      slots = wider
    },
    size: () => size,
  }
}
