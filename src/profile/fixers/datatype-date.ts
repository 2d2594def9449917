// Dates with their datatype: xsd:date, xsd:dateTime or xsd:gYear, whichever the text is written as.
import { type Fixer, faultyValue, literalTerm, safe, suggested, XSD } from './term.ts'

const DATE = /^(-?\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/
const DATE_TIME = /^(-?\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const YEAR = /^-?\d{4}(?:Z|[+-]\d\d:\d\d)?$/

/** A valid text gets its datatype; other ways to write a day (20240131, 2024/01/31, 31/1 2024) give a suggestion. */
export const datatypeDate: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal') return undefined
  const written = value.text.trim()
  const type = dateType(written)
  if (type) return safe(literalTerm(written, { datatype: XSD + type }), typed(type))
  const guess = rewritten(written)
  const guessed = guess && dateType(guess)
  return guessed ? suggested(literalTerm(guess, { datatype: XSD + guessed }), typed(guessed)) : undefined
}

const typed = (type: string) => ({
  sv: `Ange datumet med datatypen xsd:${type}.`,
  en: `State the date with the datatype xsd:${type}.`,
})

/** The local name of the XML Schema type that a text is a valid value of. */
export function dateType(written: string): 'date' | 'dateTime' | 'gYear' | undefined {
  if (YEAR.test(written)) return 'gYear'
  const day = DATE.exec(written)
  if (day) return isDay(day) ? 'date' : undefined
  const time = DATE_TIME.exec(written)
  return time && isDay(time) ? 'dateTime' : undefined
}

function isDay([, year, month, day]: RegExpExecArray): boolean {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

function rewritten(written: string): string | undefined {
  const time = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d)?(\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?$/.exec(written)
  if (time) {
    const zone = time[5]?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? ''
    return `${time[1]}T${time[2]}${time[3] ?? ':00'}${time[4] ?? ''}${zone}`
  }
  const yearFirst = /^(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})$/.exec(written)
  if (yearFirst) return isoDate(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /^(\d{1,2})[./](\d{1,2})[./ ](\d{4})$/.exec(written)
  return dayFirst ? isoDate(dayFirst[3], dayFirst[2], dayFirst[1]) : undefined
}

const isoDate = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
