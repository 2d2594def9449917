// When a source is to be read: cron expressions in a time zone.
import { Cron } from 'croner'
import type { Source } from './types.ts'

/** What is wrong with a schedule: the expression, the time zone, or nothing. */
export function scheduleFault(schedule: string, timeZone: string): 'schedule' | 'zone' | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    return 'zone'
  }
  try {
    new Cron(schedule, { paused: true, timezone: timeZone })
    return undefined
  } catch {
    return 'schedule'
  }
}

/** The first time after `after` that the source is to be read; undefined without a schedule. */
export function nextRun({ schedule, timeZone }: Source, after: Date): Date | undefined {
  if (schedule === undefined) return undefined
  return new Cron(schedule, { paused: true, timezone: timeZone }).nextRun(after) ?? undefined
}
