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
  readonly retention: readonly Retention[]
  readonly pollingIntervalS?: number
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
  const retention = readRetention(graph, [stream, ...views])
  const interval = pollingInterval(graph, [stream, ...views]) ?? before?.pollingIntervalS
  return {
    stream,
    ...found,
    create: markOf(graph, id, 'Create', before?.create),
    update: markOf(graph, id, 'Update', before?.update),
    delete: markOf(graph, id, 'Delete', before?.delete),
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

function pollingInterval(graph: Graph, subjects: readonly string[]): number | undefined {
  for (const subject of subjects)
    for (const value of objects(graph, iriId(graph, subject), iriId(graph, `${LDES}pollingInterval`))) {
      const seconds = Number(text(graph, value))
      if (graph.dictionary.kind[value] === LITERAL && seconds >= 0) return seconds
    }
  return undefined
}
