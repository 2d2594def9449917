// The order of two literals as SPARQL's `<` sees it (SPARQL 1.1 §17.3): numbers, strings, booleans, dates and times.
import { XSD } from '../vocabulary.ts'
import { integerRanges } from './integer.ts'
import { isWellFormed } from './lexical.ts'

/** A literal made comparable. Only values of one family have an order. */
export interface Comparable {
  readonly family: string
  readonly number: number
  readonly text: string
  /** Milliseconds between the earliest and the latest moment it may be: 0 when the time zone is known. */
  readonly floating: boolean
}

const numeric = new Set(
  ['decimal', 'float', 'double', ...Object.keys(integerRanges)].map((name) => XSD + name),
)
const moments: Readonly<Record<string, string>> = {
  [`${XSD}dateTime`]: 'dateTime',
  [`${XSD}dateTimeStamp`]: 'dateTime',
  [`${XSD}date`]: 'date',
  [`${XSD}time`]: 'time',
  [`${XSD}gYear`]: 'gYear',
  [`${XSD}gYearMonth`]: 'gYearMonth',
}
/** A moment without a time zone may be this far from UTC in either direction (XML Schema 1.1 part 2, §3.3.7). */
const ZONE_SPAN_MS = 14 * 3_600_000

/** A literal as a {@link Comparable}; undefined when it is ill formed or its datatype has no order. */
export function comparable(datatype: string, lexical: string): Comparable | undefined {
  if (!isWellFormed(datatype, lexical)) return undefined
  if (numeric.has(datatype)) return plain('number', toNumber(lexical), lexical)
  if (datatype === `${XSD}string`) return plain('string', 0, lexical)
  if (datatype === `${XSD}boolean`)
    return plain('boolean', lexical === 'true' || lexical === '1' ? 1 : 0, lexical)
  const family = moments[datatype]
  if (family === undefined) return undefined
  return {
    family,
    number: toMoment(family, lexical),
    text: lexical,
    floating: !/(?:Z|[+-]\d\d:\d\d)$/.test(lexical),
  }
}

function plain(family: string, number: number, text: string): Comparable {
  return { family, number, text, floating: false }
}

function toNumber(text: string): number {
  return Number(text.replace('INF', 'Infinity'))
}

const MOMENT =
  /^(-?\d{4,})?(?:-(\d\d))?(?:-(\d\d))?T?(?:(\d\d):(\d\d):(\d\d(?:\.\d+)?))?(?:Z|([+-])(\d\d):(\d\d))?$/

function toMoment(family: string, text: string): number {
  const parts = MOMENT.exec(family === 'time' ? `1970-01-01T${text}` : text)!
  const [year, month, day, hour, minute] = [
    parts[1],
    parts[2] ?? 1,
    parts[3] ?? 1,
    parts[4] ?? 0,
    parts[5] ?? 0,
  ].map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const zone =
    parts[7] === undefined ? 0 : (Number(parts[8]) * 60 + Number(parts[9])) * (parts[7] === '-' ? -1 : 1)
  return date.getTime() + (hour * 60 + minute - zone) * 60_000 + Number(parts[6] ?? 0) * 1000
}

/** Below, at or above 0 as `a` is before, equal to or after `b`; undefined when they have no order. */
export function compare(a: Comparable | undefined, b: Comparable | undefined): number | undefined {
  if (!a || !b || a.family !== b.family) return undefined
  if (a.family === 'string') return compareText(a.text, b.text)
  if (a.family === 'number' && a.number === b.number) return compareExactly(a.text, b.text)
  const difference = a.number - b.number
  if (Number.isNaN(difference)) return a.number === b.number ? 0 : undefined
  if (a.floating !== b.floating && Math.abs(difference) <= ZONE_SPAN_MS) return undefined
  return difference
}

/** By code points, as SPARQL compares simple strings. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** Numbers that are equal as doubles may still differ in digits that a double cannot hold. */
function compareExactly(a: string, b: string): number {
  if (a.length < 16 && b.length < 16) return 0
  if (!/^[+-]?\d+$/.test(a) || !/^[+-]?\d+$/.test(b)) return 0
  const difference = BigInt(a.replace('+', '')) - BigInt(b.replace('+', ''))
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
