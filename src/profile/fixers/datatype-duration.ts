// Lengths of time as xsd:duration, e.g. P1D for one day.
import { type Fixer, faultyValue, literalTerm, safe, suggested, XSD } from './term.ts'

const DURATION = /^-?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/
const UNITS: readonly (readonly [RegExp, (n: string) => string])[] = [
  [/^(sekunder|sekund|sek|seconds?|s)$/, (n) => `PT${n}S`],
  [/^(minuter|minut|min|minutes?)$/, (n) => `PT${n}M`],
  [/^(timmar|timme|tim|hours?|h)$/, (n) => `PT${n}H`],
  [/^(dagar|dag|dygn|days?|d)$/, (n) => `P${n}D`],
  [/^(veckor|vecka|weeks?)$/, (n) => `P${Number(n) * 7}D`],
  [/^(månader|månad|mån|months?)$/, (n) => `P${n}M`],
  [/^(år|years?)$/, (n) => `P${n}Y`],
]

/** `P1D` gets its datatype; `1 dag` or `15 min` gives a suggestion. */
export const datatypeDuration: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal') return undefined
  const written = value.text.trim()
  const describe = {
    sv: 'Ange tidslängden med datatypen xsd:duration.',
    en: 'State the length of time with the datatype xsd:duration.',
  }
  if (DURATION.test(written)) return safe(duration(written), describe)
  if (DURATION.test(written.toUpperCase())) return suggested(duration(written.toUpperCase()), describe)
  const loose = /^(\d+)\s*([a-zåäö]+)\.?$/i.exec(written)
  const unit = loose && UNITS.find(([name]) => name.test(loose[2].toLowerCase()))
  return unit ? suggested(duration(unit[1](loose[1])), describe) : undefined
}

const duration = (written: string) => literalTerm(written, { datatype: `${XSD}duration` })
