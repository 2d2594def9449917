// Which lexical forms the XSD datatypes of a catalogue allow (XML Schema 1.1 part 2, §3.3 and §3.4).

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?'
const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})'
const CLOCK = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)'
const INTEGER = /^[+-]?\d+$/
const DURATION = /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/

type Test = (lexical: string) => boolean

const matches =
  (pattern: RegExp): Test =>
  (lexical) =>
    pattern.test(lexical)

/** An integer between two bounds; undefined is no bound. */
const integer =
  (min?: bigint, max?: bigint): Test =>
  (lexical) => {
    if (!INTEGER.test(lexical)) return false
    const value = BigInt(lexical.replace('+', ''))
    return (min === undefined || value >= min) && (max === undefined || value <= max)
  }

const DATE = new RegExp(`^(${YEAR})-(\\d\\d)-(\\d\\d)(?:T${CLOCK})?${ZONE}$`)
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A date, with a time exactly when `timed`. */
const date =
  (timed: boolean): Test =>
  (lexical) => {
    const match = DATE.exec(lexical)
    if (!match || lexical.includes('T') !== timed) return false
    const year = Number(match[1])
    const month = Number(match[2])
    const day = Number(match[3])
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) return false
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    return month !== 2 || day < 29 || isLeap
  }

const DOUBLE = matches(/^(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/)

const tests: Readonly<Record<string, Test>> = {
  boolean: matches(/^(?:true|false|0|1)$/),
  integer: integer(),
  nonNegativeInteger: integer(0n),
  positiveInteger: integer(1n),
  nonPositiveInteger: integer(undefined, 0n),
  negativeInteger: integer(undefined, -1n),
  long: integer(-(2n ** 63n), 2n ** 63n - 1n),
  int: integer(-(2n ** 31n), 2n ** 31n - 1n),
  short: integer(-32768n, 32767n),
  byte: integer(-128n, 127n),
  unsignedLong: integer(0n, 2n ** 64n - 1n),
  unsignedInt: integer(0n, 2n ** 32n - 1n),
  unsignedShort: integer(0n, 65535n),
  unsignedByte: integer(0n, 255n),
  decimal: matches(/^[+-]?(?:\d+\.?\d*|\.\d+)$/),
  double: DOUBLE,
  float: DOUBLE,
  date: date(false),
  dateTime: date(true),
  dateTimeStamp: (lexical) => date(true)(lexical) && /(?:Z|[+-]\d\d:\d\d)$/.test(lexical),
  time: matches(new RegExp(`^${CLOCK}${ZONE}$`)),
  gYear: matches(new RegExp(`^${YEAR}${ZONE}$`)),
  gYearMonth: matches(new RegExp(`^${YEAR}-(?:0[1-9]|1[0-2])${ZONE}$`)),
  gMonth: matches(new RegExp(`^--(?:0[1-9]|1[0-2])${ZONE}$`)),
  gDay: matches(new RegExp(`^---(?:0[1-9]|[12]\\d|3[01])${ZONE}$`)),
  gMonthDay: matches(new RegExp(`^--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])${ZONE}$`)),
  duration: matches(DURATION),
  dayTimeDuration: (lexical) => DURATION.test(lexical) && !/[YM].*T|[YM]$/.test(lexical.split('T')[0]),
  yearMonthDuration: (lexical) => DURATION.test(lexical) && !/[DT]/.test(lexical),
  hexBinary: matches(/^(?:[0-9a-fA-F]{2})*$/),
  base64Binary: matches(/^(?:[A-Za-z0-9+/]\s?)*={0,2}$/),
  language: matches(/^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/),
}

/** Local names of the XSD datatypes that {@link isWellFormed} knows. */
export const knownDatatypes: ReadonlySet<string> = new Set(Object.keys(tests))

/** Whether a lexical form is allowed by the XSD datatype of this local name; true for unknown ones. Blanks around it are collapsed. */
export function isWellFormed(lexical: string, datatype: string): boolean {
  const test = tests[datatype]
  return test === undefined || test(lexical.trim())
}
