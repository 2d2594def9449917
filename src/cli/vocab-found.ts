// A value of a list, as found, and what is written for it.
import type { Concept, Vocabulary, VocabularyHit } from '../profile/index.ts'

/** A value found, with the list it stands in. */
export type Found = Pick<VocabularyHit, 'concept' | 'vocabulary'>

/** What is written in the catalogue: the address, or the code in a list of literals. */
export function writtenValue(concept: Concept, { valueKind }: Vocabulary): string {
  return valueKind === 'literal' ? (concept.notation ?? concept.label.en) : concept.iri
}
