// What belongs to a resource: all that its description leads to, but not other catalogue resources. A data service
// belongs to the datasets it gives access to.
import { type Graph, ID, IRI, iriId, LITERAL, objects, subjects, text } from '../rdf/index.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'

/** Classes whose instances stand for themselves. */
const OWN_STANDING = ['Dataset', 'DatasetSeries', 'DataService', 'Catalog', 'CatalogRecord'].map(
  (name) => DCAT + name,
)

/** Datasets, series and data services of a graph, each once; a series that is typed as a dataset too is a series. */
export function resourceKinds(
  graph: Graph,
): readonly (readonly ['dataset' | 'series' | 'service', readonly number[]])[] {
  const instances = (name: string) => [...subjects(graph, ID.type, iriId(graph, DCAT + name))]
  const series = instances('DatasetSeries')
  const isSeries = new Set(series)
  return [
    ['dataset', instances('Dataset').filter((term) => !isSeries.has(term))],
    ['series', series],
    ['service', instances('DataService')],
  ]
}

/** A resource and everything that describes it, as term ids. */
export function partsOf(graph: Graph, resource: number): ReadonlySet<number> {
  const parts = new Set([resource])
  const access = iriId(graph, `${DCAT}accessService`)
  const queue = [resource, ...subjects(graph, iriId(graph, `${DCAT}servesDataset`), resource)]
  for (const term of queue) {
    parts.add(term)
    const { offset, predicate, value } = graph.out
    for (let row = offset[term]; row < offset[term + 1]; row++) {
      const next = value[row]
      if (parts.has(next) || graph.dictionary.kind[next] === LITERAL) continue
      if (offset[next] === offset[next + 1] || predicate[row] === ID.type) continue
      if (predicate[row] !== access && standsForItself(graph, next)) continue
      parts.add(next)
      queue.push(next)
    }
  }
  return parts
}

function standsForItself(graph: Graph, term: number): boolean {
  if (graph.dictionary.kind[term] !== IRI) return false
  return [...objects(graph, term, ID.type)].some((type) => OWN_STANDING.includes(text(graph, type)))
}
