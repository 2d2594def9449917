// A site made ready to be shown: content read, search built, access and the rest as configured.
import type { Text } from '../finding.ts'
import { type Io, quietIo } from '../io.ts'
import type { Feed } from '../publish/index.ts'
import { type Client, openClient, type ReadOptions } from '../source/index.ts'
import { type AccessOptions, createAccess } from './access/index.ts'
import { type Holdings, loadHoldings } from './data/holdings.ts'
import { loadAssets } from './design/assets.ts'
import type { Desk, History } from './history.ts'
import { createMetrics } from './machine/metrics.ts'
import { createSparql, passThrough, type Sparql, type SparqlOptions } from './machine/sparql.ts'
import { createSearch } from './search/index.ts'
import type { Site } from './site.ts'
import { createToolkit, type ToolkitOptions } from './toolkit/work.ts'

export interface SiteOptions {
  /** Public address of the portal, where entities with IRIs below it are looked for. */
  readonly base: string
  readonly title?: Text
  readonly contact?: string
  readonly read?: ReadOptions
  readonly access?: Omit<AccessOptions, 'base' | 'io'>
  /** Hosts with private addresses that visitors may make the portal fetch; default: none. */
  readonly allowPrivate?: readonly string[]
  /** False: addresses that visitors give are not fetched. */
  readonly canFetch?: boolean
  /** Address of a SPARQL endpoint to pass queries on to; default: the embedded store. */
  readonly sparqlEndpoint?: string
  readonly sparql?: Omit<SparqlOptions, 'graph'>
  readonly toolkit?: ToolkitOptions
  readonly history?: History
  readonly feed?: Feed
  readonly sourceMetrics?: () => Promise<string>
  readonly desk?: Desk
  readonly isStatic?: boolean
  readonly io?: Io
}

const TITLE: Text = { sv: 'Grunddataportalen', en: 'Basic Data Portal' }

export interface OpenedSite extends Site {
  readonly close: () => Promise<void>
}

/** A site of files, folders and addresses. */
export async function openSite(refs: readonly string[], options: SiteOptions): Promise<OpenedSite> {
  const { read, io = quietIo() } = options
  const base = baseOf(options.base)
  return siteOf(await loadHoldings(refs, { base, io, ...(read && { read }) }), options)
}

/** A site of content that is already in memory. */
export async function siteOf(holdings: Holdings, options: SiteOptions): Promise<OpenedSite> {
  const { io = quietIo(), allowPrivate = [] } = options
  const base = baseOf(options.base)
  const client =
    options.canFetch === false
      ? undefined
      : await openClient({ allowPrivate, userAgent: 'grunddata (portal)', retry: { retries: 0 } })
  const search = await createSearch(holdings)
  const sparql = await sparqlOf(holdings, options)
  const toolkit = createToolkit(options.toolkit)
  return {
    title: options.title ?? TITLE,
    base,
    root: new URL(base).pathname.replace(/\/$/, ''),
    holdings,
    search,
    assets: loadAssets(),
    access: createAccess({ ...options.access, base, io }),
    sparql,
    toolkit,
    metrics: createMetrics(),
    ...(client && { client }),
    ...(options.history && { history: options.history }),
    ...(options.feed && { feed: options.feed }),
    ...(options.sourceMetrics && { sourceMetrics: options.sourceMetrics }),
    ...(options.desk && { desk: options.desk }),
    ...(options.contact !== undefined && { contact: options.contact }),
    io,
    isStatic: options.isStatic ?? false,
    close: async () => {
      search.close()
      await sparql.close()
      await toolkit.close()
      await client?.close()
    },
  }
}

function baseOf(address: string): string {
  return address.endsWith('/') ? address : `${address}/`
}

/** The operator names the endpoint: it may be on a private address. */
async function sparqlOf(holdings: Holdings, { sparqlEndpoint, sparql }: SiteOptions): Promise<Sparql> {
  if (sparqlEndpoint === undefined) return createSparql({ graph: () => holdings.reading.graph, ...sparql })
  const client: Client = await openClient({
    allowPrivate: [new URL(sparqlEndpoint).hostname],
    retry: { retries: 0 },
  })
  const passed = passThrough(sparqlEndpoint, client, sparql)
  return { ...passed, close: () => client.close() }
}
