// An API shown from its own description, with its questions to try. Works without a script: the portal asks.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { badge, count, paragraphs, when } from '../design/pieces.ts'
import { facts } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Tried } from '../tryit/answer.ts'
import type { ApiDescription, Operation, Parameter } from '../tryit/openapi.ts'
import { titleOf, type Visit } from '../visit.ts'

export interface ApiState {
  readonly address: string
  readonly api?: ApiDescription
  /** The operation that was tried. */
  readonly operation?: string
  readonly tried?: Tried
  readonly problem?: string
}

export function tryApiPage(visit: Visit, entity: Entity, state: ApiState): Page {
  const { site, say, lang } = visit
  const { api, problem, address } = state
  const title = titleOf(site.holdings.reading, entity, lang).text
  return {
    title: `${say('Pröva', 'Try')}: ${title}`,
    section: 'data',
    isHidden: true,
    main: html`<p class="kind"><a href="${visit.pageOf(entity)}">${title}</a></p>
<h1>${api ? api.title : say('API', 'API')}</h1>
${when(problem !== undefined && !api, () => html`<div class="note bad" role="alert"><p><strong>${say('Beskrivningen gick inte att läsa.', 'The description could not be read.')}</strong> ${problem ?? ''}</p><p><code class="iri">${address}</code></p></div>`)}
${api ? apiPart(visit, api, state) : empty}`,
  }
}

function apiPart(visit: Visit, api: ApiDescription, state: ApiState): Html {
  const { say, lang } = visit
  return html`${when(api.description, () => html`<div class="lead">${paragraphs({ text: api.description })}</div>`)}
${facts([
  [say('Version', 'Version'), html`${api.version}`],
  [say('Server', 'Server'), html`${api.servers.map((server) => html`<code class="iri">${server}</code> `)}`],
  [
    say('Nyckel', 'Key'),
    api.needsKey
      ? html`${say('Krävs enligt beskrivningen. Här prövas frågor utan nyckel.', 'Required according to the description. Questions are tried here without a key.')}`
      : undefined,
  ],
])}
<h2>${say('Frågor', 'Questions')} (${count(api.operations.length, lang)})</h2>
${api.operations.map((operation) => operationPart(visit, operation, state))}`
}

function operationPart(visit: Visit, operation: Operation, state: ApiState): Html {
  const { say } = visit
  const isTried = state.operation === operation.id
  const name = operation.summary || operation.path
  return html`<details class="operation"${isTried ? html` open` : empty}><summary>${badge(operation.method.toUpperCase(), operation.method === 'get' ? 'good' : 'plain')} <code>${operation.path}</code> <span>${operation.summary}</span></summary>
${when(operation.description, () => paragraphs({ text: operation.description }))}
${operation.method === 'get' ? tryForm(visit, operation, name, isTried) : parameterList(visit, operation)}
${when(operation.answers.length > 0, () => html`<h3>${say('Svar', 'Answers')}</h3>${facts(operation.answers.map(([status, words]) => [status, html`${words || '–'}`] as const))}`)}
${isTried ? triedPart(visit, state) : empty}
</details>
`
}

function tryForm(visit: Visit, { id, parameters }: Operation, name: string, isTried: boolean): Html {
  const { say, query, to, path } = visit
  const own = parameters.filter(({ place }) => place !== 'header')
  const key = id.replace(/[^a-z0-9]+/gi, '-')
  const field = (parameter: Parameter) => {
    const field = `${parameter.place}.${parameter.name}`
    const inputId = `${key}-${field}`.replace(/[^\w-]/g, '-')
    const value = isTried ? (query.get(field) ?? '') : parameter.example
    const label = html`<label for="${inputId}"><code>${parameter.name}</code>${parameter.isRequired ? html` <span class="hint">(${say('måste fyllas i', 'required')})</span>` : empty}</label>`
    const input =
      parameter.choices.length > 0
        ? html`<select id="${inputId}" name="${field}"><option value=""></option>${parameter.choices.map((choice) => html`<option${choice === value ? html` selected` : empty}>${choice}</option>`)}</select>`
        : html`<input id="${inputId}" name="${field}" value="${value}"${parameter.isRequired ? html` required` : empty} autocomplete="off">`
    return html`<p>${label} ${input}${when(parameter.description, () => html`<br><span class="hint">${parameter.description}</span>`)}</p>`
  }
  return html`<form method="get" action="${to(path)}#answer"><input type="hidden" name="operation" value="${id}">${own.map(field)}<p><button class="button">${say('Pröva', 'Try')}<span class="unseen"> ${name}</span></button></p></form>`
}

function parameterList({ say }: Visit, { parameters }: Operation): Html {
  return html`<p class="hint">${say('Bara frågor som läser (GET) kan prövas här.', 'Only questions that read (GET) can be tried here.')}</p>${facts(parameters.map(({ name, description }) => [name, html`${description || '–'}`] as const))}`
}

function triedPart({ say, lang }: Visit, { tried, problem }: ApiState): Html {
  if (!tried)
    return problem === undefined
      ? empty
      : html`<div class="note bad" id="answer" role="alert"><p>${problem}</p></div>`
  const isGood = tried.status < 400
  return html`<section id="answer" aria-label="${say('Svar', 'Answer')}"><p role="status">${badge(String(tried.status), isGood ? 'good' : 'bad')} ${tried.mediaType} · ${count(tried.ms, lang)} ms</p>
<p><code class="iri">${tried.url}</code></p>
<pre class="code" tabindex="0" role="region" aria-label="${say('Svarets innehåll', 'Content of the answer')}"><code>${tried.text}</code></pre>${when(tried.isCut, () => html`<p class="hint">${say('Svaret är avkortat.', 'The answer is cut.')}</p>`)}</section>`
}
