// Swedish personal identity numbers and coordination numbers in texts: a possible date of birth and a right check
// digit. Never shows one in full. Numbers in web addresses and inside longer numbers are left alone.
import type { Problem } from '../finding.ts'
import { FOCUS } from '../framework/index.ts'
import { checkDigit } from '../profile/index.ts'
import { datatype, type Graph, LITERAL, text } from '../rdf/index.ts'
import type { Check } from './types.ts'
import { instances } from './walk.ts'

/** Ten or twelve digits, with or without the sign before the last four, not part of a longer number or word. */
const CANDIDATE =
  /(?<![\p{L}\p{N}_./:#@-])((?:18|19|20)?)(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)(?![\p{L}\p{N}_@-]|[.,]\d)/gu
const ADDRESS = /\b(?:[a-z][a-z0-9+.-]*:\/\/|urn:|mailto:|tel:|www\.)\S*/gi
/** Words before ten bare digits that say it is a number of something else. */
const OTHER_NUMBER =
  /(?:tel\w*|phone|fax|mobil\w*|isbn|issn|org\S*|bankgiro|plusgiro|diarie\w*|dnr|doi|id)[\s.:#-]*$/i

/** A number found in a text: where it begins and ends, and how it may be shown. */
export interface PersonalNumber {
  readonly index: number
  readonly end: number
  readonly masked: string
}

/** The personal identity numbers and coordination numbers in a text. */
export function personalNumbersIn(written: string): readonly PersonalNumber[] {
  if (!/\d{6}[-+]?\d{4}/.test(written)) return []
  const plain = written.replace(ADDRESS, (address) => ' '.repeat(address.length))
  const found: PersonalNumber[] = []
  for (const match of plain.matchAll(CANDIDATE)) {
    const [whole, century, year, month, day, sign, serial, check] = match
    if (!isDate(century, year, month, day)) continue
    if (checkDigit(`${year}${month}${day}${serial}`) !== Number(check)) continue
    if (century === '' && sign === '' && OTHER_NUMBER.test(plain.slice(0, match.index))) continue
    found.push({
      index: match.index,
      end: match.index + whole.length,
      masked: `${whole.slice(0, century.length + 2)}…`,
    })
  }
  return found
}

/** The text with every personal identity number cut short. */
export function maskPersonalNumbers(written: string): string {
  return personalNumbersIn(written).reduceRight(
    (out, { index, end, masked }) => out.slice(0, index) + masked + out.slice(end),
    written,
  )
}

/** A date that exists; of a coordination number the day is 60 too high. */
function isDate(century: string, year: string, month: string, day: string): boolean {
  const date = Number(day) > 60 ? Number(day) - 60 : Number(day)
  const months = Number(month)
  if (months < 1 || months > 12 || date < 1) return false
  const full = Number(century === '' ? `20${year}` : century + year)
  return date <= new Date(Date.UTC(full, months, 0)).getUTCDate()
}

/** Figures and times are typed as such: a size in bytes is not a number of a person, whatever its digits. */
const NOT_TEXT =
  /XMLSchema#(?:\w*[iI]nteger|decimal|double|float|long|int|short|date\w*|g\w+|time|duration|hexBinary|base64Binary)$/

/** Rule national-personal-number, over every text of a graph that has national basic data. */
export const personalNumbers: Check = (graph) => {
  if (instances(graph, `${FOCUS}NationalResource`).length === 0) return []
  const { dictionary, out } = graph
  const numbers = new Map<number, string>()
  for (let term = 0; term < dictionary.count; term++) {
    if (dictionary.kind[term] !== LITERAL || dictionary.length[term] < 10) continue
    if (NOT_TEXT.test(datatype(graph, term) ?? '')) continue
    const [first] = personalNumbersIn(text(graph, term))
    if (first) numbers.set(term, first.masked)
  }
  return numbers.size === 0 ? [] : statements(graph, out.offset.length - 1, numbers)
}

function statements(graph: Graph, terms: number, numbers: ReadonlyMap<number, string>): readonly Problem[] {
  const { offset, predicate, value, at } = graph.out
  const problems: Problem[] = []
  for (let focus = 0; focus < terms; focus++)
    for (let row = offset[focus]; row < offset[focus + 1]; row++) {
      const masked = numbers.get(value[row])
      if (masked === undefined) continue
      // The value itself is left out: whatever prints a finding's value would print the number.
      const place = graph.source ? { at: at[row] } : {}
      problems.push({
        rule: 'national-personal-number',
        focus,
        path: text(graph, predicate[row]),
        params: { masked },
        ...place,
      })
    }
  return problems
}
