// Who stands behind national basic data: the address and number of the publisher, the authority of the domain, and
// that the publisher is a public body.
import type { Problem } from '../finding.ts'
import {
  agentsOf,
  areAmong,
  authorityOf,
  domainOf,
  FOCUS,
  numberOf,
  organisationsOf,
} from '../framework/index.ts'
import { isOrganisationNumber } from '../profile/index.ts'
import { type Graph, IRI, text } from '../rdf/index.ts'
import { DCT } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, values } from './walk.ts'

const PUBLISHER = `${DCT}publisher`
const AGREED_FORM = /^http:\/\/dataportal\.se\/organisation\/SE([0-9]{10})(-[A-Za-z0-9._~-]+)?$/
/** ADMS publisher types of public bodies. */
const PUBLIC_TYPE =
  /^http:\/\/purl\.org\/adms\/publishertype\/(?:NationalAuthority|LocalAuthority|RegionalAuthority|SupraNationalAuthority)$/
/** Organisation numbers of state, regional and municipal bodies begin with 2. */
const PUBLIC_NUMBER = /^2/

/** Rules national-publisher-*. */
export const nationalAgents: Check = (graph) => {
  const problems: Problem[] = []
  for (const focus of instances(graph, `${FOCUS}NationalResource`)) {
    for (const value of values(graph, focus, PUBLISHER)) {
      const at = { focus, path: PUBLISHER, value }
      const rule = formProblem(graph, value)
      if (rule) problems.push({ rule, ...at })
      if (!isPublicBody(graph, value)) problems.push({ rule: 'national-publisher-not-public', ...at })
    }
  }
  for (const focus of instances(graph, `${FOCUS}DomainResource`))
    problems.push(...authorityProblem(graph, focus))
  return problems
}

function formProblem(graph: Graph, publisher: number): string | undefined {
  if (graph.dictionary.kind[publisher] !== IRI) return undefined
  const match = AGREED_FORM.exec(text(graph, publisher))
  if (!match) return 'national-publisher-iri-form'
  return isOrganisationNumber(match[1]) ? undefined : 'national-publisher-check-digit'
}

function isPublicBody(graph: Graph, publisher: number): boolean {
  const isPublicType = [...values(graph, publisher, `${DCT}type`)].some((type) =>
    PUBLIC_TYPE.test(text(graph, type)),
  )
  return isPublicType || PUBLIC_NUMBER.test(numberOf(graph, publisher) ?? '')
}

function authorityProblem(graph: Graph, focus: number): readonly Problem[] {
  const domain = domainOf(graph, focus)
  const authority = domain && authorityOf(domain)
  if (!authority) return []
  const { publishers, others } = agentsOf(graph, focus)
  const agents = [...publishers, ...others]
  if (areAmong(graph, agents, [authority])) return []
  const cooperates = areAmong(graph, agents, organisationsOf(domain.cooperating))
  const rule = cooperates ? 'national-publisher-cooperating' : 'national-publisher-authority'
  return [{ rule, focus, path: PUBLISHER, params: { authority: authority.label } }]
}
