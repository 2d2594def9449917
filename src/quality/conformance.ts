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

/** By dataset: how often it, its distributions and the nameless nodes under them break each rule, the most broken first. */
export function rulesByDataset(
  graph: Graph,
  problems: readonly { readonly rule: string; readonly focus?: number }[],
): ReadonlyMap<number, readonly { readonly rule: string; readonly count: number }[]> {
  const byFocus = new Map<number, string[]>()
  for (const { rule, focus } of problems) {
    if (focus === undefined) continue
    const known = byFocus.get(focus)
    if (known) known.push(rule)
    else byFocus.set(focus, [rule])
  }
  const distribution = iriId(graph, 'http://www.w3.org/ns/dcat#distribution')
  const datasets = subjects(graph, ID.type, iriId(graph, 'http://www.w3.org/ns/dcat#Dataset'))
  return new Map(
    Array.from(datasets, (dataset) => {
      const counts = new Map<string, number>()
      const parts = new Set(
        [dataset, ...objects(graph, dataset, distribution)].flatMap((part) => [...under(graph, part)]),
      )
      for (const part of parts)
        for (const rule of byFocus.get(part) ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1)
      const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      return [dataset, sorted.map(([rule, count]) => ({ rule, count }))]
    }),
  )
}

/** A term and the blank nodes below it. */
function under(graph: Graph, start: number): ReadonlySet<number> {
  const seen = new Set([start])
  for (const term of seen) {
    const { offset, value } = graph.out
    for (let row = offset[term]; row < offset[term + 1]; row++)
      if (graph.dictionary.kind[value[row]] === BLANK) seen.add(value[row])
  }
  return seen
}

function hasFault(graph: Graph, start: number, faults: ReadonlySet<number>): boolean {
  if (faults.has(start)) return true
  for (const term of under(graph, start)) if (faults.has(term)) return true
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
