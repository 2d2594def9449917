// Dates as text, compared without more precision than both have: "2024" and "2024-05-01" are equal.
import { type Graph, LITERAL } from '../rdf/index.ts'

const DATE = /^(-?\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/

/** True for xsd:gYear, gYearMonth, date and dateTime as written. */
export function isDate(written: string): boolean {
  return DATE.test(written)
}

/** Less than 0 when `a` is surely before `b`, more than 0 when surely after, 0 when equal or not comparable. */
export function compareDates(a: string, b: string): number {
  const x = DATE.exec(a)
  const y = DATE.exec(b)
  if (!x || !y) return 0
  if (a.includes('T') && b.includes('T') && x[4] && y[4]) return Date.parse(a) - Date.parse(b) || 0
  for (let part = 1; part <= 3; part++) {
    if (x[part] === undefined || y[part] === undefined) return 0
    const difference = Number(x[part]) - Number(y[part])
    if (difference !== 0) return difference
  }
  return 0
}

const NOTHING = -1

/**
 * A date in a graph as a number that can be compared cheaply: year, month and day as decimal digits, times 4, plus how
 * many of the three are stated. -1 for what is no date.
 */
export function packedDate(graph: Graph, term: number): number {
  const { kind, arena, start, length } = graph.dictionary
  if (kind[term] !== LITERAL || length[term] < 4) return NOTHING
  const at = start[term]
  const size = length[term]
  const year = digits(arena, at, 4)
  if (year < 0) return NOTHING
  const month = size >= 7 && arena[at + 4] === HYPHEN ? digits(arena, at + 5, 2) : NOTHING
  if (month < 0) return size === 4 ? year * 40000 + 1 : NOTHING
  const day = size >= 10 && arena[at + 7] === HYPHEN ? digits(arena, at + 8, 2) : NOTHING
  if (day < 0) return size === 7 ? (year * 100 + month) * 400 + 2 : NOTHING
  return ((year * 100 + month) * 100 + day) * 4 + 3
}

const HYPHEN = 45
/** What to divide by so that only the parts both dates have are left. */
const UNIT = [0, 10000, 100, 1]

function digits(bytes: Uint8Array, at: number, count: number): number {
  let value = 0
  for (let i = at; i < at + count; i++) {
    const digit = bytes[i] - 48
    if (digit < 0 || digit > 9) return NOTHING
    value = value * 10 + digit
  }
  return value
}

/** {@link compareDates} for packed dates, to the day. */
export function comparePacked(a: number, b: number): number {
  if (a < 0 || b < 0) return 0
  const unit = UNIT[Math.min(a & 3, b & 3)]
  return Math.floor((a >>> 2) / unit) - Math.floor((b >>> 2) / unit)
}
