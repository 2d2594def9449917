// Whether data are as fresh as their own frequency promises: changed within two periods of it.
import type { Problem } from '../finding.ts'
import { FOCUS } from '../framework/index.ts'
import { text } from '../rdf/index.ts'
import { DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, values } from './walk.ts'

const FREQUENCY = 'http://publications.europa.eu/resource/authority/frequency/'
const DAY = 86_400_000

/** Days in a period, by code of the EU list; a code that promises nothing is not here. */
const daysOf: Readonly<Record<string, number>> = {
  CONT: 1,
  UPDATE_CONT: 1,
  HOURLY: 1,
  DAILY: 1,
  DAILY_2: 1,
  WEEKLY: 7,
  WEEKLY_2: 7,
  WEEKLY_3: 7,
  BIWEEKLY: 14,
  MONTHLY: 31,
  MONTHLY_2: 31,
  MONTHLY_3: 31,
  BIMONTHLY: 62,
  QUARTERLY: 92,
  ANNUAL_2: 183,
  ANNUAL_3: 122,
  ANNUAL: 366,
  BIENNIAL: 731,
  TRIENNIAL: 1096,
}

/** Rule national-modified-old. */
export const nationalFreshness: Check = (graph, { io, profile }) => {
  const problems: Problem[] = []
  const today = io.now().getTime()
  // Vocabularies are read when they are asked for, and most catalogues are not about national basic data.
  const conceptOf = (iri: string) => profile.vocabularies.get(FREQUENCY.slice(0, -1))?.concepts.get(iri)
  for (const focus of instances(graph, `${FOCUS}DatedData`)) {
    const [frequency] = values(graph, focus, `${DCT}accrualPeriodicity`)
    const iri = text(graph, frequency)
    const days = iri.startsWith(FREQUENCY) ? daysOf[iri.slice(FREQUENCY.length)] : undefined
    const dates = ['modified', 'issued'].flatMap((name) => [...values(graph, focus, DCT + name)])
    const [value] = dates
    if (days === undefined || value === undefined) continue
    const date = text(graph, value).slice(0, 10)
    const changed = Date.parse(date)
    // A day of grace: days begin at different hours, and short periods are seldom kept to the hour.
    if (Number.isNaN(changed) || today - changed <= (2 * days + 1) * DAY) continue
    const label = conceptOf(iri)?.label ?? { sv: iri, en: iri }
    const name = { sv: label.sv.toLowerCase(), en: label.en.toLowerCase() }
    problems.push({
      rule: 'national-modified-old',
      focus,
      params: { date, frequency: name },
      value,
      path: pathOf(),
    })

    function pathOf(): string {
      return values(graph, focus, `${DCT}modified`).includes(value) ? `${DCT}modified` : `${DCT}issued`
    }
  }
  return problems
}
