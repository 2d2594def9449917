// A history as a DCAT-AP feed (LDES): pages by path, for a server or a folder. Two views of one stream: `feed` has the
// whole history, `feed/latest` the last event of each thing, deletions included.
import { writeJsonLd, writeTrig } from '../../rdf/index.ts'
import { type Artifact, etagOf, sha256Of } from '../artifact.ts'
import { createFeedLog, type FeedEntry, type FeedHistory } from './history.ts'
import { ACTIVITY_SHAPE, feedPrefixes, pageGraph } from './page.ts'
import { allNodes, type FeedNode, nodeOf, rangeOf } from './tree.ts'

export interface FeedSite {
  /** Absolute address that paths are relative to; ends with a slash. */
  readonly base: string
  /** Events on a page (250). */
  readonly pageSize?: number
  /** Shape that the stream says its events follow; default that of DCAT-AP Feeds. */
  readonly shape?: string
  /** How often the feed wants to be asked, in seconds. */
  readonly pollingIntervalS?: number
}

/** A page of a feed with how long it is good. */
export interface FeedArtifact extends Artifact {
  readonly body: string
  readonly etag: string
  readonly cacheControl: string
  /** It never changes again. */
  readonly isFinished: boolean
}

/** The syntaxes of pages by extension. */
export const feedForms = {
  trig: { mediaType: 'application/trig' },
  jsonld: { mediaType: 'application/ld+json' },
} as const

export type FeedForm = keyof typeof feedForms

export interface Feed {
  /** The page at a path relative to the base (`feed.trig`, `feed/2026/05.trig`); undefined when there is none. */
  readonly page: (path: string) => Promise<FeedArtifact | undefined>
  /** Every page of both views, in one syntax. `isKept` tells of finished pages that need not be made again. */
  readonly pages: (form?: FeedForm, isKept?: (path: string) => boolean) => AsyncIterable<FeedArtifact>
}

const PAGE_SIZE = 250
/** RFC 8246; a week, as DCAT-AP Feeds advises. */
const FINISHED = 'public, max-age=604800, immutable'
const OPEN = 'public, max-age=60'

/** A feed of a history. It reads on in the history whenever a page is asked for. */
export function createFeed(history: FeedHistory, site: FeedSite): Feed {
  const log = createFeedLog(history)
  const size = site.pageSize ?? PAGE_SIZE
  return {
    page: async (path) => {
      const asked = parsePath(path)
      const range = asked && rangeOf(asked.parts)
      if (!asked || !range) return undefined
      await log.extend()
      const node = nodeOf(log.entries, range, size)
      const isEmpty = node.entries.length === 0 && node.branches.length === 0
      if (isEmpty && range.parts.length > 0) return undefined
      return render(node, asked)
    },
    pages: async function* (form = 'trig', isKept = () => false) {
      await log.extend()
      const nodes = [...allNodes(log.entries, size)]
      for (const isLatestOnly of [false, true])
        for (const node of nodes) {
          const view = { form, isLatestOnly, parts: node.range.parts }
          if (isLatestOnly && node.range.parts.length > 0 && !hasLatest(node)) continue
          if (!isLatestOnly && node.isFinished && isKept(pathOf(view))) continue
          yield await render(node, view)
        }
    },
  }

  /** Whether a page, or anything behind it, has the last event of something. */
  function hasLatest({ range }: Pick<FeedNode, 'range'>): boolean {
    const node = nodeOf(log.entries, range, size)
    if (node.branches.length === 0) return node.entries.some(log.isLatest)
    return node.branches.some(({ parts }) => hasLatest({ range: rangeOf(parts)! }))
  }

  async function render(node: FeedNode, view: View): Promise<FeedArtifact> {
    const shown = view.isLatestOnly
      ? {
          ...node,
          entries: node.entries.filter(log.isLatest),
          branches: node.branches.filter(({ parts }) => hasLatest({ range: rangeOf(parts)! })),
        }
      : node
    const contents = await Promise.all(
      shown.entries.map(({ kind, hash }) => (kind === 'delete' ? undefined : history.content(hash))),
    )
    const url = (parts: readonly string[]) => site.base + pathOf({ ...view, parts })
    const graph = await pageGraph(shown, contents, {
      stream: `${site.base}feed#stream`,
      page: url(view.parts),
      root: url([]),
      shape: site.shape ?? ACTIVITY_SHAPE,
      isLatestOnly: view.isLatestOnly,
      ...(site.pollingIntervalS !== undefined && { pollingIntervalS: site.pollingIntervalS }),
      addressOf: ({ parts }) => url(parts),
      eventIri: (entry) => eventIri(site.base, entry),
    })
    const write = view.form === 'jsonld' ? writeJsonLd : writeTrig
    const body = [...write(graph, { prefixes: feedPrefixes })].join('')
    const isFinished = node.isFinished && !view.isLatestOnly
    return {
      path: pathOf(view),
      mediaType: feedForms[view.form].mediaType,
      body,
      etag: etagOf(body),
      cacheControl: isFinished ? FINISHED : OPEN,
      isFinished,
    }
  }
}

interface View {
  readonly form: FeedForm
  readonly isLatestOnly: boolean
  readonly parts: readonly string[]
}

/** The page at a path of a feed of a history; for a server, {@link createFeed} remembers between questions. */
export async function feedPage(
  history: FeedHistory,
  path: string,
  site: FeedSite,
): Promise<FeedArtifact | undefined> {
  return createFeed(history, site).page(path)
}

/** `feed.trig`, `feed/2026/05.trig`, `feed/latest.trig`, `feed/latest/2026.trig`. */
function pathOf({ form, isLatestOnly, parts }: View): string {
  return `${['feed', ...(isLatestOnly ? ['latest'] : []), ...parts].join('/')}.${form}`
}

function parsePath(path: string): View | undefined {
  const found = /^feed((?:\/[^/.]+)*)\.([a-z]+)$/.exec(path)
  if (!found || !(found[2] in feedForms)) return undefined
  const parts = found[1].split('/').filter(Boolean)
  const isLatestOnly = parts[0] === 'latest'
  return { form: found[2] as FeedForm, isLatestOnly, parts: isLatestOnly ? parts.slice(1) : parts }
}

/** Says what the event is, so that another history at the same address never gives another event the same name. */
function eventIri(base: string, { seq, time, kind, iri, hash }: FeedEntry): string {
  return `${base}feed/event/${seq}-${sha256Of([time, kind, iri, hash].join('\n')).slice(0, 12)}`
}
