// What the portal shows: sources read once, united to one graph, with the entities found in it.
import { createHash } from 'node:crypto'
import { slug } from '../../dcat/index.ts'
import type { GrunddataError } from '../../errors.ts'
import type { Report, Text } from '../../finding.ts'
import { type Io, quietIo } from '../../io.ts'
import { prepareGraph } from '../../publish/index.ts'
import { decodeDocument, type Graph, parse, uniteGraphs } from '../../rdf/index.ts'
import { type RawDocument, type ReadOptions, read } from '../../source/index.ts'
import { validateDocument } from '../../validate.ts'
import { type EntitySet, findEntities } from './entities.ts'
import { createReading, type Reading } from './reading.ts'

/** A file, an address or a catalogue of the store. */
export interface PortalSource {
  /** Unique and fit for an address. */
  readonly id: string
  /** What whoever serves it called it. */
  readonly name: string
  /** Title of its first catalogue, else its name. */
  readonly title: Text
  readonly graph: Graph
  /** As read, in UTF-8. */
  readonly document: RawDocument
  /** Checks it on first use. */
  readonly report: () => Promise<Report>
}

export interface Holdings {
  readonly sources: readonly PortalSource[]
  readonly failures: readonly { readonly name: string; readonly error: GrunddataError }[]
  readonly reading: Reading
  readonly entities: EntitySet
  /** Changes whenever the content does. */
  readonly revision: string
  readonly loaded: Date
}

export interface LoadOptions {
  /** Public address of the portal, with a slash at the end. */
  readonly base: string
  readonly read?: ReadOptions
  readonly io?: Io
}

/** Reads files, folders and addresses. What cannot be read is told in `failures`. */
export async function loadHoldings(refs: readonly string[], options: LoadOptions): Promise<Holdings> {
  const documents: RawDocument[] = []
  const failures: { name: string; error: GrunddataError }[] = []
  const io = options.io ?? quietIo()
  for await (const result of read(refs, options.read)) {
    if ('failure' in result) failures.push(result.failure)
    else documents.push(result.document)
    io.progress({ job: 'serve', done: documents.length + failures.length })
  }
  return holdingsOf(documents, { base: options.base, failures, io })
}

interface HoldingsOptions {
  readonly base: string
  readonly failures?: Holdings['failures']
  readonly io?: Io
}

/** Holdings of documents that are already in memory. */
export async function holdingsOf(
  documents: readonly RawDocument[],
  { base, failures = [], io = quietIo() }: HoldingsOptions,
): Promise<Holdings> {
  const taken = new Set<string>()
  const revision = createHash('sha256')
  const sources: PortalSource[] = []
  for (const raw of documents) {
    const { bytes } = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
    revision.update(raw.name).update(bytes)
    const graph = await parse({ ...raw, bytes }, raw.url ? { base: raw.url } : {})
    let report: Promise<Report> | undefined
    sources.push({
      id: freeId(raw.name, taken),
      name: raw.name,
      title: titleOf(graph, raw.name),
      graph,
      document: { ...raw, bytes },
      report: () =>
        (report ??= validateDocument({ ...raw, bytes }, { io }).then(({ reports }) => reports[0])),
    })
  }
  const united = uniteGraphs(sources.length > 0 ? sources.map((each) => each.graph) : [await nothing()])
  const graph = prepareGraph(united, base)
  graph.inverse()
  const reading = createReading(graph)
  return {
    sources,
    failures,
    reading,
    entities: findEntities(sources, reading, base),
    revision: revision.digest('hex').slice(0, 16),
    loaded: io.now(),
  }
}

function nothing(): Promise<Graph> | Graph {
  return parse({ name: 'nothing.ttl', bytes: new Uint8Array() })
}

/** The name of the file without folder and ending; a number behind it where two are called the same. */
function freeId(name: string, taken: Set<string>): string {
  const base =
    slug(
      name
        .replace(/[?#].*$/, '')
        .replace(/^.*[/\\](?=[^/\\]+[/\\]?$)/, '')
        .replace(/\.[a-z0-9]+$/i, ''),
    ) || 'katalog'
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}

function titleOf(graph: Graph, name: string): Text {
  const reading = createReading(graph)
  const type = reading.term('http://www.w3.org/ns/dcat#Catalog')
  const catalog = type < 0 ? undefined : reading.having('rdf:type', type)[0]
  const say = (lang: 'sv' | 'en') =>
    catalog === undefined ? name : (reading.said(catalog, 'dcterms:title', lang)?.text ?? name)
  return { sv: say('sv'), en: say('en') }
}
