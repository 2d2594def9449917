// Everything the hostile server has is read by a process of its own: each ends as written down, in time, in little memory.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { behaviours } from './support/hostile/behaviours.ts'
import { bundle } from './support/hostile/bundle.mjs'
import { rawBehaviours } from './support/hostile/raw.ts'
import type { Addresses, Outcomes } from './support/hostile/run.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'
import { sourceBehaviours } from './support/hostile/sources.ts'

const MAX_MEGABYTES = 400

let server: HostileServer
let outcomes: Outcomes

beforeAll(async () => {
  server = await startHostileServer(behaviours, rawBehaviours, sourceBehaviours)
  const each = (names: readonly string[], address: (name: string) => string) =>
    Object.fromEntries(names.map((name) => [name, address(name)]))
  const addresses: Addresses = {
    answers: {
      ...each(Object.keys(behaviours), (name) => server.base + name),
      ...each(Object.keys(rawBehaviours), server.raw),
    },
    sources: each(Object.keys(sourceBehaviours), server.source),
  }
  const { path } = await bundle('test/support/hostile/run.ts', 'hostile-run')
  const child = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(addresses))
  outcomes = JSON.parse(await text(child.stdout))
}, 180_000)
afterAll(() => server.close())

it(`has at least sixty behaviours, and reads them in less than ${MAX_MEGABYTES} MB`, () => {
  const all = [behaviours, rawBehaviours, sourceBehaviours].flatMap((table) => Object.keys(table))
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(outcomes.peakMegabytes).toBeLessThan(MAX_MEGABYTES)
})

describe('answers', () => {
  it.each(
    Object.entries({ ...behaviours, ...rawBehaviours }).map(
      ([name, each]) => [name, each.does, each.expect] as const,
    ),
  )('%s: %s', (name, _, expected) => {
    const {
      attempts: __,
      hops: ___,
      status: ____,
      ...wanted
    } = { attempts: 0, hops: 0, status: 0, ...expected }
    expect(outcomes.answers[name]).toMatchObject(wanted)
    // Three tries of half a second each, and what a busy machine needs beside.
    expect(outcomes.answers[name].elapsedMs).toBeLessThan(10_000)
  })
})

describe('sources', () => {
  it.each(
    Object.entries(sourceBehaviours).map(([name, each]) => [name, each.does, each.expect] as const),
  )('%s: %s', (name, _, { notes = [], problems = [], maxRequests, failures, ...expected }) => {
    const outcome = outcomes.sources[name]
    expect(outcome).toMatchObject(expected)
    if (failures) expect(outcome.failures).toEqual(failures)
    expect(outcome.notes).toEqual(expect.arrayContaining([...notes]))
    expect(outcome.problems).toEqual(expect.arrayContaining([...problems]))
    if (maxRequests !== undefined)
      expect(server.seen.get(`source/${name}`) ?? 0).toBeLessThanOrEqual(maxRequests)
    expect(outcome.elapsedMs).toBeLessThan(20_000)
  })
})
