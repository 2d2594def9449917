// A page of a feed as RDF: what the stream is, where the page leads, and its events with what they say.
import {
  createGraphBuilder,
  type Graph,
  type GraphBuilder,
  ID,
  internAnonymous,
  internString,
  LITERAL,
} from '../../rdf/index.ts'
import type { FeedEntry } from './history.ts'
import { addPayload } from './payload.ts'
import type { FeedBranch, FeedNode } from './tree.ts'

const LDES = 'https://w3id.org/ldes#'
const TREE = 'https://w3id.org/tree#'
const AS = 'https://www.w3.org/ns/activitystreams#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** Prefixes of a page beside those of the project. */
export const feedPrefixes: ReadonlyMap<string, string> = new Map([
  ['ldes', LDES],
  ['tree', TREE],
  ['as', AS],
])

/** The shape that events follow. Source: DCAT-AP Feeds. */
export const ACTIVITY_SHAPE = 'https://semiceu.github.io/LDES-DCAT-AP-feeds/shape.ttl#ActivityShape'

export interface PageFacts {
  readonly stream: string
  /** Address of this page, and of the root of its view. */
  readonly page: string
  readonly root: string
  readonly shape: string
  readonly isLatestOnly: boolean
  readonly pollingIntervalS?: number
  readonly addressOf: (branch: FeedBranch) => string
  readonly eventIri: (entry: FeedEntry) => string
}

const kinds = { create: 'Create', update: 'Update', delete: 'Delete' } as const

/** The graph of a page. `contents` are N-Quads in the order of the entries; those without are left out unless deletions. */
export async function pageGraph(
  node: FeedNode,
  contents: readonly (string | undefined)[],
  facts: PageFacts,
): Promise<Graph> {
  const builder = createGraphBuilder(1024)
  const write = writerOf(builder)
  const { stream, page, root } = facts
  write.iri(stream, ID_TYPE, `${LDES}EventStream`)
  write.iri(stream, `${TREE}shape`, facts.shape)
  write.iri(stream, `${LDES}timestampPath`, `${AS}published`)
  write.iri(stream, `${LDES}versionOfPath`, `${AS}object`)
  write.iri(stream, `${TREE}view`, root)
  write.iri(page, ID_TYPE, `${TREE}Node`)
  if (page === root) describeView(builder, facts)
  if (node.isFinished && !facts.isLatestOnly) write.literal(page, `${LDES}immutable`, 'true', `${XSD}boolean`)
  for (const branch of node.branches) relate(builder, facts, branch)
  for (const [i, entry] of node.entries.entries()) {
    const { [i]: content } = contents
    if (content === undefined && entry.kind !== 'delete') continue
    const event = facts.eventIri(entry)
    write.iri(stream, `${TREE}member`, event)
    write.iri(event, ID_TYPE, `${AS}${kinds[entry.kind]}`)
    write.iri(event, `${AS}object`, entry.iri)
    write.literal(event, `${AS}published`, entry.time, `${XSD}dateTime`)
    if (content !== undefined && entry.kind !== 'delete') await addPayload(builder, { event, entry, content })
  }
  return builder.finish()
}

const ID_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

function writerOf(builder: GraphBuilder) {
  const id = (iri: string) => builder.iriText(iri, 0)
  return {
    iri: (s: string, p: string, o: string) => builder.add(id(s), id(p), id(o), 0),
    literal: (s: string, p: string, o: string, datatype: string) =>
      builder.add(id(s), id(p), internString(builder.dictionary, LITERAL, o, id(datatype)), 0),
  }
}

function describeView(builder: GraphBuilder, { root, isLatestOnly, pollingIntervalS }: PageFacts): void {
  const { dictionary } = builder
  const id = (iri: string) => builder.iriText(iri, 0)
  const number = (value: number) => internString(dictionary, LITERAL, String(value), ID.integer)
  if (pollingIntervalS !== undefined)
    builder.add(id(root), id(`${LDES}pollingInterval`), number(pollingIntervalS), 0)
  if (!isLatestOnly) return
  const view = internAnonymous(dictionary)
  const policy = internAnonymous(dictionary)
  builder.add(id(root), id(`${TREE}viewDescription`), view, 0)
  builder.add(view, id(`${LDES}retentionPolicy`), policy, 0)
  builder.add(policy, ID.type, id(`${LDES}LatestVersionSubset`), 0)
  builder.add(policy, id(`${LDES}amount`), number(1), 0)
}

function relate(builder: GraphBuilder, facts: PageFacts, branch: FeedBranch): void {
  const { dictionary } = builder
  const id = (iri: string) => builder.iriText(iri, 0)
  const bounds = [
    ['GreaterThanOrEqualToRelation', branch.from],
    [branch.isUntilIn ? 'LessThanOrEqualToRelation' : 'LessThanRelation', branch.until],
  ] as const
  for (const [kind, value] of bounds) {
    const relation = internAnonymous(dictionary)
    builder.add(id(facts.page), id(`${TREE}relation`), relation, 0)
    builder.add(relation, ID.type, id(`${TREE}${kind}`), 0)
    builder.add(relation, id(`${TREE}node`), id(facts.addressOf(branch)), 0)
    builder.add(relation, id(`${TREE}path`), id(`${AS}published`), 0)
    builder.add(
      relation,
      id(`${TREE}value`),
      internString(dictionary, LITERAL, value, id(`${XSD}dateTime`)),
      0,
    )
  }
}
