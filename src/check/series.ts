// Dataset series: how many members, and what they must have in common (rules 60–63, 65).

import { propertyLabel } from '../dcat/index.ts'
import type { Problem } from '../finding.ts'
import { type Graph, iriId, objects, offsetOf, text } from '../rdf/index.ts'
import { DCAT, DCATAP, DCT, FOAF } from './namespaces.ts'
import { seriesExtent } from './series-extent.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf, values } from './walk.ts'

const IN_SERIES = `${DCAT}inSeries`
const MAX_MEMBERS = 50
const CONFORMS_TO = `${DCT}conformsTo`
/** The fields recommendation 21 wants equal; rule 15 makes dcterms:conformsTo a must. */
const COMMON = [
  CONFORMS_TO,
  `${DCT}publisher`,
  `${DCAT}keyword`,
  `${DCAT}theme`,
  `${DCATAP}applicableLegislation`,
  `${DCATAP}hvdCategory`,
  `${DCT}subject`,
  `${DCAT}landingPage`,
  `${DCT}relation`,
  `${DCAT}qualifiedRelation`,
  `${FOAF}page`,
]

/** Rules series-nested, -too-large, -empty, -conforms-to-differs, -values-differ, -dimension and those of series-extent. */
export const series: Check = (graph) => {
  const problems: Problem[] = []
  const members = membersOf(graph)
  for (const focus of instances(graph, `${DCAT}DatasetSeries`)) {
    for (const value of values(graph, focus, IN_SERIES))
      problems.push({ rule: 'series-nested', focus, path: IN_SERIES, value })
    const own = members.get(focus) ?? []
    if (own.length === 0) problems.push({ rule: 'series-empty', focus })
    if (own.length > MAX_MEMBERS)
      problems.push({ rule: 'series-too-large', focus, params: { count: own.length } })
    if (own.length === 0) continue
    commonValues(graph, focus, own, problems)
    if (own.length > 1) dimension(graph, focus, own, problems)
    seriesExtent(graph, focus, own, problems)
  }
  return problems
}

/** The members of each series, in the order of the file. */
function membersOf(graph: Graph): Map<number, number[]> {
  const members = new Map<number, number[]>()
  const { subject, object } = links(graph, IN_SERIES)
  for (let i = 0; i < object.length; i++) {
    const list = members.get(object[i])
    if (list) list.push(subject[i])
    else members.set(object[i], [subject[i]])
  }
  for (const list of members.values()) list.sort((a, b) => offsetOf(graph, a) - offsetOf(graph, b))
  return members
}

function commonValues(graph: Graph, focus: number, members: readonly number[], problems: Problem[]): void {
  for (const path of COMMON) {
    const predicate = iriId(graph, path)
    if (predicate < 0) continue
    const stated = objects(graph, focus, predicate).length > 0
    const model = stated ? focus : members[0]
    const differing = members.filter((member) => !sameValues(graph, model, member, path))
    if (differing.length === 0) continue
    problems.push({
      rule: path === CONFORMS_TO ? 'series-conforms-to-differs' : 'series-values-differ',
      focus: differing[0],
      path,
      params: {
        property: propertyLabel(path) ?? { sv: path, en: path },
        series: nameOf(graph, focus),
        count: differing.length,
      },
    })
  }
}

function sameValues(graph: Graph, a: number, b: number, path: string): boolean {
  if (path === `${DCAT}qualifiedRelation`) return relationKey(graph, a) === relationKey(graph, b)
  const x = values(graph, a, path)
  const y = values(graph, b, path)
  if (x.length !== y.length) return false
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false
  return true
}

/** Role and target of each relation, since the nodes between may be blank. */
function relationKey(graph: Graph, dataset: number): string {
  const keys = [...values(graph, dataset, `${DCAT}qualifiedRelation`)].map(
    (node) => `${values(graph, node, `${DCAT}hadRole`)}>${values(graph, node, `${DCT}relation`)}`,
  )
  return keys.sort().join(' ')
}

/** What a dataset says of its time and place, without the names of blank nodes. */
function extentKey(graph: Graph, dataset: number): string {
  const parts: string[] = []
  for (const path of [`${DCT}temporal`, `${DCT}spatial`])
    for (const node of values(graph, dataset, path)) {
      parts.push(graph.dictionary.kind[node] === 1 ? text(graph, node) : '')
      for (let row = graph.out.offset[node]; row < graph.out.offset[node + 1]; row++)
        parts.push(text(graph, graph.out.value[row]))
    }
  return parts.join('\n')
}

function dimension(graph: Graph, focus: number, members: readonly number[], problems: Problem[]): void {
  const first = extentKey(graph, members[0])
  for (const member of members) if (extentKey(graph, member) !== first) return
  problems.push({ rule: 'series-dimension', focus, params: { count: members.length } })
}
