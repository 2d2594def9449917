// Who publishes: one IRI of the right form per organisation, described in the file (rules 18–23, 45).
import type { Problem } from '../finding.ts'
import { isOrganisationNumber } from '../profile/index.ts'
import { type Graph, IRI, offsetOf, text } from '../rdf/index.ts'
import { DCAT, DCT, FOAF, OWL } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, links, nameOf, typedAs, values } from './walk.ts'

const PUBLISHER = `${DCT}publisher`
const CREATOR = `${DCT}creator`
/** The form harvesting.md recommends; it gives no alphabet for the suffix, so unreserved characters are taken. */
const AGREED_FORM = /^http:\/\/dataportal\.se\/organisation\/SE([0-9]{10})(-[A-Za-z0-9._~-]+)?$/
const NUMBER_IN_IRI = /SE([0-9]{6})-?([0-9]{4})(?![0-9])/
/** From how many publishers on a catalogue is worth a word ("many" has no number in the specification). */
const MANY = 10

/** Rules publisher-*, catalog-publisher-unused, catalog-publishers-many and creator-same-as-publisher. */
export const publishers: Check = (graph) => {
  const problems: Problem[] = []
  const described = typedAs(graph, `${FOAF}Agent`, `${FOAF}Person`, `${FOAF}Organization`)
  const seen = new Uint8Array(graph.dictionary.count)
  for (const property of [PUBLISHER, CREATOR]) {
    const { subject, object } = links(graph, property)
    for (let i = 0; i < object.length; i++) {
      const agent = object[i]
      if (seen[agent] || graph.dictionary.kind[agent] > 2) continue
      seen[agent] = 1
      if (!described[agent])
        problems.push({ rule: 'publisher-undescribed', focus: subject[i], path: property, value: agent })
      if (graph.dictionary.kind[agent] !== IRI) continue
      const rule = iriProblem(text(graph, agent))
      const use = { focus: subject[i], path: property, value: agent }
      if (rule) problems.push(described[agent] ? { rule, focus: agent, value: agent } : { rule, ...use })
    }
  }
  describedTwice(graph, described, problems)
  catalogPublishers(graph, problems)
  creatorIsPublisher(graph, problems)
  return problems
}

function iriProblem(iri: string): string | undefined {
  const match = AGREED_FORM.exec(iri)
  if (!match) return 'publisher-iri-form'
  return isOrganisationNumber(match[1]) ? undefined : 'publisher-check-digit'
}

const normalised = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()

/** What says that two agents are the same organisation. */
function signsOf(graph: Graph, agent: number): Set<string> {
  const signs = new Set<string>()
  for (const name of values(graph, agent, `${FOAF}name`)) signs.add(`name ${normalised(text(graph, name))}`)
  for (const id of values(graph, agent, `${DCT}identifier`))
    signs.add(`id ${normalised(text(graph, id)).replace(/^(\d{6})-(\d{4})$/, '$1$2')}`)
  if (graph.dictionary.kind[agent] !== IRI) return signs
  const iri = text(graph, agent)
  const number = NUMBER_IN_IRI.exec(iri)
  // A suffix means, by agreement, another organisation with the same number.
  if (number && !/-[^/]*[A-Za-z]/.test(iri.slice(number.index))) signs.add(`id ${number[1]}${number[2]}`)
  return signs
}

function describedTwice(graph: Graph, described: Uint8Array, problems: Problem[]): void {
  const owner = new Map<string, number>()
  const reported = new Set<number>()
  const report = (agent: number, other: number) => {
    if (reported.has(agent) || reported.has(other)) return
    reported.add(agent)
    problems.push({
      rule: 'publisher-described-twice',
      focus: agent,
      params: { other: text(graph, other), name: nameOf(graph, other) },
    })
  }
  // In the order of the file: the second description is the one too many.
  const agents: number[] = []
  described.forEach((is, agent) => {
    if (is && graph.dictionary.kind[agent] === IRI) agents.push(agent)
  })
  agents.sort((a, b) => offsetOf(graph, a) - offsetOf(graph, b))
  for (const agent of agents) {
    for (const sign of signsOf(graph, agent)) {
      const other = owner.get(sign)
      if (other === undefined) owner.set(sign, agent)
      else if (other !== agent) report(agent, other)
    }
  }
  const { subject, object } = links(graph, `${OWL}sameAs`)
  for (let i = 0; i < object.length; i++)
    if (described[subject[i]] && described[object[i]] && subject[i] !== object[i])
      report(object[i], subject[i])
}

function catalogPublishers(graph: Graph, problems: Problem[]): void {
  for (const catalog of instances(graph, `${DCAT}Catalog`)) {
    const used = new Set<number>()
    for (const dataset of values(graph, catalog, `${DCAT}dataset`))
      for (const publisher of values(graph, dataset, PUBLISHER)) used.add(publisher)
    const own = values(graph, catalog, PUBLISHER)
    if (used.size > MANY)
      problems.push({ rule: 'catalog-publishers-many', focus: catalog, params: { count: used.size } })
    if (used.size > 0 && own.length > 0 && !own.some((publisher) => used.has(publisher)))
      problems.push({ rule: 'catalog-publisher-unused', focus: catalog, path: PUBLISHER, value: own[0] })
  }
}

function creatorIsPublisher(graph: Graph, problems: Problem[]): void {
  const { subject, object } = links(graph, CREATOR)
  for (let i = 0; i < object.length; i++)
    if (values(graph, subject[i], PUBLISHER).includes(object[i]))
      problems.push({
        rule: 'creator-same-as-publisher',
        focus: subject[i],
        path: CREATOR,
        value: object[i],
      })
}
