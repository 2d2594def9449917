// How much of each kind a graph holds.
import type { CatalogCounts } from '../finding.ts'
import { type Graph, ID, iriId } from '../rdf/index.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const FOAF = 'http://xmlns.com/foaf/0.1/'

/** Counts the instances of the main classes; a series is not counted again as a dataset. */
export function countContents(graph: Graph): CatalogCounts {
  const instances = (...iris: string[]): Set<number> => {
    const { offset, predicate, value } = graph.inverse()
    const found = new Set<number>()
    for (const iri of iris) {
      const id = iriId(graph, iri)
      if (id < 0) continue
      for (let row = offset[id]; row < offset[id + 1]; row++)
        if (predicate[row] === ID.type) found.add(value[row])
    }
    return found
  }
  const series = instances(`${DCAT}DatasetSeries`)
  let datasets = 0
  for (const dataset of instances(`${DCAT}Dataset`)) if (!series.has(dataset)) datasets++
  return {
    triples: graph.out.size,
    catalogs: instances(`${DCAT}Catalog`).size,
    datasets,
    series: series.size,
    distributions: instances(`${DCAT}Distribution`).size,
    services: instances(`${DCAT}DataService`).size,
    agents: instances(`${FOAF}Agent`, `${FOAF}Organization`, `${FOAF}Person`).size,
  }
}
