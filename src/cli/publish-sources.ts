// The catalogues that are to be published: read, checked, and made ready.
import { GrunddataError } from '../errors.ts'
import { baseOf, entitiesOf, type NamedSource, type Publication, prepareGraph } from '../publish/index.ts'
import { decodeDocument, type Graph, parse, type SyntaxId, uniteGraphs } from '../rdf/index.ts'
import { type RawDocument, read } from '../source/index.ts'
import { validateDocument } from '../validate.ts'
import type { Call } from './call.ts'
import { readStore } from './publish-store.ts'
import { contextLoader } from './remote-context.ts'
import { readSettings } from './settings.ts'
import { isStoreAddress } from './store-address.ts'

/** A source that has errors, and how many. */
export interface Faulty {
  readonly name: string
  readonly errors: number
}

export interface Read {
  readonly publication: Publication
  readonly faulty: readonly Faulty[]
}

/** Throws what a source fails with, and USAGE when there is nothing to publish or no address to publish it at. */
export async function readPublication(call: Call): Promise<Read> {
  const { values, args } = call
  if (args.some(isStoreAddress)) {
    if (args.length > 1) throw oneStore()
    const publication = await readStore(args[0], values.one('siteBase'))
    if (publication.graph.quads.count === 0) throw emptyStore(args[0])
    return { publication, faulty: [] }
  }
  const settings = await readSettings(call)
  const graphs: { readonly name: string; readonly graph: Graph }[] = []
  const faulty: Faulty[] = []
  const syntax = values.one('syntax') as SyntaxId | undefined
  const loadContext = values.has('allowRemoteContext') ? contextLoader() : undefined
  for await (const raw of documents(call)) {
    const { reports } = await validateDocument(raw, {
      ...(values.isGiven('profile') && { profile: values.one('profile') ?? 'auto' }),
      ...(syntax && { syntax }),
      ...(settings.policy && { policy: settings.policy }),
      ...(loadContext && { loadContext }),
    })
    const errors = reports.reduce((sum, { counts }) => sum + counts.error, 0)
    if (errors > 0) faulty.push({ name: raw.name, errors })
    const decoded = decodeDocument(raw.bytes, raw.charset === undefined ? {} : { charset: raw.charset })
    const graph = await parse(
      { ...raw, bytes: decoded.bytes },
      { ...(syntax && { syntax }), ...(raw.url && { base: raw.url }), ...(loadContext && { loadContext }) },
    )
    graphs.push({ name: raw.name, graph })
  }
  if (graphs.every(({ graph }) => graph.quads.count === 0)) throw empty()
  const base = chosenBase(
    values.one('siteBase'),
    graphs.map(({ graph }) => graph),
  )
  const sources = byCatalog(graphs, base)
  const graph =
    sources.length === 1
      ? sources[0].graph
      : prepareGraph(uniteGraphs(sources.map((each) => each.graph)), base)
  return { publication: { graph, site: { base }, sources }, faulty }
}

async function* documents({ args, values }: Call): AsyncGenerator<RawDocument> {
  for await (const result of read(args, {
    stdin: process.stdin,
    allowPrivate: values.list('allowPrivate'),
  })) {
    if ('failure' in result) throw result.failure.error
    yield result.document
  }
}

/** One source per catalogue: files that describe the same catalogue belong together. */
function byCatalog(graphs: readonly { readonly name: string; readonly graph: Graph }[], base: string) {
  const byIri = new Map<string, Graph[]>()
  for (const { name, graph } of graphs) {
    const iri = catalogOf(graph) ?? `${base}source/${encodeURIComponent(name)}`
    byIri.set(iri, [...(byIri.get(iri) ?? []), graph])
  }
  return [...byIri].map(
    ([iri, parts]): NamedSource => ({ iri, graph: prepareGraph(uniteGraphs(parts), base) }),
  )
}

function catalogOf(graph: Graph): string | undefined {
  return entitiesOf(graph, 'about:').find(({ kind, iri }) => kind === 'catalog' && baseOf(iri) !== undefined)
    ?.iri
}

function chosenBase(wish: string | undefined, graphs: readonly Graph[]): string {
  const catalog = graphs.map(catalogOf).find((iri) => iri !== undefined)
  const base = wish !== undefined ? baseOf(wish) : catalog && baseOf(new URL(catalog).origin)
  if (base !== undefined) return base
  const hint = {
    sv: 'Till exempel --base https://data.exempel.se/',
    en: 'For example --base https://data.example.se/',
  }
  throw new GrunddataError(
    'USAGE',
    wish === undefined
      ? {
          sv: 'Katalogen har ingen webbadress: ange med --base var den publiceras.',
          en: 'The catalogue has no web address: say with --base where it is published.',
        }
      : { sv: `--base ${wish} är ingen webbadress.`, en: `--base ${wish} is not a web address.` },
    { hint },
  )
}

function oneStore(): GrunddataError {
  return new GrunddataError('USAGE', {
    sv: 'Ange ett lager i taget, och inget annat.',
    en: 'Give one store at a time, and nothing else.',
  })
}

function emptyStore(address: string): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    { sv: `Lagret ${address} är tomt.`, en: `The store ${address} is empty.` },
    { hint: { sv: 'Fyll det med grunddata harvest.', en: 'Fill it with grunddata harvest.' } },
  )
}

function empty(): GrunddataError {
  return new GrunddataError(
    'SOURCE_UNREADABLE',
    { sv: 'Källan säger ingenting att publicera.', en: 'The source says nothing to publish.' },
    {
      hint: {
        sv: 'Se vad som är fel med grunddata validate.',
        en: 'See what is wrong with grunddata validate.',
      },
    },
  )
}
