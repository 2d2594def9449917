// Sources written as DCAT in Turtle: each is a dcat:Catalog with an identifier and a distribution, and says the rest in
// terms named after the keys of sources.yaml.
import type { Location } from '../../finding.ts'
import { type Graph, iriId, locationAt, objects, offsetOf, parse, subjects, text } from '../../rdf/index.ts'
import type { Entry, Value } from './entries.ts'
import type { SourceFault } from './faults.ts'
import { sourceFields } from './fields.ts'

/** The namespace of the terms; the local name is the key. */
export const SOURCE_TERMS = 'https://w3id.org/grunddata/source#'

const DCAT = 'http://www.w3.org/ns/dcat#'
const DCT = 'http://purl.org/dc/terms/'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const ORGANISATION = /^https?:\/\/(?:www\.)?dataportal\.se\/organisation\/SE(\d{10})/
/** Kinds of publishers that are private. Source: ADMS, publisher type. */
const PRIVATE = /\/(Company|PrivateIndividual\(s\)|NonProfitOrganisation|IndustryConsortium)$/

export async function readTurtleSources(
  written: string,
  file: string,
): Promise<{ readonly root: Value | undefined; readonly faults: readonly SourceFault[] }> {
  const graph = await parse({ name: file, bytes: Buffer.from(written, 'utf8') }, { syntax: 'turtle' })
  const faults = graph.problems
    .filter(({ rule }) => rule.startsWith('syntax-'))
    .map(({ at = 0, end }): SourceFault => {
      const reason = { sv: 'det går inte att läsa som Turtle', en: 'it cannot be read as Turtle' }
      return { rule: 'sources-syntax', place: placeAt(graph, file, at, end), params: { reason } }
    })
  const hasTerms = (catalog: number) =>
    objects(graph, catalog, iriId(graph, `${DCT}identifier`)).length > 0 &&
    objects(graph, catalog, iriId(graph, `${DCAT}distribution`)).length > 0
  const catalogs = [...subjects(graph, iriId(graph, RDF_TYPE), iriId(graph, `${DCAT}Catalog`))].filter(
    hasTerms,
  )
  const items = catalogs.map((catalog) => sourceValue(graph, catalog, file))
  const at = placeAt(graph, file, 0)
  const sources: Value = { kind: 'list', items, at }
  return { root: { kind: 'map', entries: [{ key: 'sources', at, value: sources }], at }, faults }
}

function sourceValue(graph: Graph, catalog: number, file: string): Value {
  const at = placeAt(graph, file, Math.max(0, offsetOf(graph, catalog)))
  const entries: Entry[] = []
  const one = (subject: number, iri: string): { text: string; at: Location } | undefined => {
    const predicate = iriId(graph, iri)
    const [object] = objects(graph, subject, predicate)
    if (object === undefined) return undefined
    const offset = offsetOf(graph, subject, predicate, object)
    return { text: text(graph, object), at: placeAt(graph, file, Math.max(0, offset)) }
  }
  const add = (key: string, found: { text: string; at: Location } | undefined) => {
    if (found && !entries.some((entry) => entry.key === key))
      entries.push({ key, at: found.at, value: { kind: 'scalar', ...found } })
  }
  for (const [key, { kind }] of Object.entries(sourceFields)) {
    if (kind.as === 'fields' || kind.as === 'words') {
      const [node] = objects(graph, catalog, iriId(graph, SOURCE_TERMS + key))
      if (node !== undefined) entries.push({ key, at, value: nodeValue(graph, node, file, at) })
    } else if (kind.as === 'texts') {
      const items = [...objects(graph, catalog, iriId(graph, SOURCE_TERMS + key))].map(
        (object): Value => ({ kind: 'scalar', text: text(graph, object), at }),
      )
      if (items.length > 0) entries.push({ key, at, value: { kind: 'list', items, at } })
    } else add(key, one(catalog, SOURCE_TERMS + key))
  }
  add('id', one(catalog, `${DCT}identifier`))
  add('title', one(catalog, `${DCT}title`))
  const [distribution] = objects(graph, catalog, iriId(graph, `${DCAT}distribution`))
  add('url', one(distribution, `${DCAT}downloadURL`) ?? one(distribution, `${DCAT}accessURL`))
  const publisher = one(catalog, `${DCT}publisher`)
  const digits = publisher && ORGANISATION.exec(publisher.text)?.[1]
  if (publisher && digits) add('organisation', { text: digits, at: publisher.at })
  const [agent] = objects(graph, catalog, iriId(graph, `${DCT}publisher`))
  const type = agent === undefined ? undefined : one(agent, `${DCT}type`)
  if (type) add('sector', { text: PRIVATE.test(type.text) ? 'private' : 'public', at: type.at })
  return { kind: 'map', entries, at }
}

/** A node whose properties are keys. */
function nodeValue(graph: Graph, node: number, file: string, at: Location): Value {
  const entries: Entry[] = []
  const { offset, predicate, value } = graph.out
  for (let row = offset[node]; row < offset[node + 1]; row++) {
    const iri = text(graph, predicate[row])
    if (!iri.startsWith(SOURCE_TERMS)) continue
    const place = placeAt(graph, file, graph.out.at[row])
    const key = iri.slice(SOURCE_TERMS.length)
    entries.push({ key, at: place, value: { kind: 'scalar', text: text(graph, value[row]), at: place } })
  }
  return { kind: 'map', entries, at: entries[0]?.at ?? at }
}

function placeAt(graph: Graph, file: string, offset: number, end?: number): Location {
  return graph.source ? locationAt(graph.source, offset, end) : { file, line: 1, column: 1 }
}
