// The IRI that Sveriges dataportal gives an organisation (harvesting.md, "Utgivande organisation").
import { iriId, objects, text } from '../../rdf/index.ts'
import { isOrganisationNumber, ORGANISATION, organisationDigits } from '../orgnr.ts'
import { type FixContext, type Fixer, faultyValue, iriTerm, safe, suggested } from './term.ts'

const SAME =
  /^https?:\/*(?:www\.)?dataportal\.se\/(?:sv\/|en\/)?organi[sz]ations?\/SE[\s%20]*(\d{6})-?(\d{4})(-[A-Za-z0-9._~-]+)?\/*$/i

/** http/https, www, a hyphen or a slash at the end is put right; a number found elsewhere gives a suggestion. */
export const publisherIri: Fixer = (context) => {
  const value = faultyValue(context)
  if (!value) return undefined
  const describe = {
    sv: 'Skriv utgivaren med den adress som Sveriges dataportal ger organisationen.',
    en: 'Write the publisher with the address that Sveriges dataportal gives the organisation.',
  }
  const same = SAME.exec(value.text.trim())
  if (same) {
    const iri = `${ORGANISATION}${same[1]}${same[2]}${same[3] ?? ''}`
    if (iri === value.text && value.kind === 'iri') return undefined
    return safe(iriTerm(iri), describe)
  }
  const digits = organisationDigits(value.text) ?? numberWithin(value.text) ?? numberOfAgent(context)
  return digits === undefined ? undefined : suggested(iriTerm(ORGANISATION + digits), describe)
}

/** Ten digits in a row (a hyphen apart) that are an organisation number. */
function numberWithin(written: string): string | undefined {
  for (const [, a, b] of written.matchAll(/(?<!\d)(\d{6})-?(\d{4})(?!\d)/g))
    if (isOrganisationNumber(a + b)) return a + b
  return undefined
}

/** The number that the agent itself states as dcterms:identifier. */
function numberOfAgent({ graph, problem }: FixContext): string | undefined {
  if (problem.value === undefined) return undefined
  const identifier = iriId(graph, 'http://purl.org/dc/terms/identifier')
  for (const stated of objects(graph, problem.value, identifier)) {
    const digits = organisationDigits(text(graph, stated))
    if (digits && isOrganisationNumber(digits)) return digits
  }
  return undefined
}
