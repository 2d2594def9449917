// `fix`: every safe correction is made, in its place, nothing else changes, and no finding comes of it.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph, type Fixed, fixText, fixYaml, hunksOf } from '../src/author/index.ts'
import type { Finding } from '../src/finding.ts'
import { loadProfile } from '../src/profile/index.ts'
import { parse, type SyntaxId, syntaxes } from '../src/rdf/index.ts'
import { validateDocument, validateGraph } from '../src/validate.ts'
import { canonical, legalIri } from './support/canonical.ts'
import { commentsOf, dressed, tokensOf } from './support/turtle-layout.ts'

const read = (bytes: Uint8Array, syntax?: SyntaxId) => parse({ name: 'x', bytes }, syntax ? { syntax } : {})

async function check(bytes: Uint8Array): Promise<readonly Finding[]> {
  const { reports } = await validateDocument({ name: 'x', bytes }, { profile: 'dcat-ap-se@3.0.1' })
  return reports[0].findings
}

function fix(text: string, more: { isUnsafe?: boolean; rules?: ReadonlySet<string> } = {}): Promise<Fixed> {
  return fixText(Buffer.from(text), { ...more, read, check })
}

const isSafe = ({ fix: correction }: Finding) => correction?.kind === 'safe'
const textOf = ({ bytes }: Fixed) => Buffer.from(bytes).toString()

/** Findings by rule. */
function tallies(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

const broken = readFileSync('fixtures/catalogs/kommun-trasig.ttl', 'utf8')

describe('the broken catalogue', () => {
  it('has no safe correction left, and only lines with a correction changed', async () => {
    const before = await check(Buffer.from(broken))
    expect(before.filter(isSafe).length).toBeGreaterThan(5)
    const fixed = await fix(broken)
    expect(fixed.findings.filter(isSafe)).toEqual([])
    expect(fixed.left).toEqual([])
    const changed = linesChanged(broken, textOf(fixed))
    // The distribution's address is also written where it is described.
    const described = broken
      .split('\n')
      .findIndex((line) => line.startsWith('<https://data.example.se/distribution/luft csv>'))
    expect(changed).toEqual(
      [...new Set([...fixed.made.map(({ location }) => location.line), described + 1])].sort((a, b) => a - b),
    )
    expect((await fix(textOf(fixed))).made).toEqual([])
  })
  it('gets guesses too when they are asked for', async () => {
    const fixed = await fix(broken, { isUnsafe: true })
    expect(textOf(fixed)).toContain('dcat:keyword "luft"@sv , "partiklar"@sv , "miljö"@sv ;')
    expect(textOf(fixed)).toContain('dcterms:title "Luftkvalitet"@sv ;')
  })
  it('gets those of one rule when it is named', async () => {
    const rules = new Set(['catalog-license-form'])
    expect((await fix(broken, { rules })).made.map(({ rule }) => rule)).toEqual(['catalog-license-form'])
  })
})

function linesChanged(before: string, after: string): readonly number[] {
  return hunksOf(before, after).flatMap(({ oldStart, lines }) => {
    let line = oldStart
    const found: number[] = []
    for (const { kind } of lines) {
      if (kind === 'removed') found.push(line)
      if (kind !== 'added') line++
    }
    return found
  })
}

const folders = readdirSync('fixtures/rules').filter((rule) =>
  /deprecated|-datatype$|-license-form|email-iri|access-url-iri|-space$|language-iri|-form$/.test(rule),
)
const samples = [
  ...folders.map((rule) => `fixtures/rules/${rule}/bad.ttl`),
  'fixtures/catalogs/version-2.2.0.ttl',
]
const plain = [0, 0, 0, 0, 0, 0, 0]
const dressedSample = fc.tuple(
  fc.constantFrom(...samples),
  fc.array(fc.nat(99), { minLength: 7, maxLength: 40 }),
)

describe('any layout', () => {
  it('fix adds no finding, changes no other statement, keeps comments, and is done after one run', async () => {
    await fc.assert(
      fc.asyncProperty(dressedSample, async ([file, choices]) => {
        const text = dressed(tokensOf(readFileSync(file, 'utf8')), choices)
        const before = await check(Buffer.from(text))
        const fixed = await fix(text)
        const after = tallies(fixed.findings)
        for (const [rule, count] of after)
          expect(count, rule).toBeLessThanOrEqual(tallies(before).get(rule) ?? 0)
        expect(fixed.findings.length).toBeLessThanOrEqual(before.length - fixed.made.length)
        expect(commentsOf(textOf(fixed))).toEqual(commentsOf(text))
        await expectOnlyMade(text, fixed)
        const again = await fix(textOf(fixed))
        expect([again.made, textOf(again)]).toEqual([[], textOf(fixed)])
      }),
      // Those that have gone wrong before come first: an address that no other parser takes, blank nodes.
      {
        numRuns: 12,
        examples: samples.filter((file) => /iri-space|2\.2\.0/.test(file)).map((file) => [[file, plain]]),
      },
    )
  }, 120_000)
})

/** Every statement that went or came has the property or the value of a correction that was made. */
async function expectOnlyMade(before: string, fixed: Fixed): Promise<void> {
  const [old, fresh] = await Promise.all(
    [Buffer.from(before), fixed.bytes].map(
      // The number of a blank node comes from all that is said about it: left out here.
      async (bytes) => new Set((await canonical(await read(bytes))).replace(/_:c14n\d+/g, '_:b').split('\n')),
    ),
  )
  const words = fixed.made.flatMap(({ path, value, fix: correction }) =>
    [path?.iri, value, correction?.replacement, correction?.replacePath].filter((word) => word !== undefined),
  )
  for (const line of [...old]
    .filter((each) => !fresh.has(each))
    .concat([...fresh].filter((each) => !old.has(each))))
    expect(
      words.some((word) => line.includes(word) || line.includes(legalIri(word))),
      line,
    ).toBe(true)
}

describe('other syntaxes', () => {
  it.each(['rdfxml', 'ntriples'] as const)('mends the same in %s', async (syntax) => {
    const source = await read(Buffer.from(broken.replace('visar den."@sv ', 'visar den."@sv ;')))
    const text = [...syntaxes[syntax].write(source)].join('')
    const fixed = await fix(text)
    expect(fixed.made.length).toBeGreaterThan(5)
    expect(fixed.findings.filter(isSafe)).toEqual([])
    expect((await fix(textOf(fixed))).made).toEqual([])
  })
  it('mends values in JSON-LD where they stand, and says what it cannot', async () => {
    const text = `{
  "@context": {
    "dcat": "http://www.w3.org/ns/dcat#", "dcterms": "http://purl.org/dc/terms/",
    "license": { "@id": "dcterms:license", "@type": "@id" }
  },
  "@id": "https://data.example.se/katalog",
  "@type": "dcat:Catalog",
  "license":   "https://creativecommons.org/publicdomain/zero/1.0/deed.sv",
  "dcterms:issued": "2024-02-03",
  "dcat:dataset": { "@id": "https://data.example.se/d", "@type": "dcat:Dataset",
    "dcterms:accrualPeriodicity": { "@id": "http://purl.org/cld/freq/daily" } }
}
`
    const fixed = await fix(text)
    expect(textOf(fixed)).toBe(
      text
        .replace(
          'https://creativecommons.org/publicdomain/zero/1.0/deed.sv',
          'http://creativecommons.org/publicdomain/zero/1.0/',
        )
        .replace(
          '"2024-02-03"',
          '{ "@value": "2024-02-03", "@type": "http://www.w3.org/2001/XMLSchema#date" }',
        )
        .replace(
          'http://purl.org/cld/freq/daily',
          'http://publications.europa.eu/resource/authority/frequency/DAILY',
        ),
    )
    expect(fixed.findings.filter(isSafe)).toEqual([])
    const source = await read(Buffer.from(broken))
    const whole = await fix([...syntaxes.jsonld.write(source)].join(''))
    expect(whole.made.length).toBeGreaterThan(3)
    expect(whole.findings.filter(isSafe)).toHaveLength(whole.left.length)
    for (const { reason } of whole.left) expect(reason.sv).toMatch(/./)
  })
})

describe('the YAML form', () => {
  const example = readFileSync('examples/catalog.yaml', 'utf8')
  const faulty = example.replace(
    'license: CC0',
    'license: "https://creativecommons.org/publicdomain/zero/1.0/deed.sv" # kommentar',
  )
  const fixCatalog = async (text: string) => {
    const profile = await loadProfile('dcat-ap-se@3.0.1')
    return fixYaml(text, {
      build: async (version) => {
        const document = { name: 'k.yaml', bytes: Buffer.from(version) }
        const { graph, lineOf } = await buildGraph([document], { profile })
        const { reports } = await validateGraph({ graph, name: 'k.yaml', lineOf }, { profile })
        return { graph, findings: reports[0].findings }
      },
    })
  }
  it('is corrected in its place, in the quotes it has', async () => {
    const fixed = await fixCatalog(faulty)
    expect(fixed.made.map(({ rule }) => rule)).toEqual(['catalog-license-form'])
    expect(textOf(fixed)).toBe(
      faulty.replace(
        'https://creativecommons.org/publicdomain/zero/1.0/deed.sv',
        'http://creativecommons.org/publicdomain/zero/1.0/',
      ),
    )
    expect((await fixCatalog(textOf(fixed))).made).toEqual([])
  })
  it('is left alone when there is nothing to correct', async () => {
    expect(textOf(await fixCatalog(example))).toBe(example)
  })
})
