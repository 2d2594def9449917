// Values of code lists by what people write: a label in Swedish or English, a code, a synonym, an IRI.
import type { PropertyRow } from '../dcat/index.ts'
import type { Text } from '../finding.ts'
import { type Concept, nearest, type Profile, searchVocabularies, type Vocabulary } from '../profile/index.ts'
import type { Term } from './draft.ts'
import { nearestWord } from './nearest-word.ts'

type Vocabularies = Profile['vocabularies']

/** Anything less is not what the concept is called, only like it. */
const SAME = 0.949

/** The code lists a property takes its values from; none when it takes others. */
export function listsOf(rows: readonly PropertyRow[], vocabularies: Vocabularies): readonly Vocabulary[] {
  const found: Vocabulary[] = []
  for (const { list, scheme, fixed } of rows) {
    const name = list ?? (fixed === undefined ? undefined : 'cc-licence')
    for (const vocabulary of vocabularies.values())
      if (!vocabulary.deprecated && (vocabulary.name === name || vocabulary.iri === scheme))
        found.push(vocabulary)
  }
  return found
}

/** What a concept is written as. */
export function termOfCode(concept: Concept, { valueKind = 'iri' }: Vocabulary): Term {
  return valueKind === 'iri' ? { iri: concept.iri } : { literal: concept.notation ?? concept.label.en }
}

/** The value that `written` is a name of. */
export function findCode(written: string, lists: readonly Vocabulary[]): Term | undefined {
  for (const way of ways)
    for (const list of lists) {
      const concept = remembered(way, written, list)
      if (concept) return termOfCode(concept, list)
    }
  return undefined
}

type Way = (written: string, list: Vocabulary) => Concept | undefined

function certainly(written: string, list: Vocabulary): Concept | undefined {
  const near = nearest(written, list)
  return near?.certain ? near.concept : undefined
}

function byName(written: string, list: Vocabulary): Concept | undefined {
  const [hit] = search(written, list)
  return hit && hit.score >= SAME ? hit.concept : undefined
}

const ways: readonly Way[] = [certainly, byName]

/** A catalogue says the same few words thousands of times. */
const memory = new Map<Way, WeakMap<Vocabulary, Map<string, Concept | undefined>>>()

function remembered(way: Way, written: string, list: Vocabulary): Concept | undefined {
  let lists = memory.get(way)
  if (!lists) memory.set(way, (lists = new WeakMap()))
  let words = lists.get(list)
  if (!words || words.size >= MAX_WORDS) lists.set(list, (words = new Map()))
  if (!words.has(written)) words.set(written, way(written, list))
  return words.get(written)
}

const MAX_WORDS = 10_000

/** What was probably meant, by its label. */
export function guessCode(written: string, lists: readonly Vocabulary[]): Text | undefined {
  for (const list of lists) {
    const guess = nearest(written, list)?.concept ?? search(written, list)[0]?.concept
    if (guess) return guess.label
  }
  const labels = lists.flatMap((list) => [...list.concepts.values()].map(({ label }) => label))
  const near = nearestWord(
    written,
    labels.flatMap(({ sv, en }) => [sv, en]),
  )
  return labels.find(({ sv, en }) => sv === near || en === near)
}

function search(written: string, list: Vocabulary) {
  return searchVocabularies(written, {
    limit: 1,
    vocabularies: new Map([[list.iri, list]]),
  })
}
