// Dates as people write them, as instants.
import { GrunddataError } from '../errors.ts'

/** `2026-05-01` means the end of that day in UTC when `isEnd`, else its beginning. Throws USAGE for what is no date. */
export function instantOf(text: string, isEnd = false): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? `${text}T${isEnd ? '23:59:59.999' : '00:00:00.000'}Z`
    : text
  const date = new Date(whole)
  if (!Number.isNaN(date.getTime())) return date.toISOString()
  throw new GrunddataError(
    'USAGE',
    { sv: `”${text}” är inget datum.`, en: `“${text}” is not a date.` },
    {
      hint: {
        sv: 'Skriv som 2026-05-01 eller 2026-05-01T12:00Z.',
        en: 'Write it as 2026-05-01 or 2026-05-01T12:00Z.',
      },
    },
  )
}
