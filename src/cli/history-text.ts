// The life of an entry in words.
import type { Lang } from '../finding.ts'
import type { Change, Entity, Store } from '../store/index.ts'

const kinds = {
  create: { sv: 'ny', en: 'new' },
  update: { sv: 'ändrad', en: 'changed' },
  delete: { sv: 'borttagen', en: 'removed' },
  suppress: {
    sv: 'dubblett: en annan källas beskrivning visas',
    en: 'duplicate: the description of another source is shown',
  },
  reveal: { sv: 'visas igen', en: 'shown again' },
} as const satisfies Record<Change['kind'], Record<Lang, string>>

const states = {
  current: { sv: 'gäller', en: 'current' },
  stale: {
    sv: 'en nyare version hålls inne; den senaste goda visas',
    en: 'a newer version is held; the last good one is shown',
  },
  missing: {
    sv: 'saknas i källan; visas tills respittiden är slut',
    en: 'missing in the source; shown until the grace period ends',
  },
  held: { sv: 'hålls inne', en: 'held' },
  gone: { sv: 'borttagen', en: 'removed' },
} as const satisfies Record<Entity['state'], Record<Lang, string>>

interface Life {
  readonly entity: Entity | undefined
  readonly changes: readonly Change[]
}

/** The entry as it is, then its changes, the latest first. */
export async function lifeText(store: Store, { entity, changes }: Life, lang: Lang): Promise<string> {
  const lines: string[] = []
  if (entity) {
    const title = entity.title?.[lang] ?? entity.title?.sv ?? entity.title?.en
    lines.push(title === undefined ? entity.iri : `${title}\n${entity.iri}`)
    const since = entity.since === undefined ? '' : ` (${day(entity.since)})`
    lines.push(`${states[entity.state][lang]}${since}${entity.reason ? `: ${entity.reason[lang]}` : ''}`, '')
  }
  for (const change of changes) {
    const { time, kind, source, reason, isDateOnly, hash } = change
    const date = isDateOnly ? { sv: ' (bara datum)', en: ' (only a date)' }[lang] : ''
    lines.push(`${day(time)}  ${kinds[kind][lang]}${date}  ${source}`)
    if (reason) lines.push(`                  ${reason[lang]}`)
    if (kind === 'update')
      lines.push(...(await difference(store, changes, change)).map((line) => `                  ${line}`))
    if (kind === 'create') lines.push(`                  ${hash.slice(0, 17)}…`)
  }
  return `${lines.join('\n')}\n`
}

function day(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

const MOST = 12

/** The lines that went and came with an update. */
async function difference(
  store: Store,
  changes: readonly Change[],
  { seq, source, hash }: Change,
): Promise<readonly string[]> {
  const before = changes.find((each) => each.seq < seq && each.source === source && each.hash !== hash)
  if (!before) return []
  const old = new Set(((await store.content(before.hash)) ?? '').split('\n'))
  const now = new Set(((await store.content(hash)) ?? '').split('\n'))
  const short = (line: string) => line.replace(/^<[^>]*> <[^>]*[/#]([^>/#]+)>/, '$1').replace(/ \.$/, '')
  const lines = [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${short(line)}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${short(line)}`),
  ]
  return lines.length > MOST ? [...lines.slice(0, MOST), `… ${lines.length - MOST}`] : lines
}
