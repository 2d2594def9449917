// Timestamps of members as values that compare: xsd:dateTime to any number of decimals, and the coarser dates.

/** Milliseconds since 1970 and the decimals below them. */
export interface FeedInstant {
  readonly ms: number
  /** Digits after the third decimal, without trailing zeros. */
  readonly rest: string
}

const PATTERN = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?)?)?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * The instant of an xsd:dateTime, date, gYearMonth or gYear; undefined for anything else. A coarser one is its first
 * instant, and one without a time zone is in UTC.
 */
export function readInstant(text: string): FeedInstant | undefined {
  const found = PATTERN.exec(text.trim())
  if (!found) return undefined
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    decimals = '',
    zone = 'Z',
  ] = found
  const parts = [month, day, hour, minute, second].map(Number)
  if (parts[0] < 1 || parts[0] > 12 || parts[1] < 1 || parts[2] > 24 || parts[3] > 59 || parts[4] > 59)
    return undefined
  if (parts[1] > new Date(Date.UTC(Number(year), parts[0], 0)).getUTCDate()) return undefined
  const date = new Date(0)
  date.setUTCFullYear(Number(year), parts[0] - 1, parts[1])
  date.setUTCHours(parts[2], parts[3], parts[4], Number(decimals.slice(0, 3).padEnd(3, '0')))
  const ms = date.getTime() - offsetMs(zone)
  return Number.isNaN(ms) ? undefined : { ms, rest: decimals.slice(3).replace(/0+$/, '') }
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = zone.slice(1).split(':').map(Number)
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/** Earlier is negative. */
export function compareInstants(a: FeedInstant, b: FeedInstant): number {
  if (a.ms !== b.ms) return a.ms - b.ms
  return a.rest < b.rest ? -1 : a.rest > b.rest ? 1 : 0
}
