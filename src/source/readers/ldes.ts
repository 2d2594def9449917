// Reads an event feed: what is new since last time is applied to what was known, and all of it is handed out as one
// graph, so that the feed is compared, checked and held back like any other source.
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Contents } from '../contents.ts'
import { unasked } from '../http/index.ts'
import { applyEvents, type FeedEntities, graphOf, nothingKnown } from '../ldes/apply.ts'
import type { FeedEvent } from '../ldes/event.ts'
import { feedRule } from '../ldes/faults.ts'
import { keepReferring, type ReferringEntities, type Restored, restoreFrom } from '../ldes/keep.ts'
import type { FeedMemory } from '../ldes/memory.ts'
import { readFeed } from '../ldes/read-feed.ts'
import type { FeedItem } from '../ldes/reading.ts'
import type { Source } from '../sources/types.ts'
import type { Given, Visit } from './types.ts'

/** What is remembered between readings, packed into text. */
interface State {
  readonly memory: FeedMemory
  readonly kept: ReferringEntities
}

type End = Extract<FeedItem, { kind: 'end' }>

export async function* readLdes(source: Source, visit: Visit): AsyncIterable<Given> {
  const { state, restored } = await recall(visit)
  const began = visit.now()
  const events: FeedEvent[] = []
  let end = yield* follow(source, visit, { events, memory: state?.memory })
  // What the feed no longer tells cannot be caught up with: then it is read anew, and what it lacks is missing.
  const isAnew = end?.mayHaveMissed === true
  if (isAnew) {
    events.length = 0
    end = yield* follow(source, visit, { events, memory: undefined })
  }
  if (!end) return
  const known = isAnew ? nothingKnown : restored.known
  const after: FeedEntities = events.length > 0 ? applyEvents(known, events) : known
  const graph = await graphOf(after)
  const packed = pack({ memory: end.memory, kept: await keepReferring(after, { ...restored, graph }) })
  const { pages, bytes } = end.statistics
  yield {
    document: { name: source.url, url: end.memory.root, bytes: new Uint8Array(0) },
    form: 'rdf',
    graph,
    isUnchanged: state !== undefined && events.length === 0 && !isAnew,
    page: {
      asked: source.url,
      url: end.memory.root,
      status: pages > 0 || !state ? 200 : 304,
      hops: [],
      bytes,
      attempts: 1,
      elapsedMs: visit.now() - began,
      hash: createHash('sha256').update(packed).digest('hex'),
    },
  }
  yield { state: packed }
}

interface Following {
  /** Filled with what the feed says. */
  readonly events: FeedEvent[]
  readonly memory: FeedMemory | undefined
}

/** Reads the feed once; gives the end of the reading, or undefined after a failure, which is told of. */
async function* follow(
  source: Source,
  visit: Visit,
  { events, memory }: Following,
): AsyncGenerator<Given, End | undefined> {
  const items = readFeed({
    address: source.url,
    client: { ask: visit.ask },
    maxPages: source.limits.maxPages,
    signal: visit.signal,
    now: visit.now,
    ...(memory && { memory }),
    ...(visit.journal && { journal: visit.journal }),
  })
  for await (const item of items) {
    if (item.kind === 'event') events.push(item.event)
    else if (item.kind === 'end') return item
    else if (item.kind === 'failure') {
      const { text, hint } = item.error
      const content = { kind: 'content', text, ...(hint && { hint }) } as const
      yield { failure: item.failure ?? unasked(source.url, content) }
      return undefined
    } else {
      const { code, member, page, value } = item.kind === 'fault' ? item.fault : item.note
      yield {
        note: {
          rule: feedRule(code),
          url: member ?? page,
          ...(value !== undefined && { params: { value } }),
        },
      }
    }
  }
  return undefined
}

function pack(state: State): string {
  return gzipSync(JSON.stringify(state)).toString('base64')
}

const NO_CONTENTS: Contents = { all: async function* () {}, version: async () => undefined }

/** What is remembered. A state that cannot be read is none: the feed is read anew. */
async function recall({
  state: packed,
  contents = NO_CONTENTS,
}: Visit): Promise<{ readonly state: State | undefined; readonly restored: Restored }> {
  const state = unpack(packed)
  const restored = state && (await restoreFrom(state.kept, contents))
  if (restored) return { state, restored }
  return { state: undefined, restored: { known: nothingKnown, contents: new Map(), references: new Map() } }
}

function unpack(packed: string | undefined): State | undefined {
  if (packed === undefined) return undefined
  try {
    const state = JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')) as State
    return state.memory.version === 2 ? state : undefined
  } catch {
    return undefined
  }
}
