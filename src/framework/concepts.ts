// The addresses that mark data as belonging to a domain. Two forms are in circulation for the same concept:
// the profile's text has one, the code of the data portal tests the other. Both are known here.
import { defaultPrefixes, domains, recognisedPrefixes } from './data-domains.ts'
import type { Domain } from './types.ts'

/** The two forms of address, the one that is written by default first. */
export const subjectPrefixes: readonly string[] = [
  ...defaultPrefixes,
  ...recognisedPrefixes.filter((prefix) => !defaultPrefixes.includes(prefix)),
]

/** True when the concept is our own until Digg publishes one. */
export function isProvisional(domain: Domain): boolean {
  return domain.conceptStatus === 'provisional'
}

/**
 * What to write in dcterms:subject for a domain: its address below `prefix` (default: the form that the data portal
 * tests). A provisional concept keeps our own address, for nothing is minted in somebody else's namespace.
 */
export function subjectIri(domain: Domain, prefix: string = subjectPrefixes[0]): string {
  return isProvisional(domain) ? domain.iri : prefix + domain.id
}

/** The domain that a value of dcterms:subject marks, in any known form of address; undefined for any other subject. */
export function domainOfSubject(iri: string): Domain | undefined {
  const prefix = subjectPrefixes.find((each) => iri.startsWith(each))
  if (prefix === undefined) return domains.find((domain) => domain.iri === iri)
  const id = iri.slice(prefix.length).replace(/\/$/, '')
  return domains.find((domain) => domain.id === id)
}
