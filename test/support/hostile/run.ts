// Reads everything the hostile server has, in a process of its own whose memory is measured. Started with the addresses
// on standard input; prints what came of each as JSON.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type Client, createClient } from '../../../src/source/http/index.ts'
import { type Conditions, readSource, sourceOf } from '../../../src/source/index.ts'
import { entitiesOf } from '../../../src/source/readers/graph-facts.ts'
import type { SourceBehaviour } from './source-words.ts'
import { sourceBehaviours } from './sources.ts'

/** Bounds under which all of it is read. */
const REQUEST_MS = 500
const MAX_BYTES = 2_000_000

export interface Addresses {
  /** Of behaviours of a single answer, by name. */
  readonly answers: Readonly<Record<string, string>>
  /** Of sources, by name. */
  readonly sources: Readonly<Record<string, string>>
}

export interface SourceOutcome {
  readonly datasets: number
  readonly isComplete: boolean
  readonly isUnchanged: boolean
  readonly failures: readonly string[]
  readonly notes: readonly string[]
  readonly problems: readonly string[]
  readonly elapsedMs: number
}

export interface Outcomes {
  readonly answers: Readonly<
    Record<string, { readonly failure?: string; readonly text?: string; readonly elapsedMs: number }>
  >
  readonly sources: Readonly<Record<string, SourceOutcome>>
  /** Largest resident set of this process, in megabytes. */
  readonly peakMegabytes: number
}

async function main(): Promise<void> {
  const { answers, sources }: Addresses = JSON.parse(await text(process.stdin))
  const client = createClient({
    retry: { retries: 2 },
    allowPrivate: ['127.0.0.1'],
    limits: { timeoutMs: REQUEST_MS, maxBytes: MAX_BYTES },
    pause: async () => {},
    // The dates that the server tells to wait for are near this one.
    now: () => Date.UTC(2027, 0, 1),
  })
  const told: Record<string, Outcomes['answers'][string]> = {}
  for (const [name, address] of Object.entries(answers)) told[name] = await answerOf(client, address)
  const read: Record<string, SourceOutcome> = {}
  for (const [name, address] of Object.entries(sources))
    read[name] = await outcomeOf(client, address, sourceBehaviours[name])
  await client.close()
  const outcomes: Outcomes = {
    answers: told,
    sources: read,
    peakMegabytes: Math.round(peakKilobytes() / 1024),
  }
  process.stdout.write(JSON.stringify(outcomes))
}

/** Of this program alone: the system's usage counts what the process that started it had as well. */
function peakKilobytes(): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

async function answerOf(client: Client, address: string) {
  const started = performance.now()
  const outcome = await client.ask(address)
  const elapsedMs = Math.round(performance.now() - started)
  if ('failure' in outcome) return { failure: outcome.failure.kind, elapsedMs }
  return { text: Buffer.from(outcome.exchange.body).toString('utf8').slice(0, 200), elapsedMs }
}

async function outcomeOf(client: Client, url: string, behaviour: SourceBehaviour): Promise<SourceOutcome> {
  const once = (conditions: Conditions) => readOnce(client, url, behaviour, conditions)
  const first = await once({})
  if (!behaviour.isReadTwice) return first.outcome
  const known = Object.entries(first.conditions).map(([asked, each]) => [
    asked,
    behaviour.isOld ? { ...each, fullAt: 0 } : each,
  ])
  return (await once(Object.fromEntries(known))).outcome
}

async function readOnce(
  client: Client,
  url: string,
  { reader = 'rdf', settings = {}, robots = false }: SourceBehaviour,
  conditions: Conditions,
): Promise<{ readonly outcome: SourceOutcome; readonly conditions: Conditions }> {
  const plain = sourceOf({ id: 'fientlig', url, reader, settings, robots, allowPrivate: ['127.0.0.1'] })
  const limits = {
    ...plain.limits,
    requestMs: REQUEST_MS,
    pageMs: 5_000,
    sourceMs: 20_000,
    maxBytes: MAX_BYTES,
    maxPages: 50,
    maxTriples: 20_000,
  }
  const entities = new Set<string>()
  const failures: string[] = []
  const notes: string[] = []
  const problems = new Set<string>()
  const started = performance.now()
  for await (const event of readSource({ ...plain, limits }, { client, conditions })) {
    if (event.kind === 'document' && event.graph) {
      for (const entity of entitiesOf(event.graph)) entities.add(entity)
      for (const { rule } of event.graph.problems) problems.add(rule)
    } else if (event.kind === 'failure') failures.push(event.failure.kind)
    else if (event.kind === 'note') notes.push(event.note.rule)
    else if (event.kind === 'end') {
      const outcome = {
        datasets: entities.size,
        isComplete: event.isComplete,
        isUnchanged: event.isUnchanged,
        failures,
        notes,
        problems: [...problems],
        elapsedMs: Math.round(performance.now() - started),
      }
      return { outcome, conditions: event.conditions }
    }
  }
  throw new Error(`${url}: no end`)
}

await main()
