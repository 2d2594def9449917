// How the sources were collected: their state, and the history of each.
import { empty, type Html, html } from '../../html.ts'
import { badge, count, day, type Tone } from '../design/pieces.ts'
import { table } from '../design/tables.ts'
import type { Page } from '../page.ts'
import type { Visit } from '../visit.ts'

const states: Readonly<Record<string, { readonly sv: string; readonly en: string; readonly tone: Tone }>> = {
  new: { sv: 'ny', en: 'new', tone: 'plain' },
  valid: { sv: 'utan fel', en: 'without errors', tone: 'good' },
  invalid: { sv: 'har fel', en: 'has errors', tone: 'warn' },
  unchanged: { sv: 'oförändrad', en: 'unchanged', tone: 'plain' },
  held: { sv: 'väntar på godkännande', en: 'waits for approval', tone: 'warn' },
  unreachable: { sv: 'svarar inte', en: 'does not answer', tone: 'bad' },
  failed: { sv: 'misslyckades', en: 'failed', tone: 'bad' },
  gone: { sv: 'borta', en: 'gone', tone: 'bad' },
}

export function stateBadge(state: string, { lang }: Visit): Html {
  const known = Object.hasOwn(states, state) ? states[state] : undefined
  return badge(known?.[lang] ?? state, known?.tone ?? 'plain')
}

export async function harvestPage(visit: Visit): Promise<Page> {
  const { site, say, to, lang } = visit
  const sources = await site.history?.sources()
  return {
    title: say('Insamling', 'Harvest'),
    isWide: true,
    main: html`<h1>${say('Insamling', 'Harvest')}</h1>
<p class="lead">${say('Beskrivningarna samlas in från organisationernas egna kataloger. Här syns hur det gick.', 'The descriptions are collected from the catalogues of the organisations. This is how it went.')}</p>
${
  sources
    ? table({
        caption: say('Källor', 'Sources'),
        isCaptionHidden: true,
        head: [
          say('Källa', 'Source'),
          say('Läge', 'State'),
          say('Senast hämtad', 'Last fetched'),
          say('Nya', 'Added'),
          say('Ändrade', 'Changed'),
          say('Borttagna', 'Removed'),
          say('Fel', 'Errors'),
        ],
        numeric: [3, 4, 5, 6],
        rows: sources.map(({ id, title, state, runs: [last] }) => [
          html`<a href="${to(`/harvest/${id}`)}">${title[lang]}</a>`,
          stateBadge(state, visit),
          html`${day(last?.at, lang)}`,
          ...(['added', 'changed', 'removed', 'errors'] as const).map(
            (key) => html`${last ? count(last[key], lang) : '–'}`,
          ),
        ]),
      })
    : filesTable(visit)
}`,
  }
}

/** Without a store the portal shows files: when they were read is all there is to tell. */
function filesTable({ site, say, to, lang }: Visit): Html {
  const { sources, failures, loaded } = site.holdings
  return html`<p class="note">${say('Portalen visar filer utan historik. Med en databas (grunddata serve store) syns varje hämtning här.', 'The portal shows files without a history. With a store (grunddata serve store) every fetch is shown here.')}</p>
${table({
  caption: say('Källor', 'Sources'),
  isCaptionHidden: true,
  head: [say('Källa', 'Source'), say('Läge', 'State'), say('Läst', 'Read')],
  rows: [
    ...sources.map(({ id, title }) => [
      html`<a href="${to(`/quality/${id}`)}">${title[lang]}</a>`,
      badge(say('läst', 'read'), 'good'),
      day(loaded.toISOString(), lang),
    ]),
    ...failures.map(({ name, error }) => [
      html`${name.replace(/^.*\//, '')}`,
      html`${badge(say('gick inte att läsa', 'could not be read'), 'bad')} ${error.text[lang]}`,
      empty,
    ]),
  ],
})}`
}
