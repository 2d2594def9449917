// Links inside a catalogue: what is pointed at is described, and what is described is reachable (rules 36–38, 86).
import type { Problem } from '../finding.ts'
import { type Graph, IRI, iriId, LITERAL, objects, subjects, text } from '../rdf/index.ts'
import { DCAT, DCT, VCARD } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf, typedAs, values } from './walk.ts'

const DATASET = [`${DCAT}Dataset`, `${DCAT}DatasetSeries`]
/** Property, the classes its values are instances of, and the rule for a value that is not. */
const CLOSED: readonly (readonly [string, readonly string[], string])[] = [
  [`${DCAT}dataset`, DATASET, 'catalog-dataset-undescribed'],
  [`${DCAT}service`, [`${DCAT}DataService`], 'catalog-service-undescribed'],
  [`${DCAT}distribution`, [`${DCAT}Distribution`], 'dataset-distribution-undescribed'],
  [`${DCAT}accessService`, [`${DCAT}DataService`], 'distribution-service-undescribed'],
  [`${DCAT}servesDataset`, DATASET, 'service-dataset-undescribed'],
  [`${DCAT}inSeries`, [`${DCAT}DatasetSeries`], 'dataset-series-undescribed'],
  [
    `${DCAT}contactPoint`,
    [`${VCARD}Kind`, `${VCARD}Organization`, `${VCARD}Individual`, `${VCARD}Group`, `${VCARD}Location`],
    'contact-undescribed',
  ],
]

/** Rules *-undescribed, *-orphan, distribution-shared, dataset-same-format, distribution-download-*. */
export const closure: Check = (graph, { view }) => {
  const problems: Problem[] = []
  if (view?.part !== 'each') {
    for (const [path, classes, rule] of CLOSED) undescribed(graph, { path, classes, rule }, problems)
    orphans(graph, problems)
    sharedDistributions(graph, problems)
  }
  if (view?.part !== 'whole') {
    sameFormats(graph, problems)
    downloads(graph, problems)
  }
  return problems
}

interface Closed {
  readonly path: string
  readonly classes: readonly string[]
  readonly rule: string
}

function undescribed(graph: Graph, { path, classes, rule }: Closed, problems: Problem[]): void {
  const { subject, object } = links(graph, path)
  if (object.length === 0) return
  const described = typedAs(graph, ...classes)
  for (let i = 0; i < object.length; i++) {
    const value = object[i]
    if (described[value] || graph.dictionary.kind[value] === LITERAL) continue
    described[value] = 1
    problems.push({ rule, focus: firstByName(graph, path, value) ?? subject[i], path, value })
  }
}

/** Of several that point there the first by IRI, so that the finding does not hang on the order of the file. */
function firstByName(graph: Graph, path: string, value: number): number | undefined {
  const [first] = [...subjects(graph, iriId(graph, path), value)].sort((a, b) =>
    text(graph, a) < text(graph, b) ? -1 : 1,
  )
  return first
}

function orphans(graph: Graph, problems: Problem[]): void {
  if (instances(graph, `${DCAT}Catalog`).length === 0) return
  const reached = new Uint8Array(graph.dictionary.count)
  const mark = (property: string) => {
    const { subject, object } = links(graph, property)
    for (let i = 0; i < object.length; i++) if (reached[subject[i]]) reached[object[i]] = 1
  }
  for (const catalog of instances(graph, `${DCAT}Catalog`)) reached[catalog] = 1
  for (const name of ['dataset', 'service', 'inSeries', 'seriesMember', 'distribution', 'accessService'])
    mark(DCAT + name)
  const report = (className: string, rule: string) => {
    for (const focus of instances(graph, DCAT + className))
      if (!reached[focus]) {
        problems.push({ rule, focus })
        reached[focus] = 1
      }
  }
  report('DatasetSeries', 'dataset-orphan')
  report('Dataset', 'dataset-orphan')
  // What hangs on an orphan is not an orphan of its own.
  mark(`${DCAT}distribution`)
  mark(`${DCAT}accessService`)
  report('Distribution', 'distribution-orphan')
  mark(`${DCAT}accessService`)
  report('DataService', 'service-orphan')
}

function sharedDistributions(graph: Graph, problems: Problem[]): void {
  const path = `${DCAT}distribution`
  const owner = new Map<number, number>()
  const { subject, object } = links(graph, path)
  for (let i = 0; i < object.length; i++) {
    const other = owner.get(object[i])
    if (other === undefined) owner.set(object[i], subject[i])
    else if (graph.dictionary.kind[object[i]] !== LITERAL)
      problems.push({
        rule: 'distribution-shared',
        focus: subject[i],
        path,
        value: object[i],
        params: { other: nameOf(graph, other) },
      })
  }
}

/** Two distributions in one format, and no service: files of a partition rather than forms of the same data. */
function sameFormats(graph: Graph, problems: Problem[]): void {
  const distribution = iriId(graph, `${DCAT}distribution`)
  const format = iriId(graph, `${DCT}format`)
  const service = iriId(graph, `${DCAT}accessService`)
  for (const focus of instances(graph, `${DCAT}Dataset`)) {
    const all = objects(graph, focus, distribution)
    if (all.length < 2) continue
    const seen: number[] = []
    let same = -1
    for (const one of all) {
      if (objects(graph, one, service).length > 0) continue
      const [value] = objects(graph, one, format)
      if (value === undefined) continue
      if (seen.includes(value)) same = value
      else seen.push(value)
    }
    if (same < 0) continue
    const count = [...all].filter((one) => objects(graph, one, format)[0] === same).length
    problems.push({ rule: 'dataset-same-format', focus, value: same, params: { count } })
  }
}

function downloads(graph: Graph, problems: Problem[]): void {
  const path = `${DCAT}downloadURL`
  const { subject, object } = links(graph, path)
  let begin = 0
  for (let i = 1; i <= subject.length; i++) {
    if (i < subject.length && subject[i] === subject[begin]) continue
    const count = i - begin
    const focus = subject[begin]
    const urls = object.subarray(begin, i)
    begin = i
    if (count < 2) continue
    problems.push({ rule: 'distribution-download-repeated', focus, path, value: urls[1], params: { count } })
    const untitled = urls.find(
      (url) => graph.dictionary.kind[url] === IRI && values(graph, url, `${DCT}title`).length === 0,
    )
    if (untitled !== undefined)
      problems.push({ rule: 'distribution-download-untitled', focus, path, value: untitled })
  }
}
