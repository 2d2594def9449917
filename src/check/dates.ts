// Dates that can be true: issued before modified, nothing in the future, periods that begin before they end
// (rules 42–44).
import type { Problem } from '../finding.ts'
import { BLANK, type Graph, iriId, objects, text } from '../rdf/index.ts'
import { AUTHORITY, DCAT, DCT, SCHEMA, TIME } from './namespaces.ts'
import { comparePacked, packedDate } from './time.ts'
import type { Check } from './types.ts'
import { instances, links, values } from './walk.ts'

const ISSUED = `${DCT}issued`
const MODIFIED = `${DCT}modified`
const PERIOD_STARTS = [`${DCAT}startDate`, `${SCHEMA}startDate`]
const PERIOD_ENDS = [`${DCAT}endDate`, `${SCHEMA}endDate`]
/** Updated once a year or more seldom, or irregularly. */
const SELDOM = ['ANNUAL', 'BIENNIAL', 'TRIENNIAL', 'QUADRENNIAL', 'QUINQUENNIAL', 'DECENNIAL', 'IRREG']

/** Rules modified-before-issued, date-in-future, period-order, period-empty and dataset-modified-unknown. */
export const dates: Check = (graph, { io }) => {
  const problems: Problem[] = []
  // A day's grace for time zones ahead of us.
  const tomorrow = new Date(io.now().getTime() + 86_400_000).toISOString().slice(0, 10)
  issuedAndModified(graph, Number(tomorrow.replaceAll('-', '')) * 4 + 3, problems)
  periods(graph, problems)
  modifiedUnknown(graph, problems)
  return problems
}

function issuedAndModified(graph: Graph, tomorrow: number, problems: Problem[]): void {
  const issued = iriId(graph, ISSUED)
  const modified = iriId(graph, MODIFIED)
  const late = (focus: number, path: string, value: number) => {
    if (comparePacked(packedDate(graph, value), tomorrow) > 0)
      problems.push({ rule: 'date-in-future', focus, path, value })
  }
  for (const name of ['Catalog', 'Dataset', 'DatasetSeries', 'Distribution'])
    for (const focus of instances(graph, DCAT + name)) {
      const first = objects(graph, focus, issued)
      const last = objects(graph, focus, modified)
      for (const value of first) late(focus, ISSUED, value)
      for (const value of last) late(focus, MODIFIED, value)
      if (first.length !== 1 || last.length !== 1 || first[0] === last[0]) continue
      if (comparePacked(packedDate(graph, last[0]), packedDate(graph, first[0])) < 0)
        problems.push({
          rule: 'modified-before-issued',
          focus,
          path: MODIFIED,
          value: last[0],
          params: { issued: text(graph, first[0]) },
        })
    }
}

const first = (graph: Graph, subject: number, paths: readonly string[]) => {
  for (const path of paths) {
    const [value] = values(graph, subject, path)
    if (value !== undefined) return { path, value }
  }
  return undefined
}

function periods(graph: Graph, problems: Problem[]): void {
  const { subject, object } = links(graph, `${DCT}temporal`)
  const seen = new Set<number>()
  const typed = new Set(instances(graph, `${DCT}PeriodOfTime`))
  for (let i = 0; i < object.length; i++) {
    const focus = object[i]
    if (seen.has(focus)) continue
    seen.add(focus)
    const start = first(graph, focus, PERIOD_STARTS)
    const end = first(graph, focus, PERIOD_ENDS)
    if (start && end && comparePacked(packedDate(graph, end.value), packedDate(graph, start.value)) < 0)
      problems.push({
        rule: 'period-order',
        focus,
        path: end.path,
        value: end.value,
        params: { start: text(graph, start.value) },
      })
    const isPeriod = typed.has(focus) || graph.dictionary.kind[focus] === BLANK
    if (!start && !end && isPeriod && !first(graph, focus, [`${TIME}hasBeginning`, `${TIME}hasEnd`]))
      problems.push({ rule: 'period-empty', focus: subject[i], path: `${DCT}temporal`, value: focus })
  }
}

function modifiedUnknown(graph: Graph, problems: Problem[]): void {
  const seldom = new Set(SELDOM.map((code) => iriId(graph, `${AUTHORITY}frequency/${code}`)))
  const path = `${DCT}accrualPeriodicity`
  const { subject, object } = links(graph, path)
  const isDataset = new Set(instances(graph, `${DCAT}Dataset`))
  for (let i = 0; i < object.length; i++)
    if (seldom.has(object[i]) && isDataset.has(subject[i]))
      if (values(graph, subject[i], MODIFIED).length === 0)
        problems.push({ rule: 'dataset-modified-unknown', focus: subject[i], path, value: object[i] })
}
