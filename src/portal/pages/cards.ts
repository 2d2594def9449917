// A dataset, series or service as one entry of a list: title, publisher, a few words, badges.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { accessOf, changedOn, formatsOf, hasApi, isHighValue, nationalDomain } from '../data/facts.ts'
import { formatName } from '../data/format-names.ts'
import { publisherOf } from '../data/relations.ts'
import { badge, day, said, when } from '../design/pieces.ts'
import { titleOf, type Visit } from '../visit.ts'

const MAX_WORDS = 220
const MAX_FORMATS = 6

export function card(visit: Visit, entity: Entity, level: 2 | 3 = 2): Html {
  const { site, lang } = visit
  const { reading } = site.holdings
  const { term } = entity
  const link = html`<a href="${visit.pageOf(entity)}">${said(titleOf(reading, entity, lang))}</a>`
  const description = reading.said(term, 'dcterms:description', lang)
  const changed = changedOn(site.holdings, term)
  return html`<li class="card">
${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
<p class="meta">${publisherName(visit, term)}${when(changed, () => html` · ${visit.say('ändrad', 'changed')} ${day(changed, lang)}`)}</p>
${when(description, () => html`<p>${said({ ...description!, text: shortened(description!.text) })}</p>`)}
<p class="badges">${badges(visit, entity)}</p>
</li>
`
}

/** Cut at the end of a word. */
export function shortened(text: string, limit = MAX_WORDS): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= limit) return flat
  const cut = flat.slice(0, limit)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit - 30))} …`
}

export function publisherName({ site, lang, say }: Visit, term: number): Html {
  const { reading } = site.holdings
  const publisher = publisherOf(site.holdings, term)
  const name = publisher === undefined ? undefined : reading.said(publisher, 'foaf:name', lang)
  return name ? said(name) : html`${say('Utan angiven utgivare', 'No publisher stated')}`
}

/** What kind of thing it is and what stands out about it. */
export function badges(visit: Visit, entity: Entity): readonly Html[] {
  const { site, say, lang } = visit
  const { holdings } = site
  const { kind, term } = entity
  const domain = nationalDomain(holdings, term)
  const access = accessOf(holdings, term)
  const formats = [...new Set(formatsOf(holdings, term).map(formatName))].sort()
  return [
    kind === 'series'
      ? badge(say('Serie', 'Series'))
      : kind === 'service'
        ? badge(say('Datatjänst', 'Data service'))
        : empty,
    domain
      ? badge(`${say('Nationella grunddata', 'National basic data')}: ${domain.label[lang]}`, 'national')
      : empty,
    isHighValue(holdings, term) ? badge(say('Värdefull datamängd', 'High-value dataset'), 'value') : empty,
    access === 'PUBLIC' ? badge(say('Öppen', 'Open'), 'good') : empty,
    access !== undefined && access !== 'PUBLIC'
      ? badge(say('Begränsad tillgång', 'Limited access'), 'warn')
      : empty,
    kind !== 'service' && hasApi(holdings, entity) ? badge('API') : empty,
    ...formats.slice(0, MAX_FORMATS).map((name) => badge(name)),
    formats.length > MAX_FORMATS ? badge(`+${formats.length - MAX_FORMATS}`) : empty,
  ].filter(({ html: text }) => text !== '')
}
