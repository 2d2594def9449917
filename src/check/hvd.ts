// High-value datasets: the mark must hold along the chain dataset – distribution – service (rules 56–59).
// What each single thing must state is in shapes/hvd.
import type { Problem } from '../finding.ts'
import { type Graph, iriId, subjects, text } from '../rdf/index.ts'
import { DCAT, DCATAP, HVD_LEGISLATION } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf, values } from './walk.ts'

const LEGISLATION = `${DCATAP}applicableLegislation`
const CATEGORY = `${DCATAP}hvdCategory`
const CATEGORY_SCHEME = 'http://data.europa.eu/bna/asd487ae75'

/** Rules hvd-distribution-unmarked, hvd-dataset-unmarked, hvd-service-dataset-unmarked, -missing and hvd-category-broad. */
export const hvd: Check = (graph, { profile }) => {
  const problems: Problem[] = []
  const marked = new Uint8Array(graph.dictionary.count)
  for (const focus of subjects(graph, iriId(graph, LEGISLATION), iriId(graph, HVD_LEGISLATION)))
    marked[focus] = 1
  for (const focus of instances(graph, `${DCAT}Dataset`))
    if (marked[focus] && !values(graph, focus, `${DCAT}distribution`).some((d) => marked[d]))
      problems.push({ rule: 'hvd-distribution-unmarked', focus })
  parents(graph, marked, problems)
  servedDatasets(graph, marked, problems)
  const { subject, object } = links(graph, CATEGORY)
  if (object.length === 0) return problems
  const broad = broadCategories(profile.vocabularies.get(CATEGORY_SCHEME)?.concepts)
  for (let i = 0; i < object.length; i++)
    if (broad.size > 0 && broad.has(text(graph, object[i])))
      problems.push({ rule: 'hvd-category-broad', focus: subject[i], path: CATEGORY, value: object[i] })
  return problems
}

function parents(graph: Graph, marked: Uint8Array, problems: Problem[]): void {
  const distribution = iriId(graph, `${DCAT}distribution`)
  for (const focus of instances(graph, `${DCAT}Distribution`)) {
    if (!marked[focus]) continue
    const datasets = subjects(graph, distribution, focus)
    if (datasets.length === 0 || datasets.some((dataset) => marked[dataset])) continue
    const params = { dataset: nameOf(graph, datasets[0]) }
    problems.push({ rule: 'hvd-dataset-unmarked', focus, path: LEGISLATION, params })
  }
}

function servedDatasets(graph: Graph, marked: Uint8Array, problems: Problem[]): void {
  const path = `${DCAT}servesDataset`
  const accessService = iriId(graph, `${DCAT}accessService`)
  for (const focus of instances(graph, `${DCAT}DataService`)) {
    if (!marked[focus]) continue
    const served = values(graph, focus, path)
    // A service that no distribution leads to stands alone: recommendation 14 asks nothing more of it.
    if (served.length === 0 && subjects(graph, accessService, focus).length > 0)
      problems.push({ rule: 'hvd-service-dataset-missing', focus })
    else if (served.length > 0 && !served.some((dataset) => marked[dataset]))
      problems.push({ rule: 'hvd-service-dataset-unmarked', focus, path, value: served[0] })
  }
}

type Concepts = ReadonlyMap<string, { readonly broader?: string }>

/** The categories that have narrower ones. */
function broadCategories(concepts: Concepts | undefined): Set<string> {
  const broad = new Set<string>()
  for (const { broader } of concepts?.values() ?? []) if (broader !== undefined) broad.add(broader)
  return broad
}
