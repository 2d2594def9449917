// The assessment of a domain against the framework, as a matrix of principles and outcomes.
import { type Assessment, assessDocuments, outcomeWords } from '../../assess/index.ts'
import type { Domain } from '../../framework/index.ts'
import { empty, type Html, html } from '../../html.ts'
import { nationalDomain } from '../data/facts.ts'
import type { Holdings } from '../data/holdings.ts'
import { when } from '../design/pieces.ts'
import { table } from '../design/tables.ts'
import type { Visit } from '../visit.ts'

const kept = new WeakMap<Holdings, Promise<Assessment>>()

/** Worked out once for what the portal holds. */
export function assessmentOf(holdings: Holdings): Promise<Assessment> {
  let found = kept.get(holdings)
  if (!found) {
    const concerned = holdings.sources.filter(({ id }) =>
      holdings.entities.all.some(
        ({ source, kind, term }) =>
          source === id && ['dataset', 'series', 'service'].includes(kind) && nationalDomain(holdings, term),
      ),
    )
    kept.set(holdings, (found = assessDocuments(concerned.map(({ document }) => document))))
  }
  return found
}

/** Principles by outcome. The figures are numbers of rules, never a verdict. */
export async function assessmentPart(visit: Visit, domain: Domain): Promise<Html> {
  const { say, lang, site, to } = visit
  const { domains: assessed } = await assessmentOf(site.holdings)
  const own = assessed.find((each) => each.domain === domain.id)
  if (!own) return empty
  const outcomes = ['passed', 'failed', 'not-assessed'] as const
  const failed = [
    ...new Set(
      own.resources.flatMap(({ items }) =>
        items.flatMap(({ rules }) =>
          rules.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule.id),
        ),
      ),
    ),
  ]
  return html`<section><h2>${say('Bedömning mot ramverket', 'Assessment against the framework')}</h2>
<p>${say('Bedömningen läser metadata och visar vad som talar för varje princip, vad som brister och vad som inte går att bedöma. Siffrorna är antal regler. Den avgör inte om data följer ramverket: det gör den ansvariga myndigheten.', 'The assessment reads metadata and shows what speaks for each principle, what is lacking and what cannot be assessed. The figures are numbers of rules. It does not decide whether the data follow the framework: the responsible authority does.')}</p>
${table({
  caption: say('Principer och kännetecken', 'Principles and characteristics'),
  isCaptionHidden: true,
  head: [
    say('Princip eller kännetecken', 'Principle or characteristic'),
    ...outcomes.map((outcome) => outcomeWords[outcome][lang]),
  ],
  numeric: [1, 2, 3],
  rows: own.items.map(({ item, counts }) => [
    html`${item.notation} ${item.label[lang]}`,
    ...outcomes.map((outcome) => html`${counts[outcome]}`),
  ]),
})}
${when(failed.length > 0, () => html`<details><summary>${say('Vad som brister', 'What is lacking')} (${failed.length})</summary><ul>${failed.map((rule) => html`<li><a href="${to(`/rules/${rule}`)}"><code>${rule}</code></a></li>`)}</ul></details>`)}</section>`
}
