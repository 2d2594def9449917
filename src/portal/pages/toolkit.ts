// The toolkit: paste, upload or fetch a catalogue; see its findings beside its text, or what became of it.
import { empty, type Html, html } from '../../html.ts'
import { profileNames } from '../../profile/index.ts'
import { type SyntaxId, syntaxes, syntaxNames } from '../../rdf/index.ts'
import { profileTitle } from '../../report/index.ts'
import { when } from '../design/pieces.ts'
import type { Page } from '../page.ts'
import { type Filled, packText } from '../toolkit/input.ts'
import type { Outcome, Task } from '../toolkit/run.ts'
import type { Visit } from '../visit.ts'
import { findingsPart } from './toolkit-findings.ts'

export interface ToolkitState {
  readonly filled: Filled
  readonly outcome?: Outcome
  readonly problem?: { readonly message: string; readonly hint?: string; readonly status: number }
}

export function toolkitPage(visit: Visit, { filled, outcome, problem }: ToolkitState): Page {
  const { say } = visit
  return {
    title: say('Verktygslåda', 'Toolkit'),
    section: 'toolkit',
    isWide: true,
    description: say(
      'Granska, konvertera, uppgradera och slå ihop kataloger.',
      'Validate, convert, upgrade and merge catalogues.',
    ),
    ...(problem && { status: problem.status }),
    isHidden: outcome !== undefined,
    main: html`<h1>${say('Verktygslåda', 'Toolkit')}</h1>
<p class="lead">${say('Pröva en katalog innan du publicerar den. Inget sparas.', 'Try a catalogue before you publish it. Nothing is kept.')}</p>
${when(problem, () => html`<div class="note bad" role="alert"><p><strong>${problem?.message ?? ''}</strong> ${problem?.hint ?? ''}</p></div>`)}
${outcome ? outcomePart(visit, filled, outcome) : empty}
${form(visit, filled, outcome !== undefined)}`,
  }
}

function taskNames({ say }: Visit): readonly (readonly [Task, string, string])[] {
  return [
    [
      'validate',
      say('Granska', 'Validate'),
      say('hitta fel och se hur de rättas', 'find faults and how to mend them'),
    ],
    ['convert', say('Konvertera', 'Convert'), say('skriv i ett annat format', 'write in another syntax')],
    ['upgrade', say('Uppgradera', 'Upgrade'), say('till DCAT-AP-SE 3.0.1', 'to DCAT-AP-SE 3.0.1')],
    ['merge', say('Slå ihop', 'Merge'), say('flera kataloger till en', 'several catalogues to one')],
  ]
}

function form(visit: Visit, { task, text, urls, profile, to }: Filled, isAgain: boolean): Html {
  const { say, to: address } = visit
  const chosen = (is: boolean) => (is ? html` checked` : empty)
  return html`<form class="toolkit" method="post" action="${address('/toolkit')}" enctype="multipart/form-data">
<h2>${isAgain ? say('Pröva igen', 'Try again') : say('Vad vill du göra?', 'What do you want to do?')}</h2>
<fieldset class="tasks"><legend class="unseen">${say('Uppgift', 'Task')}</legend>${taskNames(visit).map(
    ([id, name, words]) =>
      html`<div><input type="radio" id="task-${id}" name="task" value="${id}"${chosen(id === task)}><label for="task-${id}"><strong>${name}</strong> <span class="hint">${words}</span></label></div>`,
  )}</fieldset>
<p><label for="text">${say('Klistra in katalogen (Turtle, RDF/XML, JSON-LD …)', 'Paste the catalogue (Turtle, RDF/XML, JSON-LD …)')}</label>
<textarea id="text" name="text" rows="12" spellcheck="false" autocomplete="off">${text}</textarea></p>
<p><label for="file">${say('eller välj filer (högst 5 MB)', 'or choose files (5 MB at most)')}</label> <input id="file" name="file" type="file" multiple></p>
<p><label for="url">${say('eller ange adresser, åtskilda av mellanslag', 'or give addresses, with spaces between them')}</label> <input id="url" name="url" type="text" inputmode="url" autocomplete="off" value="${urls.join(' ')}"></p>
<div class="two-fields"><p><label for="profile">${say('Granska mot', 'Validate against')}</label> <select id="profile" name="profile"><option value="auto">${say('Välj efter innehållet', 'Choose by the content')}</option>${profileNames().map((name) => html`<option value="${name}"${name === profile ? html` selected` : empty}>${profileTitle(name)}</option>`)}</select></p>
<p><label for="to">${say('Skriv som', 'Write as')}</label> <select id="to" name="to">${(Object.keys(syntaxes) as SyntaxId[]).map((id) => html`<option value="${id}"${id === to ? html` selected` : empty}>${syntaxNames[id]}</option>`)}</select></p></div>
<p><button class="button">${say('Kör', 'Run')}</button></p>
</form>`
}

function outcomePart(visit: Visit, filled: Filled, outcome: Outcome): Html {
  const { say, lang } = visit
  const { report, source, result, notes, proposals } = outcome
  return html`<section class="outcome" aria-labelledby="outcome"><h2 id="outcome">${say('Resultat', 'Result')}</h2>
${report && source ? findingsPart(visit, report, source.text) : empty}
${when(notes.length > 0, () => html`<h3>${say('Vad som gjordes', 'What was done')}</h3><ul>${notes.map((note) => html`<li>${note[lang]}</li>`)}</ul>`)}
${when(proposals.length > 0, () => html`<h3>${say('Att ta ställning till', 'To be decided')}</h3><ul>${proposals.map((note) => html`<li>${note[lang]}</li>`)}</ul>`)}
${result ? resultPart(visit, result) : empty}
${sharePart(visit, filled)}</section>`
}

function resultPart({ say }: Visit, { text, syntax }: NonNullable<Outcome['result']>): Html {
  const { mediaTypes, extensions } = syntaxes[syntax]
  const href =
    text.length < 1_500_000 ? `data:${mediaTypes[0]};charset=utf-8,${encodeURIComponent(text)}` : undefined
  return html`<h3>${syntaxNames[syntax]}</h3>${href === undefined ? empty : html`<p class="buttons"><a class="button" download="katalog.${extensions[0]}" href="${href}">${say('Ladda ner', 'Download')}</a></p>`}
<pre class="code" tabindex="0" role="region" aria-label="${say('Resultat', 'Result')}"><code>${text.slice(0, 300_000)}</code></pre>`
}

/** An address that does the same again for whoever opens it. Files are not in it. */
function sharePart(visit: Visit, { task, profile, to, text, urls }: Filled): Html {
  const { say } = visit
  const query = new URLSearchParams({
    task,
    ...(profile !== 'auto' && { profile }),
    ...(task !== 'validate' && { to }),
  })
  const code = text.trim() === '' ? undefined : packText(text)
  if (code !== undefined) query.set('t', code)
  else if (urls.length > 0) query.set('url', urls.join(' '))
  else return empty
  return html`<p><a href="${visit.to('/toolkit', query)}">${say('Länk att dela', 'Link to share')}</a> <span class="hint">${say('Den som öppnar länken ser samma resultat.', 'Whoever opens the link sees the same result.')}</span></p>`
}
