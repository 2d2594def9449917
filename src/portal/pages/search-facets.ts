// The facets of the search as checkboxes with counts.
import { empty, type Html, html } from '../../html.ts'
import { count, when } from '../design/pieces.ts'
import type { Answer, Facet, FacetCounts, Question } from '../search/index.ts'
import type { Visit } from '../visit.ts'

const SHOWN_VALUES = 8

const MOST_VALUES = 60

export function facetPart(visit: Visit, question: Question, facet: Facet, all: readonly FacetCounts[]): Html {
  const { lang, say, site } = visit
  const chosen = question.chosen.get(facet.id) ?? []
  const counted = all.find(({ id }) => id === facet.id)?.values ?? []
  const rows = [
    ...chosen
      .filter((value) => !counted.some(([each]) => each === value))
      .map((value) => [value, 0] as const),
    ...counted,
  ]
  if (rows.length === 0) return empty
  const sorted = [...rows].sort((a, b) => Number(chosen.includes(b[0])) - Number(chosen.includes(a[0])))
  const boxes = sorted.slice(0, MOST_VALUES).map(([value, n], i) => {
    const id = `${facet.id}-${i}`
    return html`<li><input type="checkbox" id="${id}" name="${facet.id}" value="${value}"${chosen.includes(value) ? html` checked` : empty}><label for="${id}">${facet.name(site.holdings, value, lang)} <span class="n">${count(n, lang)}</span></label></li>`
  })
  const more = boxes.slice(SHOWN_VALUES)
  return html`<details class="facet"${chosen.length > 0 || isOpen(facet) ? html` open` : empty}><summary>${facet.label[lang]}${when(chosen.length > 0, () => html` <span class="n">(${chosen.length})</span>`)}</summary>
<fieldset><legend class="unseen">${facet.label[lang]}</legend><ul>${boxes.slice(0, SHOWN_VALUES)}</ul>
${when(more.length > 0, () => html`<details class="more"><summary>${say('Visa fler', 'Show more')} (${rows.length - SHOWN_VALUES})</summary><ul>${more}</ul>${when(rows.length > MOST_VALUES, () => html`<p class="hint">${say(`De ${MOST_VALUES} vanligaste visas.`, `The ${MOST_VALUES} most common are shown.`)}</p>`)}</details>`)}
</fieldset></details>
`
}

function isOpen({ id }: Facet): boolean {
  return id === 'theme' || id === 'national'
}

export function membersChoice({ say, lang }: Visit, question: Question, { hiddenMembers }: Answer): Html {
  if (!question.withMembers && hiddenMembers === 0) return empty
  return html`<p class="members"><input type="checkbox" id="members" name="members" value="yes"${question.withMembers ? html` checked` : empty}> <label for="members">${say('Visa även delar av serier', 'Also show parts of series')}${when(!question.withMembers, () => html` <span class="n">${count(hiddenMembers, lang)}</span>`)}</label></p>`
}
