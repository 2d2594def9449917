// The code lists of vocab/: loaded by scheme, and what each of them allows as a value.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from './load-folder.ts'
import type { Concept, Vocabulary } from './types.ts'
import { readVocabularyFiles } from './vocabulary-file.ts'

const loaded = new Map<string, Map<string, Vocabulary>>()

/**
 * All vocabularies of a folder by scheme IRI, in the order of their file names; default: this package's vocab/.
 * Only the heads of the files are read at once. Throws CONFIG_INVALID for a file that is not well formed.
 */
export function loadVocabularies(folder: string = join(packageFolder(), 'vocab')): Map<string, Vocabulary> {
  let vocabularies = loaded.get(folder)
  if (!vocabularies) {
    const names = existsSync(folder) ? readdirSync(folder).sort() : []
    const files = names.filter((name) => name.endsWith('.ttl')).map((name) => join(folder, name))
    vocabularies = new Map(readVocabularyFiles(files).map((each) => [each.iri, each]))
    loaded.set(folder, vocabularies)
  }
  return vocabularies
}

/** A value that a vocabulary allows: an IRI, or a plain literal. */
export interface AllowedValue {
  readonly kind: 'iri' | 'literal'
  readonly text: string
}

/** What to write as a value for a concept: its IRI, or its notation in a vocabulary of literals. */
export function valueOfConcept(concept: Concept, { valueKind = 'iri' }: Vocabulary): AllowedValue {
  return valueKind === 'iri'
    ? { kind: 'iri', text: concept.iri }
    : { kind: 'literal', text: concept.notation ?? concept.label.en }
}

/** Every allowed value of a vocabulary, in the order of its file. */
export function valuesOfVocabulary(vocabulary: Vocabulary): readonly AllowedValue[] {
  return [...vocabulary.concepts.values()].map((concept) => valueOfConcept(concept, vocabulary))
}

/** {@link valueOfConcept} in N-Triples syntax. */
export function termOfConcept(concept: Concept, vocabulary: Vocabulary): string {
  const { kind, text } = valueOfConcept(concept, vocabulary)
  return kind === 'iri' ? `<${text}>` : JSON.stringify(text)
}

/** Every allowed value of a scheme in N-Triples syntax, in the order of its file; none for an unknown scheme. */
export function expandScheme(
  scheme: string,
  vocabularies: ReadonlyMap<string, Vocabulary> = loadVocabularies(),
): readonly string[] {
  const vocabulary = vocabularies.get(scheme)
  if (!vocabulary) return []
  return [...vocabulary.concepts.values()].map((concept) => termOfConcept(concept, vocabulary))
}
