// `grunddata ldes read`: reads a feed, tells what it said, and writes the catalogue that comes of it.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import { writeTurtle } from '../rdf/index.ts'
import {
  applyEvents,
  type FeedEvent,
  type FeedFault,
  type FeedMemory,
  type FeedNote,
  feedGraphOf,
  type Journal,
  type KeptEntities,
  keepEntities,
  nothingKnown,
  openClient,
  readFeed,
  restoreEntities,
} from '../source/index.ts'
import type { Call } from './call.ts'
import { onlyArgument } from './ldes-argument.ts'
import { fileJournal } from './ldes-journal.ts'
import { jsonOf, type Reading, textOf } from './ldes-words.ts'
import { writeWhole } from './outputs.ts'
import { createProgressLine } from './progress.ts'

/** What the file of --state holds. */
interface State {
  readonly memory: FeedMemory
  readonly kept: KeptEntities
}

/** Exit code 1 when events had to be left out. Throws SOURCE_*. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const address = onlyArgument(call.args, { sv: 'flödets webbadress', en: 'the web address of the feed' })
  const stateFile = values.one('feedState')
  const state = stateFile === undefined ? undefined : await readState(stateFile)
  const journal = stateFile === undefined ? undefined : fileJournal(stateFile)
  let reading = await read(call, { address, journal, memory: state?.memory })
  // What the feed no longer tells cannot be caught up with: then the feed is the whole truth.
  const isAnew = reading.mayHaveMissed
  if (isAnew) reading = await read(call, { address, journal, memory: undefined })
  const before = state && !isAnew ? restoreEntities(state.kept) : nothingKnown
  const applied = applyEvents(before, reading.events)
  const file = values.one('file')
  if (file !== undefined) await writeWhole(file, writeTurtle(await feedGraphOf(applied)))
  if (stateFile !== undefined)
    await writeWhole(
      stateFile,
      JSON.stringify({ memory: reading.memory, kept: keepEntities(applied) } satisfies State),
    )
  await journal?.clear()
  const isJson = values.one('feedFormat') === 'json'
  terminal.write(isJson ? jsonOf(reading, applied) : textOf(reading, applied, terminal.lang))
  return reading.faults.length > 0 ? 1 : 0
}

async function readState(file: string): Promise<State | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const state = JSON.parse(text) as State
    if (state.memory.version === 2 && typeof state.kept.entities === 'object') return state
  } catch {
    // Told of below.
  }
  throw new GrunddataError(
    'CONFIG_INVALID',
    { sv: `${file} minns inget flöde.`, en: `${file} remembers no feed.` },
    {
      hint: {
        sv: 'Ange en annan fil, eller ta bort den och läs om allt.',
        en: 'Name another file, or remove it and read everything anew.',
      },
    },
  )
}

interface Asked {
  readonly address: string
  readonly journal: Journal | undefined
  readonly memory: FeedMemory | undefined
}

async function read({ values }: Call, { address, journal, memory }: Asked): Promise<Reading> {
  const events: FeedEvent[] = []
  const faults: FeedFault[] = []
  const notes: FeedNote[] = []
  const line = createProgressLine({
    isTerminal: process.stderr.isTTY === true,
    now: () => performance.now(),
    draw: (text) => void process.stderr.write(text),
  })
  const client = await openClient({
    allowPrivate: values.list('allowPrivate'),
    retry: { retries: 5, baseMs: 500 },
  })
  let failure: GrunddataError | undefined
  try {
    for await (const item of readFeed({
      address,
      client,
      ...(journal && { journal }),
      ...(memory && { memory }),
    })) {
      if (item.kind === 'event') line.step({ job: address, done: events.push(item.event) })
      else if (item.kind === 'fault') faults.push(item.fault)
      else if (item.kind === 'note') notes.push(item.note)
      else if (item.kind === 'failure') failure = item.error
      else {
        const { memory: next, statistics, mayHaveMissed } = item
        return { address, events, faults, notes, memory: next, statistics, mayHaveMissed }
      }
    }
  } finally {
    line.clear()
    await client.close()
  }
  throw (
    failure ??
    new GrunddataError('INTERNAL', { sv: 'Läsningen fick inget slut.', en: 'The reading had no end.' })
  )
}
