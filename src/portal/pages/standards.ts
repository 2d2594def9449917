// The specifications that something follows, and who else follows them.
import { empty, type Html, html } from '../../html.ts'
import type { Entity } from '../data/entities.ts'
import { nationalDomain } from '../data/facts.ts'
import type { Holdings } from '../data/holdings.ts'
import { count } from '../design/pieces.ts'
import type { Visit } from '../visit.ts'
import { linkTo } from './entity-parts.ts'

const MAX_STANDARDS = 4

/** The specifications that something follows, and how many others follow each. */
export function standardsPart(visit: Visit, term: number): Html {
  const { site, say, lang } = visit
  const { reading } = site.holdings
  const all = [...reading.values(term, 'dcterms:conformsTo')].filter((value) => reading.isIri(value))
  if (all.length === 0) return empty
  const item = (value: number) => {
    const { total, national } = followers(visit, value)
    const words = say(
      `Följs av ${count(total, lang)} ${total === 1 ? 'datamängd' : 'datamängder'}, varav ${count(national, lang)} nationella grunddata.`,
      `Followed by ${count(total, lang)} ${total === 1 ? 'dataset' : 'datasets'}, of which ${count(national, lang)} national basic data.`,
    )
    return html`<li>${linkTo(visit, value)}<br><span class="hint">${words}</span></li>`
  }
  const more = all.slice(MAX_STANDARDS)
  return html`<section><h2>${say('Specifikationer', 'Specifications')}</h2><ul class="plain">${all.slice(0, MAX_STANDARDS).map(item)}</ul>
${more.length > 0 ? html`<details><summary>${say('Visa fler', 'Show more')} (${more.length})</summary><ul class="plain">${more.map(item)}</ul></details>` : empty}</section>`
}

/** How many datasets, series and services follow a specification, and how many of them are national basic data. */
export interface Followers {
  readonly total: number
  readonly national: number
  readonly all: readonly Entity[]
}

const kept = new WeakMap<Holdings, Map<number, Followers>>()

/** Counted once: a specification may have thousands of followers. */
export function followers({ site: { holdings } }: Visit, standard: number): Followers {
  const known = kept.get(holdings) ?? new Map<number, Followers>()
  kept.set(holdings, known)
  const found = known.get(standard) ?? countFollowers(holdings, standard)
  known.set(standard, found)
  return found
}

function countFollowers(holdings: Holdings, standard: number): Followers {
  const { reading, entities } = holdings
  const all = [...reading.having('dcterms:conformsTo', standard)].flatMap((subject) => {
    const entity = reading.isIri(subject) ? entities.byIri.get(reading.text(subject)) : undefined
    return entity && ['dataset', 'series', 'service'].includes(entity.kind) ? [entity] : []
  })
  const national = all.filter(({ term }) => nationalDomain(holdings, term)).length
  return { all, total: all.length, national }
}
