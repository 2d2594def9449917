// Our own suite of feeds, played by a server on loopback to our own reader.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runSuite, type Verdict } from '../src/conformance/index.ts'
import { readSuite } from '../src/conformance/manifest.ts'

const suite = 'fixtures/ldes'
const out = mkdtempSync(join(tmpdir(), 'grunddata-ldes-'))
const cases = await readSuite(suite)

describe('the suite of feeds', () => {
  let verdicts: readonly Verdict[] = []
  beforeAll(async () => {
    verdicts = await runSuite({ suite, out })
  }, 60_000)
  afterAll(() => rmSync(out, { recursive: true }))

  it('has at least thirty cases, each with a sentence of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30)
    expect(cases.filter(({ about }) => about === '')).toEqual([])
    expect(new Set(cases.map(({ about }) => about)).size).toBe(cases.length)
  })

  it.each(cases.map(({ name, about }) => [name, about]))('%s: %s', (name) => {
    expect(verdicts.find((verdict) => verdict.name === name)?.wrong).toEqual([])
  })

  it('leaves the graph and the report of every case behind, and never an empty file', () => {
    for (const { name } of cases) {
      expect(readFileSync(join(out, name, 'after.ttl'), 'utf8').length).toBeGreaterThan(0)
      expect(JSON.parse(readFileSync(join(out, name, 'report.json'), 'utf8'))).toHaveProperty('unchanged')
    }
  })
})
