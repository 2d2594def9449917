// The comparison of the judges as one self-contained page.
import type { Lang } from '../finding.ts'
import { empty, type Html, html } from '../html.ts'
import type { Comparison } from './compare.ts'
import { compareSentences, compareWords, said } from './compare-text.ts'
import { page, scrolled } from './page.ts'
import { number, ratingLabel } from './render.ts'

/** One page. */
export function comparePage(comparison: Comparison, lang: Lang): string {
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  const { eu, itbAfter } = comparison
  const sentences = [
    w('linksUntried'),
    ...(eu.nonConforming > 0 ? [compareSentences.nonConforming(comparison, lang)] : []),
    ...(itbAfter ? [compareSentences.after(itbAfter, lang)] : []),
  ]
  return page(
    lang,
    `${w('title')}: ${comparison.source}`,
    html`${judgeTable(comparison, lang)}
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${metricTable(comparison, lang)}${differenceTable(comparison, lang)}${slipList(comparison, lang)}`,
  )
}

function judgeTable({ se, eu, itb }: Comparison, lang: Lang): Html {
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  const points = (each: Pick<Comparison['eu'], 'points' | 'percentage' | 'rating'>) =>
    html`<span class="${each.rating}">${number(each.points, lang)} (${number(each.percentage, lang)} %), ${ratingLabel(each.rating, lang)}</span>`
  const row = (name: string, cells: readonly [string, string, Html]) =>
    html`<tr><th scope="row">${name}</th><td class="number">${cells[0]}</td><td class="number">${cells[1]}</td><td>${cells[2]}</td></tr>
`
  return scrolled(
    w('title'),
    html`<table><thead><tr><th scope="col">${w('judge')}</th><th scope="col" class="number">${w('errors')}</th><th scope="col" class="number">${w('warnings')}</th><th scope="col">${w('points')}</th></tr></thead>
<tbody>
${[
  row(w('se'), [String(se.errors), String(se.warnings), points(se)]),
  row(w('eu'), ['–', '–', points(eu)]),
  row(w('itb'), [String(itb.errors), String(itb.warnings), html`–`]),
]}</tbody></table>`,
  )
}

function metricTable({ metrics }: Comparison, lang: Lang): Html {
  if (metrics.length === 0) return empty
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  const value = (points: number | null) => (points === null ? '–' : number(points, lang))
  const rows = metrics.map(
    ({ label, se, eu, max, why }) =>
      html`<tr><th scope="row">${label[lang]}</th><td class="number">${value(se)}</td><td class="number">${value(eu)}</td><td class="number">${max}</td><td>${why[lang]}</td></tr>
`,
  )
  return html`<h2>${w('metricDifferences')}</h2>
${scrolled(
  w('metricDifferences'),
  html`<table><thead><tr><th scope="col">${w('what')}</th><th scope="col" class="number">${w('se')}</th><th scope="col" class="number">${w('eu')}</th><th scope="col" class="number">max</th><th scope="col">${w('why')}</th></tr></thead>
<tbody>
${rows}</tbody></table>`,
)}`
}

function differenceTable({ differences, agreements }: Comparison, lang: Lang): Html {
  const w = (key: keyof typeof compareWords) => compareWords[key][lang]
  if (differences.length === 0) return html`<p>${w('none')}</p>`
  const rows = differences.map(
    ({ label, se, itb, why, remedy }) =>
      html`<tr><th scope="row">${label[lang]}</th><td>${said(se, lang)}${se.rules.map((rule) => html`<br><code>${rule}</code>`)}</td><td>${said(itb, lang)}</td><td>${why[lang]}${remedy ? html`<br>${remedy[lang]}` : empty}</td></tr>
`,
  )
  return html`<h2>${w('differences')}</h2>
${scrolled(
  w('differences'),
  html`<table><thead><tr><th scope="col">${w('what')}</th><th scope="col">${w('se')}</th><th scope="col">${w('itb')}</th><th scope="col">${w('why')}</th></tr></thead>
<tbody>
${rows}</tbody></table>`,
)}${agreements > 0 ? html`<p>${compareSentences.agreements(agreements, lang)}</p>` : empty}`
}

function slipList({ slips, highValue }: Comparison, lang: Lang): Html {
  const rows = slips.map(({ count, severity, isSilent, what }) => {
    const counts = isSilent
      ? `${count} × ${compareWords.silent[lang]}`
      : said(severity === 'error' ? { errors: count, warnings: 0 } : { errors: 0, warnings: count }, lang)
    return html`<li><strong>${counts}.</strong> ${what[lang]}</li>
`
  })
  const isMixed = highValue.marked > 0 && highValue.unmarked > 0
  return html`<h2>${compareWords.slips[lang]}</h2>
<ul>
${rows}<li>${compareWords.tables[lang]}</li>
${isMixed ? html`<li>${compareSentences.highValue(highValue, lang)}</li>` : empty}</ul>
`
}
