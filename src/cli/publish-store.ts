// A store as what is published: its united view for people and files, a graph for each of its sources for SPARQL stores,
// and its history for the feed of changes. The harvest has judged every thing in it already.
import { existsSync } from 'node:fs'
import { GrunddataError } from '../errors.ts'
import { baseOf, type Change, type NamedSource, type Publication, prepareGraph } from '../publish/index.ts'
import { type Graph, parse } from '../rdf/index.ts'
import { openStore, type Store, sourceGraph } from '../store/index.ts'

const TOLD = /dcat#(?:Catalog|Dataset|DatasetSeries|DataService)$/
const KINDS = {
  create: 'created',
  reveal: 'created',
  update: 'updated',
  delete: 'deleted',
  suppress: 'deleted',
} as const

/** Throws STORE_UNREACHABLE, and USAGE without an address to publish at. */
export async function readStore(address: string, wish: string | undefined): Promise<Publication> {
  const base = wish === undefined ? undefined : baseOf(wish)
  if (base === undefined) throw needsBase()
  if (!address.includes('://') && !existsSync(address.replace(/^sqlite:/, '')))
    throw new GrunddataError('STORE_UNREACHABLE', {
      sv: `Lagret ${address} finns inte.`,
      en: `There is no store ${address}.`,
    })
  const store = await openStore(address)
  try {
    const graph = prepareGraph(await graphOf(store.dump({ isUnited: true }), address), base)
    const sources: NamedSource[] = []
    const bySource = await linesBySource(store)
    for (const { id } of await store.sources()) {
      const lines = bySource.get(sourceGraph(id)) ?? []
      if (lines.length > 0)
        sources.push({ iri: sourceGraph(id), graph: prepareGraph(await graphOf(lines, id), base) })
    }
    return { graph, sources, site: { base, changes: await changesOf(store) } }
  } finally {
    await store.close()
  }
}

async function graphOf(lines: AsyncIterable<string> | Iterable<string>, name: string): Promise<Graph> {
  const pieces: Buffer[] = []
  for await (const line of lines) pieces.push(Buffer.from(line, 'utf8'))
  return parse({ name, bytes: Buffer.concat(pieces) }, { syntax: 'nquads' })
}

/** The statements of each graph in the dump, without its name. */
async function linesBySource(store: Store): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  for await (const line of store.dump()) {
    const name = / <([^<>]*)> \.\n$/.exec(line)
    if (!name) continue
    const list = found.get(name[1])
    const statement = `${line.slice(0, name.index)} .\n`
    if (list) list.push(statement)
    else found.set(name[1], [statement])
  }
  return found
}

/** Enough for the feed to find its newest entries in. */
const MAX_CHANGES = 5_000

/** The newest changes of what people look for, dates that change by themselves left out. */
async function changesOf(store: Store): Promise<readonly Change[]> {
  const changes: Change[] = []
  const query = { isReversed: true, isBrief: true, limit: MAX_CHANGES }
  for await (const { iri, type, kind, time, isDateOnly } of store.changes(query))
    if (TOLD.test(type) && !isDateOnly) changes.push({ iri, kind: KINDS[kind], at: time })
  return changes.reverse()
}

function needsBase(): GrunddataError {
  return new GrunddataError(
    'USAGE',
    {
      sv: 'Ange med --base vilken webbadress lagret publiceras på.',
      en: 'Say with --base at which web address the store is published.',
    },
    {
      hint: {
        sv: 'Till exempel --base https://data.exempel.se/',
        en: 'For example --base https://data.example.se/',
      },
    },
  )
}
