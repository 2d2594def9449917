// By what portals know that two descriptions are of the same thing, and whose description is kept
// (harvesting.md, "Hantering av duplikat"; DCAT-AP-SE rules 30–32).
import type { Text } from '../finding.ts'
import { type Graph, ID, iriId, objects, text } from '../rdf/index.ts'
import { termAt } from './edit-term.ts'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Lower wins. */
export type Rank = 1 | 2 | 3

export const rankNames: Readonly<Record<Rank, Text>> = {
  1: { sv: 'katalogen har getts företräde', en: 'the catalogue has been given priority' },
  2: { sv: 'katalogen är offentlig sektors', en: "the catalogue is the public sector's" },
  3: { sv: 'katalogen är inte offentlig sektors', en: "the catalogue is not the public sector's" },
}

/** True for a dataset, a series or a service: what a UUID identifies across catalogues. */
export function isIdentified(graph: Graph, subject: number): boolean {
  const types = objects(graph, subject, ID.type)
  return ['Dataset', 'DatasetSeries', 'DataService'].some((name) => types.includes(iriId(graph, DCAT + name)))
}

/** The key of an entity: the UUID of a dataset or service in lower case, else its IRI. */
export function mergeKey(graph: Graph, subject: number): string {
  const uuid = isIdentified(graph, subject) ? uuidOf(graph, subject) : undefined
  return uuid === undefined ? text(graph, subject) : `uuid ${uuid}`
}

function uuidOf(graph: Graph, subject: number): string | undefined {
  const stated = [...objects(graph, subject, iriId(graph, `${DCT}identifier`))]
  const found = stated.map((id) => text(graph, id).toLowerCase()).filter((value) => UUID.test(value))
  return found.sort()[0]
}

/** The catalogues of a graph, the main one first: the one that the others are parts of. */
export function catalogsOf(graph: Graph): readonly number[] {
  const all = [...graphSubjects(graph, `${DCAT}Catalog`)]
  const parts = new Set(
    all.flatMap((each) =>
      [`${DCT}hasPart`, `${DCAT}catalog`].flatMap((name) => [...objects(graph, each, iriId(graph, name))]),
    ),
  )
  return [...all.filter((each) => !parts.has(each)), ...all.filter((each) => parts.has(each))]
}

function graphSubjects(graph: Graph, type: string): readonly number[] {
  const id = iriId(graph, type)
  const found = new Set<number>()
  for (let i = 0; i < graph.quads.count; i++)
    if (graph.quads.predicate[i] === ID.type && graph.quads.object[i] === id)
      found.add(graph.quads.subject[i])
  return [...found]
}

const PUBLIC = /\/(?:National|Regional|Local|SupraNational)Authority$/
const PUBLIC_NUMBER = /^http:\/\/dataportal\.se\/organisation\/SE2/

/** Public sector by the type of the main catalogue's publisher, else by its organisation number. */
export function sectorRank(graph: Graph): Rank {
  const [main] = catalogsOf(graph)
  if (main === undefined) return 3
  const publishers = [...objects(graph, main, iriId(graph, `${DCT}publisher`))]
  const isPublic = publishers.some((agent) => {
    const types = [...objects(graph, agent, iriId(graph, `${DCT}type`))].map((id) => text(graph, id))
    if (types.length > 0) return types.some((type) => PUBLIC.test(type))
    return PUBLIC_NUMBER.test(termAt(graph, agent)?.text ?? '')
  })
  return isPublic ? 2 : 3
}
