// Our own reader of feeds, with what it knows in memory.
import type { Text } from '../finding.ts'
import { type Graph, parse, writeTurtle } from '../rdf/index.ts'
import {
  applyEvents,
  type Client,
  entitiesOf,
  type FeedEntities,
  type FeedEvent,
  type FeedMemory,
  type FeedReport,
  feedGraphOf,
  memoryJournal,
  nothingKnown,
  readFeed,
  reportOf,
} from '../source/index.ts'
import type { Harvester, HarvestResult } from './types.ts'

/** Our own reader. `before` is Turtle: what the first feed is taken to have said so far. */
export async function ownHarvester(before: string, client: Pick<Client, 'ask'>): Promise<Harvester> {
  const start = entitiesOf(await graphOf(before))
  const known = new Map<string, FeedEntities>()
  const memories = new Map<string, FeedMemory>()
  const journal = memoryJournal()
  return {
    run: async (feeds) => {
      const old = feeds.map((feed, i) => known.get(feed) ?? (i === 0 ? start : nothingKnown))
      const faults: string[] = []
      const next: FeedEntities[] = []
      const kept: FeedMemory[] = []
      const subjects = new Set<string>()
      for (const [i, address] of feeds.entries()) {
        const events: FeedEvent[] = []
        const memory = memories.get(address)
        for await (const item of readFeed({ address, client, journal, ...(memory && { memory }) }))
          if (item.kind === 'event') events.push(item.event)
          else if (item.kind === 'fault') faults.push(item.fault.code)
          else if (item.kind === 'end') kept.push(item.memory)
          // All feeds are one transaction: nothing of this run counts.
          else if (item.kind === 'failure')
            return resultOf(old, old, new Set(), { faults, reason: item.error.text })
        const applied = applyEvents(old[i], events)
        for (const subject of applied.subjects) subjects.add(subject)
        next.push({ entities: applied.entities, versions: applied.versions })
      }
      journal.clear()
      for (const [i, feed] of feeds.entries()) {
        known.set(feed, next[i])
        memories.set(feed, kept[i])
      }
      return resultOf(old, next, subjects, { faults })
    },
    close: async () => {},
  }
}

async function resultOf(
  before: readonly FeedEntities[],
  after: readonly FeedEntities[],
  subjects: ReadonlySet<string>,
  { faults, reason }: { faults: readonly string[]; reason?: Text },
): Promise<HarvestResult> {
  const report: FeedReport = reportOf(before, after, subjects)
  return {
    after: turtleOf(await feedGraphOf(...after)),
    report,
    isFailed: reason !== undefined,
    faults,
    ...(reason && { reason }),
  }
}

/** Never empty: there are readers of streams that wait for ever for the end of an empty file. */
function turtleOf(graph: Graph): string {
  return `${[...writeTurtle(graph)].join('').trimEnd()}\n`
}

async function graphOf(turtle: string): Promise<Graph> {
  return parse({ name: 'before.ttl', bytes: Buffer.from(turtle, 'utf8') }, { syntax: 'turtle' })
}
