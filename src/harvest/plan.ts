// What a reading of a source would do to what is kept of it. Pure: no store, no clock, no network.
import type { Text } from '../finding.ts'
import type { RemovalPolicy } from '../source/index.ts'
import type { Entity, EntityContent, Upsert } from '../store/index.ts'
import { brake } from './brake.ts'
import type { BrakeReason, PlannedChange } from './types.ts'

/** What is known of an entity before the run. */
export type Known = Pick<
  Entity,
  | 'iri'
  | 'type'
  | 'state'
  | 'hash'
  | 'stableHash'
  | 'publisher'
  | 'isProtected'
  | 'since'
  | 'title'
  | 'reason'
>

export interface PlanInput {
  readonly known: readonly Known[]
  /** What the source says now. */
  readonly found: readonly EntityContent[]
  /** Found, but not to be written in one way only, or otherwise not usable: as they were. */
  readonly unusable: ReadonlySet<string>
  /** Entities that break a gate, with the reason. */
  readonly quarantined: ReadonlyMap<string, Text>
  /** False when not all of the source was seen: then nothing is missing. */
  readonly isComplete: boolean
  readonly removal: RemovalPolicy
  readonly now: Date
}

export interface Plan {
  readonly upserts: readonly Upsert[]
  readonly missing: readonly { readonly iri: string; readonly reason: Text }[]
  readonly deletes: readonly { readonly iri: string; readonly reason: Text }[]
  readonly seen: readonly string[]
  readonly changes: readonly PlannedChange[]
  readonly unchanged: number
  /** Not empty: the run waits for a person. */
  readonly brake: readonly BrakeReason[]
}

const DAY_MS = 86_400_000
const PUBLIC = new Set(['current', 'stale', 'missing'])

export function planSource(input: PlanInput): Plan {
  const { known, found, quarantined } = input
  const before = new Map(known.map((each) => [each.iri, each]))
  const upserts: Upsert[] = []
  const seen: string[] = []
  const changes: PlannedChange[] = []
  let unchanged = 0
  const present = new Set(input.unusable)
  for (const content of found) {
    present.add(content.iri)
    const old = before.get(content.iri)
    const reason = quarantined.get(content.iri)
    const kind = changeOf(old, content, reason)
    if (kind === undefined) {
      unchanged++
      continue
    }
    changes.push(changeLine(kind, content, reason))
    if (kind === 'return') seen.push(content.iri)
    else upserts.push(reason ? { ...content, state: 'held', reason } : content)
  }
  const { missing, deletes } = input.isComplete ? absentOnes(input, present) : nothing
  for (const { iri, reason } of missing) changes.push(changeLine('missing', before.get(iri)!, reason))
  for (const { iri, reason } of deletes) changes.push(changeLine('remove', before.get(iri)!, reason))
  return { upserts, missing, deletes, seen, changes, unchanged, brake: held(input, missing, deletes) }
}

const nothing = { missing: [], deletes: [] } as const

function changeOf(
  old: Known | undefined,
  content: EntityContent,
  reason: Text | undefined,
): PlannedChange['kind'] | undefined {
  const isShown = old !== undefined && PUBLIC.has(old.state)
  if (reason) return isHeldAlready(old, content, reason) ? undefined : 'hold'
  if (!isShown) return 'add'
  if (old.hash !== content.hash) return old.stableHash === content.stableHash ? 'date' : 'update'
  return old.state === 'current' ? undefined : 'return'
}

function isHeldAlready(old: Known | undefined, content: EntityContent, reason: Text): boolean {
  if (!old || old.reason?.en !== reason.en) return false
  return old.state === 'stale' || (old.state === 'held' && old.hash === content.hash)
}

function changeLine(
  kind: PlannedChange['kind'],
  { iri, type, title }: Pick<Known, 'iri' | 'type' | 'title'>,
  reason?: Text,
): PlannedChange {
  return { kind, iri, type, ...(title && { title }), ...(reason && { reason }) }
}

/** What is no longer there: newly missing, or missing for so long that it is removed. */
function absentOnes({ known, removal, now }: PlanInput, present: ReadonlySet<string>) {
  const missing: { iri: string; reason: Text }[] = []
  const deletes: { iri: string; reason: Text }[] = []
  for (const { iri, state, since } of known) {
    if (present.has(iri) || state === 'gone') continue
    if (state === 'held') deletes.push({ iri, reason: reasons.absent })
    else if (removal.policy === 'immediate') deletes.push({ iri, reason: reasons.absent })
    else if (state !== 'missing') missing.push({ iri, reason: reasons.missing })
    else if (removal.policy === 'grace' && isOver(since, removal.graceDays, now))
      deletes.push({ iri, reason: reasons.overdue(since ?? '', removal.graceDays) })
  }
  return { missing, deletes }
}

function isOver(since: string | undefined, graceDays: number, now: Date): boolean {
  return since !== undefined && now.getTime() - new Date(since).getTime() >= graceDays * DAY_MS
}

/** Removals that an unread source owes: those whose grace period is over. They are under the brake like all others. */
export function overdueOnes(known: readonly Known[], removal: RemovalPolicy, now: Date): Plan {
  const missing = known.filter(({ state }) => state === 'missing')
  const rest = new Set(known.filter(({ state }) => state !== 'missing').map(({ iri }) => iri))
  const quarantined = new Map<string, Text>()
  const input: PlanInput = {
    known,
    found: [],
    unusable: rest,
    quarantined,
    isComplete: missing.length > 0,
    removal,
    now,
  }
  return planSource(input)
}

/** Both what goes out of sight now and what newly begins to: the same loss is not to pass in two steps. */
function held(
  { known, removal }: PlanInput,
  missing: readonly { readonly iri: string }[],
  deletes: readonly { readonly iri: string }[],
): readonly BrakeReason[] {
  const standing = known.filter(({ state }) => PUBLIC.has(state))
  const now = brake(standing, new Set(deletes.map(({ iri }) => iri)), removal)
  if (now.length > 0 || removal.policy === 'keep') return now
  const present = standing.filter(({ state }) => state !== 'missing')
  return brake(present, new Set(missing.map(({ iri }) => iri)), removal)
}

const reasons = {
  absent: { sv: 'Finns inte längre i källan.', en: 'No longer in the source.' },
  missing: {
    sv: 'Saknas i källan; tas bort efter respittiden.',
    en: 'Missing in the source; removed after the grace period.',
  },
  overdue: (since: string, days: number): Text => ({
    sv: `Har saknats i källan sedan ${since.slice(0, 10)}, längre än respittiden på ${days} dagar.`,
    en: `Missing in the source since ${since.slice(0, 10)}, longer than the grace period of ${days} days.`,
  }),
}
