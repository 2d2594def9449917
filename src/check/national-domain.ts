// The mark of national basic data: there, once, of a known domain, and in which of the two forms of address.
import type { Problem } from '../finding.ts'
import { domainMarks, FOCUS, isProvisional, subjectIri } from '../framework/index.ts'
import type { Graph } from '../rdf/index.ts'
import { DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances } from './walk.ts'

const SUBJECT = `${DCT}subject`

/** Rules national-domain-*; the form of address that is wanted is the one that the data portal tests. */
export const nationalDomain: Check = (graph) => {
  const problems: Problem[] = []
  for (const focus of instances(graph, `${FOCUS}NationalResource`)) {
    const marks = domainMarks(graph, focus)
    if (marks.length === 0) problems.push({ rule: 'national-domain-missing', focus, path: SUBJECT })
    const first = marks.find(({ domain }) => domain)?.domain
    for (const { value, domain } of marks) {
      if (!domain) problems.push({ rule: 'national-domain-unknown', focus, path: SUBJECT, value })
      else if (domain !== first)
        problems.push({ rule: 'national-domain-repeated', focus, path: SUBJECT, value })
    }
  }
  return [...problems, ...domainForms(graph)]
}

/** Rule national-domain-iri-form: addresses of domains that do not begin with the prefix that is wanted. */
export function domainForms(graph: Graph, prefix?: string): readonly Problem[] {
  const problems: Problem[] = []
  for (const focus of instances(graph, `${FOCUS}NationalResource`))
    for (const { value, iri, domain } of domainMarks(graph, focus)) {
      if (!domain) continue
      const wanted = subjectIri(domain, prefix)
      // Nothing is minted in the namespace of others: a provisional concept may stand in either form, or our own.
      if (iri === wanted || isProvisional(domain)) continue
      problems.push({ rule: 'national-domain-iri-form', focus, path: SUBJECT, value, params: { wanted } })
    }
  return problems
}
