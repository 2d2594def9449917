// The infrastructure in figures: states, funding and use.
import { addTotals, components, domains, funding, measures, phases, usage } from '../../framework/index.ts'
import { type Html, html } from '../../html.ts'
import { count } from '../design/pieces.ts'
import { bar, table } from '../design/tables.ts'
import type { Visit } from '../visit.ts'

const years = ['2021', '2022', '2023'] as const

export function stateTable({ say, lang }: Visit): Html {
  const rows = [...components, ...domains].filter(({ status }) => status)
  return html`<details><summary>${say('Visa som tabell', 'Show as a table')}</summary>${table({
    caption: say('Byggblock och domäner', 'Building blocks and domains'),
    head: [
      say('Namn', 'Name'),
      say('Fas', 'Phase'),
      say('Inrättad', 'Established'),
      say('I drift', 'In operation'),
    ],
    rows: rows.map(({ label, status }) => [
      html`${label[lang]}`,
      html`${phases.find(({ id }) => id === status?.phase)?.label[lang] ?? say('ej angiven', 'not stated')}`,
      html`${status?.isEstablished ? say('ja', 'yes') : say('nej', 'no')}`,
      html`${status?.isInOperation ? say('ja', 'yes') : say('nej', 'no')}`,
    ]),
  })}</details>`
}

/** Thousand SEK as million with one decimal. */
function millions(amount: number, lang: 'sv' | 'en'): string {
  const text = (amount / 1000).toFixed(1)
  return lang === 'sv' ? text.replace('.', ',') : text
}

export function fundingTable({ say, lang }: Visit): Html {
  const all = [...components, ...domains]
  const sums = all
    .map((component) => {
      const own = funding.filter((each) => each.component === component.id)
      return { component, own, sum: own.reduce((total, { amount }) => total + amount, 0) }
    })
    .filter(({ own }) => own.length > 0)
    .sort((a, b) => b.sum - a.sum)
  const most = Math.max(...sums.map(({ sum }) => sum))
  return table({
    caption: say('Medel per komponent, miljoner kronor', 'Funding by component, million SEK'),
    head: [
      say('Komponent', 'Component'),
      ...years,
      say('Summa', 'Sum'),
      say('Andel av den största', 'Share of the largest'),
    ],
    numeric: [1, 2, 3, 4],
    rows: sums.map(({ component, own, sum }) => [
      html`${component.label[lang]}`,
      ...years.map((year) => {
        const found = own.find((each) => each.year === year)
        return html`${found ? millions(found.amount, lang) : '–'}`
      }),
      html`${millions(sum, lang)}`,
      bar(sum / most, `${millions(sum, lang)} ${say('miljoner kronor', 'million SEK')}`),
    ]),
  })
}

export function totals({ say, lang }: Visit): Html {
  const wrong = addTotals().filter(({ amount, added }) => amount !== added)
  const whole = addTotals().find(({ kind, period }) => kind === 'all' && period === '2021-2023')
  return html`<p>${say('Sammanlagt enligt källan', 'In all according to the source')}: ${whole ? millions(whole.amount, lang) : '–'} ${say('miljoner kronor 2021–2023', 'million SEK 2021–2023')}. ${say(`${wrong.length} av källans summor stämmer inte med sina delar.`, `${wrong.length} of the totals in the source do not agree with their parts.`)}</p>`
}

export function usageTables({ say, lang }: Visit): Html {
  const groups = [...new Set(measures.map(({ group }) => group[lang]))]
  return html`${groups.map((group) => {
    const own = measures.filter((measure) => measure.group[lang] === group)
    const periods = [
      ...new Set(
        usage.filter(({ measure }) => own.some(({ id }) => id === measure)).map(({ period }) => period),
      ),
    ].sort()
    return table({
      caption: group,
      head: [say('Mått', 'Measure'), ...periods],
      numeric: periods.map((_, i) => i + 1),
      rows: own.map((measure) => [
        html`${measure.label[lang]} <span class="hint">(${measure.unit[lang]})</span>`,
        ...periods.map((period) => {
          const figure = usage.find((each) => each.measure === measure.id && each.period === period)
          return html`${figure ? shown(figure.value, lang) : '–'}`
        }),
      ]),
    })
  })}`
}

function shown(value: number, lang: 'sv' | 'en'): string {
  return Number.isInteger(value)
    ? count(value, lang)
    : lang === 'sv'
      ? String(value).replace('.', ',')
      : String(value)
}
