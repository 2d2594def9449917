// Good sources that turn bad between two harvests: the last good copy stays intact, whatever they do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HarvestOptions, harvestAll } from '../src/harvest/index.ts'
import { type Client, openClient, type Source, sourceOf } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { FIRST, harvestBehaviours, turnedHostile } from './support/hostile/harvests.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'
import { give, type SourceAnswer, type SourceBehaviour, turtle } from './support/hostile/source-words.ts'
import { all } from './support/stores.ts'

let server: HostileServer
let client: Client
/** Sources that have turned. */
const turned = new Set<string>()

const good = give(turtle(1, FIRST))

/** Good until it has turned. */
function turning(name: string, second: SourceAnswer): readonly [string, SourceBehaviour] {
  const answer: SourceAnswer = (...args) => (turned.has(name) ? second : good)(...args)
  return [name, { does: name, answer, expect: { datasets: FIRST, isComplete: true } }]
}

beforeAll(async () => {
  const sources = Object.fromEntries([
    ...Object.entries(harvestBehaviours).map(([name, { second }]) => turning(name, second)),
    ...turnedHostile.map(([name, { answer }]) => turning(name, answer)),
  ])
  server = await startHostileServer({}, {}, sources)
  client = await openClient({
    allowPrivate: ['127.0.0.1'],
    limits: { timeoutMs: 500, maxBytes: 2_000_000 },
    retry: { retries: 0 },
  })
})
afterAll(async () => {
  await client.close()
  await server.close()
})

function source(name: string, more: Partial<Source> = {}): Source {
  const plain = sourceOf({ id: name, url: server.source(name), reader: 'rdf', robots: false })
  return {
    ...plain,
    allowPrivate: ['127.0.0.1'],
    limits: {
      ...plain.limits,
      requestMs: 500,
      pageMs: 2_000,
      sourceMs: 20_000,
      maxBytes: 2_000_000,
      maxPages: 50,
      maxTriples: 20_000,
    },
    ...more,
  }
}

const harvestOf = (store: Store, each: Source, now: Date, more: Partial<HarvestOptions> = {}) =>
  harvestAll({ store, client, sources: [each], now: () => now, ...more })

const DATASET = ['http://www.w3.org/ns/dcat#Dataset']

/** IRIs of the datasets that the public sees. */
async function served(store: Store): Promise<readonly string[]> {
  const found = await all(store.entities({ isUnited: true, types: DATASET }))
  return found.map(({ iri }) => iri)
}

const isFirst = (iri: string) => {
  const number = Number(/^https:\/\/data\.example\.se\/(\d+)$/.exec(iri)?.[1])
  return number >= 1 && number <= FIRST
}

/** Harvests a source while it is good and again when it has turned. */
async function twice(each: Source) {
  const store = await openStore(':memory:')
  try {
    const [first] = await harvestOf(store, each, new Date('2026-05-01T04:00:00Z'))
    expect(first.state).toBe('applied')
    expect((await served(store)).filter(isFirst)).toHaveLength(FIRST)
    turned.add(each.id)
    const [outcome] = await harvestOf(store, each, new Date('2026-05-02T04:00:00Z'))
    const after = await served(store)
    const entities = await all(store.entities({ isUnited: true, types: DATASET }))
    const titles = new Map(entities.map(({ iri, title }) => [iri, title?.sv]))
    expect(await all(store.verify())).toEqual([])
    return { outcome, after, titles }
  } finally {
    turned.delete(each.id)
    await store.close()
  }
}

describe('a source that changes', () => {
  it.each(
    Object.entries(harvestBehaviours).map(([name, each]) => [name, each.does, each.expect] as const),
  )('%s: %s', async (name, _, { state, kept = FIRST, added = 0, brake }) => {
    const { outcome, after } = await twice(source(name))
    expect(outcome.state).toBe(state)
    expect(after.filter(isFirst)).toHaveLength(kept)
    expect(after).toHaveLength(kept + added)
    if (brake) expect(outcome.brake.map(({ kind }) => kind)).toEqual(brake)
  })
})

describe('a good source that turns hostile loses nothing', () => {
  it.each(
    turnedHostile.map(([name, each]) => [name, each.does, each] as const),
  )('%s: %s', async (name, _, each) => {
    const { outcome, after, titles } = await twice(source(name, { reader: each.reader ?? 'rdf' }))
    expect(after.filter(isFirst)).toHaveLength(FIRST)
    if (each.expect.isComplete) return
    // What was not read in full is never a reason to remove anything, nor to say less of it. A title with an entity or a
    // character that XML forbids is kept as it is written, with a finding.
    expect(outcome.counts).toMatchObject({ removed: 0, missing: 0 })
    for (const iri of after.filter(isFirst))
      expect(titles.get(iri)).toMatch(/^(Datamängd \d+|Ett|&\w+;|a\u0008b)$/)
  })
})

describe('at the same time', () => {
  it('two runs over one source: one does it, and nothing comes twice', async () => {
    const store = await openStore(':memory:')
    const now = new Date('2026-05-01T04:00:00Z')
    const outcomes = await Promise.all(
      ['en', 'två'].map(
        async (owner) => (await harvestOf(store, source('as-before'), now, { owner }))[0].state,
      ),
    )
    expect(outcomes.filter((state) => state === 'applied')).toHaveLength(1)
    expect(outcomes.filter((state) => state === 'busy' || state === 'unchanged')).toHaveLength(1)
    expect(await served(store)).toHaveLength(FIRST)
    expect(await all(store.verify())).toEqual([])
    await store.close()
  })

  it('the same IRIs in two sources: each is shown once, with the reason for the other', async () => {
    const store = await openStore(':memory:')
    const sources = [source('as-before'), source('half-gone', { rank: 1 })]
    const outcomes = await harvestAll({ store, client, sources, now: () => new Date('2026-05-01T04:00:00Z') })
    expect(outcomes.map(({ state }) => state)).toEqual(['applied', 'applied'])
    const after = await all(store.entities({ isUnited: true, types: DATASET }))
    expect(after).toHaveLength(FIRST)
    expect(new Set(after.map((entity) => entity.source))).toEqual(new Set(['half-gone']))
    expect((await store.decisions({})).length).toBeGreaterThan(0)
    await store.close()
  })
})
