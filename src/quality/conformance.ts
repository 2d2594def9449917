// Which datasets break the shapes: errors on the dataset itself, or on what describes it.
import type { Vocabulary } from '../profile/index.ts'
import { BLANK, type Graph, ID, iriId, objects, subjects } from '../rdf/index.ts'
import { judgeAsEu } from './eu-judge.ts'

/**
 * Term ids of the datasets with an error. `faulty` are the term ids that errors are about; a fault of a
 * distribution, or of a nameless node under either, is a fault of its dataset.
 */
export function nonConformingDatasets(graph: Graph, faulty: Iterable<number>): ReadonlySet<number> {
  const faults = new Set(faulty)
  const distribution = iriId(graph, 'http://www.w3.org/ns/dcat#distribution')
  const datasets = subjects(graph, ID.type, iriId(graph, 'http://www.w3.org/ns/dcat#Dataset'))
  return new Set(
    Array.from(datasets).filter((dataset) =>
      [dataset, ...objects(graph, dataset, distribution)].some((part) => hasFault(graph, part, faults)),
    ),
  )
}

function hasFault(graph: Graph, start: number, faults: ReadonlySet<number>): boolean {
  const seen = new Set([start])
  for (const term of seen) {
    if (faults.has(term)) return true
    const { offset, value } = graph.out
    for (let row = offset[term]; row < offset[term + 1]; row++)
      if (graph.dictionary.kind[value[row]] === BLANK) seen.add(value[row])
  }
  return false
}

/** The datasets that the structure of DCAT-AP's shapes faults; slips of the shapes do not count. */
export function nonConformingInEu(
  graph: Graph,
  vocabularies: ReadonlyMap<string, Vocabulary>,
): ReadonlySet<number> {
  const problems = judgeAsEu(graph, { vocabularies, parts: ['structure'] })
  return nonConformingDatasets(
    graph,
    problems.flatMap(({ severity, defect, focus }) =>
      severity === 'error' && defect === undefined ? [focus] : [],
    ),
  )
}
