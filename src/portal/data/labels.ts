// What the values of code lists are called: themes, formats, licences, frequencies and the rest, in both languages.
import type { Lang, Text } from '../../finding.ts'
import { domainOfSubject } from '../../framework/index.ts'
import { type Concept, loadVocabularies, type Vocabulary } from '../../profile/index.ts'

interface Known {
  readonly concept: Concept
  readonly vocabulary: Vocabulary
}

let byKey: Map<string, Known> | undefined

function known(key: string): Known | undefined {
  if (!byKey) {
    byKey = new Map()
    for (const vocabulary of loadVocabularies().values())
      for (const concept of vocabulary.concepts.values()) {
        if (!byKey.has(concept.iri)) byKey.set(concept.iri, { concept, vocabulary })
        const { notation } = concept
        if (vocabulary.valueKind === 'literal' && notation !== undefined && !byKey.has(notation))
          byKey.set(notation, { concept, vocabulary })
      }
  }
  return byKey.get(key)
}

/** The concept that a value names, and the list it is in. */
export function conceptOf(value: string): Known | undefined {
  return known(value)
}

/** The label of a value of a code list; undefined for a value that is in none. */
export function codeText(value: string): Text | undefined {
  return known(value)?.concept.label ?? domainOfSubject(value)?.label
}

/** The label in a language, else the last part of the value. */
export function codeLabel(value: string, lang: Lang): string {
  return codeText(value)?.[lang] ?? tail(value)
}

/** `…/format/CSV` → `CSV`; a value that is no address stays. */
export function tail(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(value)) return value
  const last = value.replace(/[/#]+$/, '').replace(/^.*[/#]/, '')
  try {
    return decodeURIComponent(last) || value
  } catch {
    return last
  }
}
