// The value that has taken the place of one from an older list (frequency, status, availability, media type).
import { replacementOf } from '../suggest.ts'
import { type Fixer, faultyValue, safe } from './term.ts'

/** `<http://purl.org/cld/freq/annual>` → `<http://publications.europa.eu/resource/authority/frequency/ANNUAL>`. */
export const deprecatedValue: Fixer = (context) => {
  const value = faultyValue(context)
  const term = value && replacementOf(value.text, context.vocabularies)
  return term
    ? safe(term, {
        sv: 'Byt till det värde som har ersatt det gamla.',
        en: 'Change to the value that has replaced the old one.',
      })
    : undefined
}
