// Another schedule for a source than its configuration gives, kept in the store.
import { GrunddataError } from '../errors.ts'
import { nextRun, type Source } from '../source/index.ts'
import type { Store, StoredSource } from '../store/index.ts'

/**
 * Changes when a source is harvested; goes before its configuration, whatever lists it is in later. Without a schedule
 * the configuration decides again. Rejects with USAGE for what is no cron expression.
 */
export async function reschedule(store: Store, stored: StoredSource, schedule?: string): Promise<void> {
  const source = stored.settings as unknown as Source
  const set = schedule === undefined ? {} : { schedule }
  const next = await nextRun({ ...source, ...set }, new Date()).catch((cause) => {
    throw noSchedule(schedule ?? '', cause)
  })
  await store.changeLife(stored.id, ({ schedule: _, nextDue: __, ...life }) => ({
    ...life,
    ...set,
    ...(next && { nextDue: next.toISOString() }),
  }))
}

function noSchedule(schedule: string, cause: unknown): GrunddataError {
  return new GrunddataError(
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
