// What only the network can tell: whether addresses answer, and whether an API description may be read by the
// portal (rules 28, 84). Offline these are counted as not assessed, never passed over in silence.
import type { NotAssessed, Text } from '../finding.ts'
import { type Graph, ID, IRI, objects } from '../rdf/index.ts'
import { DCAT, DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, typedAs } from './walk.ts'

const OFFLINE: Text = {
  sv: 'Kräver nätet, som inte används.',
  en: 'Needs the network, which is not used.',
}

/** Tells how many addresses nobody looked at. */
export const network: Check = (graph, { profile, notAssessed }) => {
  const tell = (rule: string, count: number) => {
    const entry: NotAssessed = { rule, reason: OFFLINE, count }
    if (count > 0 && profile.rules.has(rule)) notAssessed(entry)
  }
  tell('access-url-unreachable', distinct(graph, `${DCAT}accessURL`, `${DCAT}downloadURL`))
  tell('landing-page-unreachable', distinct(graph, `${DCAT}landingPage`))
  tell('api-description-unreachable', apiDescriptions(graph))
  tell('subcatalog-unreachable', remoteCatalogs(graph))
  return []
}

function distinct(graph: Graph, ...paths: readonly string[]): number {
  const seen = new Uint8Array(graph.dictionary.count)
  let count = 0
  for (const path of paths)
    for (const value of links(graph, path).object)
      if (graph.dictionary.kind[value] === IRI && !seen[value]) {
        seen[value] = 1
        count++
      }
  return count
}

function apiDescriptions(graph: Graph): number {
  const isDistribution = typedAs(graph, `${DCAT}Distribution`)
  const { subject, object } = links(graph, `${DCT}conformsTo`)
  const ofDistributions = new Set([...object].filter((_, i) => isDistribution[subject[i]]))
  return distinct(graph, `${DCAT}endpointDescription`) + ofDistributions.size
}

/** Sub-catalogues with nothing but a type: the portal fetches these from their own IRIs. */
function remoteCatalogs(graph: Graph): number {
  const parts = new Set(links(graph, `${DCT}hasPart`).object)
  return instances(graph, `${DCAT}Catalog`).filter((catalog) => {
    const rows = graph.out.offset[catalog + 1] - graph.out.offset[catalog]
    return parts.has(catalog) && rows === objects(graph, catalog, ID.type).length
  }).length
}
