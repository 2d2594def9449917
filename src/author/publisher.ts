// The IRI of an organisation at Sveriges dataportal.
import type { Iri } from '../dcat/index.ts'
import { GrunddataError } from '../errors.ts'
import { isOrganisationNumber, ORGANISATION, organisationDigits } from '../profile/index.ts'

/**
 * The IRI of a publisher: `212000-0829` gives `http://dataportal.se/organisation/SE2120000829` (harvesting.md,
 * "Utgivande organisation"). Throws MODEL_INVALID for anything that is not an organisation number.
 */
export function publisherIri(organisationNumber: string): Iri {
  const digits = organisationDigits(organisationNumber)
  if (digits !== undefined && isOrganisationNumber(digits)) return `${ORGANISATION}${digits}` as Iri
  throw new GrunddataError(
    'MODEL_INVALID',
    {
      sv: `”${organisationNumber}” är inget organisationsnummer.`,
      en: `“${organisationNumber}” is not an organisation number.`,
    },
    {
      hint: {
        sv: 'Ange tio siffror; den sista är en kontrollsiffra.',
        en: 'Give ten digits; the last one is a check digit.',
      },
    },
  )
}
