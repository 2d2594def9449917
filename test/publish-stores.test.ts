// Graph stores: the same promises kept with Oxigraph behind HTTP and with a real Virtuoso.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  graphStoreTarget,
  type NamedSource,
  type Publication,
  prepareGraph,
  type Send,
} from '../src/publish/index.ts'
import { type Graph, parse, uniteGraphs } from '../src/rdf/index.ts'
import { openSender } from '../src/source/index.ts'
import { canonical } from './support/canonical.ts'
import { type GraphServer, type OxigraphServer, startOxigraph } from './support/oxigraph-server.ts'
import { hasVirtuoso, startVirtuoso } from './support/virtuoso.ts'

interface Generator {
  readonly writeCatalogue: (count: number, syntax: string, file: string) => unknown
}
const { writeCatalogue } = (await import(new URL('../bench/generate.mjs', import.meta.url).href)) as Generator

const base = 'https://data.example.se/'
const kommun = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8')
const foretag = readFileSync('fixtures/catalogs/foretag.ttl', 'utf8')

async function source(iri: string, turtle: string | Uint8Array): Promise<NamedSource> {
  const graph = await parse({
    name: 'x.ttl',
    bytes: typeof turtle === 'string' ? Buffer.from(turtle) : turtle,
  })
  return { iri, graph: prepareGraph(graph, base) }
}

function publication(...sources: readonly NamedSource[]): Publication {
  const graph = prepareGraph(uniteGraphs(sources.map((each) => each.graph)), base)
  return { graph, sources, site: { base } }
}

const stores = [
  { name: 'Oxigraph', make: 'standard', start: startOxigraph as () => Promise<GraphServer>, isThere: true },
  { name: 'Virtuoso', make: 'virtuoso', start: startVirtuoso, isThere: hasVirtuoso },
] as const

const countOf = (graph: string) => `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${graph}> { ?s ?p ?o } }`
const K = 'https://data.example.se/katalog'
const F = 'https://foretag.example.se/katalog'

describe.each(stores)('$name', ({ name, make, start, isThere }) => {
  let server: GraphServer
  let sender: { readonly send: Send; readonly close: () => Promise<void> }
  const target = (more: object = {}) =>
    graphStoreTarget({
      send: sender.send,
      endpoint: server.endpoint,
      make,
      credentials: { user: server.user, password: server.password },
      pause: async () => {},
      ...more,
    })
  const publish = async (what: Publication, more: object = {}) => (await target(more)(what)).apply()
  const it1 = it.skipIf(!isThere && !process.env.CI)

  beforeAll(async () => {
    sender = await openSender({ allowPrivate: ['127.0.0.1'] })
    if (isThere || process.env.CI) server = await start()
    else console.warn(`${name} is not installed: apt-get install virtuoso-opensource`)
  }, 60_000)
  afterAll(async () => {
    await server?.close()
    await sender.close()
  })

  it1('holds each source as a graph, and can be read back', async () => {
    const what = publication(await source(K, kommun), await source(F, foretag))
    const plan = await target()(what)
    expect(plan.steps?.map(({ kind, iri }) => `${kind} ${iri}`)).toEqual([`create ${K}`, `create ${F}`])
    expect(plan.before).toBeUndefined()
    await plan.apply()
    for (const { iri, graph } of what.sources) expect(await server.count(countOf(iri))).toBe(graph.out.size)
    const { before, after, shrinkage } = await target()(what)
    expect(await canonical(before as Graph)).toBe(await canonical(after))
    expect(shrinkage?.removed).toBe(0)
  })

  it1('is sent nothing when nothing has changed', async () => {
    const what = publication(await source(K, kommun), await source(F, foretag))
    expect((await target()(what)).steps).toEqual([])
    expect((await publish(what)).en).toContain('nothing was sent')
  })

  it1('keeps nothing stale of a changed catalogue, nor the graph of one that is gone', async () => {
    const changed = kommun.replace('"Luftkvalitet"@sv', '"Luften"@sv').replaceAll('14.4 57.7', '14.5 57.7')
    const what = publication(await source(K, changed))
    const plan = await target()(what)
    expect(plan.steps?.map(({ kind, iri }) => `${kind} ${iri}`)).toEqual([`update ${K}`, `remove ${F}`])
    await plan.apply()
    expect(await server.count(countOf(K))).toBe(what.graph.out.size)
    expect(await server.count(countOf(F))).toBe(0)
    const title = (text: string) =>
      `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${K}> { ?s ?p ?o FILTER(STR(?o) = "${text}") } }`
    expect(await server.count(title('Luftkvalitet'))).toBe(0)
    expect(await server.count(title('Luften'))).toBe(1)
  })

  it1('takes a large graph in parts without tearing things apart', async () => {
    const what = publication(await source('https://data.example.se/delar', kommun))
    await publish(what, { chunkBytes: 2_000 })
    expect(await server.count(countOf('https://data.example.se/delar'))).toBe(what.graph.out.size)
    const { before, after } = await target()(what)
    expect(await canonical(before as Graph)).toBe(await canonical(after))
  })

  it1('tells what to do when the password is wrong, and has lost nothing', async () => {
    const what = publication(
      await source('https://data.example.se/delar', kommun.replaceAll('Luft', 'Vatten')),
    )
    const before = await server.count(countOf('https://data.example.se/delar'))
    const wrong = { credentials: { user: server.user, password: 'fel' } }
    await expect(publish(what, wrong)).rejects.toMatchObject({ code: 'TARGET_FAILED' })
    await expect(publish(what, wrong)).rejects.toThrow(/answered 401/)
    expect(await server.count(countOf('https://data.example.se/delar'))).toBe(before)
  })
})

describe('a store that fails', () => {
  let server: OxigraphServer
  let sender: { readonly send: Send; readonly close: () => Promise<void> }
  beforeAll(async () => {
    sender = await openSender({ allowPrivate: ['127.0.0.1'] })
    server = await startOxigraph()
  })
  afterAll(async () => {
    await server.close()
    await sender.close()
  })

  it('is tried again while that may help, each graph after the other', async () => {
    const waits: number[] = []
    const target = graphStoreTarget({
      send: sender.send,
      endpoint: server.endpoint,
      credentials: { user: server.user, password: server.password },
      pause: async (ms) => void waits.push(ms),
    })
    const plan = await target(publication(await source(K, kommun)))
    server.faults.push(503, 429)
    await plan.apply()
    expect(waits).toEqual([0, 0])
    expect(server.requests.filter((each) => each.startsWith('PUT'))).toEqual([
      `PUT ${base}graphs`,
      `PUT ${K}`,
      `PUT ${base}graphs`,
    ])
  })

  it('is left alone when trying again cannot help', async () => {
    const target = graphStoreTarget({ send: sender.send, endpoint: server.endpoint, pause: async () => {} })
    const plan = await target(publication(await source(K, kommun.replaceAll('Luft', 'Vatten'))))
    server.faults.push(422)
    await expect(plan.apply()).rejects.toMatchObject({ code: 'TARGET_FAILED' })
    expect(server.faults).toEqual([])
  })

  it('gets smaller bodies when it says that they are too large', async () => {
    const what = publication(await source('https://data.example.se/stor', kommun))
    const plan = await graphStoreTarget({
      send: sender.send,
      endpoint: server.endpoint,
      credentials: { user: server.user, password: server.password },
    })(what)
    // The list of graphs is asked for credentials and answered; the graph is too large.
    server.faults.push(401, 200, 413)
    await plan.apply()
    expect(await server.count(countOf('https://data.example.se/stor'))).toBe(what.graph.out.size)
  })

  it('is not reached on a private address that nobody allowed', async () => {
    const guarded = await openSender({})
    const target = graphStoreTarget({ send: guarded.send, endpoint: server.endpoint, pause: async () => {} })
    await expect(target(publication(await source(K, kommun)))).rejects.toMatchObject({
      code: 'SOURCE_REFUSED',
    })
    await guarded.close()
  })
})

describe('Virtuoso with 17 500 datasets', () => {
  it.skipIf(!hasVirtuoso && !process.env.CI)(
    'counts every statement, and keeps nothing stale of a change',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'grunddata-many-'))
      const file = join(folder, 'many.ttl')
      writeCatalogue(17_500, 'turtle', file)
      const bytes = readFileSync(file)
      rmSync(folder, { recursive: true })
      const server = await startVirtuoso()
      const sender = await openSender({ allowPrivate: ['127.0.0.1'] })
      try {
        const target = graphStoreTarget({
          send: sender.send,
          endpoint: server.endpoint,
          make: 'virtuoso',
          credentials: { user: server.user, password: server.password },
        })
        const iri = 'https://data.exempel.se/katalog'
        // As it was read: the order of the statements makes no difference to a store.
        const first = { iri, graph: await parse({ name: file, bytes }) }
        const one = { graph: first.graph, sources: [first], site: { base } }
        await (await target(one)).apply()
        expect(await server.count(countOf(iri))).toBe(first.graph.out.size)
        const datasets = `SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${iri}> { ?s a <http://www.w3.org/ns/dcat#Dataset> } }`
        const before = await server.count(datasets)
        expect(before).toBeGreaterThanOrEqual(17_000)

        const text = bytes.toString('utf8')
        const dataset = /<([^>]+)> a dcat:Dataset ;[\s\S]*?\n(?=<)/.exec(text)?.[0] ?? ''
        expect(dataset).not.toBe('')
        const second = {
          iri,
          graph: await parse({ name: file, bytes: Buffer.from(text.replace(dataset, '')) }),
        }
        const plan = await target({ graph: second.graph, sources: [second], site: { base } })
        expect(plan.notes.map(({ en }) => en)).toEqual([expect.stringContaining('only part of')])
        await plan.apply()
        expect(await server.count(countOf(iri))).toBe(second.graph.out.size)
        expect(await server.count(datasets)).toBe(before - 1)
        const gone = /<([^>]+)>/.exec(dataset)?.[1]
        expect(
          await server.count(`SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${iri}> { <${gone}> ?p ?o } }`),
        ).toBe(0)
      } finally {
        await server.close()
        await sender.close()
      }
    },
    900_000,
  )
})
