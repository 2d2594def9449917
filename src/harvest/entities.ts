// What a graph says of each thing, as the store keeps it: content, class, title, publisher, key, protection.
import { isIdentified, mergeKey } from '../author/index.ts'
import { isNationalBasicData } from '../framework/index.ts'
import {
  BLANK,
  entityClosure,
  entityText,
  type Graph,
  ID,
  IRI,
  iriId,
  langOf,
  objects,
  text,
} from '../rdf/index.ts'
import type { EntityContent } from '../store/index.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const FOAF = 'http://xmlns.com/foaf/0.1/'
const VCARD = 'http://www.w3.org/2006/vcard/ns#'

/** Main classes, the more telling first; a thing with none of them has the first of its types by name. */
const mainClasses = [
  `${DCAT}Catalog`,
  `${DCAT}DatasetSeries`,
  `${DCAT}Dataset`,
  `${DCAT}DataService`,
  `${DCAT}Distribution`,
  `${FOAF}Organization`,
  `${FOAF}Person`,
  `${FOAF}Agent`,
  `${VCARD}Organization`,
  `${VCARD}Individual`,
  `${VCARD}Kind`,
]

const titles = [
  `${DCT}title`,
  `${FOAF}name`,
  `${VCARD}fn`,
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://www.w3.org/2000/01/rdf-schema#label',
]

/** The implementing regulation on high-value datasets, as DCAT-AP refers to it. */
const HVD = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'
const LEGISLATION = 'http://data.europa.eu/r5r/applicableLegislation'
const HVD_CATEGORY = 'http://data.europa.eu/r5r/hvdCategory'

/** One thing of a graph. */
export interface Described {
  /** Term id in the graph. */
  readonly subject: number
  /** Undefined: its nameless nodes are too entangled to be written in one way only. */
  readonly content: EntityContent | undefined
  readonly iri: string
}

/** Every named thing, and every nameless one that hangs on none, in the order of term ids. */
export async function* describeEntities(graph: Graph): AsyncIterable<Described> {
  const covered = new Set<number>()
  for (const subject of subjectsOf(graph, IRI)) {
    for (const node of entityClosure(graph, subject).subjects) covered.add(node)
    if (!isPaging(graph, subject)) yield describe(graph, subject)
  }
  for (const subject of looseNodes(graph, covered)) yield describe(graph, subject)
}

const HYDRA = 'http://www.w3.org/ns/hydra/core#'

/** True for what only says how the pages of an answer hang together. */
function isPaging(graph: Graph, subject: number): boolean {
  const { offset, predicate, value } = graph.out
  for (let row = offset[subject]; row < offset[subject + 1]; row++) {
    const said = predicate[row] === ID.type ? value[row] : predicate[row]
    if (!text(graph, said).startsWith(HYDRA)) return false
  }
  return true
}

function* subjectsOf({ dictionary, out }: Graph, kind: number): Generator<number> {
  for (let term = 0; term < dictionary.count; term++)
    if (dictionary.kind[term] === kind && out.offset[term + 1] > out.offset[term]) yield term
}

/** Nameless nodes that nothing named leads to: those that nothing leads to, then one of each circle. */
function* looseNodes(graph: Graph, covered: Set<number>): Generator<number> {
  const left = [...subjectsOf(graph, BLANK)].filter((node) => !covered.has(node))
  if (left.length === 0) return
  const inverse = graph.inverse()
  const isTop = (node: number) => inverse.offset[node + 1] === inverse.offset[node]
  for (const node of [...left.filter(isTop), ...left]) {
    if (covered.has(node)) continue
    for (const each of entityClosure(graph, node).subjects) covered.add(each)
    yield node
  }
}

async function describe(graph: Graph, subject: number): Promise<Described> {
  const written = await entityText(graph, subject)
  if (!written) return { subject, content: undefined, iri: text(graph, subject) }
  const title = titleOf(graph, subject)
  const publisher = [...objects(graph, subject, iriId(graph, `${DCT}publisher`))]
    .filter((term) => graph.dictionary.kind[term] === IRI)
    .map((term) => text(graph, term))
    .sort()[0]
  const key = mergeKey(graph, subject)
  return {
    subject,
    iri: written.iri,
    content: {
      ...written,
      type: mainClass(graph, subject),
      key: key.startsWith('uuid ') ? key : written.iri,
      ...(title && { title }),
      ...(publisher !== undefined && { publisher }),
      ...(isProtected(graph, subject) && { isProtected: true }),
    },
  }
}

function mainClass(graph: Graph, subject: number): string {
  const types = [...objects(graph, subject, ID.type)].map((term) => text(graph, term))
  return mainClasses.find((name) => types.includes(name)) ?? types.sort()[0] ?? ''
}

function titleOf(graph: Graph, subject: number): EntityContent['title'] {
  const { dictionary } = graph
  for (const property of titles) {
    const found: { sv?: string; en?: string } = {}
    for (const term of [...objects(graph, subject, iriId(graph, property))].sort((a, b) =>
      text(graph, a) < text(graph, b) ? -1 : 1,
    )) {
      const lang = langOf(dictionary, term)?.toLowerCase().split('-')[0]
      if (lang === 'en') found.en ??= text(graph, term)
      else if (lang === undefined || lang === 'sv') found.sv ??= text(graph, term)
    }
    if (found.sv !== undefined || found.en !== undefined) return found
  }
  return undefined
}

/** High-value datasets and national basic data: a dataset, series or service that says so. */
function isProtected(graph: Graph, subject: number): boolean {
  if (!isIdentified(graph, subject)) return false
  return (
    [...objects(graph, subject, iriId(graph, LEGISLATION))].some((term) => text(graph, term) === HVD) ||
    [...objects(graph, subject, iriId(graph, HVD_CATEGORY))].length > 0 ||
    isNationalBasicData(graph, subject)
  )
}
