// Copies of the store: what changed is brought over, also after failures on the way, and differences are found.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  compareProjection,
  graphStoreProjection,
  openSearchProjection,
  type Projection,
  project,
} from '../src/harvest/index.ts'
import type { Send } from '../src/publish/index.ts'
import { openStore, type Store, sourceGraph } from '../src/store/index.ts'
import { startOxigraph } from './support/oxigraph-server.ts'
import { plainSend as send } from './support/send.ts'
import { all, dataset, reason, sourceNamed, time } from './support/stores.ts'
import { hasVirtuoso, startVirtuoso } from './support/virtuoso.ts'

let store: Store
beforeEach(async () => {
  store = await openStore(':memory:')
  for (const id of ['a', 'b']) await store.putSource(sourceNamed(id), time(0))
  const many = Array.from({ length: 30 }, (_, n) => dataset(`https://a.example.se/${n}`, `Datamängd ${n}`))
  await store.apply({ source: 'a', time: time(1), run: 'r1', upserts: many })
  await store.apply({
    source: 'b',
    time: time(2),
    run: 'r2',
    upserts: [dataset('https://b.example.se/1', 'Ett')],
  })
})
afterEach(() => store.close())

/** The same story for every SPARQL store. */
async function story(projection: Projection, count: (query: string) => Promise<number>): Promise<void> {
  const triples = (source: string) =>
    count(`SELECT (COUNT(*) AS ?n) WHERE { GRAPH <${sourceGraph(source)}> { ?s ?p ?o } }`)
  expect(await project(store, projection)).toMatchObject({ sources: ['a', 'b'] })
  expect([await triples('a'), await triples('b')]).toEqual([60, 2])
  expect(await project(store, projection)).toMatchObject({ sources: [] })
  await store.apply({
    source: 'b',
    time: time(3),
    run: 'r3',
    deletes: [{ iri: 'https://b.example.se/1', reason }],
  })
  await store.apply({
    source: 'a',
    time: time(4),
    run: 'r4',
    upserts: [dataset('https://a.example.se/0', 'Ny titel')],
  })
  expect((await all(compareProjection(store, projection))).map(({ source }) => source)).toEqual(['a', 'b'])
  expect(await project(store, projection)).toMatchObject({ sources: ['a', 'b'] })
  expect([await triples('a'), await triples('b')]).toEqual([60, 0])
  expect(await all(compareProjection(store, projection))).toEqual([])
  expect(await project(store, projection, { isRebuild: true })).toMatchObject({ sources: ['a', 'b'] })
  expect(await all(compareProjection(store, projection))).toEqual([])
}

describe('a SPARQL store as a copy', () => {
  it('follows the store (Oxigraph), and catches up after a failure in the middle', async () => {
    const server = await startOxigraph()
    try {
      const url = server.endpoint.replace(/\/[^/]*$/, '')
      const credentials = { user: server.user, password: server.password }
      // The server of the tests has the Graph Store Protocol; its queries are asked beside it.
      const sendOrCount: Send = async (address, request) => {
        const query = new URL(address).searchParams.get('query')
        if (query === null) return send(address, request)
        return { status: 200, headers: {}, body: Buffer.from(await server.query(query)) }
      }
      const projection = graphStoreProjection({
        make: 'oxigraph',
        url,
        send: sendOrCount,
        credentials,
        chunkLines: 25,
        pause: async () => {},
      })
      server.faults.push(500, 500, 500, 500, 500, 500, 500, 500)
      await expect(project(store, projection)).rejects.toMatchObject({ name: 'GrunddataError' })
      expect(await store.cursor(projection.name)).toBe(0)
      server.faults.length = 0
      await story(projection, server.count)
    } finally {
      await server.close()
    }
  }, 120_000)

  it.runIf(hasVirtuoso || process.env.CI)(
    'follows the store (Virtuoso)',
    async () => {
      const server = await startVirtuoso()
      try {
        const url = new URL(server.endpoint).origin
        const credentials = { user: server.user, password: server.password }
        await story(
          graphStoreProjection({ make: 'virtuoso', url, send, credentials, chunkLines: 25 }),
          server.count,
        )
      } finally {
        await server.close()
      }
    },
    240_000,
  )

  it.skipIf(hasVirtuoso)(
    'Virtuoso is not installed: its test did not run (apt-get install virtuoso-opensource)',
    () => {
      expect(process.env.CI).toBeUndefined()
    },
  )
})

describe('OpenSearch as a copy (no server: exchanges as its documentation gives them)', () => {
  it('is given an index, documents in bulk, and told what to drop', async () => {
    const asked: string[] = []
    const bodies: string[] = []
    let isThere = false
    const answers: Send = async (address, { method, body }) => {
      const path = new URL(address).pathname
      asked.push(`${method} ${path}`)
      bodies.push(String(body ?? ''))
      const json = (status: number, value: object) => ({
        status,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(value)),
      })
      if (method === 'HEAD') return { status: isThere ? 200 : 404, headers: {}, body: Buffer.alloc(0) }
      if (method === 'PUT') {
        isThere = true
        return json(200, { acknowledged: true, shards_acknowledged: true, index: 'grunddata' })
      }
      if (path.endsWith('/_bulk')) return json(200, { took: 30, errors: false, items: [] })
      if (path.endsWith('/_search')) {
        const { term } = JSON.parse(String(body)).query
        const kept = await all(store.entities({ source: term.source }))
        // Of b the index has an older version.
        const found = kept.map(({ iri, hash }) => ({
          _index: 'grunddata',
          _source: { iri, hash: term.source === 'b' ? 'rdfc:0' : hash },
          sort: [iri],
        }))
        return json(200, { took: 2, timed_out: false, hits: { hits: found } })
      }
      return json(200, { took: 12, timed_out: false, deleted: 0, failures: [] })
    }
    const projection = openSearchProjection({
      url: 'http://search.example.se',
      index: 'grunddata',
      send: answers,
    })
    await project(store, projection)
    expect(asked).toEqual([
      'HEAD /grunddata',
      'PUT /grunddata',
      'POST /grunddata/_bulk',
      'POST /grunddata/_delete_by_query',
      'POST /grunddata/_bulk',
      'POST /grunddata/_delete_by_query',
    ])
    expect(JSON.parse(bodies[1]).mappings.properties.text).toEqual({ type: 'text', analyzer: 'swedish' })
    const lines = bodies[2]
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBe(60)
    expect(lines[1]).toMatchObject({
      iri: 'https://a.example.se/0',
      source: 'a',
      title: { sv: 'Datamängd 0' },
      text: 'Datamängd 0',
    })
    expect(JSON.parse(bodies[3]).query.bool).toMatchObject({ filter: [{ term: { source: 'a' } }] })
    expect(await all(compareProjection(store, projection))).toMatchObject([
      {
        source: 'b',
        message: {
          en: expect.stringMatching(/^The copy lacks 1 of 1 and has 1 too many, .*b\.example\.se\/1/),
        },
      },
    ])
  })

  it('tells what the server refused', async () => {
    const refuses: Send = async (_, { method }) => ({
      status: 200,
      headers: {},
      body: Buffer.from(
        method === 'HEAD'
          ? ''
          : JSON.stringify({
              errors: true,
              items: [{ index: { error: { type: 'mapper_parsing_exception' } } }],
            }),
      ),
    })
    const projection = openSearchProjection({
      url: 'http://search.example.se',
      index: 'grunddata',
      send: refuses,
    })
    await expect(project(store, projection)).rejects.toMatchObject({
      code: 'STORE_UNREACHABLE',
      message: expect.stringContaining('mapper_parsing_exception'),
    })
  })
})
