// Properties that are out of place: withdrawn, replaced, forbidden, or not shown in Sweden (rules 50, 73, 74, 77).

import { compactName } from '../dcat/index.ts'
import type { Problem } from '../finding.ts'
import { type Graph, iriId, offsetOf } from '../rdf/index.ts'
import { DCAT, DCT, OWL, PROV, SCHEMA, TIME } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, typedAs } from './walk.ts'

const DATASETS = [`${DCAT}Dataset`, `${DCAT}DatasetSeries`]

/** Old property, the classes it is old on (none: on all), and what to write instead. */
const REPLACED: readonly (readonly [string, readonly string[], string])[] = [
  [`${SCHEMA}startDate`, [`${DCT}PeriodOfTime`], 'dcat:startDate'],
  [`${SCHEMA}endDate`, [`${DCT}PeriodOfTime`], 'dcat:endDate'],
  [`${OWL}versionInfo`, [...DATASETS, `${DCAT}Distribution`], 'dcat:version'],
  [`${DCT}hasVersion`, DATASETS, 'dcat:hasVersion'],
  [`${DCT}isVersionOf`, DATASETS, 'dcat:isVersionOf'],
  [`${DCAT}role`, [`${PROV}Attribution`, `${DCAT}Relationship`], 'dcat:hadRole'],
]

/** Allowed and passed on to data.europa.eu, but not shown on dataportal.se. */
const NOT_SHOWN: readonly (readonly [string, readonly string[]])[] = [
  [`${DCAT}compressFormat`, [`${DCAT}Distribution`]],
  [`${DCAT}packageFormat`, [`${DCAT}Distribution`]],
  ['http://www.w3.org/ns/odrl/2/hasPolicy', [`${DCAT}Distribution`]],
  [`${PROV}wasGeneratedBy`, DATASETS],
  [`${DCT}creator`, [`${DCAT}Catalog`]],
  [`${DCT}type`, [`${DCT}LicenseDocument`]],
  [`${TIME}hasBeginning`, [`${DCT}PeriodOfTime`]],
  [`${TIME}hasEnd`, [`${DCT}PeriodOfTime`]],
]

/** Rules property-replaced, property-not-shown, dataset-license-misplaced, catalog-record-used. */
export const properties: Check = (graph, { view }) => {
  const problems: Problem[] = []
  for (const [path, classes, replacement] of REPLACED)
    replaced(graph, { path, classes, replacement }, problems)
  for (const [path, classes] of NOT_SHOWN) notShown(graph, { path, classes, home: view?.home }, problems)
  each(graph, `${DCT}license`, DATASETS, (focus, value) =>
    problems.push({ rule: 'dataset-license-misplaced', focus, path: `${DCT}license`, value }),
  )
  catalogRecords(graph, problems)
  return problems
}

/** Calls `use` for each statement of a property on an instance of the classes. */
function each(
  graph: Graph,
  path: string,
  classes: readonly string[],
  use: (focus: number, value: number) => void,
): void {
  const { subject, object } = links(graph, path)
  if (object.length === 0) return
  const typed = typedAs(graph, ...classes)
  for (let i = 0; i < object.length; i++) if (typed[subject[i]]) use(subject[i], object[i])
}

interface Replaced {
  readonly path: string
  readonly classes: readonly string[]
  readonly replacement: string
}

function replaced(graph: Graph, { path, classes, replacement }: Replaced, problems: Problem[]): void {
  each(graph, path, classes, (focus, value) => {
    problems.push({
      rule: 'property-replaced',
      focus,
      path,
      value,
      params: { property: compactName(path), replacement },
    })
  })
}

interface NotShown {
  readonly path: string
  readonly classes: readonly string[]
  readonly home: Uint8Array | undefined
}

/** One problem per property, with the number of uses. */
function notShown(graph: Graph, { path, classes, home }: NotShown, problems: Problem[]): void {
  let first: number | undefined
  let count = 0
  each(graph, path, classes, (focus, value) => {
    if (home && home[focus] !== 1) return
    const at = offsetOf(graph, focus, iriId(graph, path), value)
    if (first === undefined || at < first) first = at
    count++
  })
  if (first === undefined) return
  problems.push({
    rule: 'property-not-shown',
    path,
    at: first,
    params: { property: compactName(path), count },
  })
}

function catalogRecords(graph: Graph, problems: Problem[]): void {
  const rule = 'catalog-record-used'
  const path = `${DCAT}record`
  const { subject, object } = links(graph, path)
  const linked = new Set(object)
  for (let i = 0; i < object.length; i++) problems.push({ rule, focus: subject[i], path, value: object[i] })
  for (const focus of instances(graph, `${DCAT}CatalogRecord`))
    if (!linked.has(focus)) problems.push({ rule, focus, value: focus })
}
