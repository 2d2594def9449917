// The class hierarchy: rdfs:subClassOf as pairs, and everything below a class.
import { eachWith, type Graph, iriId } from '../../rdf/index.ts'
import { subClassOf } from './vocabulary.ts'

/** Subclasses by superclass, as term ids of the graph. */
export type SubclassPairs = ReadonlyMap<number, readonly number[]>

/** Reads rdfs:subClassOf; empty, without a look at the statements, when the graph does not use it. */
export function subclassPairs(graph: Graph): SubclassPairs {
  const pairs = new Map<number, number[]>()
  const predicate = iriId(graph, subClassOf)
  if (predicate < 0) return pairs
  eachWith(graph, predicate, (sub, top) => {
    const below = pairs.get(top)
    if (below) below.push(sub)
    else pairs.set(top, [sub])
  })
  return pairs
}

/** A class and all below it; empty for a class that the graph does not hold (-1). */
export function subclassesOf(pairs: SubclassPairs, top: number): ReadonlySet<number> {
  const found = new Set(top < 0 ? [] : [top])
  for (const upper of found) for (const sub of pairs.get(upper) ?? []) found.add(sub)
  return found
}
