// Who answers for a resource, by organisation number: its publisher, its creator and those it is attributed to.
// Hides the ways a number is written: in the address of the organisation or as its identifier.
import { organisationDigits } from '../profile/index.ts'
import { type Graph, IRI, iriId, LITERAL, objects, text } from '../rdf/index.ts'
import { organisations } from './data-organisations.ts'
import type { Domain, Organisation } from './types.ts'

const DCT = 'http://purl.org/dc/terms/'
const PROV = 'http://www.w3.org/ns/prov#'
const NUMBER_IN_IRI = /\/(?:SE)?(\d{6})-?(\d{4})(?![0-9])/i

/** Agents of a resource, as term ids. */
export interface Agents {
  readonly publishers: readonly number[]
  /** Creators and attributed agents. */
  readonly others: readonly number[]
}

/** Everybody a resource names as answering for it. */
export function agentsOf(graph: Graph, resource: number): Agents {
  const values = (subject: number, iri: string) => [...objects(graph, subject, iriId(graph, iri))]
  const attributions = values(resource, `${PROV}qualifiedAttribution`)
  return {
    publishers: values(resource, `${DCT}publisher`),
    others: [
      ...values(resource, `${DCT}creator`),
      ...attributions.flatMap((each) => values(each, `${PROV}agent`)),
    ],
  }
}

/** The ten digits of an agent's organisation number, undefined when nothing states one. */
export function numberOf(graph: Graph, agent: number): string | undefined {
  const match = graph.dictionary.kind[agent] === IRI ? NUMBER_IN_IRI.exec(text(graph, agent)) : null
  if (match) return match[1] + match[2]
  for (const value of objects(graph, agent, iriId(graph, `${DCT}identifier`)))
    if (graph.dictionary.kind[value] === LITERAL) return organisationDigits(text(graph, value))
  return undefined
}

/** Organisations by their ids, those unknown left out. */
export function organisationsOf(ids: readonly string[]): readonly Organisation[] {
  return ids.flatMap((id) => organisations.find((each) => each.id === id) ?? [])
}

/** The authority responsible for a domain. */
export function authorityOf(domain: Domain): Organisation | undefined {
  return organisationsOf([domain.responsible])[0]
}

/** Whether any of the agents has the number of one of the organisations. */
export function areAmong(graph: Graph, agents: readonly number[], known: readonly Organisation[]): boolean {
  const numbers = new Set(known.map(({ number }) => number.replace('-', '')))
  return agents.some((agent) => numbers.has(numberOf(graph, agent) ?? ''))
}
