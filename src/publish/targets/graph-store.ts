// Any store that speaks the SPARQL 1.1 Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/): each
// source is a graph that is put whole, one after the other. A graph of our own beside them remembers what was put, so
// that what has not changed is not sent again and what is no longer a source is taken away.
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { type Graph, parse, uniteGraphs } from '../../rdf/index.ts'
import { entitiesOf } from '../entities.ts'
import { titleOf } from '../titles.ts'
import { chunksOf } from './chunks.ts'
import { type GraphRecord, readIndex, recordOf, writeIndex } from './graph-index.ts'
import { type Answer, createHttp, type Http, type HttpOptions } from './http.ts'
import { type StoreQuirks, storeQuirks } from './store-quirks.ts'
import { type NamedSource, type Publication, type Step, shrinkageOf, type Target } from './target.ts'

export interface GraphStoreOptions extends HttpOptions {
  /** The address of the protocol, to which `?graph=` is added. */
  readonly endpoint: string
  /** The make of the store, where that matters: `standard` (default) or `virtuoso`. */
  readonly make?: keyof typeof storeQuirks
  /** Largest body of one request in bytes; larger graphs are put and then added to, whole things at a time. */
  readonly chunkBytes?: number
}

const N_TRIPLES = 'application/n-triples'
/** What is tried when a server says that a body is too large (413), in bytes. */
const SMALLER = [8_000_000, 500_000]

/** Publishes to a Graph Store. */
export function graphStoreTarget(options: GraphStoreOptions): Target {
  const http = createHttp(options)
  const quirks = storeQuirks[options.make ?? 'standard']
  const context: Context = { http, quirks, options }
  return async (publication) => {
    const indexIri = `${publication.site.base}graphs`
    const index = await getGraph(context, indexIri)
    const old = index ? readIndex(index) : []
    const fresh = publication.sources.map((source) => ({
      source,
      record: recordOf(source, publication.site.base),
    }))
    const known = new Map(old.map((record) => [record.iri, record]))
    const changed = fresh.filter(({ record }) => known.get(record.iri)?.hash !== record.hash)
    const gone = old.filter(({ iri }) => !fresh.some(({ record }) => record.iri === iri))
    const { before, notes } = await readBefore(context, publication, { old, changed, gone })
    const planned: Planned = { changed, gone, known, indexIri, records: fresh.map(({ record }) => record) }
    return {
      before: before && quirks.comparable(before),
      after: quirks.comparable(publication.graph),
      steps: stepsOf(planned),
      shrinkage: before
        ? shrinkageOf(before, publication.graph, publication.site.base)
        : estimate(old, planned),
      notes,
      apply: (onStep) => apply(context, planned, onStep),
    }
  }
}

interface Context {
  readonly http: Http
  readonly quirks: StoreQuirks
  readonly options: GraphStoreOptions
}

interface Changed {
  readonly source: NamedSource
  readonly record: GraphRecord
}

interface Planned {
  readonly changed: readonly Changed[]
  readonly gone: readonly GraphRecord[]
  /** What the store remembers of the last time. */
  readonly known: ReadonlyMap<string, GraphRecord>
  readonly indexIri: string
  readonly records: readonly GraphRecord[]
}

function addressOf({ options }: Context, graph: string): string {
  const url = new URL(options.endpoint)
  url.searchParams.set('graph', graph)
  return url.href
}

async function getGraph(context: Context, iri: string): Promise<Graph | undefined> {
  const answer = await context.http.ask(addressOf(context, iri), {
    method: 'GET',
    headers: { accept: `${N_TRIPLES}, text/turtle;q=0.5` },
    accept: [404],
  })
  if (answer.status === 404) return undefined
  const mediaType = (answer.headers['content-type'] ?? N_TRIPLES).split(';')[0].trim()
  return parse({ name: iri, bytes: answer.body, mediaType })
}

interface Wanted {
  readonly old: readonly GraphRecord[]
  readonly changed: readonly Changed[]
  readonly gone: readonly GraphRecord[]
}

/** What the store has now. A store that gives less than was put into it (Virtuoso, by its limit) is not believed. */
async function readBefore(
  context: Context,
  publication: Publication,
  { old, changed }: Wanted,
): Promise<{ readonly before: Graph | undefined; readonly notes: readonly Text[] }> {
  const byIri = new Map(old.map((record) => [record.iri, record]))
  const iris = new Set([...publication.sources.map(({ iri }) => iri), ...byIri.keys()])
  const isChanged = new Set(changed.map(({ record }) => record.iri))
  const graphs: Graph[] = []
  for (const iri of iris) {
    const same = publication.sources.find((source) => source.iri === iri && !isChanged.has(iri))
    const graph = same ? same.graph : await getGraph(context, iri)
    if (!graph) continue
    const wanted = byIri.get(iri)?.triples
    const isCut = wanted === undefined ? context.quirks.isCut(graph.out.size) : graph.out.size < wanted
    if (isCut) return { before: undefined, notes: [cutShort(iri)] }
    graphs.push(graph)
  }
  return { before: graphs.length > 0 ? uniteGraphs(graphs) : undefined, notes: [] }
}

function cutShort(iri: string): Text {
  return {
    sv: `Målet visar bara en del av <${iri}>, så ändringarna kan inte visas en och en.`,
    en: `The target shows only part of <${iri}>, so the changes cannot be shown one by one.`,
  }
}

/** The brake where the store's content cannot be read back: by how many things were put there the last time. */
function estimate(old: readonly GraphRecord[], { records }: Planned) {
  if (old.length === 0) return undefined
  const sum = (list: readonly GraphRecord[]) => list.reduce((all, { entities }) => all + entities, 0)
  return { before: sum(old), removed: Math.max(0, sum(old) - sum(records)) }
}

function stepsOf({ changed, gone, known }: Planned): readonly Step[] {
  return [
    ...changed.map(
      ({ source: { iri, graph } }): Step => ({
        kind: known.has(iri) ? 'update' : 'create',
        iri,
        title: catalogTitle(graph),
      }),
    ),
    ...gone.map(({ iri }): Step => ({ kind: 'remove', iri, title: iri })),
  ]
}

function catalogTitle(graph: Graph): string {
  const catalog = entitiesOf(graph, 'about:').find(({ kind }) => kind === 'catalog')
  return catalog ? titleOf(graph, catalog.term) : ''
}

async function apply(
  context: Context,
  planned: Planned,
  onStep?: (done: number, total: number) => void,
): Promise<Text> {
  const { changed, gone, records } = planned
  const total = changed.length + gone.length
  let done = 0
  if (total === 0) return nothing
  // Small, and first: a server that lets everybody read asks for credentials before a large body is on its way.
  await putIndex(context, planned, underWay(planned))
  for (const { source } of changed) {
    await putGraph(context, source)
    onStep?.(++done, total)
  }
  for (const { iri } of gone) {
    await context.http.ask(addressOf(context, iri), { method: 'DELETE', accept: [404] })
    onStep?.(++done, total)
  }
  await putIndex(context, planned, records)
  const triples = changed.reduce((sum, { record }) => sum + record.triples, 0)
  return {
    sv: `${changed.length} grafer skrivna (${triples} påståenden), ${records.length - changed.length} oförändrade, ${gone.length} borttagna.`,
    en: `${changed.length} graphs written (${triples} statements), ${records.length - changed.length} unchanged, ${gone.length} removed.`,
  }
}

const nothing: Text = {
  sv: 'Målet har redan allt; ingenting skickades.',
  en: 'The target has everything already; nothing was sent.',
}

/**
 * What the store is to remember while it is written to: a run that is cut short leaves graphs that are neither what
 * they were nor what they were to be, and the next one, whatever it publishes, must write or remove them.
 */
function underWay({ records, changed, gone, known }: Planned): readonly GraphRecord[] {
  const isChanged = new Set(changed.map(({ record }) => record.iri))
  const mark = (record: GraphRecord): GraphRecord => ({
    ...(known.get(record.iri) ?? record),
    hash: UNDER_WAY,
  })
  return [...records.map((record) => (isChanged.has(record.iri) ? mark(record) : record)), ...gone.map(mark)]
}

/** No digest is written like this. */
const UNDER_WAY = 'under way'

async function putIndex(
  context: Context,
  { indexIri }: Planned,
  records: readonly GraphRecord[],
): Promise<void> {
  const body = writeIndex(records, indexIri)
  const { status } = await put(context, { method: 'PUT', iri: indexIri, body })
  if (status === TOO_LARGE) throw tooLarge(context.options.endpoint)
}

async function putGraph(context: Context, source: NamedSource): Promise<void> {
  const largest = context.options.chunkBytes ?? context.quirks.chunkBytes
  for (const chunkBytes of [largest, ...SMALLER.filter((size) => size < largest)])
    if (await putParts(context, source, chunkBytes)) return
  throw tooLarge(context.options.endpoint)
}

/** Puts the first part and adds the others; false when the server says that they are too large. */
async function putParts(context: Context, { iri, graph }: NamedSource, chunkBytes: number): Promise<boolean> {
  let method: 'PUT' | 'POST' = 'PUT'
  for (const chunk of chunksOf(graph, chunkBytes)) {
    const { status } = await put(context, { method, iri, body: chunk })
    if (status === TOO_LARGE) return false
    method = 'POST'
  }
  return true
}

function tooLarge(endpoint: string): GrunddataError {
  const { host } = new URL(endpoint)
  return new GrunddataError(
    'TARGET_FAILED',
    { sv: `${host} tar inte emot så stora meddelanden.`, en: `${host} does not take messages that large.` },
    {
      hint: {
        sv: 'Höj serverns gräns för hur stor en förfrågan får vara.',
        en: 'Raise the limit of the server on the size of a request.',
      },
    },
  )
}

const TOO_LARGE = 413

interface Put {
  readonly method: 'PUT' | 'POST'
  readonly iri: string
  readonly body: string | Uint8Array
}

function put(context: Context, { method, iri, body }: Put): Promise<Answer> {
  return context.http.ask(addressOf(context, iri), {
    method,
    headers: { 'content-type': context.quirks.mediaType },
    body,
    accept: [TOO_LARGE],
  })
}
