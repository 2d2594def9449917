// The life of a source as a pure state machine: what each outcome of a run makes of it, and when it is due again.
import type { Fault, SourceLife } from '../store/index.ts'

/** What came of a run, as far as the life of the source is concerned. */
export type LifeEvent =
  | { readonly kind: 'read'; readonly hasErrors: boolean }
  | { readonly kind: 'held'; readonly run: string; readonly hasErrors: boolean }
  /** `isGone`: it answered 404 or 410, or there is no such host any more. */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly isGone: boolean }
  | { readonly kind: 'approved' }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }

export interface LifeRules {
  /** Days for which a source may answer that it does not exist before it counts as gone. */
  readonly graceDays: number
  /** When it is next due by its own schedule; undefined when it has none. */
  readonly nextBySchedule?: Date
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * The life after an event. A failure never touches what is known of the content: `ours` changes nothing but the
 * time of the run, `temporary` makes it unreachable and nothing worse, `theirs` invalid or, when it says for longer
 * than the grace period that there is nothing, gone. What somebody has paused stays so until it is resumed, whatever
 * comes of a run that was under way.
 */
export function advance(life: SourceLife, event: LifeEvent, now: Date, rules: LifeRules): SourceLife {
  if (life.state !== 'paused') return event.kind === 'paused' ? paused(life) : after(life, event, now, rules)
  const resumed = {
    ...withoutPause(life),
    state: life.resumesAs ?? (life.lastRead === undefined ? 'new' : 'ok'),
  }
  return event.kind === 'resumed' ? resumed : paused(after(resumed, event, now, rules))
}

function paused(life: SourceLife): SourceLife {
  return life.state === 'paused' ? life : { ...life, state: 'paused', resumesAs: life.state }
}

function withoutPause({ resumesAs: _, ...life }: SourceLife): SourceLife {
  return life
}

function after(life: SourceLife, event: LifeEvent, now: Date, rules: LifeRules): SourceLife {
  const lastRun = now.toISOString()
  const due = dueAfter(life, event, now, rules)
  const { nextDue: _, ...rest } = life
  const base: SourceLife = { ...rest, lastRun, ...(due && { nextDue: due.toISOString() }) }
  switch (event.kind) {
    case 'read':
      return { ...healthy(base), state: event.hasErrors ? 'invalid' : 'ok', lastRead: lastRun }
    case 'held':
      return { ...healthy(base), state: 'held', heldRun: event.run, lastRead: lastRun }
    case 'approved':
      return { ...healthy({ ...life }), state: 'ok' }
    case 'rejected':
      return { ...healthy({ ...life }), state: 'ok' }
    case 'paused':
    case 'resumed':
      return life
    case 'failed':
      return event.fault === 'ours' ? base : failing(base, event, now, rules)
  }
}

/** Without the marks of failures and of a held run. */
function healthy({ failingSince: _, failures: __, heldRun: ___, ...life }: SourceLife): SourceLife {
  return life
}

function failing(
  life: SourceLife,
  { fault, isGone }: LifeEvent & { kind: 'failed' },
  now: Date,
  { graceDays }: LifeRules,
): SourceLife {
  const failingSince = life.failingSince ?? now.toISOString()
  const failures = (life.failures ?? 0) + 1
  const marks = { failingSince, failures }
  if (life.state === 'held') return { ...life, ...marks }
  if (fault === 'temporary')
    return { ...life, ...marks, state: life.state === 'gone' ? 'gone' : 'unreachable' }
  if (!isGone) return { ...life, ...marks, state: 'invalid' }
  const isOver = now.getTime() - new Date(failingSince).getTime() >= graceDays * DAY_MS
  return { ...life, ...marks, state: isOver ? 'gone' : 'unreachable' }
}

/** By its schedule, but sooner after a failure that may pass: in an hour, then two, four … up to a day. */
function dueAfter(
  life: SourceLife,
  event: LifeEvent,
  now: Date,
  { nextBySchedule }: LifeRules,
): Date | undefined {
  if (event.kind !== 'failed') return nextBySchedule
  if (event.fault === 'theirs') return nextBySchedule
  const wait = Math.min(DAY_MS, HOUR_MS * 2 ** Math.min(10, life.failures ?? 0))
  const retry = new Date(now.getTime() + wait)
  if (!nextBySchedule) return undefined
  return retry < nextBySchedule ? retry : nextBySchedule
}

/** Whether a source is to be read now: it has never been, or its time has come. */
export function isDue({ state, nextDue, lastRun }: SourceLife, now: Date): boolean {
  if (state === 'paused') return false
  if (lastRun === undefined) return true
  return nextDue !== undefined && nextDue <= now.toISOString()
}
