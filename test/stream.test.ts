// Validation in windows gives what validation in memory gives, whatever the order of the statements.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Report } from '../src/finding.ts'
import { loadProfile, type Profile } from '../src/profile/index.ts'
import { parse, syntaxes } from '../src/rdf/index.ts'
import { validate } from '../src/validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'stream-'))
afterAll(() => rmSync(folder, { recursive: true }))

const small = { partSize: 1500, windowSize: 40 }

/** What a report says, without the time it took. */
function facts({ findings, notAssessed, contents, counts, profile, profileReason }: Report) {
  const lines = findings.map((finding) => JSON.stringify(finding)).sort()
  const open = notAssessed.map((entry) => JSON.stringify(entry)).sort()
  return { lines, open, contents, counts, profile, profileReason }
}

const profile = await loadProfile('dcat-ap-se@3.0.1')

async function both(name: string, text: string | Uint8Array, choice: { profile?: Profile } = { profile }) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const reasons: unknown[] = []
  const inMemory = await validate([path], { ...choice, stream: false })
  const inWindows = await validate([path], {
    ...choice,
    stream: true,
    windows: small,
    onWhole: (_, reason) => reasons.push(reason),
  })
  expect(reasons).toEqual([])
  return [facts(inWindows.reports[0]), facts(inMemory.reports[0]), inWindows, inMemory] as const
}

const catalogs = readdirSync('fixtures/catalogs').filter((name) => name.endsWith('.ttl'))
const rules = readdirSync('fixtures/rules')
  .map((rule) => `fixtures/rules/${rule}/bad.ttl`)
  .filter((path) => existsSync(path) && !/\/(?:national-|document-mojibake)/.test(path))

describe.each(catalogs)('%s', (name) => {
  it('in windows', async () => {
    const [found, expected, windows, memory] = await both(name, readFileSync(`fixtures/catalogs/${name}`), {})
    expect(found).toEqual(expected)
    for (const { location } of memory.reports[0].findings.slice(0, 20))
      expect(windows.lineOf(location.file, location.line)).toBe(memory.lineOf(location.file, location.line))
  }, 60_000)
  it.each(['ntriples', 'rdfxml'] as const)('in windows as %s', async (syntax) => {
    const graph = await parse({ name, bytes: readFileSync(`fixtures/catalogs/${name}`) })
    const text = [...syntaxes[syntax].write(graph)].join('')
    const [found, expected] = await both(`${name}.${syntaxes[syntax].extensions[0]}`, text)
    expect(found).toEqual(expected)
  }, 60_000)
  it('in windows, its statements in any order', async () => {
    const graph = await parse({ name, bytes: readFileSync(`fixtures/catalogs/${name}`) })
    const lines = [...syntaxes.ntriples.write(graph)].join('').trim().split('\n')
    const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const [found, expected] = await both('shuffled.nt', order.join('\n'))
        expect(found).toEqual(expected)
      }),
      { numRuns: 2 },
    )
  }, 60_000)
})

/** The statements of the examples of what breaks each rule, as lines of N-Triples. */
const broken = await Promise.all(
  rules.map(async (path, index) => {
    const graph = await parse({ name: path, bytes: readFileSync(path) })
    return {
      path,
      lines: [...syntaxes.ntriples.write(graph)].join('').replace(/_:b/g, `_:f${index}b`).trim().split('\n'),
    }
  }),
)

it('finds the same in what breaks rules, many at once and in any order', async () => {
  const choice = fc
    .uniqueArray(fc.constantFrom(...broken.keys()), { minLength: 1, maxLength: 9 })
    .map((chosen) => chosen.flatMap((index) => broken[index].lines))
    .chain((lines) => fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length }))
  await fc.assert(
    fc.asyncProperty(choice, async (lines) => {
      const [found, expected] = await both('rules.nt', lines.join('\n'))
      expect(found).toEqual(expected)
    }),
    { numRuns: 15 },
  )
}, 240_000)

it('reads whole what cannot be read in windows, and says why', async () => {
  const path = join(folder, 'whole.jsonld')
  writeFileSync(path, '{"@id":"https://example.se/a","@type":"http://www.w3.org/ns/dcat#Catalog"}')
  const told: string[] = []
  const { reports } = await validate([path], { profile, stream: true, onWhole: (_, { en }) => told.push(en) })
  expect(reports[0].contents.catalogs).toBe(1)
  expect(told).toEqual(['JSON-LD and files that are not UTF-8 are read whole.'])
})
