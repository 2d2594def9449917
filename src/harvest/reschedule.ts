// Another schedule for a source in the store.
import { Cron } from 'croner'
import { GrunddataError } from '../errors.ts'
import type { Store, StoredSource } from '../store/index.ts'

/** Changes when a source is harvested. Throws USAGE for what is no cron expression. A list of sources goes before this. */
export async function reschedule(store: Store, source: StoredSource, schedule: string): Promise<void> {
  const { life, version: _, ...configured } = source
  const timezone = String(source.settings.timeZone ?? 'Europe/Stockholm')
  const now = new Date()
  let next: Date | null
  try {
    next = new Cron(schedule, { paused: true, timezone }).nextRun(now)
  } catch (cause) {
    throw new GrunddataError(
      'USAGE',
      { sv: `”${schedule}” är inget schema.`, en: `“${schedule}” is not a schedule.` },
      {
        cause,
        hint: {
          sv: 'Fem fält: minut, timme, dag, månad, veckodag; ”0 4 * * *” är varje dag klockan fyra.',
          en: 'Five fields: minute, hour, day, month, weekday; “0 4 * * *” is every day at four.',
        },
      },
    )
  }
  await store.putSource({ ...configured, settings: { ...source.settings, schedule } }, now.toISOString())
  await store.putLife(source.id, { ...life, ...(next && { nextDue: next.toISOString() }) })
}
