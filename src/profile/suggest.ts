// Did you mean: the concept somebody meant when they wrote something else. An equivalence (another spelling of the
// same IRI or code) is certain; a match by label, file ending or likeness is a guess for a person to judge.
import { distance } from 'fastest-levenshtein'
import { foldIri, foldText, lastSegment, looksLikeIri } from './fold.ts'
import type { Concept, Vocabulary } from './types.ts'
import { loadVocabularies, termOfConcept } from './vocabulary.ts'

export interface Suggestion {
  readonly concept: Concept
  /** What to write instead, in N-Triples syntax. */
  readonly term: string
  /** True when the two mean the same beyond doubt, so that the change may be made unseen. */
  readonly certain: boolean
}

/** What a vocabulary can be asked by; undefined in a map marks a key that several concepts share. */
interface Index {
  readonly byIri: ReadonlyMap<string, Concept | undefined>
  readonly byCode: ReadonlyMap<string, Concept | undefined>
  readonly byWord: ReadonlyMap<string, Concept>
}

const indexes = new WeakMap<Vocabulary, Index>()

/** The concept that `value` (the text of an IRI or literal) most likely stands for, or undefined. */
export function nearest(value: string, vocabulary: Vocabulary): Suggestion | undefined {
  const index = indexOf(vocabulary)
  const exact = equivalent(value, vocabulary, index)
  if (exact) return { concept: exact, term: termOfConcept(exact, vocabulary), certain: true }
  const guess = byWord(value, vocabulary, index) ?? byLikeness(value, vocabulary, index)
  return guess && { concept: guess, term: termOfConcept(guess, vocabulary), certain: false }
}

function equivalent(value: string, vocabulary: Vocabulary, index: Index): Concept | undefined {
  if (!looksLikeIri(value)) return index.byCode.get(foldCode(value))
  const key = foldIri(value)
  const concept = index.byIri.get(key)
  if (concept) return concept
  const prefix = vocabulary.valuePrefix && `${foldIri(vocabulary.valuePrefix)}/`
  return prefix && key.startsWith(prefix) ? index.byCode.get(key.slice(prefix.length)) : undefined
}

/** Matches a word with codes, file endings and labels; of an IRI from somewhere else only its end with codes. */
function byWord(
  value: string,
  vocabulary: Vocabulary,
  { byCode, byWord: words }: Index,
): Concept | undefined {
  const iri = looksLikeIri(value)
  const word = iri ? lastSegment(value) : withoutParameters(value)
  const coded = byCode.get(foldCode(word))
  if (coded || (iri && !sameNeighbourhood(value, vocabulary))) return coded
  return words.get(foldText(word)) ?? words.get(foldText(word.replace(/^\*?\./, '')))
}

const withoutParameters = (value: string) => value.replace(/\s*;.*$/, '')

/** One slip in five letters, and at least four letters to compare. */
function byLikeness(value: string, vocabulary: Vocabulary, { byWord: words }: Index): Concept | undefined {
  const word = foldText(looksLikeIri(value) ? lastSegment(value) : withoutParameters(value))
  if (word.length < 4 || word.length > 60) return undefined
  if (looksLikeIri(value) && !sameNeighbourhood(value, vocabulary)) return undefined
  const allowed = Math.max(1, Math.floor(word.length / 5))
  let best: Concept | undefined
  let bestDistance = allowed + 1
  for (const [candidate, concept] of words) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const found = distance(word, candidate)
    if (found < bestDistance) [best, bestDistance] = [concept, found]
  }
  return best
}

/** A misspelt end of an IRI is only guessed within the list's own namespace or one nearly like it. */
function sameNeighbourhood(value: string, { valuePrefix, concepts }: Vocabulary): boolean {
  const [first] = concepts.keys()
  const own = foldIri(valuePrefix ?? first ?? '').split('/')[0]
  return foldIri(value).split('/')[0] === own
}

const foldCode = (code: string) => code.trim().toLowerCase()

function indexOf(vocabulary: Vocabulary): Index {
  let index = indexes.get(vocabulary)
  if (!index) indexes.set(vocabulary, (index = buildIndex(vocabulary)))
  return index
}

function buildIndex(vocabulary: Vocabulary): Index {
  const byIri = new Map<string, Concept | undefined>()
  const byCode = new Map<string, Concept | undefined>()
  const words = new Map<string, Concept>()
  const literal = vocabulary.valueKind === 'literal'
  const put = (map: Map<string, Concept | undefined>, key: string, concept: Concept) =>
    map.set(key, map.has(key) && map.get(key) !== concept ? undefined : concept)
  const putWord = (word: string, concept: Concept) => {
    const key = foldText(word)
    if (key !== '' && !words.has(key)) words.set(key, concept)
  }
  const concepts = [...vocabulary.concepts.values()]
  for (const concept of concepts) {
    put(byIri, foldIri(concept.iri), concept)
    if (concept.notation !== undefined) put(byCode, foldCode(concept.notation), concept)
  }
  for (const concept of concepts)
    for (const iri of concept.aliases.filter(looksLikeIri))
      if (!byIri.has(foldIri(iri))) byIri.set(foldIri(iri), concept)
  if (!literal)
    for (const concept of concepts)
      for (const code of concept.codes ?? [])
        if (!byCode.has(foldCode(code))) byCode.set(foldCode(code), concept)
  for (const concept of concepts) {
    putWord(concept.label.sv, concept)
    putWord(concept.label.en, concept)
  }
  for (const concept of concepts)
    for (const alias of concept.aliases) if (!looksLikeIri(alias)) putWord(alias, concept)
  return { byIri, byCode, byWord: words }
}

let replacements: { readonly of: object; readonly by: ReadonlyMap<string, string> } | undefined

/** What has replaced a value of a deprecated list (IRI, or notation of a literal), in N-Triples syntax; else undefined. */
export function replacementOf(
  value: string,
  vocabularies: ReadonlyMap<string, Vocabulary> = loadVocabularies(),
): string | undefined {
  if (replacements?.of !== vocabularies)
    replacements = { of: vocabularies, by: collectReplacements(vocabularies) }
  return replacements.by.get(looksLikeIri(value) ? foldIri(value) : foldCode(withoutParameters(value)))
}

function collectReplacements(vocabularies: ReadonlyMap<string, Vocabulary>): ReadonlyMap<string, string> {
  const by = new Map<string, string>()
  for (const vocabulary of vocabularies.values()) {
    if (!vocabulary.deprecated) continue
    for (const concept of vocabulary.concepts.values()) {
      const term = concept.replacedBy && termByIri(concept.replacedBy, vocabularies)
      if (!term) continue
      const literal = vocabulary.valueKind === 'literal' && concept.notation !== undefined
      by.set(literal ? foldCode(concept.notation) : foldIri(concept.iri), term)
    }
  }
  return by
}

function termByIri(iri: string, vocabularies: ReadonlyMap<string, Vocabulary>): string | undefined {
  for (const vocabulary of vocabularies.values()) {
    if (vocabulary.deprecated) continue
    const concept = vocabulary.concepts.get(iri)
    if (concept) return termOfConcept(concept, vocabulary)
  }
  return undefined
}
