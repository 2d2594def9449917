// What the world is told of a history: for each thing one event a transaction, of the one description that is public.
// A thing that several sources describe has one; what is hidden as a duplicate is deleted, and created when it shows.

/** A change as a store tells it; `changes` gives them in the order of `seq`, those of one transaction with one `time`. */
export interface FeedChange {
  readonly seq: number
  /** ISO 8601 in UTC. */
  readonly time: string
  readonly kind: 'create' | 'update' | 'delete' | 'suppress' | 'reveal'
  readonly source: string
  readonly iri: string
  /** Names the content after the change. */
  readonly hash: string
}

/** Where a feed takes its history from; a store is one. */
export interface FeedHistory {
  /** Changes with a greater sequence number, whole transactions only. */
  readonly changes: (after: number) => AsyncIterable<FeedChange>
  /** Canonical N-Quads by hash; undefined when they are no longer kept. */
  readonly content: (hash: string) => Promise<string | undefined>
}

/** One event of a feed. */
export interface FeedEntry {
  /** Sequence number of the change that brought it about; unique and increasing. */
  readonly seq: number
  readonly time: string
  readonly kind: 'create' | 'update' | 'delete'
  readonly iri: string
  /** Of the content; of the last content for `delete`. */
  readonly hash: string
}

/** The events so far; `extend` reads on from where it stopped. */
export interface FeedLog {
  readonly entries: readonly FeedEntry[]
  /** The last event of each thing. */
  readonly isLatest: (entry: FeedEntry) => boolean
  readonly extend: () => Promise<void>
}

interface Known {
  hash: string
  isSuppressed: boolean
}

/** A log of a history, empty until it is extended. */
export function createFeedLog(history: FeedHistory): FeedLog {
  const entries: FeedEntry[] = []
  const latest = new Map<string, number>()
  const told = new Map<string, string>()
  const known = new Map<string, Map<string, Known>>()
  let last = 0
  let isExtending: Promise<void> | undefined

  const close = (transaction: ReadonlyMap<string, FeedChange>) => {
    for (const [iri, { seq, time }] of transaction) {
      const before = told.get(iri)
      const now = publicHash(known.get(iri))
      if (now === before) continue
      const kind = before === undefined ? 'create' : now === undefined ? 'delete' : 'update'
      entries.push({ seq, time, kind, iri, hash: now ?? before ?? '' })
      latest.set(iri, seq)
      if (now === undefined) told.delete(iri)
      else told.set(iri, now)
    }
  }

  const read = async () => {
    let transaction = new Map<string, FeedChange>()
    let time: string | undefined
    for await (const change of history.changes(last)) {
      if (time !== undefined && change.time !== time) {
        close(transaction)
        transaction = new Map()
      }
      time = change.time
      last = change.seq
      note(known, change)
      // The last change of a thing gives the event its number, and its place.
      transaction.delete(change.iri)
      transaction.set(change.iri, change)
    }
    close(transaction)
  }

  return {
    entries,
    isLatest: ({ iri, seq }) => latest.get(iri) === seq,
    extend: () => {
      isExtending ??= read().finally(() => {
        isExtending = undefined
      })
      return isExtending
    },
  }
}

function note(known: Map<string, Map<string, Known>>, { iri, source, kind, hash }: FeedChange): void {
  const sources = known.get(iri) ?? new Map<string, Known>()
  known.set(iri, sources)
  const before = sources.get(source)
  if (kind === 'delete') sources.delete(source)
  else if (kind === 'create' || kind === 'update')
    sources.set(source, { hash, isSuppressed: before?.isSuppressed ?? false })
  else sources.set(source, { hash: before?.hash ?? hash, isSuppressed: kind === 'suppress' })
  if (sources.size === 0) known.delete(iri)
}

/** The content that is public; of several, that of the source whose name comes first. */
function publicHash(sources: ReadonlyMap<string, Known> | undefined): string | undefined {
  let found: string | undefined
  let first: string | undefined
  for (const [source, { hash, isSuppressed }] of sources ?? []) {
    if (isSuppressed || (first !== undefined && source > first)) continue
    first = source
    found = hash
  }
  return found
}
