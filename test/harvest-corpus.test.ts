// Real catalogues by others, served on loopback as a source each: every one ends in a row, nothing is lost, and a
// second pass asks only whether anything has changed.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeEntities, harvestAll, harvestReporters } from '../src/harvest/index.ts'
import { graphOf, openClient, sourceOf } from '../src/source/index.ts'
import { openStore } from '../src/store/index.ts'
import { startCatalogServer } from './support/catalog-server.ts'
import { all } from './support/stores.ts'

const corpus = process.env.GRUNDDATA_CORPUS
const files = corpus ? readdirSync(`${corpus}/files`).sort() : []

describe('the corpus as sources', () => {
  it.skipIf(!corpus)(
    'is harvested in one pass, and a second pass writes nothing (GRUNDDATA_CORPUS)',
    async () => {
      expect(files.length).toBeGreaterThan(100)
      const server = await startCatalogServer()
      const client = await openClient({
        allowPrivate: ['127.0.0.1'],
        retry: { retries: 2 },
        pause: async () => {},
      })
      const store = await openStore(':memory:')
      try {
        for (const file of files)
          server.paths.set(`/${file}`, {
            body: readFileSync(`${corpus}/files/${file}`),
            type: 'application/octet-stream',
          })
        const sources = files.map((file, n) =>
          sourceOf({
            id: `c${n}`,
            url: `${server.base}/${file}`,
            reader: 'rdf',
            robots: false,
            allowPrivate: ['127.0.0.1'],
          }),
        )
        const options = { store, client, sources }
        const outcomes = await harvestAll(options)
        expect(outcomes.map(({ source }) => source.id)).toEqual(sources.map(({ id }) => id))
        for (const { state, run, source } of outcomes) {
          expect(state, source.url).toMatch(/applied|failed|unchanged/)
          if (state === 'failed') expect(run?.failure?.message.sv, source.url).toBeTruthy()
        }
        expect(outcomes.filter(({ state }) => state === 'applied').length).toBeGreaterThan(100)
        await nothingIsLost(outcomes, store)
        expect(await all(store.verify())).toEqual([])
        const text = harvestReporters.text(
          { outcomes, started: new Date(), finished: new Date(), isPlan: false },
          { lang: 'sv', width: 80 },
        )
        for (const { source, state } of outcomes) if (state !== 'unchanged') expect(text).toContain(source.id)

        const seq = await store.lastSeq()
        const counts = await store.counts()
        server.requests.length = 0
        const again = await harvestAll(options)
        const read = outcomes.flatMap(({ state, source }) => (state === 'failed' ? [] : [source.id]))
        const changed = again.filter(({ source, state }) => read.includes(source.id) && state !== 'unchanged')
        expect(
          changed.map(({ source, state, changes, run }) => ({ url: source.url, state, changes, run })),
        ).toEqual([])
        const asked = new Map(server.requests.map((request) => [request.path, request]))
        for (const id of read)
          expect(asked.get(`/${files[Number(id.slice(1))]}`)).toMatchObject({
            isConditional: true,
            status: 304,
          })
        expect(await store.lastSeq()).toBe(seq)
        expect({ ...(await store.counts()), runs: 0 }).toEqual({ ...counts, runs: 0 })
      } finally {
        await client.close()
        await store.close()
        await server.close()
      }
    },
    600_000,
  )
})

/** Every entity that the file describes is in the store with its very content. */
async function nothingIsLost(
  outcomes: Awaited<ReturnType<typeof harvestAll>>,
  store: Awaited<ReturnType<typeof openStore>>,
): Promise<void> {
  for (const { source, state } of outcomes) {
    if (state === 'failed') continue
    const file = files[Number(source.id.slice(1))]
    const graph = await graphOf({
      name: source.url,
      url: source.url,
      bytes: readFileSync(`${corpus}/files/${file}`),
      mediaType: 'application/octet-stream',
    })
    const kept = new Map<string, string>()
    for await (const { iri, hash } of store.entities({ source: source.id, states: ['current', 'held'] }))
      kept.set(iri, hash)
    for await (const { iri, content } of describeEntities(graph))
      if (content) expect(kept.get(iri), `${file} ${iri}`).toBe(content.hash)
  }
}
