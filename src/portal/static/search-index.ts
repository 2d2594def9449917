// The search of a site without a server: what each entry is found by, in one compact file for each language, read by
// assets/portal/static-search.js.
import { changedOn } from '../data/facts.ts'
import { isListed, isMember } from '../data/relations.ts'
import { card } from '../pages/cards.ts'
import { endings, facets, textsOf, wordsOf } from '../search/index.ts'
import type { Site } from '../site.ts'
import { createVisit, titleOf } from '../visit.ts'
import { rewritten } from './links.ts'

/** One entry; short names keep the file small. */
interface Row {
  /** The entry as HTML. */
  readonly h: string
  /** Title, for the order. */
  readonly t: string
  /** What is searched, as words in lower case: title, keywords, publisher, description. */
  readonly w: readonly string[]
  /** When it was changed. */
  readonly m: string
  /** Numbers into `values`, by the number of the facet. */
  readonly f: readonly (readonly number[])[]
  /** A part of a series, hidden unless asked for. */
  readonly s?: 1
}

/** The index as JSON: the facets, their values and what these are called, the endings of words, and the entries. */
export function searchIndex(site: Site, lang: 'sv' | 'en'): string {
  const { holdings } = site
  const visit = createVisit({ site, lang, path: '/datasets', query: new URLSearchParams() })
  const values = facets.map(() => new Map<string, number>())
  const entities = (['dataset', 'series', 'service'] as const)
    .flatMap((kind) => holdings.entities.ofKind(kind))
    .filter((entity) => entity.kind !== 'service' || isListed(holdings, entity))
  const rows = entities.map((entity): Row => {
    const { reading } = holdings
    const title = titleOf(reading, entity, lang).text
    const texts = textsOf(holdings, entity)
    return {
      h: rewritten(card(visit, entity).html, site.root).html,
      t: title,
      w: [texts.title, texts.keyword, texts.publisher, texts.body].map(inWords),
      m: changedOn(holdings, entity.term) ?? '',
      f: facets.map((facet, at) =>
        [...new Set(facet.values(holdings, entity))].map((value) => numberOf(values[at], value)),
      ),
      ...(isMember(holdings, entity.term) && { s: 1 as const }),
    }
  })
  return JSON.stringify({
    facets: facets.map(({ id }) => id),
    values: values.map((column) => [...column.keys()]),
    names: values.map((column, at) =>
      [...column.keys()].map((value) => facets[at].name(holdings, value, lang)),
    ),
    endings,
    rows,
  })
}

/** Descriptions can be long: so many words of one are searched. */
const MAX_WORDS = 300

function inWords(text: string): string {
  return wordsOf(text).slice(0, MAX_WORDS).join(' ')
}

function numberOf(column: Map<string, number>, value: string): number {
  let known = column.get(value)
  if (known === undefined) column.set(value, (known = column.size))
  return known
}
