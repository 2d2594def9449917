// The report as one self-contained page: no script, no external resources.
import type { Lang } from '../../finding.ts'
import { empty, type Html, html, link } from '../../html.ts'
import { reportStyle } from '../../report/index.ts'
import type { SourceOutcome } from '../types.ts'
import { kindText, thingText } from './thing.ts'
import type { HarvestReporter } from './types.ts'
import { countsText, faultWords, findingsText, stateWords } from './words.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
/** Changes listed of each source; the rest is in the JSON report. */
const MOST = 200

export const harvestHtml: HarvestReporter = ({ outcomes, finished, isPlan }, { lang }) => {
  const title = isPlan ? words.plan[lang] : words.title[lang]
  const page = html`<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="grunddata">
<title>${title}</title>
<style>${{ html: reportStyle }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p><time datetime="${finished.toISOString()}">${finished.toISOString().slice(0, 16).replace('T', ' ')} UTC</time></p>
<div class="table"><table>
<caption>${words.caption[lang]}</caption>
<thead><tr><th scope="col">${words.source[lang]}</th><th scope="col">${words.state[lang]}</th><th scope="col">${words.changes[lang]}</th><th scope="col">${words.findings[lang]}</th></tr></thead>
<tbody>
${outcomes.map((outcome) => row(outcome, lang))}</tbody>
</table></div>
${outcomes.filter(hasMore).map((outcome) => section(outcome, lang))}</main>
</body>
</html>
`
  return `<!doctype html>\n${page.html}`
}

function row(outcome: SourceOutcome, lang: Lang): Html {
  const { source, state, counts } = outcome
  const name = hasMore(outcome) ? html`<a href="#${source.id}">${source.id}</a>` : html`${source.id}`
  const kind = state === 'failed' ? 'error' : state === 'held' ? 'warning' : 'info'
  return html`<tr class="${kind}"><th scope="row">${name}</th><td class="severity">${stateWords[state][lang]}</td><td>${countsText(counts, lang) || '–'}</td><td>${findingsText(outcome, lang) || String(counts.errors)}</td></tr>
`
}

function hasMore({ changes, notes, brake, run }: SourceOutcome): boolean {
  return changes.length + notes.length + brake.length > 0 || run?.failure !== undefined
}

function section(outcome: SourceOutcome, lang: Lang): Html {
  const { source, run, brake, notes, changes } = outcome
  const failure = run?.failure
  return html`<section id="${source.id}" aria-labelledby="${source.id}-h">
<h2 id="${source.id}-h">${source.title ?? source.id}</h2>
<p>${link(source.url, html`${source.url}`)}</p>
${failure ? html`<p>${failure.message[lang]} ${failure.hint?.[lang] ?? ''} ${faultWords[failure.fault][lang]}</p>\n` : empty}${[...brake.map(({ text }) => text), ...notes].map((text) => html`<p>${text[lang]}</p>\n`)}${
  changes.length === 0
    ? empty
    : html`<ul>
${changes.slice(0, MOST).map((change) => html`<li>${kindText(change.kind, lang)}: ${thingText(change, lang)}${change.reason ? html`<br>${change.reason[lang]}` : empty}</li>\n`)}</ul>
`
}${changes.length > MOST ? html`<p>${words.more(changes.length - MOST)[lang]}</p>\n` : empty}</section>
`
}

const words = {
  title: { sv: 'Skörd', en: 'Harvest' },
  plan: { sv: 'Plan för en skörd', en: 'Plan of a harvest' },
  caption: { sv: 'Källorna och vad som blev av dem', en: 'The sources and what came of them' },
  source: { sv: 'Källa', en: 'Source' },
  state: { sv: 'Utfall', en: 'Outcome' },
  changes: { sv: 'Ändringar', en: 'Changes' },
  findings: { sv: 'Fel', en: 'Errors' },
  more: (n: number) => ({ sv: `… och ${n} till.`, en: `… and ${n} more.` }),
} as const
