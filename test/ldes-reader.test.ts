// A feed as a source among others: read through readSource, remembered, and read on from there.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entityText, type Graph, iriId } from '../src/rdf/index.ts'
import { type EndEvent, openClient, type ReaderEvent, readSource, sourceOf } from '../src/source/index.ts'
import { content, type FeedServer, type MemoryHistory, memoryHistory, serveFeed } from './support/feeds.ts'

let history: MemoryHistory
let server: FeedServer
beforeEach(async () => {
  history = memoryHistory()
  server = await serveFeed(history, { pageSize: 3 })
})
afterEach(() => server.close())

const iri = (n: number) => `https://data.example.se/${n}`

async function read(state?: string, more: { url?: string; maxPages?: number; later?: number } = {}) {
  const client = await openClient({ allowPrivate: ['127.0.0.1'], pause: async () => {} })
  const events: ReaderEvent[] = []
  const source = sourceOf({
    id: 'flode',
    url: more.url ?? `${server.base}feed.trig`,
    reader: 'ldes',
    robots: false,
    allowPrivate: ['127.0.0.1'],
  })
  const limits = { ...source.limits, ...(more.maxPages !== undefined && { maxPages: more.maxPages }) }
  // An hour later each time, so that no page is fresh.
  const now = () => Date.now() + (more.later ?? 0) * 3_600_000
  try {
    for await (const event of readSource(
      { ...source, limits },
      { client, now, ...(state !== undefined && { state }) },
    ))
      events.push(event)
  } finally {
    await client.close()
  }
  const end = events.at(-1) as EndEvent
  const graph = events.find((event) => event.kind === 'document')?.graph
  return { events, end, graph, failures: events.filter((event) => event.kind === 'failure') }
}

async function contents(graph: Graph | undefined): Promise<readonly string[]> {
  const all = await Promise.all(
    [...history.now().keys()].map((each) => entityText(graph!, iriId(graph!, each))),
  )
  return all.map((written) => written?.nquads ?? '?')
}

describe('the reader ldes', () => {
  it('gives the whole catalogue each time, and asks only for what may be new', async () => {
    history.commit(
      '2026-01-01T00:00:00.000Z',
      [1, 2, 3, 4].map((n) => ({ iri: iri(n), content: content(iri(n), `a${n}`) })),
    )
    const first = await read()
    expect(first.end).toMatchObject({ isComplete: true, isUnchanged: false })
    expect(await contents(first.graph)).toEqual([...history.now().values()])

    const second = await read(first.end.state, { later: 1 })
    expect(second.end).toMatchObject({ isComplete: true, isUnchanged: true })
    expect(await contents(second.graph)).toEqual([...history.now().values()])

    history.commit('2027-02-01T00:00:00.000Z', [
      { iri: iri(2), content: content(iri(2), 'b2') },
      { iri: iri(3), content: undefined },
    ])
    server.asked()
    const third = await read(second.end.state, { later: 2 })
    expect(third.end).toMatchObject({ isComplete: true, isUnchanged: false })
    expect(await contents(third.graph)).toEqual([...history.now().values()])
    expect(iriId(third.graph!, iri(3))).toBe(-1)
    // The year that is over was read before its end; then it is done with.
    server.asked()
    await read(third.end.state, { later: 3 })
    const asked = server.asked()
    expect(asked).toContain('feed/2027.trig')
    expect(asked.filter((path) => path.startsWith('feed/2026'))).toEqual([])
  })

  it('remembers nothing of a reading that failed', async () => {
    history.commit(
      '2026-01-01T00:00:00.000Z',
      [1, 2, 3, 4].map((n) => ({ iri: iri(n), content: content(iri(n), `a${n}`) })),
    )
    const { end, failures, graph } = await read(undefined, { maxPages: 2 })
    expect(end.isComplete).toBe(false)
    expect(end.state).toBeUndefined()
    expect(graph).toBeUndefined()
    expect(failures).toHaveLength(1)
  })

  it('reads anew when what it remembers cannot be read', async () => {
    history.commit('2026-01-01T00:00:00.000Z', [{ iri: iri(1), content: content(iri(1), 'a') }])
    const { end, graph } = await read('no state')
    expect(end.isComplete).toBe(true)
    expect(await contents(graph)).toEqual([...history.now().values()])
  })

  it.each([
    ['has cleared away what it missed', 'ldes:fullLogDuration "P1D"^^xsd:duration', true],
    ['keeps the latest version of everything', 'ldes:versionAmount 1', false],
    ['says nothing of its policy', undefined, true],
  ])('reads anew a feed that %s', async (_, policy, isAnew) => {
    let known = [1, 2]
    const page = () => `@prefix as: <https://www.w3.org/ns/activitystreams#> .
@prefix ldes: <https://w3id.org/ldes#> . @prefix tree: <https://w3id.org/tree#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<#Feed> a ldes:EventStream ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ; tree:view <> .
<> ldes:retentionPolicy <#policy> . ${policy === undefined ? '' : `<#policy> ${policy} .`}
${known.map((n) => `<#Feed> tree:member <#${n}> . <#${n}> as:object <${iri(n)}> ; as:published "2026-01-0${n}T00:00:00Z"^^xsd:dateTime . <#${n}> { <${iri(n)}> a <${iri(0)}> . }`).join('\n')}`
    const other = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/trig' }).end(page()),
    )
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}/feed`
    try {
      const first = await read(undefined, { url })
      known = [2]
      const second = await read(first.end.state, { url, later: 48 })
      expect(iriId(second.graph!, iri(2))).toBeGreaterThan(0)
      expect(iriId(second.graph!, iri(1)) < 0).toBe(isAnew)
      const notes = second.events.flatMap((event) => (event.kind === 'note' ? [event.note.rule] : []))
      expect(notes).toEqual(isAnew ? ['feed-may-have-missed'] : [])
    } finally {
      other.closeAllConnections()
      await new Promise((done) => other.close(done))
    }
  })

  it('tells of a page that is no feed', async () => {
    const { end, failures } = await read(undefined, { url: `${server.base}nowhere.trig` })
    expect(end.isComplete).toBe(false)
    expect(failures).toMatchObject([{ failure: { kind: 'not-found' } }])
  })
})
