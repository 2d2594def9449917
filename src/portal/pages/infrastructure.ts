// The shared digital infrastructure: its parts with their phases, what they have cost and how much they are used.

import {
  addTotals,
  components,
  domains,
  funding,
  inconsistencies,
  infrastructurePicture,
  measures,
  phases,
  usage,
} from '../../framework/index.ts'
import { type Html, html } from '../../html.ts'
import { bar, count, table } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

const years = ['2021', '2022', '2023'] as const

export function infrastructurePage(visit: Visit): Page {
  const { say, lang } = visit
  const { width, height } = sizeOf(infrastructurePicture(lang))
  return {
    title: say('Förvaltningsgemensam digital infrastruktur', 'Shared digital infrastructure'),
    section: 'infrastructure',
    isWide: true,
    main: html`<h1>${say('Förvaltningsgemensam digital infrastruktur', 'Shared digital infrastructure')}</h1>
<p class="lead">${say('Byggblock och grunddatadomäner som myndigheter utvecklar tillsammans. Uppgifterna är redovisningen för läget vid slutet av 2023.', 'Building blocks and domains of basic data that authorities develop together. The facts are the account of the state at the end of 2023.')}</p>
<section><h2>${say('Läge', 'State')}</h2>
<p class="hint">${say('Faserna är', 'The phases are')} ${phases.map(({ label }) => label[lang]).join(' → ')}.</p>
<div class="picture" tabindex="0" role="region" aria-label="${say('Läget i byggblock och domäner', 'The state of building blocks and domains')}"><img src="${visit.at(`/infrastructure.${lang}.svg`)}" alt="${say('Bild av hur långt varje byggblock och domän har kommit. Samma uppgifter står i tabellen nedan.', 'Picture of how far each building block and domain has come. The same facts are in the table below.')}" width="${width}" height="${height}" loading="lazy"></div>
${stateTable(visit)}</section>
<section><h2>${say('Medel', 'Funding')}</h2>${fundingTable(visit)}${totals(visit)}</section>
<section><h2>${say('Användning', 'Use')}</h2>${usageTables(visit)}</section>
<section><h2>${say('Motsägelser i källan', 'Contradictions in the source')}</h2>
<p>${say('Redovisningen säger emot sig själv på några ställen. Tabellerna följer dess tabeller.', 'The account contradicts itself in places. The tables here follow its tables.')}</p>
<ul>${inconsistencies.map(({ stated, found }) => html`<li>${stated[lang]} – ${found[lang]}</li>`)}</ul></section>`,
  }
}

/** Width and height as the picture states them, so that nothing moves when it has loaded. */
function sizeOf(svg: string): { readonly width: string; readonly height: string } {
  const [, width = '1000', height = '900'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  return { width, height }
}

function stateTable({ say, lang }: Visit): Html {
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

function fundingTable({ say, lang }: Visit): Html {
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

function totals({ say, lang }: Visit): Html {
  const wrong = addTotals().filter(({ amount, added }) => amount !== added)
  const whole = addTotals().find(({ kind, period }) => kind === 'all' && period === '2021-2023')
  return html`<p>${say('Sammanlagt enligt källan', 'In all according to the source')}: ${whole ? millions(whole.amount, lang) : '–'} ${say('miljoner kronor 2021–2023', 'million SEK 2021–2023')}. ${say(`${wrong.length} av källans summor stämmer inte med sina delar.`, `${wrong.length} of the totals in the source do not agree with their parts.`)}</p>`
}

function usageTables({ say, lang }: Visit): Html {
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
