// Numbers with their datatype: a size in bytes as xsd:nonNegativeInteger, a resolution as xsd:decimal.
import { type Fixer, faultyValue, literalTerm, safe, suggested, XSD } from './term.ts'

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
}

/** `"1024.0"^^xsd:decimal` → `"1024"^^xsd:nonNegativeInteger`; `1,5 MB` gives a suggestion. */
export const datatypeInteger: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal') return undefined
  const whole = /^\+?(\d+)(?:\.0*)?$/.exec(value.text.trim())
  const describe = {
    sv: 'Ange storleken som ett heltal i byte.',
    en: 'State the size as a whole number of bytes.',
  }
  if (whole) return safe(integer(whole[1].replace(/^0+(?=\d)/, '')), describe)
  const loose = /^(\d[\d\s\u00a0]*)(?:[.,](\d+))?\s*([a-z]*)$/i.exec(value.text.trim())
  const factor = loose ? UNITS[loose[3].toLowerCase()] : undefined
  if (!loose || factor === undefined) return undefined
  const size = Math.round(Number(`${loose[1].replace(/[\s\u00a0]/g, '')}.${loose[2] ?? '0'}`) * factor)
  return Number.isSafeInteger(size) ? suggested(integer(String(size)), describe) : undefined
}

const integer = (digits: string) => literalTerm(digits, { datatype: `${XSD}nonNegativeInteger` })

/** A plain or double number → xsd:decimal; a decimal comma gives a suggestion. */
export const datatypeDecimal: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal') return undefined
  const written = value.text.trim()
  const describe = {
    sv: 'Ange talet med datatypen xsd:decimal.',
    en: 'State the number with the datatype xsd:decimal.',
  }
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(written)) return safe(decimal(written), describe)
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(written)) return exponent(Number(written), describe)
  const loose = /^([+-]?\d[\d\s\u00a0]*)(?:[.,](\d+))?\s*(?:m|meter|metres?)?$/i.exec(written)
  if (!loose) return undefined
  const digits = loose[1].replace(/[\s\u00a0]/g, '')
  return suggested(decimal(loose[2] ? `${digits}.${loose[2]}` : digits), describe)
}

function exponent(number: number, describe: { sv: string; en: string }) {
  const plain = String(number)
  return /^-?\d+(\.\d+)?$/.test(plain) ? safe(decimal(plain), describe) : undefined
}

const decimal = (digits: string) => literalTerm(digits, { datatype: `${XSD}decimal` })
