// Full text of datasets, series and services in SQLite FTS5: words with their beginnings, stems, and parts of words.
// Hides SQL and scores: what a visitor writes is cut to letters and digits, and never part of an expression unquoted.
import type { Entity } from '../data/entities.ts'
import type { Holdings } from '../data/holdings.ts'
import { fill, TABLES } from './fill-index.ts'
import { nearestWord, wordsBeginning } from './near.ts'
import { readQuestion, stem } from './words.ts'

export interface TextHits {
  /** Documents by falling relevance; all of them in their own order when nothing is asked. */
  readonly documents: readonly number[]
  /** What was searched for in place of a word that is nowhere. */
  readonly corrected?: string
  /** No document has all the words: these have some of them. */
  readonly isPartial?: boolean
}

export interface TextIndex {
  readonly search: (question: string) => TextHits
  readonly suggest: (beginning: string, limit: number) => readonly string[]
  readonly close: () => void
}

/** Which documents have a word, and how much it weighs in each. */
type Postings = ReadonlyMap<number, number>

const KEPT_WORDS = 300

/** Builds the index in memory. */
export async function createTextIndex(holdings: Holdings, documents: readonly Entity[]): Promise<TextIndex> {
  const { default: Database } = await import('libsql')
  const { distance } = await import('fastest-levenshtein')
  const db = new Database(':memory:')
  db.exec(TABLES)
  const counts = fill(db, holdings, documents)
  const vocabulary = [...counts.keys()].sort()
  const finder = (table: string) => {
    const statement = db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).raw()
    return (expression: string) => (statement.all(expression) as [number][]).map(([row]) => row - 1)
  }
  const inWords = finder('words')
  const inParts = finder('parts')
  const kept = new Map<string, Postings>()

  /** From the least to the most telling place, so that the most telling weight stays. */
  function postingsOf(word: string): Postings {
    const known = kept.get(word)
    if (known) return known
    const weights = new Map<number, number>()
    const root = stem(word)
    const put = (rows: readonly number[], weight: number) => {
      for (const row of rows) weights.set(row, weight)
    }
    // A word inside of others, which Swedish is full of: ”plats” in ”badplatser”.
    if (root.length >= 4) put(inParts(`"${root}"`), 0.5)
    put(inWords(`"${word}" * OR stems : "${root}"`), 1)
    put(inWords(`publisher : "${word}" *`), 2)
    put(inWords(`keyword : "${word}" *`), 3)
    put(inWords(`title : "${word}" *`), 5)
    put(inWords(`title : "${word}"`), 8)
    if (kept.size >= KEPT_WORDS) kept.delete(kept.keys().next().value as string)
    kept.set(word, weights)
    return weights
  }

  const phrasePostings = (phrase: string): Postings => new Map(inWords(`"${phrase}"`).map((row) => [row, 8]))

  function all(postings: readonly Postings[]): readonly number[] {
    const [rarest, ...others] = [...postings].sort((a, b) => a.size - b.size)
    const scores: [number, number][] = []
    const worth = (each: Postings) => Math.log(1 + documents.length / (1 + each.size))
    for (const [document, weight] of rarest) {
      let score = weight * worth(rarest)
      for (const other of others) {
        const found = other.get(document)
        score = found === undefined ? Number.NaN : score + found * worth(other)
      }
      if (!Number.isNaN(score)) scores.push([document, score])
    }
    return byScore(scores)
  }

  function any(postings: readonly Postings[]): readonly number[] {
    const scores = new Map<number, number>()
    for (const each of postings)
      for (const [document, weight] of each) scores.set(document, (scores.get(document) ?? 0) + weight + 10)
    return byScore([...scores])
  }

  function search(question: string): TextHits {
    const { words, phrases } = readQuestion(question)
    if (words.length + phrases.length === 0) return { documents: documents.map((_, i) => i) }
    const exact = phrases.map(phrasePostings)
    const own = words.map(postingsOf)
    const hits = all([...own, ...exact])
    if (hits.length > 0) return { documents: hits }
    const better = words.map((word, i) => (own[i].size > 0 ? word : nearestWord(word, counts, distance)))
    const others = [...better.map(postingsOf), ...exact]
    const corrected = [...better, ...phrases.map((phrase) => `"${phrase}"`)].join(' ')
    const second = all(others)
    if (second.length > 0) return { documents: second, corrected }
    return { documents: any(others), isPartial: true }
  }

  return {
    search,
    suggest: (beginning, limit) => wordsBeginning(beginning, { sorted: vocabulary, counts, limit }),
    close: () => db.close(),
  }
}

function byScore(scores: [number, number][]): readonly number[] {
  return scores.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([document]) => document)
}
