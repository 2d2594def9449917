// `grunddata ldes read`: reads a feed, tells what it said, and writes the catalogue that comes of it.
import { readFile } from 'node:fs/promises'
import { GrunddataError } from '../errors.ts'
import type { Lang } from '../finding.ts'
import { writeTurtle } from '../rdf/index.ts'
import {
  type Applied,
  applyEvents,
  type FeedEvent,
  type FeedFault,
  type FeedMemory,
  type FeedNote,
  type FeedStatistics,
  feedGraphOf,
  type KeptEntities,
  keepEntities,
  nothingKnown,
  openClient,
  readFeed,
  restoreEntities,
} from '../source/index.ts'
import type { Call } from './call.ts'
import { onlyArgument } from './ldes-argument.ts'
import { writeWhole } from './outputs.ts'
import { createProgressLine } from './progress.ts'

/** What the file of --state holds. */
interface State {
  readonly memory: FeedMemory
  readonly kept: KeptEntities
}

interface Reading {
  readonly address: string
  readonly events: readonly FeedEvent[]
  readonly faults: readonly FeedFault[]
  readonly notes: readonly FeedNote[]
  readonly memory: FeedMemory
  readonly statistics: FeedStatistics
  readonly mayHaveMissed: boolean
}

/** Exit code 1 when events had to be left out. Throws SOURCE_*. */
export async function run(call: Call): Promise<number> {
  const { values, terminal } = call
  const address = onlyArgument(call.args, { sv: 'flödets webbadress', en: 'the web address of the feed' })
  const stateFile = values.one('feedState')
  const state = stateFile === undefined ? undefined : await readState(stateFile)
  let reading = await read(call, address, state?.memory)
  // What the feed no longer tells cannot be caught up with: then the feed is the whole truth.
  const isAnew = reading.mayHaveMissed
  if (isAnew) reading = await read(call, address, undefined)
  const before = state && !isAnew ? await restoreEntities(state.kept) : nothingKnown
  const applied = applyEvents(before, reading.events)
  const file = values.one('file')
  if (file !== undefined) await writeWhole(file, writeTurtle(feedGraphOf(applied)))
  if (stateFile !== undefined)
    await writeWhole(
      stateFile,
      JSON.stringify({ memory: reading.memory, kept: keepEntities(applied) } satisfies State),
    )
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
    if (state.memory.version === 1 && typeof state.kept.entities === 'object') return state
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

async function read({ values }: Call, address: string, memory: FeedMemory | undefined): Promise<Reading> {
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
    for await (const item of readFeed({ address, client, ...(memory && { memory }) })) {
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

function jsonOf(
  { address, faults, notes, statistics, memory }: Reading,
  { report, counts }: Applied,
): string {
  const { newest } = memory
  return `${JSON.stringify({ version: '1.0', feed: address, statistics, newest, counts, report, faults, notes }, null, 2)}\n`
}

/** Remarks of one kind shown in full. */
const SHOWN = 3

function textOf(reading: Reading, { report, counts, entities }: Applied, lang: Lang): string {
  const { statistics, memory, faults, notes } = reading
  const sv = lang === 'sv'
  const lines = [reading.address]
  const field = (label: string, value: string) => lines.push(`  ${label.padEnd(12)} ${value}`)
  field(sv ? 'lästa sidor' : 'pages read', `${statistics.pages}${unasked(statistics, lang)}`)
  field(
    sv ? 'händelser' : 'events',
    eventWords({ applied: counts.applied, outdated: counts.outdated, faults: faults.length }, lang),
  )
  if (memory.newest !== undefined) field(sv ? 'senaste' : 'latest', memory.newest)
  field(sv ? 'tillagda' : 'added', String(report.added))
  field(sv ? 'ändrade' : 'updated', String(report.updated))
  field(sv ? 'borttagna' : 'removed', String(report.removed))
  field(sv ? 'resurser nu' : 'things now', String([...entities.keys()].length))
  for (const group of groups([...faults, ...notes])) {
    lines.push('', `${group[0].text[lang]}`)
    for (const { member, page, value } of group.slice(0, SHOWN))
      lines.push(`  ${member ?? page}${value ? ` (${value})` : ''}`)
    if (group.length > SHOWN)
      lines.push(sv ? `  … och ${group.length - SHOWN} till` : `  … and ${group.length - SHOWN} more`)
  }
  return `${lines.join('\n')}\n`
}

function unasked({ unchanged, gone }: FeedStatistics, lang: Lang): string {
  const sv = lang === 'sv'
  const parts = [
    ...(unchanged > 0 ? [sv ? `${unchanged} oförändrade` : `${unchanged} unchanged`] : []),
    ...(gone > 0 ? [sv ? `${gone} borttagna` : `${gone} gone`] : []),
  ]
  return parts.length > 0 ? ` (+ ${parts.join(', ')})` : ''
}

function eventWords(counts: { applied: number; outdated: number; faults: number }, lang: Lang): string {
  const sv = lang === 'sv'
  const more = [
    ...(counts.outdated > 0
      ? [sv ? `${counts.outdated} äldre än det kända` : `${counts.outdated} older than what is known`]
      : []),
    ...(counts.faults > 0 ? [sv ? `${counts.faults} utelämnade` : `${counts.faults} left out`] : []),
  ]
  return [String(counts.applied), ...more].join(', ')
}

function groups<N extends { readonly code: string }>(all: readonly N[]): readonly (readonly N[])[] {
  const byCode = new Map<string, N[]>()
  for (const each of all) byCode.set(each.code, [...(byCode.get(each.code) ?? []), each])
  return [...byCode.values()]
}
