// What reading a feed gave, for people and for programs.
import type { Lang } from '../finding.ts'
import type { Applied, FeedEvent, FeedFault, FeedMemory, FeedNote, FeedStatistics } from '../source/index.ts'

/** One reading that came to its end. */
export interface Reading {
  readonly address: string
  readonly events: readonly FeedEvent[]
  readonly faults: readonly FeedFault[]
  readonly notes: readonly FeedNote[]
  readonly memory: FeedMemory
  readonly statistics: FeedStatistics
  readonly mayHaveMissed: boolean
}

export function jsonOf(
  { address, faults, notes, statistics, memory }: Reading,
  { report, counts }: Applied,
): string {
  const { newest } = memory
  return `${JSON.stringify({ version: '1.0', feed: address, statistics, newest, counts, report, faults, notes }, null, 2)}\n`
}

/** Remarks of one kind shown in full. */
const SHOWN = 3

export function textOf(reading: Reading, { report, counts, entities }: Applied, lang: Lang): string {
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
