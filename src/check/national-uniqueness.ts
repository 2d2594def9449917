// One thing in one place: identifiers, titles and names that two resources share. Within one graph here; the digests
// let an assessment of several sources compare across them.
import type { Problem } from '../finding.ts'
import { FOCUS } from '../framework/index.ts'
import { BLANK, type Graph, LITERAL, text } from '../rdf/index.ts'
import { DCT, FOAF } from './namespaces.ts'
import type { Check } from './types.ts'
import { instances, nameOf, typedAs, values } from './walk.ts'

/** What may be shared, as the rule that says it must not be, and what a resource is known by. */
export interface Digest {
  readonly rule: 'national-identifier-shared' | 'national-title-shared' | 'national-publisher-name-shared'
  readonly path: string
  /** Equal keys mean the same thing. */
  readonly key: string
  /** Term id of the resource, and of the value. */
  readonly focus: number
  readonly value: number
}

const folded = (value: string) => value.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/** The digests of all national basic data of a graph and their publishers, each key once per resource. */
export function digestsOf(graph: Graph): readonly Digest[] {
  const digests: Digest[] = []
  for (const focus of instances(graph, `${FOCUS}NationalData`)) {
    const put = (rule: Digest['rule'], path: string, key: string, value: number) =>
      digests.push({ rule, path, key: `${rule} ${key}`, focus, value })
    for (const value of values(graph, focus, `${DCT}identifier`))
      if (graph.dictionary.kind[value] === LITERAL)
        put(
          'national-identifier-shared',
          `${DCT}identifier`,
          folded(text(graph, value)).replace(/^urn:uuid:/, ''),
          value,
        )
    const [publisher] = values(graph, focus, `${DCT}publisher`)
    if (publisher === undefined || graph.dictionary.kind[publisher] === BLANK) continue
    for (const value of values(graph, focus, `${DCT}title`))
      put(
        'national-title-shared',
        `${DCT}title`,
        `${text(graph, publisher)} ${folded(text(graph, value))}`,
        value,
      )
  }
  return digests
}

/** Rules national-identifier-shared, national-title-shared and national-publisher-name-shared, within one graph. */
export const nationalUniqueness: Check = (graph) => {
  const problems: Problem[] = []
  const owner = new Map<string, number>()
  const told = new Set<string>()
  for (const { rule, path, key, focus, value } of digestsOf(graph)) {
    const other = owner.get(key)
    if (other === undefined) owner.set(key, focus)
    else if (other !== focus && !told.has(`${rule} ${focus}`)) {
      told.add(`${rule} ${focus}`)
      problems.push({ rule, focus, path, value, params: { other: nameOf(graph, other) } })
    }
  }
  return [...problems, ...sharedNames(graph)]
}

function sharedNames(graph: Graph): readonly Problem[] {
  const path = `${FOAF}name`
  const publishers = new Set(instances(graph, `${FOCUS}NationalPublisher`))
  const agents = typedAs(graph, `${FOAF}Agent`, `${FOAF}Organization`)
  const owner = new Map<string, number>()
  for (let agent = 0; agent < agents.length; agent++)
    if (agents[agent] && !publishers.has(agent))
      for (const name of values(graph, agent, path)) owner.set(folded(text(graph, name)), agent)
  const problems: Problem[] = []
  for (const focus of publishers)
    for (const value of values(graph, focus, path)) {
      const key = folded(text(graph, value))
      const other = owner.get(key)
      owner.set(key, focus)
      if (other === undefined || other === focus) continue
      problems.push({
        rule: 'national-publisher-name-shared',
        focus,
        path,
        value,
        params: { other: text(graph, other) },
      })
      break
    }
  return problems
}
