// Dates as text, compared without more precision than both have: "2024" and "2024-05-01" are equal.

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
