// A Creative Commons licence at its one address. The version is never changed: that is the right holder's decision.
import { nearest } from '../suggest.ts'
import { type Fixer, faultyValue, iriTerm, safe, suggested } from './term.ts'

const CANONICAL =
  /^(?:https?:)?\/*(?:www\.)?creativecommons\.org\/(licenses\/(?:by|by-nc|by-nc-nd|by-nc-sa|by-nd|by-sa)\/4\.0|publicdomain\/zero\/1\.0)(?:\/(?:deed|legalcode)(?:[.-][a-z_-]+)?(?:\.txt)?)?\/*(?:[?#].*)?['"]?$/i
const OTHER_VERSION = /creativecommons\.org\/licenses\/[a-z-]+\/(?:[123]\.\d)/i
const LICENCES = 'https://w3id.org/grunddata/vocab/cc-licence'

/** The one address of a licence of version 4.0, or of CC0, however its address is written; undefined for others. */
export function canonicalLicence(written: string): string | undefined {
  const match = CANONICAL.exec(written.trim())
  return match ? `http://creativecommons.org/${match[1].toLowerCase()}/` : undefined
}

/** `https://creativecommons.org/licenses/by/4.0/deed.sv` → `<http://creativecommons.org/licenses/by/4.0/>`. */
export const licenceCanonical: Fixer = (context) => {
  const value = faultyValue(context)
  if (!value) return undefined
  const canonical = canonicalLicence(value.text)
  if (canonical !== undefined) {
    return safe(iriTerm(canonical), {
      sv: 'Skriv licensen med dess standardadress.',
      en: 'Write the licence with its standard address.',
    })
  }
  if (OTHER_VERSION.test(value.text)) return { hint: otherVersion }
  const licences = context.vocabularies.get(LICENCES)
  if (value.kind === 'iri' || !licences) return undefined
  const found = nearest(value.text, licences)
  return (
    found &&
    suggested(found.term, {
      sv: `Kontrollera att licensen är ${found.concept.label.sv} och skriv då dess adress.`,
      en: `Check that the licence is ${found.concept.label.en} and then write its address.`,
    })
  )
}

const otherVersion = {
  sv: 'Behåll licensens version, eller låt den som äger rättigheterna besluta om version 4.0.',
  en: 'Keep the version of the licence, or let the owner of the rights decide on version 4.0.',
}
