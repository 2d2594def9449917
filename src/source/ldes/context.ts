// What a feed says of itself: where its members' time, object and kind are written, and what it keeps.
import { type Graph, iriId, LITERAL, objects, text } from '../../rdf/index.ts'
import { type FeedPath, readPath } from './path.ts'
import { type Retention, readRetention } from './retention.ts'
import { AS, LDES, RDF } from './vocabulary.ts'

/** How a kind of event is told: the value that a path has. */
export interface KindMark {
  readonly path: FeedPath
  readonly values: readonly string[]
}

/** The context of a stream; plain data. Source: LDES, "context information". */
export interface FeedContext {
  /** IRI of the event stream. */
  readonly stream: string
  readonly timestampPath?: FeedPath
  readonly sequencePath?: FeedPath
  readonly versionOfPath?: FeedPath
  /** The order of the versions of one object, where that is not the order of publishing. */
  readonly versionTimestampPath?: FeedPath
  readonly versionSequencePath?: FeedPath
  readonly create: KindMark
  readonly update: KindMark
  readonly delete: KindMark
  readonly transaction?: TransactionMark
  readonly retention: readonly Retention[]
  readonly pollingIntervalS?: number
}

/** How members are told to belong together. Without a way to tell the end there are no transactions. */
export interface TransactionMark {
  /** Leads to the transaction's name, an IRI or a literal. */
  readonly path: FeedPath
  /** How the member is told that says: the transaction is finished. */
  readonly finalized?: KindMark
}

const paths = [
  'timestampPath',
  'sequencePath',
  'versionOfPath',
  'versionTimestampPath',
  'versionSequencePath',
] as const

/** The context in a page's default graph; what it does not say is as `before`. `view` is the page that was the entry. */
export function readContext(
  graph: Graph,
  { stream, views, before }: { stream: string; views: readonly string[]; before?: FeedContext },
): FeedContext {
  const id = iriId(graph, stream)
  const found: { -readonly [name in (typeof paths)[number]]?: FeedPath } = {}
  for (const name of paths) {
    const [term] = objects(graph, id, iriId(graph, `${LDES}${name}`))
    const path = term === undefined ? before?.[name] : (readPath(graph, term) ?? before?.[name])
    if (path !== undefined) found[name] = path
  }
  const transaction = transactionOf(graph, id, before?.transaction)
  const retention = readRetention(graph, [stream, ...views])
  const interval = pollingInterval(graph, [stream, ...views]) ?? before?.pollingIntervalS
  return {
    stream,
    ...found,
    create: markOf(graph, id, 'Create', before?.create),
    update: markOf(graph, id, 'Update', before?.update),
    delete: markOf(graph, id, 'Delete', before?.delete),
    ...(transaction && { transaction }),
    retention: retention.length > 0 ? retention : (before?.retention ?? []),
    ...(interval !== undefined && { pollingIntervalS: interval }),
  }
}

function markOf(graph: Graph, stream: number, kind: string, before: KindMark | undefined): KindMark {
  const declared = objects(graph, stream, iriId(graph, `${LDES}version${kind}Object`))
  const [path] = objects(graph, stream, iriId(graph, `${LDES}version${kind}Path`))
  const read = path === undefined ? undefined : readPath(graph, path)
  return {
    path: read ?? before?.path ?? `${RDF}type`,
    values:
      declared.length > 0 ? [...declared].map((term) => text(graph, term)) : (before?.values ?? [AS + kind]),
  }
}

/** Source: LDES, "versions and transactions". The value that says finished is true where the stream names none. */
function transactionOf(
  graph: Graph,
  stream: number,
  before: TransactionMark | undefined,
): TransactionMark | undefined {
  const pathOf = (name: string) => {
    const [term] = objects(graph, stream, iriId(graph, `${LDES}${name}`))
    return term === undefined ? undefined : readPath(graph, term)
  }
  const path = pathOf('transactionPath') ?? before?.path
  if (path === undefined) return undefined
  const end = pathOf('transactionFinalizedPath') ?? before?.finalized?.path
  const declared = objects(graph, stream, iriId(graph, `${LDES}transactionFinalizedObject`))
  const values = declared.length > 0 ? [...declared].map((term) => text(graph, term)) : undefined
  return {
    path,
    ...(end !== undefined && {
      finalized: { path: end, values: values ?? before?.finalized?.values ?? ['true', '1'] },
    }),
  }
}

function pollingInterval(graph: Graph, subjects: readonly string[]): number | undefined {
  for (const subject of subjects)
    for (const value of objects(graph, iriId(graph, subject), iriId(graph, `${LDES}pollingInterval`))) {
      const seconds = Number(text(graph, value))
      if (graph.dictionary.kind[value] === LITERAL && seconds >= 0) return seconds
    }
  return undefined
}
