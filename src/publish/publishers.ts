// The registry of publishers: every kind of artifact that a catalogue becomes.
import {
  type Graph,
  ownContext,
  writeJsonLd,
  writeJsonTrees,
  writeNQuads,
  writeRdfXml,
  writeTurtle,
} from '../rdf/index.ts'
import { type Artifact, lazily, type Publisher, type Site } from './artifact.ts'
import { description } from './description.ts'
import { entitiesOf, standsApart } from './entities.ts'
import { feed } from './feed.ts'
import { entityDocuments } from './forms.ts'
import { prepareGraph } from './prepare.ts'
import { sitemap } from './sitemap.ts'

/** One file of the whole catalogue. */
function whole(
  path: string,
  mediaType: string,
  write: (graph: Graph, site: Site) => Iterable<string>,
): Publisher {
  return (graph, site) => [{ path, mediaType, body: lazily(() => write(graph, site)) }]
}

/** By name, in the order they are written. They expect a graph from {@link prepareGraph}, as {@link publishAll} gives it. */
export const publishers = {
  rdfxml: whole('datasets/dcat', 'application/rdf+xml', (graph) => writeRdfXml(graph)),
  turtle: whole('catalogue.ttl', 'text/turtle', (graph) => writeTurtle(graph)),
  jsonld: whole('catalogue.jsonld', 'application/ld+json', (graph, { base }) =>
    writeJsonTrees(graph, { roots: treeRoots(graph, base), asList: true }),
  ),
  expanded: whole(
    'catalogue.expanded.jsonld',
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"',
    (graph) => writeJsonLd(graph, { form: 'expanded' }),
  ),
  nquads: whole('dump.nq', 'application/n-quads', (graph) => writeNQuads(graph)),
  context: whole('context.jsonld', 'application/ld+json', () => [
    `${JSON.stringify(ownContext(), undefined, 2)}\n`,
  ]),
  entities: function* (graph, { base }) {
    for (const entity of entitiesOf(graph, base)) yield* entityDocuments(graph, entity, base)
  },
  sitemap,
  feed,
  description,
} as const satisfies Record<string, Publisher>

export type PublisherName = keyof typeof publishers

function treeRoots(graph: Graph, base: string): readonly number[] {
  return entitiesOf(graph, base)
    .filter(({ kind }) => standsApart(kind))
    .map(({ term }) => term)
}

/** Every artifact of a graph, or those of some publishers. */
export function* publishAll(
  graph: Graph,
  site: Site,
  names: readonly PublisherName[] = Object.keys(publishers) as PublisherName[],
): Generator<Artifact> {
  const ordered = prepareGraph(graph, site.base)
  for (const name of names) yield* (publishers[name] as Publisher)(ordered, site)
}
