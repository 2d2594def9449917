// The search of a site without a server: what each entry is found by, in one compact file for each language, read by
// assets/portal/static-search.js.
import { changedOn } from '../data/facts.ts'
import { isListed, isMember } from '../data/relations.ts'
import { card } from '../pages/cards.ts'
import { facets } from '../search/index.ts'
import type { Site } from '../site.ts'
import { createVisit, titleOf } from '../visit.ts'
import { rewritten } from './links.ts'

/** One entry; short names keep the file small. */
interface Row {
  /** The entry as HTML. */
  readonly h: string
  /** Title, for the order. */
  readonly t: string
  /** What is searched: title, keywords and description in lower case. */
  readonly x: string
  /** When it was changed. */
  readonly m: string
  /** Numbers into `values`, by the number of the facet. */
  readonly f: readonly (readonly number[])[]
  /** A part of a series, hidden unless asked for. */
  readonly s?: 1
}

/** The index as JSON: the names of the facets, their values, and the entries. */
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
    const words = ['dcterms:title', 'dcat:keyword', 'dcterms:description'].flatMap((property) =>
      (['sv', 'en'] as const).map((each) => reading.said(entity.term, property, each)?.text ?? ''),
    )
    return {
      h: rewritten(card(visit, entity).html, site.root).html,
      t: title,
      x: [...new Set(words)].join(' ').toLocaleLowerCase('sv').replace(/\s+/g, ' ').slice(0, 1_000),
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
    rows,
  })
}

function numberOf(column: Map<string, number>, value: string): number {
  let known = column.get(value)
  if (known === undefined) column.set(value, (known = column.size))
  return known
}
