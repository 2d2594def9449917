// The Atom feed of changes (RFC 4287), with tombstones for what is gone (RFC 6721). Without a history it tells what
// the entities say of themselves: when they were issued and modified.
import { type Graph, iriId } from '../rdf/index.ts'
import type { Artifact, Change, Site } from './artifact.ts'
import { type Entity, entitiesOf, findEntity } from './entities.ts'
import { documentUrl } from './forms.ts'
import { changedAt, issuedAt, moment, textsOf, titleOf } from './titles.ts'
import { noXml, type Xml, xml } from './xml.ts'

const MAX_ENTRIES = 200
const DESCRIPTION = 'http://purl.org/dc/terms/description'
const PUBLISHER = 'http://purl.org/dc/terms/publisher'
/** RFC 4287 wants a date of every feed; that of a feed without entries must not change by itself. */
const NEVER = '1970-01-01T00:00:00Z'

const told: readonly Entity['kind'][] = ['catalog', 'dataset', 'series', 'service']

/** Publishes `feed.atom`. */
export function* feed(graph: Graph, site: Site): Generator<Artifact> {
  const changes = latestOfEach(site.changes ?? changesByDates(graph, site)).slice(0, MAX_ENTRIES)
  const entities = entitiesOf(graph, site.base)
  const catalogs = entities.filter(({ kind }) => kind === 'catalog')
  const catalog = catalogs.length === 1 ? catalogs[0] : undefined
  const self = `${site.base}feed.atom`
  const content = xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="sv">
  <id>${self}</id>
  <title>${catalog ? titleOf(graph, catalog.term) : site.base}</title>
  <updated>${changes[0]?.at ?? NEVER}</updated>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" href="${site.base}"/>
  <author><name>${authorOf(graph, catalog) || site.base}</name></author>
${changes.map((change) => entry(graph, change, site))}</feed>
`
  yield {
    path: 'feed.atom',
    mediaType: 'application/atom+xml',
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${content.xml}`,
  }
}

function changesByDates(graph: Graph, { base }: Site): readonly Change[] {
  const changes: Change[] = []
  for (const { kind, iri, term } of entitiesOf(graph, base)) {
    const at = changedAt(graph, term)
    if (at === undefined || !told.includes(kind)) continue
    changes.push({ iri, at, kind: at === issuedAt(graph, term) ? 'created' : 'updated' })
  }
  return changes
}

/** The last change of each entity, newest first. */
function latestOfEach(changes: readonly Change[]): readonly Change[] {
  const byIri = new Map<string, Change>()
  for (const change of changes) {
    const at = moment(change.at)
    const known = byIri.get(change.iri)
    if (at !== undefined && (!known || known.at <= at)) byIri.set(change.iri, { ...change, at })
  }
  return [...byIri.values()].sort((a, b) => (a.at === b.at ? (a.iri < b.iri ? -1 : 1) : a.at > b.at ? -1 : 1))
}

function authorOf(graph: Graph, catalog: Entity | undefined): string {
  if (!catalog) return ''
  const { offset, predicate, value } = graph.out
  const publisher = iriId(graph, PUBLISHER)
  for (let row = offset[catalog.term]; row < offset[catalog.term + 1]; row++)
    if (predicate[row] === publisher) return titleOf(graph, value[row])
  return ''
}

function entry(graph: Graph, { iri, kind, at, title }: Change, { base, pageOf }: Site): Xml {
  const entity = findEntity(graph, iri)
  if (kind === 'deleted' || !entity)
    return xml`  <at:deleted-entry ref="${iri}" when="${at}">${title === undefined ? noXml : xml`<at:comment>${title}</at:comment>`}</at:deleted-entry>\n`
  const page = pageOf?.(iri)
  const [summary] = textsOf(graph, entity.term, DESCRIPTION)
  return xml`  <entry>
    <id>${iri}</id>
    <title>${title ?? titleOf(graph, entity.term)}</title>
    <updated>${at}</updated>
    <category scheme="https://w3id.org/grunddata/ns#change" term="${kind}"/>
    <link rel="alternate" type="${page ? 'text/html' : 'application/ld+json'}" href="${page ?? documentUrl(entity, 'jsonld', base)}"/>
    <link rel="alternate" type="text/turtle" href="${documentUrl(entity, 'turtle', base)}"/>
${summary ? xml`    <summary>${summary.value}</summary>\n` : noXml}  </entry>
`
}
