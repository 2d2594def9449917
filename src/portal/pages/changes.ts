// What has changed: as the store has seen it, else as the datasets say of themselves.
import { html } from '../../html.ts'
import { changedOn, dayOf } from '../data/facts.ts'
import { badge, day, type Tone } from '../design/pieces.ts'
import { table } from '../design/tables.ts'
import type { Change } from '../history.ts'
import type { Page } from '../page.ts'
import type { Site } from '../site.ts'
import { titleOf, type Visit } from '../visit.ts'

const LIMIT = 200

/** The latest changes first. */
export async function changesOf(site: Site, limit = LIMIT): Promise<readonly Change[]> {
  if (site.history) return site.history.changes(limit)
  const { holdings } = site
  return (['dataset', 'series', 'service'] as const)
    .flatMap((kind) => holdings.entities.ofKind(kind))
    .flatMap((entity): Change[] => {
      const at = changedOn(holdings, entity.term)
      if (at === undefined) return []
      const isNew = dayOf(holdings, entity.term, 'dcterms:issued') === at
      const title = titleOf(holdings.reading, entity, 'sv').text
      return [{ iri: entity.iri, kind: isNew ? 'created' : 'updated', at, title }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.iri < b.iri ? -1 : 1))
    .slice(0, limit)
}

export async function changesPage(visit: Visit): Promise<Page> {
  const { site, say, lang, at } = visit
  const changes = await changesOf(site)
  const kinds: Readonly<Record<Change['kind'], readonly [string, Tone]>> = {
    created: [say('ny', 'new'), 'good'],
    updated: [say('ändrad', 'changed'), 'plain'],
    deleted: [say('borttagen', 'removed'), 'bad'],
  }
  return {
    title: say('Ändringar', 'Changes'),
    main: html`<h1>${say('Ändringar', 'Changes')}</h1>
<p class="lead">${site.history ? say('Det senaste som har kommit till, ändrats eller tagits bort.', 'The latest that has been added, changed or removed.') : say('Datum enligt beskrivningarna själva.', 'Dates as the descriptions state them.')} <a href="${at('/feed.atom')}">${say('Prenumerera (Atom)', 'Subscribe (Atom)')}</a></p>
${table({
  caption: say('Ändringar, den senaste först', 'Changes, the latest first'),
  isCaptionHidden: true,
  head: [say('Vad', 'What'), say('När', 'When'), say('Ändring', 'Change')],
  rows: changes.map(({ iri, kind, at: when, title }) => {
    const entity = site.holdings.entities.byIri.get(iri)
    const [words, tone] = kinds[kind]
    const name = entity
      ? html`<a href="${visit.pageOf(entity)}">${titleOf(site.holdings.reading, entity, lang).text}</a>`
      : html`${title ?? iri}`
    return [name, day(when, lang), badge(words, tone)]
  }),
})}`,
  }
}
