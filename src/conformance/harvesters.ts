// What is put to the test: our own reader of feeds, or anybody's by a command.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  nothingKnown,
  readFeed,
  reportOf,
} from '../source/index.ts'

/** What a run left behind. */
export interface HarvestResult {
  /** Turtle. */
  readonly after: string
  readonly report: unknown
  readonly isFailed: boolean
  /** Codes of the events that were left out; undefined when the harvester does not tell. */
  readonly faults?: readonly string[]
  /** Why it failed. */
  readonly reason?: Text
}

/** A harvester with its memory of one case. */
export interface Harvester {
  /** Reads the feeds once. */
  readonly run: (feeds: readonly string[]) => Promise<HarvestResult>
  readonly close: () => Promise<void>
}

/** Our own reader. `before` is Turtle: what the first feed is taken to have said so far. */
export async function ownHarvester(before: string, client: Pick<Client, 'ask'>): Promise<Harvester> {
  const start = entitiesOf(await graphOf(before))
  const known = new Map<string, FeedEntities>()
  const memories = new Map<string, FeedMemory>()
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
        for await (const item of readFeed({ address, client, ...(memory && { memory }) }))
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
      for (const [i, feed] of feeds.entries()) {
        known.set(feed, next[i])
        memories.set(feed, kept[i])
      }
      return resultOf(old, next, subjects, { faults })
    },
    close: async () => {},
  }
}

function resultOf(
  before: readonly FeedEntities[],
  after: readonly FeedEntities[],
  subjects: ReadonlySet<string>,
  { faults, reason }: { faults: readonly string[]; reason?: Text },
): HarvestResult {
  const report: FeedReport = reportOf(before, after, subjects)
  return {
    after: turtleOf(feedGraphOf(...after)),
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

/** Longest time that a command may take for one run. */
const COMMAND_MS = 120_000

/**
 * Somebody's harvester as a command. `{url}` becomes the address of the feed (of the feeds, one argument each),
 * `{before}` the file of what is known, `{state}` a folder that is kept between the runs of a case, and `{out}` the
 * folder where it writes `after.ttl` and `report.json`. Exit code 0 means that the run succeeded.
 */
export async function commandHarvester(command: string, before: string): Promise<Harvester> {
  const home = await mkdtemp(join(tmpdir(), 'grunddata-ldes-'))
  const state = join(home, 'state')
  const out = join(home, 'out')
  const beforeFile = join(home, 'before.ttl')
  await Promise.all([mkdir(state), mkdir(out), writeFile(beforeFile, before)])
  return {
    run: async (feeds) => {
      const args = command
        .split(/\s+/)
        .filter(Boolean)
        .flatMap((word) =>
          word === '{url}' ? feeds : [fill(word, { url: feeds[0], before: beforeFile, state, out })],
        )
      const code = await runCommand(args)
      const after = await readFile(join(out, 'after.ttl'), 'utf8').catch(() => before)
      const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => 'null')
      await writeFile(beforeFile, after)
      return { after, report: parsed(text), isFailed: code !== 0 }
    },
    close: () => rm(home, { recursive: true, force: true }),
  }
}

function fill(word: string, values: Readonly<Record<string, string>>): string {
  return word.replace(/\{(url|before|state|out)\}/g, (_, name: string) => values[name])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function runCommand([program, ...args]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: COMMAND_MS })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
