// The site described in its own terms: VoID for linked data clients (https://www.w3.org/TR/void/), DCAT for the dumps.
import {
  blankNode,
  fromQuads,
  type Graph,
  ID,
  literal,
  namedNode,
  quad,
  text,
  writeTurtle,
} from '../rdf/index.ts'
import type { Artifact, Site } from './artifact.ts'
import { entitiesOf } from './entities.ts'
import { titleOf } from './titles.ts'

const VOID = 'http://rdfs.org/ns/void#'
const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const FORMATS = 'http://www.w3.org/ns/formats/'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer'
const IANA = 'http://www.iana.org/assignments/media-types/'

const dumps = [
  { path: 'datasets/dcat', mediaType: 'application/rdf+xml', feature: 'RDF_XML' },
  { path: 'catalogue.ttl', mediaType: 'text/turtle', feature: 'Turtle' },
  { path: 'catalogue.jsonld', mediaType: 'application/ld+json', feature: 'JSON-LD' },
  { path: 'dump.nq', mediaType: 'application/n-quads', feature: 'N-Quads' },
] as const

/** Publishes `void.ttl`, also as `.well-known/void` when the site is the root of its host. */
export function* description(graph: Graph, site: Site): Generator<Artifact> {
  const body = [...writeTurtle(describe(graph, site), { prefixes: new Map([['void', VOID]]) })].join('')
  yield { path: 'void.ttl', mediaType: 'text/turtle', body }
  if (new URL(site.base).pathname === '/') yield { path: '.well-known/void', mediaType: 'text/turtle', body }
}

type Named = ReturnType<typeof namedNode>
type Blank = ReturnType<typeof blankNode>

function describe(graph: Graph, { base }: Site): Graph {
  const quads: ReturnType<typeof quad>[] = []
  const state = (subject: string | Blank, property: string, value: string | number | Named | Blank) => {
    const node = typeof subject === 'string' ? namedNode(subject) : subject
    quads.push(quad(node, namedNode(property), objectOf(value)))
  }
  const me = `${base}void.ttl`
  const site = `${me}#site`
  const entities = entitiesOf(graph, base)
  const catalogs = entities.filter(({ kind }) => kind === 'catalog')
  state(me, RDF_TYPE, namedNode(`${VOID}DatasetDescription`))
  state(me, 'http://xmlns.com/foaf/0.1/primaryTopic', namedNode(site))
  for (const type of [`${VOID}Dataset`, `${DCAT}Dataset`]) state(site, RDF_TYPE, namedNode(type))
  state(site, `${DCT}title`, catalogs[0] ? titleOf(graph, catalogs[0].term) : base)
  state(site, `${VOID}triples`, graph.out.size)
  state(site, `${VOID}entities`, entities.length)
  state(site, `${VOID}uriSpace`, base)
  for (const { iri } of catalogs) state(site, `${VOID}rootResource`, namedNode(iri))
  for (const vocabulary of [DCAT, DCT, 'http://xmlns.com/foaf/0.1/', 'http://www.w3.org/2006/vcard/ns#'])
    state(site, `${VOID}vocabulary`, namedNode(vocabulary))
  for (const { path, mediaType, feature } of dumps) {
    const file = `${base}${path}`
    const distribution = `${me}#${path.replace(/[/.]/g, '-')}`
    state(site, `${VOID}dataDump`, namedNode(file))
    state(site, `${VOID}feature`, namedNode(FORMATS + feature))
    state(site, `${DCAT}distribution`, namedNode(distribution))
    state(distribution, RDF_TYPE, namedNode(`${DCAT}Distribution`))
    state(distribution, `${DCAT}accessURL`, namedNode(file))
    state(distribution, `${DCAT}downloadURL`, namedNode(file))
    state(distribution, `${DCAT}mediaType`, namedNode(IANA + mediaType))
  }
  for (const [type, count] of countsOf(graph)) {
    const part = blankNode(type)
    state(site, `${VOID}classPartition`, part)
    state(part, `${VOID}class`, namedNode(type))
    state(part, `${VOID}entities`, count)
  }
  return fromQuads(quads)
}

function objectOf(value: string | number | Named | Blank) {
  if (typeof value === 'string') return literal(value)
  return typeof value === 'number' ? literal(String(value), namedNode(INTEGER)) : value
}

/** How many subjects each class has, by class. */
function countsOf(graph: Graph): readonly (readonly [string, number])[] {
  const counts = new Map<number, number>()
  const { predicate, value, size } = graph.out
  for (let row = 0; row < size; row++)
    if (predicate[row] === ID.type) counts.set(value[row], (counts.get(value[row]) ?? 0) + 1)
  return [...counts]
    .map(([type, count]) => [text(graph, type), count] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
