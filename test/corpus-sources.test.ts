// Real catalogues served from loopback as sources, when GRUNDDATA_CORPUS names their folder: one pass reads every one of
// them to an end, a second asks only whether they have changed.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, createClient } from '../src/source/http/index.ts'
import { type Conditions, type EndEvent, readSource, sourceOf } from '../src/source/index.ts'
import { listen } from './support/hostile/server.ts'

const corpus = process.env.GRUNDDATA_CORPUS
const files = corpus ? readdirSync(`${corpus}/files`).sort() : []

describe.skipIf(files.length === 0)('the corpus as sources (needs GRUNDDATA_CORPUS)', () => {
  let server: Server
  let base = ''
  let client: Client
  const asked: { readonly isConditional: boolean; readonly status: number }[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = decodeURIComponent((request.url ?? '/').slice(1))
      const body = readFileSync(`${corpus}/files/${name}`)
      const etag = `"${createHash('sha256').update(body).digest('hex')}"`
      const status = request.headers['if-none-match'] === etag ? 304 : 200
      asked.push({ isConditional: request.headers['if-none-match'] !== undefined, status })
      response.writeHead(status, { etag }).end(status === 200 ? body : undefined)
    })
    base = `http://127.0.0.1:${await listen(server)}/`
    client = createClient({ retry: { retries: 0 } })
  })
  afterAll(async () => {
    await client.close()
    server.closeAllConnections()
    server.close()
  })

  async function readAll(known: ReadonlyMap<string, Conditions>) {
    const ends = new Map<string, EndEvent>()
    for (const file of files) {
      const url = base + encodeURIComponent(file)
      const source = sourceOf({
        id: 'korpus',
        url,
        reader: 'rdf',
        robots: false,
        allowPrivate: ['127.0.0.1'],
      })
      const conditions = known.get(file)
      for await (const event of readSource(source, { client, ...(conditions && { conditions }) }))
        if (event.kind === 'end') ends.set(file, event)
    }
    return ends
  }

  it('is read to an end, and the second time only asked about', async () => {
    const first = await readAll(new Map())
    expect(first.size).toBe(files.length)
    const read = [...first].filter(([, { statistics }]) => statistics.triples > 0)
    expect(read.length).toBeGreaterThan(files.length * 0.9)
    const known = new Map([...first].map(([file, { conditions }]) => [file, conditions]))
    const before = asked.length
    const second = await readAll(known)
    const again = asked.slice(before)
    expect(again).toHaveLength(files.length)
    // What held no data is asked for in full again.
    const empty = files.length - read.length
    expect(
      again.filter(({ isConditional, status }) => !isConditional || status !== 304).length,
    ).toBeLessThanOrEqual(empty)
    expect([...second].filter(([, { isUnchanged }]) => !isUnchanged).length).toBeLessThanOrEqual(empty)
  }, 300_000)
})
