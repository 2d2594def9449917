// How one source was collected: its state, what may be done with it, and every fetch of it.
import { empty, type Html, html } from '../../html.ts'
import { count, day, outside, when } from '../design/pieces.ts'
import { facts, table } from '../design/tables.ts'
import type { Run, SourceStatus } from '../history.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'
import { stateBadge } from './harvest.ts'

export async function sourcePage(visit: Visit, id: string): Promise<Page | undefined> {
  const { site, say, lang, to } = visit
  const source = (await site.history?.sources())?.find((each) => each.id === id)
  if (!source) return undefined
  return {
    title: `${say('Insamling', 'Harvest')}: ${source.title[lang]}`,
    isWide: true,
    main: html`<p class="kind">${say('Insamling', 'Harvest')}</p><h1>${source.title[lang]}</h1>
${facts([
  [say('Läge', 'State'), stateBadge(source.state, visit)],
  [say('Adress', 'Address'), outside(source.url, html`${source.url}`)],
  [
    say('Kvalitet', 'Quality'),
    site.holdings.sources.some((each) => each.id === id)
      ? html`<a href="${to(`/quality/${id}`)}">${say('Visa', 'Show')}</a>`
      : undefined,
  ],
])}
${actions(visit, source)}
<section><h2>${say('Historik', 'History')}</h2>${table({
      caption: say('Hämtningar, den senaste först', 'Fetches, the latest first'),
      isCaptionHidden: true,
      head: [
        say('När', 'When'),
        say('Utfall', 'Outcome'),
        say('Nya', 'Added'),
        say('Ändrade', 'Changed'),
        say('Borttagna', 'Removed'),
        say('Fel', 'Errors'),
        say('Varningar', 'Warnings'),
      ],
      numeric: [2, 3, 4, 5, 6],
      rows: source.runs.map((run) => runRow(visit, run)),
    })}</section>`,
  }
}

function runRow(visit: Visit, run: Run): readonly Html[] {
  const { lang } = visit
  const clock = run.at.slice(11, 16)
  return [
    html`${day(run.at, lang)} ${clock}`,
    html`${stateBadge(run.state, visit)}${when(run.message, () => html` <span class="hint">${run.message?.[lang] ?? ''}</span>`)}`,
    ...(['added', 'changed', 'removed', 'errors', 'warnings'] as const).map(
      (key) => html`${count(run[key], lang)}`,
    ),
  ]
}

/** What somebody who is signed in may do with a source. */
function actions(visit: Visit, { id, state }: SourceStatus): Html {
  const { say, at, csrf, site } = visit
  if (csrf === '' || site.isStatic) return empty
  const form = (path: string, words: string) =>
    html`<form class="action" method="post" action="${at(path)}"><input type="hidden" name="csrf" value="${csrf}"><button class="button quiet">${words}</button></form>`
  return html`<div class="actions">${form(`/api/v1/sources/${encodeURIComponent(id)}/harvest`, say('Hämta nu', 'Fetch now'))}${when(state === 'held', () => form(`/api/v1/sources/${encodeURIComponent(id)}/approve`, say('Godkänn det som väntar', 'Approve what waits')))}</div>`
}
