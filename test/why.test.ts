// Why a dataset is not where somebody looks for it: the first step that drops or changes it, and what to do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainWhy, harvestAll } from '../src/harvest/index.ts'
import { fromQuads, parse, quadsOf, writeRdfXml } from '../src/rdf/index.ts'
import { type Client, openClient, sourceOf } from '../src/source/index.ts'
import { openStore } from '../src/store/index.ts'
import { type CatalogServer, catalogText, startCatalogServer } from './support/catalog-server.ts'

let server: CatalogServer
let client: Client
beforeAll(async () => {
  server = await startCatalogServer()
  client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
})
afterAll(async () => {
  await client.close()
  await server.close()
})

const HOME = 'https://a.example.se/'

async function serveXml(path: string, turtle: string): Promise<string> {
  const graph = fromQuads(quadsOf(await parse({ name: 'x.ttl', bytes: Buffer.from(turtle) })))
  server.paths.set(path, { body: [...writeRdfXml(graph)].join(''), type: 'application/rdf+xml' })
  return `${server.base}${path}`
}

const why = async (iri: string, catalog: string) => {
  const steps = await explainWhy({ iri, catalog, client, allowPrivate: ['127.0.0.1'] })
  const told = steps.filter(({ state }) => state === 'drops' || state === 'changes')
  return told.map(({ state, name, said }) => `${state} ${name.en}: ${said.en}`)
}

describe('why', () => {
  it('stops at an address that is not of the web, a source that does not answer, and a format that is not read', async () => {
    expect(await why(`${HOME}d`, 'ftp://a.example.se/x')).toEqual([
      expect.stringMatching(/^drops The address of the catalogue/),
    ])
    expect(await why(`${HOME}d`, `${server.base}/nothing`)).toEqual([
      expect.stringMatching(/^drops The catalogue can be read/),
    ])
    server.paths.set('/turtle', { body: catalogText(HOME, [{ id: 'd' }]) })
    expect(await why(`${HOME}d`, `${server.base}/turtle`)).toEqual([
      expect.stringMatching(/^drops The format: .*RDF\/XML only/),
    ])
  })

  it('tells of an address that is nearly right', async () => {
    const url = await serveXml('/near', catalogText(HOME, [{ id: 'd' }]))
    expect(await why('http://a.example.se/d/', url)).toEqual([
      expect.stringMatching(
        /^drops The dataset is in the catalogue: The catalogue describes https:\/\/a.example.se\/d, which/,
      ),
    ])
  })

  it('follows what is right to the end, and says what changes', async () => {
    const url = await serveXml('/right', catalogText(HOME, [{ id: 'd' }]))
    expect(await why(`${HOME}d`, url)).toEqual([
      expect.stringMatching(/^changes Everything has addresses: .*the contact/),
    ])
  })

  it('knows what no catalogue lists, series, several main catalogues and doubled identifiers', async () => {
    const uuid = '0a0a0a0a-0000-4000-8000-000000000000'
    const text = catalogText(HOME, [
      { id: 'd', identifier: uuid },
      { id: 'e', identifier: uuid.toUpperCase() },
    ])
    const url = await serveXml(
      '/double',
      `${text}\n<${HOME}loose> a dcat:Dataset . <${HOME}d> dcat:inSeries <${HOME}s> .`,
    )
    expect(await why(`${HOME}loose`, url)).toEqual([expect.stringMatching(/^drops The catalogue lists it/)])
    expect((await why(`${HOME}d`, url)).map((line) => line.replace(/:.*/, ''))).toEqual([
      'changes Everything has addresses',
      'changes Duplicates in the catalogue',
      'changes Shown in the search',
    ])
    const two = await serveXml('/two', `${text}\n<${HOME}other> a dcat:Catalog ; dct:title "En till"@sv .`)
    expect(await why(`${HOME}d`, two)).toEqual([
      expect.stringMatching(/^drops The parts of the catalogue: 2 catalogues/),
    ])
  })

  it('knows what our own store did with it', async () => {
    const url = await serveXml('/kept', catalogText(HOME, [{ id: 'd' }]))
    const store = await openStore(':memory:')
    try {
      const source = (id: string, rank: number) =>
        sourceOf({ id, url, reader: 'rdf', robots: false, allowPrivate: ['127.0.0.1'], rank })
      await harvestAll({ store, client, sources: [source('a', 1), source('b', 2)] })
      const ask = async (iri: string) =>
        (await explainWhy({ iri, catalog: url, client, store, allowPrivate: ['127.0.0.1'] })).at(-1)
      expect(await ask(`${HOME}d`)).toMatchObject({ state: 'ok', said: { sv: 'Visas.' } })
    } finally {
      await store.close()
    }
  })
})
