// Search: a question, chosen facets, an order and a page, to hits with counts. Full text finds, columns count.
import type { Lang } from '../../finding.ts'
import type { Entity } from '../data/entities.ts'
import { changedOn } from '../data/facts.ts'
import type { Holdings } from '../data/holdings.ts'
import { isListed, isMember } from '../data/relations.ts'
import { indexFacets } from './facet-columns.ts'
import { type Chosen, type FacetCounts, filterAndCount } from './facet-index.ts'
import { createTextIndex } from './text-index.ts'

export type { Chosen, FacetCounts } from './facet-index.ts'
export { type Facet, facets } from './facet-list.ts'
export { textsOf } from './fill-index.ts'
export { endings, wordsOf } from './words.ts'

export const sortings = ['relevance', 'modified', 'title'] as const
export type Sorting = (typeof sortings)[number]

export const PAGE_SIZE = 20

export interface Question {
  readonly text: string
  readonly chosen: Chosen
  readonly sorting: Sorting
  /** From 1. */
  readonly page: number
  readonly size?: number
  /** Whether parts of series are among the hits; default no. */
  readonly withMembers?: boolean
  readonly lang: Lang
}

export interface Answer {
  readonly total: number
  readonly hits: readonly Entity[]
  readonly facets: readonly FacetCounts[]
  readonly corrected?: string
  readonly isPartial?: boolean
  /** Parts of series that fit but are hidden. */
  readonly hiddenMembers: number
}

export interface Search {
  readonly ask: (question: Question) => Answer
  readonly suggest: (beginning: string, limit: number) => readonly string[]
  readonly size: number
  readonly close: () => void
}

const MAX_KEPT = 500

/** The search over all that is listed. */
export async function createSearch(holdings: Holdings): Promise<Search> {
  const { entities } = holdings
  const documents = [
    ...entities.ofKind('dataset'),
    ...entities.ofKind('series'),
    ...entities.ofKind('service').filter((entity) => isListed(holdings, entity)),
  ]
  const text = await createTextIndex(holdings, documents)
  const columns = indexFacets(holdings, documents)
  const members = Uint8Array.from(documents, ({ term }) => (isMember(holdings, term) ? 1 : 0))
  const changed = documents.map(({ term }) => changedOn(holdings, term) ?? '')
  const orders = {
    modified: ranks(documents, (a, b) => (changed[b] < changed[a] ? -1 : changed[b] > changed[a] ? 1 : 0)),
    title: { sv: titleRanks(holdings, documents, 'sv'), en: titleRanks(holdings, documents, 'en') },
  }
  const kept = new Map<string, Omit<Answer, 'hits'> & { readonly order: readonly number[] }>()

  function find({ text: words, chosen, sorting, withMembers = false, lang }: Question) {
    const key = JSON.stringify([words, [...chosen].sort(), sorting, withMembers, lang])
    const known = kept.get(key)
    if (known) return known
    const { documents: found, ...rest } = text.search(words)
    const candidates = withMembers ? found : found.filter((document) => members[document] === 0)
    const { hits, counts } = filterAndCount(columns, candidates, chosen)
    const hiddenMembers = withMembers
      ? 0
      : filterAndCount(
          columns,
          found.filter((document) => members[document] === 1),
          chosen,
        ).hits.length
    const by =
      sorting === 'title'
        ? orders.title[lang]
        : sorting === 'modified' || words.trim() === ''
          ? orders.modified
          : undefined
    const order = by ? [...hits].sort((a, b) => by[a] - by[b]) : hits
    const answer = { total: hits.length, facets: counts, hiddenMembers, order, ...rest }
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value as string)
    kept.set(key, answer)
    return answer
  }

  return {
    ask: (question) => {
      const { order, ...answer } = find(question)
      const size = question.size ?? PAGE_SIZE
      const begin = (Math.max(1, question.page) - 1) * size
      return { ...answer, hits: order.slice(begin, begin + size).map((document) => documents[document]) }
    },
    suggest: text.suggest,
    size: documents.length,
    close: text.close,
  }
}

function ranks(documents: readonly Entity[], compare: (a: number, b: number) => number): Uint32Array {
  const order = documents.map((_, i) => i).sort((a, b) => compare(a, b) || a - b)
  const rank = new Uint32Array(documents.length)
  order.forEach((document, at) => {
    rank[document] = at
  })
  return rank
}

function titleRanks({ reading }: Holdings, documents: readonly Entity[], lang: Lang): Uint32Array {
  const titles = documents.map(({ term, iri }) => reading.said(term, 'dcterms:title', lang)?.text ?? iri)
  const { compare } = new Intl.Collator(lang, { numeric: true })
  return ranks(documents, (a, b) => compare(titles[a], titles[b]))
}
