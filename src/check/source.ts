// What a whole source must hold to be a catalogue at all.
import type { Problem } from '../finding.ts'
import { DCAT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances } from './walk.ts'

/** Rules catalog-none and dataset-none; silent about a text that no triple could be read from. */
export const source: Check = (graph) => {
  const problems: Problem[] = []
  if (graph.out.size === 0) return problems
  const has = (name: string) => instances(graph, DCAT + name).length > 0
  const hasContent = ['Dataset', 'DatasetSeries', 'DataService'].some(has)
  if (has('Catalog')) return problems
  problems.push({ rule: hasContent ? 'catalog-none' : 'dataset-none', at: 0 })
  return problems
}
