// Did you mean: the value of the rule's code list that is most like the one written.
import { nearest } from '../suggest.ts'
import { type Fixer, faultyValue, safe, suggested } from './term.ts'

/** Another spelling of a value in the list is corrected; a label, a file ending or a misspelling gives a suggestion. */
export const nearestConcept: Fixer = (context) => {
  const value = faultyValue(context)
  const vocabulary = context.rule.scheme && context.vocabularies.get(context.rule.scheme)
  if (!value || !vocabulary) return undefined
  const found = nearest(value.text, vocabulary)
  if (!found) return undefined
  const { sv, en } = found.concept.label
  if (found.certain)
    return safe(found.term, {
      sv: `Skriv ”${sv}” med värdet från listan.`,
      en: `Write “${en}” with the value of the list.`,
    })
  return suggested(found.term, {
    sv: `Välj ”${sv}” om det är det som menas.`,
    en: `Choose “${en}” if that is what is meant.`,
  })
}
