// What a person sets for a source while it is being read stays set, whatever comes of the reading.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { advance, harvestAll, isDue, reschedule } from '../src/harvest/index.ts'
import { type Client, openClient, sourceOf } from '../src/source/index.ts'
import type { SourceLife, Store } from '../src/store/index.ts'
import { catalogText } from './support/catalog-server.ts'
import { closePlaces, places, sourceNamed, time } from './support/stores.ts'

const HOME = 'https://a.example.se/'
const many = (n: number) =>
  catalogText(
    HOME,
    Array.from({ length: n }, (_, i) => ({ id: `d${i}` })),
  )

/** What the source answers the second time, and the state that the reading would leave by itself. */
const outcomes = [
  { name: 'changes', status: 200, body: many(5), state: 'applied', life: 'invalid' },
  { name: 'says the same', status: 200, body: many(4), state: 'unchanged', life: 'invalid' },
  { name: 'has not changed', status: 304, body: '', state: 'unchanged', life: 'invalid' },
  { name: 'is not there', status: 404, body: '', state: 'failed', life: 'unreachable' },
  { name: 'is empty, which is held', status: 200, body: many(0), state: 'held', life: 'held' },
] as const

afterAll(closePlaces)

for (const place of places)
  describe(`a source in ${place.name}, while it is read`, () => {
    let opened: Awaited<ReturnType<typeof place.open>>
    let mine: Store
    /** The same store, opened by somebody else. */
    let theirs: Store
    let client: Client
    let server: Server
    let answer: { readonly status: number; readonly body: string }
    let meanwhile: () => Promise<void>
    beforeEach(async () => {
      opened = await place.open()
      mine = opened.store
      theirs = await opened.again()
      client = await openClient({ allowPrivate: ['127.0.0.1'], retry: { retries: 0 } })
      meanwhile = async () => {}
      answer = { status: 200, body: many(4) }
      server = createServer((_, response) => {
        const { status, body } = answer
        const end = () =>
          response.writeHead(status, { 'content-type': 'text/turtle', etag: `"${status}"` }).end(body)
        meanwhile().then(end, (error) => response.destroy(error))
      })
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    })
    afterEach(async () => {
      await client.close()
      await new Promise((done) => server.close(done))
      await opened.remove()
    })

    const read = async () => {
      const { port } = server.address() as AddressInfo
      const source = sourceOf({
        id: 'a',
        url: `http://127.0.0.1:${port}/`,
        reader: 'rdf',
        robots: false,
        allowPrivate: ['127.0.0.1'],
        schedule: '0 4 * * *',
      })
      const [outcome] = await harvestAll({ store: mine, client, sources: [source] })
      return outcome.state
    }
    const life = async () => (await mine.source('a'))?.life as SourceLife
    const set = (change: (life: SourceLife) => SourceLife) => () => theirs.changeLife('a', change)
    const pause = set((life) => advance(life, { kind: 'paused' }, new Date(), { graceDays: 0 }))

    for (const { name, state, life: left, ...next } of outcomes) {
      it(`that ${name}, is paused`, async () => {
        expect(await read()).toBe('applied')
        answer = next
        meanwhile = pause
        expect(await read()).toBe(state)
        const paused = await life()
        expect(paused.state).toBe('paused')
        expect(paused.lastRun! >= paused.lastRead!).toBe(true)
        expect(isDue(paused, new Date('2100-01-01'))).toBe(false)
        // What came of the reading is known all the same, once it goes on.
        expect(advance(paused, { kind: 'resumed' }, new Date(), { graceDays: 0 }).state).toBe(left)
      })

      it(`that ${name}, is asked for at once`, async () => {
        expect(await read()).toBe('applied')
        answer = next
        meanwhile = set((life) => ({ ...life, nextDue: new Date().toISOString() }))
        expect(await read()).toBe(state)
        expect(await life()).toMatchObject({ state: left })
        expect(isDue(await life(), new Date())).toBe(true)
      })

      it(`that ${name}, gets another schedule`, async () => {
        expect(await read()).toBe('applied')
        answer = next
        meanwhile = async () => reschedule(theirs, (await theirs.source('a'))!, '30 6 1 1 *')
        expect(await read()).toBe(state)
        expect(await life()).toMatchObject({
          state: left,
          schedule: '30 6 1 1 *',
          nextDue: expect.stringMatching(/-01-01T05:30/),
        })
      })
    }

    it('for the first time, is paused, and stays so when it is read by hand', async () => {
      meanwhile = pause
      expect(await read()).toBe('applied')
      meanwhile = async () => {}
      answer = { status: 200, body: many(5) }
      expect(await read()).toBe('applied')
      expect((await life()).state).toBe('paused')
    })

    it('is resumed', async () => {
      await read()
      await pause()
      meanwhile = set((life) => advance(life, { kind: 'resumed' }, new Date(), { graceDays: 0 }))
      answer = { status: 200, body: many(5) }
      expect(await read()).toBe('applied')
      expect((await life()).state).toBe('invalid')
    })

    it('loses none of many changes that are made at once', async () => {
      await mine.putSource(sourceNamed('b'), time(0))
      const count = (life: SourceLife) => ({ ...life, failures: (life.failures ?? 0) + 1 })
      const changes = Array.from({ length: 60 }, (_, n) =>
        n % 3 === 0
          ? mine.apply({ source: 'b', time: time(n), run: `r${n}`, life: count })
          : (n % 2 ? mine : theirs).changeLife('b', count),
      )
      await Promise.all(changes)
      expect((await mine.source('b'))?.life.failures).toBe(60)
    })
  })
