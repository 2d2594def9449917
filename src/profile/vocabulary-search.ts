// Finds values in the code lists by what a person types: labels, synonyms, codes, file endings, addresses,
// whatever the case and accents, with room for a slip of the finger. Best first.
import { distance } from 'fastest-levenshtein'
import type { Lang } from '../finding.ts'
import { foldText, lastSegment, looksLikeIri } from './fold.ts'
import type { Concept, Vocabulary } from './types.ts'
import { loadVocabularies } from './vocabulary.ts'

export interface SearchOptions {
  /** Language whose labels count a little more; default: both alike. */
  readonly lang?: Lang
  /** IRI or name of the only scheme to look in. */
  readonly scheme?: string
  /** Most hits to give; default 20. */
  readonly limit?: number
  /** Default: the ones of this package. */
  readonly vocabularies?: ReadonlyMap<string, Vocabulary>
}

export interface VocabularyHit {
  readonly concept: Concept
  readonly vocabulary: Vocabulary
  /** From 0 (hardly) to 1 (exactly what was typed). */
  readonly score: number
}

interface Entry {
  readonly concept: Concept
  /** Preferred labels by language. */
  readonly labels: Readonly<Record<Lang, string>>
  readonly keys: readonly string[]
}

const LIMIT = 20
/** What makes one list come after another with as good a match. */
const PENALTY = { deprecated: 0.3, notStated: 0.03, otherLanguage: 0.01, synonym: 0.02 } as const

const entriesOf = new WeakMap<Vocabulary, readonly Entry[]>()

/** Concepts that fit what was typed, best first; none for an empty text. */
export function searchVocabularies(typed: string, options: SearchOptions = {}): readonly VocabularyHit[] {
  const query = foldText(looksLikeIri(typed) ? lastSegment(typed) : typed)
  if (query === '') return []
  const hits: VocabularyHit[] = []
  for (const vocabulary of (options.vocabularies ?? loadVocabularies()).values()) {
    if (
      options.scheme !== undefined &&
      options.scheme !== vocabulary.iri &&
      options.scheme !== vocabulary.name
    )
      continue
    const penalty =
      (vocabulary.deprecated ? PENALTY.deprecated : 0) + (vocabulary.stated ? 0 : PENALTY.notStated)
    for (const entry of entries(vocabulary)) {
      const score = scoreOf(query, entry, options.lang) - penalty
      if (score > 0) hits.push({ concept: entry.concept, vocabulary, score })
    }
  }
  // Sorting is stable: within a score the order of the files stays.
  return hits.sort((a, b) => b.score - a.score).slice(0, options.limit ?? LIMIT)
}

function entries(vocabulary: Vocabulary): readonly Entry[] {
  let found = entriesOf.get(vocabulary)
  if (!found) {
    found = [...vocabulary.concepts.values()].map((concept) => ({
      concept,
      labels: { sv: foldText(concept.label.sv), en: foldText(concept.label.en) },
      keys: keysOf(concept),
    }))
    entriesOf.set(vocabulary, found)
  }
  return found
}

function keysOf({ iri, aliases }: Concept): readonly string[] {
  const words = aliases.filter((alias) => !looksLikeIri(alias)).map(foldText)
  return [...new Set([foldText(lastSegment(iri)), ...words])].filter((key) => key !== '')
}

function scoreOf(query: string, { labels, keys }: Entry, lang: Lang | undefined): number {
  let best = 0
  for (const language of ['sv', 'en'] as const) {
    const less = lang === undefined || lang === language ? 0 : PENALTY.otherLanguage
    best = Math.max(best, likeness(query, labels[language]) - less)
  }
  for (const key of keys) best = Math.max(best, likeness(query, key) - PENALTY.synonym)
  return best
}

/** 1 the same, then the beginning, whole words, a part, the words in any order, and last a misspelling. */
function likeness(query: string, key: string): number {
  if (key === query) return 1
  const share = query.length / Math.max(query.length, key.length)
  if (key.startsWith(`${query} `)) return 0.85 + share * 0.1
  if (key.startsWith(query)) return 0.75 + share * 0.1
  if (query.length < 3) return 0
  if (` ${key} `.includes(` ${query} `)) return 0.7 + share * 0.1
  if (query.length > 3 && key.includes(query)) return 0.5 + share * 0.1
  if (query.includes(' ') && query.split(' ').every((word) => ` ${key}`.includes(` ${word}`)))
    return 0.5 + share * 0.1
  return misspelt(query, key)
}

/** One slip in four letters, in the whole key or in one of its words. */
function misspelt(query: string, key: string): number {
  const allowed = Math.floor(query.length / 4)
  if (allowed === 0) return 0
  let best = allowed + 1
  for (const candidate of key.includes(' ') && !query.includes(' ') ? [key, ...key.split(' ')] : [key]) {
    if (Math.abs(candidate.length - query.length) >= best) continue
    best = Math.min(best, distance(query, candidate))
  }
  return best > allowed ? 0 : 0.6 - (0.3 * best) / query.length
}
