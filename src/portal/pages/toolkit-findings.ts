// Findings beside the text that they are about, each with a link to its line.
import type { Finding, Report } from '../../finding.ts'
import { empty, type Html, html } from '../../html.ts'
import { contentsLine, profileTitle, severityWord } from '../../report/index.ts'
import { count, when } from '../design/pieces.ts'
import type { Visit } from '../visit.ts'

const MAX_SHOWN = 500

const MAX_LINES = 5000

export function findingsPart(visit: Visit, report: Report, text: string): Html {
  const { say, lang } = visit
  const { counts, findings } = report
  const verdict = report.conforms
    ? say('Inga fel.', 'No errors.')
    : say('Det finns fel att rätta.', 'There are errors to mend.')
  const title = profileTitle(report.profile)
  return html`<p class="verdict ${report.conforms ? 'good' : 'bad'}" role="status"><strong>${verdict}</strong> ${count(counts.error, lang)} ${say('fel', counts.error === 1 ? 'error' : 'errors')} · ${count(counts.warning, lang)} ${say(counts.warning === 1 ? 'varning' : 'varningar', counts.warning === 1 ? 'warning' : 'warnings')} · ${count(counts.info, lang)} ${say('råd', 'advice')}. ${contentsLine(report, lang)}. ${title}.</p>
<div class="beside"><div class="found"><h3>${say('Anmärkningar', 'Findings')}</h3>
${findings.length === 0 ? html`<p>${say('Inget att anmärka på.', 'Nothing to remark.')}</p>` : html`<ol class="findings">${findings.slice(0, MAX_SHOWN).map((finding) => findingItem(visit, finding))}</ol>`}
${when(findings.length > MAX_SHOWN, () => html`<p class="hint">${say(`De första ${MAX_SHOWN} visas.`, `The first ${MAX_SHOWN} are shown.`)}</p>`)}</div>
<div class="text"><h3>${say('Texten', 'The text')}</h3>${sourceText(visit, text, findings)}</div></div>`
}

function findingItem(
  { say, lang, to }: Visit,
  { rule, severity, message, location, hint, value, fix }: Finding,
): Html {
  const line = html`<a href="#L${location.line}">${say('rad', 'line')} ${location.line}</a>`
  const tone = severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'plain'
  return html`<li class="finding ${severity}"><p><span class="badge ${tone}">${severityWord(severity, lang)}</span> ${message[lang]}</p>
${when(value, () => html`<p class="hint"><code>${(value ?? '').slice(0, 200)}</code></p>`)}${when(hint, () => html`<p class="hint">${hint?.[lang] ?? ''}</p>`)}${when(fix, () => html`<p class="hint">${say('Förslag', 'Suggestion')}: ${fix?.description[lang] ?? ''}</p>`)}
<p class="hint">${line} · <a href="${to(`/rules/${rule}`)}">${rule}</a></p></li>
`
}

function sourceText({ say }: Visit, text: string, findings: readonly Finding[]): Html {
  const worst = new Map<number, string>()
  for (const { location, severity } of findings)
    if (severity === 'error' || !worst.has(location.line)) worst.set(location.line, severity)
  const lines = text.split(/\r?\n/)
  return html`<div class="source" tabindex="0" role="region" aria-label="${say('Texten med radnummer', 'The text with line numbers')}"><ol>${lines
    .slice(0, MAX_LINES)
    .map((line, i) => {
      const severity = worst.get(i + 1)
      return html`<li id="L${i + 1}"${severity ? html` class="${severity}"` : empty}><code>${line.slice(0, 2000)}</code></li>`
    })}</ol></div>${when(lines.length > MAX_LINES, () => html`<p class="hint">${say(`De första ${MAX_LINES} raderna visas.`, `The first ${MAX_LINES} lines are shown.`)}</p>`)}`
}
