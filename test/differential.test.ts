// The compiled engine against shacl-engine, one shape and one focus node at a time: the same results, counted, on all
// fixtures, on real catalogues, on random shapes and data; and every known difference shown to be one.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conceptsOf } from '../src/check/shacl/background.ts'
import { loadProfile } from '../src/profile/index.ts'
import { decodeDocument, type Graph, parse } from '../src/rdf/index.ts'
import { parseTurtle } from '../src/rdf/turtle/index.ts'
import { engineDifferences } from './support/engine-differences.ts'
import { hasIllFormed, prefixes, randomData, randomShapes } from './support/random-shapes.ts'
import { difference, type OracleOptions, oracleLines, ownLines } from './support/shacl-oracle.ts'
import { semicShapes, suitesFolder } from './support/shapes-suites.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const corpus = process.env.GRUNDDATA_CORPUS
const suites = suitesFolder()
/** `GRUNDDATA_DIFFERENTIAL=all` (`npm run conformance -- --differential`) takes the large files of the corpus too. */
const isWhole = process.env.GRUNDDATA_DIFFERENTIAL === 'all'
const LIMIT = isWhole ? Number.POSITIVE_INFINITY : 25_000

const profile = await loadProfile()
const background = conceptsOf(profile)
const own = [profile.shapes, background ? { background } : {}] as const
const semic = suites ? (['core', 'all'] as const).map((set) => [semicShapes(suites, set), {}] as const) : []

async function read(file: string): Promise<Graph> {
  const { bytes } = decodeDocument(readFileSync(file))
  return parse({ name: file, bytes }, { base: 'https://example.se/' })
}

function turtle(text: string): Graph {
  return parseTurtle({ name: 'text.ttl', bytes: Buffer.from(text) })
}

/** Compares the engines; the number of results that they agree on. */
async function agreed(shapes: Graph, data: Graph, options: OracleOptions): Promise<number> {
  const lines = ownLines(shapes, data, options)
  expect(difference(lines, await oracleLines(shapes, data, options))).toEqual([])
  return lines.length
}

describe('fixtures, by our shapes and by those of SEMIC', () => {
  const rules = readdirSync(join(root, 'fixtures/rules')).sort()
  const byClass = new Map<string, string[]>()
  for (const rule of rules)
    byClass.set(rule.split('-')[0], [...(byClass.get(rule.split('-')[0]) ?? []), rule])
  it.each([...byClass])('rules of %s', async (_, members) => {
    for (const member of members)
      for (const name of ['good.ttl', 'bad.ttl']) {
        const file = join(root, 'fixtures/rules', member, name)
        if (!existsSync(file)) continue
        const data = await read(file)
        for (const [shapes, options] of [own, ...semic.slice(1)]) await agreed(shapes, data, options)
      }
  })
  it.each(
    readdirSync(join(root, 'fixtures/catalogs')).filter((name) => name.endsWith('.ttl')),
  )('%s', async (name) => {
    const data = await read(join(root, 'fixtures/catalogs', name))
    for (const [shapes, options] of [own, ...semic]) await agreed(shapes, data, options)
  })
})

describe('the corpus (GRUNDDATA_CORPUS), by our shapes and by those of SEMIC (GRUNDDATA_SUITES)', () => {
  const files = corpus ? readdirSync(join(corpus, 'files')).sort() : []
  const isSmall = (file: string) => statSync(join(corpus!, 'files', file)).size <= LIMIT
  it.skipIf(!corpus || !suites)('has files, and results', async () => {
    expect(files.filter(isSmall).length).toBeGreaterThan(50)
    const data = await read(join(corpus!, 'files', files.filter(isSmall)[0]))
    expect(await agreed(semic[1][0], data, {})).toBeGreaterThan(0)
  })
  it.skipIf(!corpus || !suites).each(files.filter((file) => isSmall(file)))(
    '%s',
    async (file) => {
      const data = await read(join(corpus!, 'files', file))
      for (const [shapes, options] of [own, ...semic]) await agreed(shapes, data, options)
    },
    1_800_000,
  )
})

describe('random shapes over random data', () => {
  it('give the same results', async () => {
    let results = 0
    await fc.assert(
      fc.asyncProperty(randomShapes, randomData, async (shapes, data) => {
        fc.pre(!(shapes.includes('sh:lessThan') && hasIllFormed(data)))
        results += await agreed(turtle(shapes), turtle(data), { withoutMemory: true })
      }),
      { numRuns: isWhole ? 10_000 : 500 },
    )
    expect(results).toBeGreaterThan(500)
  }, 600_000)
})

describe('known differences', () => {
  it.each(engineDifferences)('$name: $reason', async ({ shapes, data, own: count, withMemory }) => {
    const graphs = [turtle(prefixes + shapes), turtle(prefixes + data)] as const
    const lines = ownLines(...graphs)
    expect(lines).toHaveLength(count)
    const oracle = await oracleLines(...graphs, withMemory ? {} : { withoutMemory: true })
    expect(difference(lines, oracle)).not.toEqual([])
  })
})
