// Events applied to what is known: an upsert replaces, a delete drops, nothing else is touched. References to things
// that are gone or not there yet are kept as they are, and so is every vocabulary.

import { type Graph, syntaxes } from '../../rdf/index.ts'
import { entityOf, type FeedEntity, splitEntities } from './entities.ts'
import type { FeedEvent } from './event.ts'
import { compareSequences, compareTimes, compareVersions, inOrder, type Version } from './order.ts'
import { type FeedReport, reportOf } from './report.ts'
import { without } from './statements.ts'

/** What one feed has said so far. */
export interface FeedEntities {
  /** By the IRI of the object. */
  readonly entities: ReadonlyMap<string, FeedEntity>
  /** The last event about each object, deletions included. */
  readonly versions: ReadonlyMap<string, Version>
}

export interface FeedCounts {
  readonly applied: number
  /** Older than what was known of the object. */
  readonly outdated: number
  /** Deletions of what was not known. */
  readonly unknownDeletes: number
}

export interface Applied extends FeedEntities {
  readonly report: FeedReport
  readonly counts: FeedCounts
  /** Objects whose content was set or dropped. */
  readonly touched: ReadonlySet<string>
  /** All things that events said something of, embedded ones included. */
  readonly subjects: ReadonlySet<string>
}

export const nothingKnown: FeedEntities = { entities: new Map(), versions: new Map() }

/** What is known when somebody else's copy of the catalogue is the start. */
export function entitiesOf(graph: Graph): FeedEntities {
  return { entities: splitEntities(graph), versions: new Map() }
}

/** All that is known, of one feed or several, as one graph. */
export async function graphOf(...feeds: readonly FeedEntities[]): Promise<Graph> {
  const lines = feeds.flatMap(({ entities }) => [...entities.values()].map(({ nquads }) => nquads))
  return syntaxes.ntriples.parse({ name: '-', bytes: Buffer.from(lines.join(''), 'utf8') })
}

/**
 * Applies events in their order (see {@link inOrder}), whatever order they come in. An event that is older than what
 * is known of its object changes nothing, so that reading a feed again, or in another order, ends in the same state.
 */
export function applyEvents(before: FeedEntities, events: Iterable<FeedEvent>): Applied {
  const entities = new Map(before.entities)
  const versions = new Map(before.versions)
  const owners = ownersOf(before.entities)
  const touched = new Set<string>()
  const subjects = new Set<string>()
  const counts = { applied: 0, outdated: 0, unknownDeletes: 0 }

  const drop = (object: string) => {
    for (const iri of [object, ...(entities.get(object)?.embedded ?? [])]) {
      subjects.add(iri)
      if (owners.get(iri) === object) owners.delete(iri)
    }
    entities.delete(object)
  }
  /** Takes what was said of a thing out of the entity that said it: the newest word counts. */
  const takeOver = (iri: string, object: string) => {
    const owner = owners.get(iri)
    const entity = owner === undefined ? undefined : entities.get(owner)
    owners.set(iri, object)
    subjects.add(iri)
    if (owner === undefined || owner === object || !entity) return
    touched.add(owner)
    const nquads = without(entity.nquads, new Set([iri]))
    if (nquads === '') entities.delete(owner)
    else entities.set(owner, entityOf(owner, nquads))
  }

  /** Whether something is known of an embedded thing from a later event: of its own, or of what embeds it now. */
  const isSaidLater = (iri: string, event: FeedEvent) =>
    [iri, owners.get(iri)].some((about) => {
      const said = about === undefined || about === event.object ? undefined : versions.get(about)
      return said?.published !== undefined && event.published !== undefined && compareTimes(event, said) < 0
    })

  const batch = [...events]
  const members = new Set(batch.map(({ member }) => member))
  for (const event of inOrder(batch, (object) => owners.has(object))) {
    const known = before.versions.get(event.object)
    if (known && isOutdated(event, known, members)) {
      counts.outdated++
      continue
    }
    counts.applied++
    touched.add(event.object)
    versions.set(event.object, versionOf(event))
    if (event.kind === 'delete') {
      if (!owners.has(event.object)) counts.unknownDeletes++
      const owner = owners.get(event.object)
      if (owner !== undefined && owner !== event.object) takeOver(event.object, event.object)
      drop(event.object)
      owners.delete(event.object)
      continue
    }
    drop(event.object)
    const said = entityOf(event.object, event.nquads)
    const later = new Set(said.embedded.filter((iri) => isSaidLater(iri, event)))
    const entity = later.size > 0 ? entityOf(event.object, without(event.nquads, later)) : said
    for (const iri of [event.object, ...entity.embedded]) takeOver(iri, event.object)
    entities.set(event.object, entity)
  }
  const after = { entities, versions }
  return { ...after, report: reportOf([before], [after], subjects), counts, touched, subjects }
}

function versionOf({ member, published, sequence, read }: FeedEvent): Version {
  return {
    member,
    ...(published !== undefined && { published }),
    ...(sequence !== undefined && { sequence }),
    ...(published === undefined && read !== undefined && { read }),
  }
}

/**
 * An event without a time is always news, unless numbers alone tell that it is older; one with a time is not, when what is known came later or was read later. At
 * the same time as what is known, it is news unless that is being read again too: then the order among them counts.
 */
function isOutdated(event: FeedEvent, known: Version, members: ReadonlySet<string>): boolean {
  if (event.published === undefined)
    return (
      known.published === undefined &&
      event.sequence !== undefined &&
      known.sequence !== undefined &&
      compareSequences(event.sequence, known.sequence) < 0
    )
  if (known.published === undefined)
    return known.read !== undefined && compareTimes(event, { published: known.read }) <= 0
  const order = compareTimes(event, known)
  if (order !== 0) return order < 0
  const isNumbered = event.sequence !== undefined && known.sequence !== undefined
  return isNumbered || members.has(known.member)
    ? compareVersions(event, known) <= 0
    : event.member === known.member
}

/** Thing with an address → the object that it was described with. */
function ownersOf(entities: ReadonlyMap<string, FeedEntity>): Map<string, string> {
  const owners = new Map<string, string>()
  for (const [object, { embedded }] of entities) {
    for (const iri of embedded) owners.set(iri, object)
    owners.set(object, object)
  }
  return owners
}
