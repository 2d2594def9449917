// What can be read off a resource that decides which rules concern it: openness, value, references, specification.
import { type Graph, IRI, iriId, objects, text } from '../rdf/index.ts'

const DCT = 'http://purl.org/dc/terms/'
const R5R = 'http://data.europa.eu/r5r/'
const ACCESS = 'http://publications.europa.eu/resource/authority/access-right/'
const HVD = 'http://data.europa.eu/eli/reg_impl/2023/138/oj'
const DGA = 'http://data.europa.eu/eli/reg/2022/868/oj'
/** Namespaces of the EU Core Vocabularies. */
const CORE = /^https?:\/\/(?:data\.europa\.eu\/m8g\/|www\.w3\.org\/ns\/(?:person|locn|regorg)(?:[#/]|$))/
const IS_PROFILE_OF = 'http://www.w3.org/ns/dx/prof/isProfileOf'

/** Whether a resource has any value of a property. */
export function isStated(graph: Graph, term: number, property: string): boolean {
  return objects(graph, term, iriId(graph, property)).length > 0
}

function values(graph: Graph, term: number, property: string): readonly string[] {
  return [...objects(graph, term, iriId(graph, property))].map((value) => text(graph, value))
}

/** How open a resource says it is, and which acts it says it comes under. */
export function openness(graph: Graph, term: number) {
  const rights = values(graph, term, `${DCT}accessRights`)
  const acts = values(graph, term, `${R5R}applicableLegislation`)
  return {
    isPublic: rights.includes(`${ACCESS}PUBLIC`),
    restricted: rights.some((each) => each === `${ACCESS}RESTRICTED` || each === `${ACCESS}NON_PUBLIC`),
    highValue: acts.includes(HVD) || isStated(graph, term, `${R5R}hvdCategory`),
    isProtected: acts.includes(DGA),
  }
}

/** Whether an update frequency is stated that promises a certain pace. */
export function promisesPace(graph: Graph, term: number): boolean {
  const [frequency] = values(graph, term, `${DCT}accrualPeriodicity`)
  return frequency !== undefined && !/(?:IRREG|OTHER|UNKNOWN|NEVER)$/.test(frequency)
}

/** Whether a resource points at basic data of another domain among `resources`. */
export function refersToOthers(
  graph: Graph,
  term: number,
  resources: readonly { readonly term: number }[],
): boolean {
  const known = new Set(resources.map((each) => each.term))
  return ['relation', 'isReferencedBy', 'source'].some((name) =>
    [...objects(graph, term, iriId(graph, DCT + name))].some((value) => value !== term && known.has(value)),
  )
}

/** Whether the specifications state what they profile, so that the question of a core vocabulary can be answered. */
export function leadsToCoreVocabulary(graph: Graph, specifications: readonly number[]): boolean {
  return specifications.some((each) => isStated(graph, each, IS_PROFILE_OF) || isCore(graph, each))
}

function isCore(graph: Graph, term: number): boolean {
  return graph.dictionary.kind[term] === IRI && CORE.test(text(graph, term))
}
