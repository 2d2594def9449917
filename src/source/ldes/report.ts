// What came of events, counted as the test suites of feeds count: things with a class, before and after.
import type { FeedEntities } from './apply.ts'

/** What came of the events, in the words of the test suites: of things that have a class. */
export interface FeedReport {
  readonly added: number
  readonly removed: number
  readonly updated: number
  readonly unchanged: number
  readonly addedURIs: readonly string[]
  readonly removedURIs: readonly string[]
  readonly updatedURIs: readonly string[]
}

/**
 * Compares the things with a class before and after, in all feeds together; `subjects` are those that events said
 * something of.
 */
export function reportOf(
  before: readonly FeedEntities[],
  after: readonly FeedEntities[],
  subjects: ReadonlySet<string>,
): FeedReport {
  const [old, now] = [typedThings(before), typedThings(after)]
  const added = [...now].filter((iri) => !old.has(iri)).sort()
  const removed = [...old].filter((iri) => !now.has(iri)).sort()
  const updated = [...old].filter((iri) => now.has(iri) && subjects.has(iri)).sort()
  return {
    added: added.length,
    removed: removed.length,
    updated: updated.length,
    unchanged: old.size - removed.length - updated.length,
    addedURIs: added,
    removedURIs: removed,
    updatedURIs: updated,
  }
}

function typedThings(feeds: readonly FeedEntities[]): ReadonlySet<string> {
  return new Set(feeds.flatMap(({ entities }) => [...entities.values()].flatMap(({ typed }) => typed)))
}
