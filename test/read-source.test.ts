// Reading sources: what the readers give and tell, against servers on loopback.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../src/source/http/index.ts'
import { type Conditions, type ReadContext, readSource, type Source, sourceOf } from '../src/source/index.ts'
import type { Behaviour } from './support/hostile/behaviours.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'

let client: Client
const servers: HostileServer[] = []

beforeAll(() => {
  client = createClient({ retry: { retries: 0 } })
})
afterAll(() => client.close())
afterEach(async () => {
  await Promise.all(servers.splice(0).map((each) => each.close()))
})

const DCAT = 'http://www.w3.org/ns/dcat#'
const catalog = `@prefix dcat: <${DCAT}> .
<https://data.example.se/> a dcat:Catalog ; dcat:dataset <https://data.example.se/1> .
<https://data.example.se/1> a dcat:Dataset .
`

/** A server that answers each path by a function. */
async function serve(table: Readonly<Record<string, Behaviour['answer']>>): Promise<HostileServer> {
  const behaviours = Object.entries(table).map(([name, answer]) => [
    name,
    { does: name, answer, expect: { text: '' } },
  ])
  const server = await startHostileServer(Object.fromEntries(behaviours), {})
  servers.push(server)
  return server
}

async function readAll(
  facts: Partial<Source> & Pick<Source, 'url' | 'reader'>,
  context: Partial<ReadContext> = {},
) {
  const source = sourceOf({ id: 'prov', allowPrivate: ['127.0.0.1'], robots: false, ...facts })
  const told = { documents: 0, triples: 0, unchanged: 0, notes: [] as string[], failures: [] as string[] }
  for await (const event of readSource(source, { client, ...context })) {
    if (event.kind === 'document') {
      told.documents++
      if (event.isUnchanged) told.unchanged++
      told.triples += event.graph?.quads.count ?? 0
    } else if (event.kind === 'unchanged') told.unchanged++
    else if (event.kind === 'note') told.notes.push(event.note.rule)
    else if (event.kind === 'failure') told.failures.push(event.failure.kind)
    else return { ...told, ...event }
  }
  throw new Error('no end')
}

describe('one document', () => {
  it('is read, and the second time only asked about', async () => {
    const server = await serve({
      catalog: (request, response) =>
        void (request.headers['if-none-match'] === '"1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { 'content-type': 'text/turtle', etag: '"1"' }).end(catalog)),
    })
    const facts = { url: `${server.base}catalog`, reader: 'rdf' } as const
    const first = await readAll(facts)
    expect(first).toMatchObject({
      documents: 1,
      triples: 3,
      isComplete: true,
      isUnchanged: false,
      failures: [],
    })
    const second = await readAll(facts, { conditions: first.conditions })
    expect(second).toMatchObject({ documents: 0, unchanged: 1, isComplete: true, isUnchanged: true })
    expect(second.conditions).toEqual(first.conditions)
  })

  it('is asked for in full when what is known is old, and a validator that stays is remarked upon', async () => {
    let times = 0
    const server = await serve({
      catalog: (request, response) =>
        void (request.headers['if-none-match']
          ? response.writeHead(304).end()
          : response
              .writeHead(200, { 'content-type': 'text/turtle', etag: '"1"' })
              .end(`${catalog}# ${++times}`)),
    })
    const facts = { url: `${server.base}catalog`, reader: 'rdf' } as const
    const { conditions } = await readAll(facts)
    const old: Conditions = Object.fromEntries(
      Object.entries(conditions).map(([url, each]) => [url, { ...each, fullAt: 0 }]),
    )
    const second = await readAll(facts, { conditions: old })
    expect(second).toMatchObject({
      documents: 1,
      isUnchanged: false,
      notes: expect.arrayContaining(['source-validator-stuck']),
    })
  })

  it('counts as unchanged when it comes again as it was', async () => {
    let times = 0
    const server = await serve({
      catalog: (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/turtle', etag: `"${++times}"` }).end(catalog),
    })
    const facts = { url: `${server.base}catalog`, reader: 'rdf' } as const
    const { conditions } = await readAll(facts)
    expect(await readAll(facts, { conditions })).toMatchObject({
      documents: 1,
      unchanged: 1,
      isUnchanged: true,
    })
  })

  it('is no catalogue when it is a login page, an error told with 200, or empty', async () => {
    const server = await serve({
      login: (_, response) => void response.end('<!doctype html><title>Logga in</title><form></form>'),
      error: (_, response) => void response.end('{"error": "databasen är nere"}'),
      empty: (_, response) => void response.end(''),
    })
    for (const name of ['login', 'error', 'empty'])
      expect(await readAll({ url: server.base + name, reader: 'rdf' })).toMatchObject({
        documents: 0,
        failures: ['content'],
        isComplete: false,
      })
  })

  it('that breaks off is given as far as it goes, and nothing may be removed for it', async () => {
    const server = await serve({
      cut: (_, response) => void response.end(`${catalog}<https://data.example.se/2> a dcat:Da`),
    })
    expect(await readAll({ url: `${server.base}cut`, reader: 'rdf' })).toMatchObject({
      documents: 1,
      isComplete: false,
      notes: expect.arrayContaining(['source-text-lost']),
    })
  })

  it('has a deadline for the whole reading', async () => {
    const server = await serve({ silent: () => {} })
    const { limits } = sourceOf({ id: 'x', url: 'x', reader: 'rdf' })
    expect(
      await readAll({ url: `${server.base}silent`, reader: 'rdf', limits: { ...limits, sourceMs: 100 } }),
    ).toMatchObject({ failures: ['timeout'], isComplete: false })
  })
})
