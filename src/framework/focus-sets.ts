// The sets of things that the framework's rules are about, such as `grunddata:NationalDataset`: stated in the graph
// as types, so that plain SHACL targets (sh:targetClass) and checks find them. What each means is written here once.
import {
  createGraphBuilder,
  extendGraph,
  type Graph,
  ID,
  IRI,
  iriId,
  objects,
  subjects,
  text,
} from '../rdf/index.ts'
import { agentsOf, areAmong, authorityOf, organisationsOf } from './agents.ts'
import { domainMarks, domainOf } from './is-national.ts'
import { partsOf, resourceKinds } from './parts.ts'
import { isStated, leadsToCoreVocabulary, openness, promisesPace, refersToOthers } from './traits.ts'
import type { Domain } from './types.ts'

/** Namespace of the focus sets. */
export const FOCUS = 'https://w3id.org/grunddata/ns#'

/** Every focus set; those after the bar are about parts of a resource. */
export const focusSets = [
  'NationalResource',
  'NationalData',
  'NationalDataset',
  'MarkedResource',
  'DescribedResource',
  'PublishedResource',
  'ContactedResource',
  'IdentifiedData',
  'DomainResource',
  'CooperativeResource',
  'OperationalDataset',
  'PlannedDataset',
  'DerivedData',
  'ReferringData',
  'ReusedData',
  'ConformanceClaim',
  'SpecifiedData',
  'ProfiledData',
  'FormattedDataset',
  'PricedData',
  'DatedData',
  'PersonData',
  'RestrictedDataset',
  'HighValueDataset',
  'ProtectedDataset',
  'NationalService',
  'HighValueService',
  'NationalDistribution',
  'FileDistribution',
  'OpenDistribution',
  'RestrictedDistribution',
  'NationalPublisher',
] as const

export type FocusSet = (typeof focusSets)[number]

/** Sets of parts: what a rule finds on them belongs to every resource they are part of. */
export const partSets: ReadonlySet<string> = new Set(
  focusSets.slice(focusSets.indexOf('NationalService')).map((name) => FOCUS + name),
)

/** Sets that a data service can be in; the rest are about datasets or series. */
const ofServices = new Set<string>(
  (
    [
      'NationalResource',
      'MarkedResource',
      'DescribedResource',
      'PublishedResource',
      'ContactedResource',
      'DomainResource',
      'CooperativeResource',
      'ReferringData',
      'ConformanceClaim',
      'PricedData',
      'PersonData',
      'NationalService',
      'HighValueService',
      'NationalPublisher',
    ] as const satisfies readonly FocusSet[]
  ).map((name) => FOCUS + name),
)
/** Sets that only a dataset, not a series, has anything in. */
const ofDatasets = /(?:Dataset|Distribution)$/

/** Whether a rule about a focus set (its IRI) can say anything of a kind of resource. */
export function canConcern(set: string | undefined, kind: NationalResource['kind']): boolean {
  if (set === undefined || kind === 'dataset') return true
  return kind === 'service' ? ofServices.has(set) : !ofDatasets.test(set)
}

export interface FocusOptions {
  /** Take every dataset, series and data service, marked or not. */
  readonly all?: boolean
}

/** A dataset, series or data service that is assessed. */
export interface NationalResource {
  readonly term: number
  readonly kind: 'dataset' | 'series' | 'service'
  readonly domain?: Domain
  /** Itself and all that describes it: distributions, services, agents, contacts, specifications. */
  readonly parts: ReadonlySet<number>
}

export interface Focused {
  /** The graph with its focus sets stated as types; the ids of its terms are those of the given graph. */
  readonly graph: Graph
  readonly resources: readonly NationalResource[]
}

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'

/** Finds the resources to assess and states which focus sets they and their parts are in. */
export function focusOn(graph: Graph, { all = false }: FocusOptions = {}): Focused {
  const resources: NationalResource[] = []
  for (const [kind, terms] of resourceKinds(graph))
    for (const term of terms) {
      if (!all && domainMarks(graph, term).length === 0) continue
      const domain = domainOf(graph, term)
      resources.push({ term, kind, ...(domain && { domain }), parts: partsOf(graph, term) })
    }
  const members = new Map<FocusSet, Set<number>>(focusSets.map((name) => [name, new Set()]))
  const put = (name: FocusSet, term: number) => void members.get(name)?.add(term)
  for (const resource of resources) {
    for (const name of ownSets(graph, resource, resources)) put(name, resource.term)
    partSetsOf(graph, resource, put)
  }
  return { graph: withTypes(graph, members), resources }
}

/** The sets that a resource itself is in. */
function ownSets(
  graph: Graph,
  { term, kind, domain }: NationalResource,
  resources: readonly NationalResource[],
): readonly FocusSet[] {
  const states = (...properties: readonly string[]) => properties.some((iri) => isStated(graph, term, iri))
  const spec = [...objects(graph, term, iriId(graph, `${DCT}conformsTo`))]
  const isDataset = kind === 'dataset'
  const isData = kind !== 'service'
  const { restricted, highValue, isProtected } = openness(graph, term)
  const { publishers, others } = agentsOf(graph, term)
  const agents = [...publishers, ...others]
  const authority = domain && authorityOf(domain)
  const isDerived = authority && publishers.length > 0 && !areAmong(graph, publishers, [authority])
  const described = spec.filter((each) => graph.out.offset[each + 1] > graph.out.offset[each])
  const isOperational = domain?.status?.isInOperation ?? true
  const when = (condition: unknown, name: FocusSet): FocusSet[] => (condition ? [name] : [])
  return [
    'NationalResource',
    ...when(isData, 'NationalData'),
    ...when(isDataset, 'NationalDataset'),
    ...when(domainMarks(graph, term).length > 0, 'MarkedResource'),
    ...when(states(`${DCT}description`), 'DescribedResource'),
    ...when(publishers.length > 0, 'PublishedResource'),
    ...when(states(`${DCAT}contactPoint`), 'ContactedResource'),
    ...when(isData && states(`${DCT}identifier`), 'IdentifiedData'),
    ...when(authority, 'DomainResource'),
    ...when(domain && areAmong(graph, agents, organisationsOf(domain.cooperating)), 'CooperativeResource'),
    ...when(isDataset, isOperational ? 'OperationalDataset' : 'PlannedDataset'),
    ...when(isData && isDerived, 'DerivedData'),
    ...when(refersToOthers(graph, term, resources), 'ReferringData'),
    ...when(isData && isReused(graph, term), 'ReusedData'),
    ...when(
      spec.some((each) => isFramework(graph, each)),
      'ConformanceClaim',
    ),
    ...when(isData && described.length > 0, 'SpecifiedData'),
    ...when(isData && leadsToCoreVocabulary(graph, described), 'ProfiledData'),
    ...when(isDataset && hasFormat(graph, term), 'FormattedDataset'),
    ...when(states('http://schema.org/offers', 'https://schema.org/offers'), 'PricedData'),
    ...when(isData && states(`${DCT}modified`, `${DCT}issued`) && promisesPace(graph, term), 'DatedData'),
    ...when(domain?.id === 'person', 'PersonData'),
    ...when(isDataset && restricted, 'RestrictedDataset'),
    ...when(isDataset && highValue, 'HighValueDataset'),
    ...when(isDataset && isProtected, 'ProtectedDataset'),
  ]
}

function isReused(graph: Graph, term: number): boolean {
  return (
    isStated(graph, term, `${DCT}isReferencedBy`) ||
    subjects(graph, iriId(graph, `${DCT}source`), term).length > 0
  )
}

function isFramework(graph: Graph, term: number): boolean {
  return (
    graph.dictionary.kind[term] === IRI &&
    text(graph, term).startsWith('https://w3id.org/grunddata/framework/')
  )
}

/** A media type, as text or address, or a code of the EU list. */
const CODED_FORMAT =
  /^(?:https?:\/\/(?:www\.)?iana\.org\/assignments\/media-types\/|http:\/\/publications\.europa\.eu\/resource\/authority\/file-type\/|[a-z]+\/[\w.+-])/

function hasFormat(graph: Graph, dataset: number): boolean {
  const format = iriId(graph, `${DCT}format`)
  return [...objects(graph, dataset, iriId(graph, `${DCAT}distribution`))].some((each) =>
    [...objects(graph, each, format)].some((value) => CODED_FORMAT.test(text(graph, value))),
  )
}

/** The sets that the parts of a resource are in. */
function partSetsOf(
  graph: Graph,
  { term, kind, parts }: NationalResource,
  put: (name: FocusSet, term: number) => void,
): void {
  const { restricted, isPublic } = openness(graph, term)
  for (const part of parts)
    if (objects(graph, part, ID.type).includes(iriId(graph, `${DCAT}DataService`))) {
      put('NationalService', part)
      if (openness(graph, part).highValue) put('HighValueService', part)
    }
  for (const publisher of agentsOf(graph, term).publishers) put('NationalPublisher', publisher)
  if (kind !== 'dataset') return
  for (const part of objects(graph, term, iriId(graph, `${DCAT}distribution`))) {
    put('NationalDistribution', part)
    if (isStated(graph, part, `${DCAT}downloadURL`)) put('FileDistribution', part)
    if (isPublic) put('OpenDistribution', part)
    if (restricted) put('RestrictedDistribution', part)
  }
}

function withTypes(graph: Graph, members: ReadonlyMap<FocusSet, ReadonlySet<number>>): Graph {
  const names = createGraphBuilder()
  const extension = extendGraph(graph)
  const classes = [...members].map(([name, terms]) => ({ id: names.iriText(FOCUS + name, 0), terms }))
  const vocabulary = names.finish()
  for (const { id, terms } of classes) {
    const type = extension.term(vocabulary, id)
    for (const term of terms) extension.add(term, ID.type, type)
  }
  return extension.finish()
}
