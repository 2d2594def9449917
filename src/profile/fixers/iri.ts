// Addresses that are written with forbidden characters, or as text.
import { iriFault } from '../../rdf/index.ts'
import { type Fixer, faultyValue, iriTerm, safe, suggested } from './term.ts'

/** Space → %20 and other forbidden characters escaped (RFC 3987); only a stray % is a guess. */
export const iriEscape: Fixer = (context) => {
  const value = faultyValue(context)
  if (!value) return undefined
  const trimmed = value.text.trim()
  const fault = iriFault(trimmed)
  if (fault === 'relative' || fault === 'windows-path' || fault === 'two-urls') return undefined
  const escaped = trimmed
    .replace(/[\u0000-\u0020<>"{}|\\^`\u007f-\u009f]/g, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
  if (escaped === value.text || iriFault(escaped)) return undefined
  const propose = /%(?![0-9A-Fa-f]{2})/.test(trimmed) ? suggested : safe
  return propose(iriTerm(escaped), {
    sv: 'Skriv otillåtna tecken i adressen som procentkoder, till exempel %20 för mellanslag.',
    en: 'Write forbidden characters of the address as percent codes, such as %20 for a space.',
  })
}

/** A text that is a whole web address → the address; `www.example.se` gives a suggestion. */
export const iriFromLiteral: Fixer = (context) => {
  const value = faultyValue(context)
  if (value?.kind !== 'literal') return undefined
  const written = value.text.trim().replace(/^<(.*)>$/, '$1')
  const describe = {
    sv: 'Skriv adressen som en länk i stället för som text.',
    en: 'Write the address as a link instead of as text.',
  }
  if (/^https?:\/\/[^\s/]+\.[^\s/]/i.test(written) && !iriFault(written))
    return safe(iriTerm(written), describe)
  if (
    /^(www\.)?[a-zåäö0-9-]+(\.[a-zåäö0-9-]+)*\.[a-z]{2,}(\/\S*)?$/i.test(written) &&
    !iriFault(`https://${written}`)
  )
    return suggested(iriTerm(`https://${written}`), describe)
  return undefined
}
