// The rules that SHACL cannot say: which numbers of the list of rules are covered, and what the small parts decide.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checks, withoutOverlaps } from '../src/check/index.ts'
import { languageFault } from '../src/check/language-tag.ts'
import { compareDates, comparePacked, packedDate } from '../src/check/time.ts'
import { isWellFormed } from '../src/check/well-formed.ts'
import { boxOf, parseWkt } from '../src/check/wkt.ts'
import type { NotAssessed, Problem } from '../src/finding.ts'
import { quietIo } from '../src/io.ts'
import { loadProfile } from '../src/profile/index.ts'
import { type Graph, iriId, LITERAL, lookup, parse, text } from '../src/rdf/index.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')
const PREFIXES = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix : <https://data.example.se/> .
`

async function read(turtle: string): Promise<Graph> {
  return parse({ name: 'katalog.ttl', bytes: new TextEncoder().encode(PREFIXES + turtle) })
}

async function run(name: string, turtle: string) {
  const graph = await read(turtle)
  const notAssessed: NotAssessed[] = []
  const context = {
    profile,
    io: quietIo(),
    notAssessed: (entry: NotAssessed) => void notAssessed.push(entry),
  }
  const problems = await checks[name](graph, context)
  return { graph, notAssessed, problems, rules: problems.map(({ rule }) => rule) }
}

/** Numbers of the list of rules that no rule of these sets states, and who holds them. */
const heldElsewhere: Readonly<Record<number, string>> = {
  39: 'archive codes have no fixed form; only IRIs are refused (dataset-identifier-literal)',
  48: 'dataset-keyword-language',
  49: 'whether a keyword is in the singular cannot be told mechanically',
  52: 'distribution-license-iri',
  72: 'catalog-license-other',
  76: 'distribution-format-form',
  78: 'relationship-role-form',
  79: 'dataset-subject-form',
  80: 'dataset-applicable-legislation-repeated',
  82: 'a fact of the portal: nobody can act on it',
  83: 'a fact of the portal: nobody can act on it',
  85: 'distribution-access-url-form',
}
const demanded = [5, 6, 7, ...range(11, 29), ...range(32, 86)]

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function turtleOf(set: string): string {
  const names = readdirSync(`shapes/${set}`).filter((name) => name.endsWith('.ttl'))
  return names.map((name) => readFileSync(`shapes/${set}/${name}`, 'utf8')).join('\n')
}

describe('the list of rules', () => {
  const own = ['syntax', 'harvest', 'advice', 'hvd', 'dga'].map(turtleOf).join('\n')

  it('is covered number by number', () => {
    const stated = new Set(
      [...own.matchAll(/grunddata:ruleNumber ([\d ,]+)/g)].flatMap(([, numbers]) =>
        numbers.split(',').map(Number),
      ),
    )
    expect(demanded.filter((number) => !stated.has(number))).toEqual(Object.keys(heldElsewhere).map(Number))
  })

  it('names only rules of the profile and checks that exist', () => {
    const reasons = Object.values(heldElsewhere)
    const ids = reasons.filter((reason) => /^[a-z-]+$/.test(reason))
    expect(ids.filter((id) => !profile.rules.has(id))).toEqual([])
    const named = new Set([...own.matchAll(/grunddata:check "([^"]+)"/g)].map(([, name]) => name))
    expect([...named].filter((name) => name !== 'reader' && !checks[name])).toEqual([])
  })

  it('has every rule that a check can emit', async () => {
    const sources = readdirSync('src/check').filter((name) => name.endsWith('.ts'))
    const code = sources.map((name) => readFileSync(`src/check/${name}`, 'utf8')).join('\n')
    const emitted = [...code.matchAll(/rule: '([a-z-]+)'/g)].map(([, id]) => id)
    expect(emitted.length).toBeGreaterThan(40)
    const national = await loadProfile('grunddata@2.0')
    expect(emitted.filter((id) => !profile.rules.has(id) && !national.rules.has(id))).toEqual([])
  })
})

describe('literals', () => {
  it.each([
    [
      'date',
      ['2024-02-29', '2024-12-31Z', '-0044-03-15'],
      ['2023-02-29', '2020-13-45', '24-01-01', '2024-1-1'],
    ],
    [
      'dateTime',
      ['2024-05-01T12:00:00', '2024-05-01T24:00:00Z'],
      ['2024-05-01', '2024-05-01T25:00:00', '2024-05-01T12:00'],
    ],
    ['gYear', ['2024', '12024'], ['24', '2024-01']],
    ['nonNegativeInteger', ['0', '+7', ' 12 '], ['-1', '1.0', '']],
    ['byte', ['-128', '127'], ['128']],
    ['decimal', ['1.', '.5', '-3.14'], ['1e3', '1,5', '.']],
    ['boolean', ['true', '0'], ['sant', 'TRUE']],
    ['duration', ['P1Y', 'PT0.5S', '-P2DT3H'], ['P', 'PT', 'PTS', 'P1W', 'PT.5S']],
    ['dayTimeDuration', ['P1DT2H', 'PT5M'], ['P1Y', 'P1M']],
    ['yearMonthDuration', ['P1Y2M'], ['P1D', 'P1YT5M']],
    ['hexBinary', ['0aFF', ''], ['abc', 'zz']],
  ] as const)('of xsd:%s', (type, good, bad) => {
    expect(good.filter((lexical) => !isWellFormed(lexical, type))).toEqual([])
    expect(bad.filter((lexical) => isWellFormed(lexical, type))).toEqual([])
  })

  it('have language tags that name a language', () => {
    expect(['sv', 'en-GB', 'sr-Latn', 'smj', 'x-privat'].filter(languageFault)).toEqual([])
    expect(languageFault('swe')?.suggestion).toBe('sv')
    expect(languageFault('svenska')?.suggestion).toBe('sv')
    expect(languageFault('sv_SE')?.suggestion).toBe('sv-se')
    expect(languageFault('xy')).toEqual({})
    expect(languageFault('français')).toEqual({})
  })

  it('take se for Swedish only where nothing else is', async () => {
    expect((await run('literals', ':a dcterms:title "Luft"@se .')).rules).toEqual(['language-tag-form'])
    expect((await run('literals', ':a dcterms:title "Áibmu"@se , "Luft"@sv .')).rules).toEqual([])
  })
})

describe('dates', () => {
  it('are compared on what both of them state', async () => {
    const pairs = [
      ['2024', '2024-05-01', 0],
      ['2024-05', '2024-04-30', 1],
      ['2023-12-31', '2024', -1],
      ['2024-05-01T10:00:00Z', '2024-05-02', -1],
      ['igår', '2024', 0],
    ] as const
    for (const [a, b, expected] of pairs) {
      const graph = await read(`:a dcterms:issued "${a}" , "${b}" .`)
      const term = (date: string) => lookup(graph.dictionary, LITERAL, date)
      expect(Math.sign(compareDates(a, b)), `${a} and ${b}`).toBe(expected)
      expect(
        Math.sign(comparePacked(packedDate(graph, term(a)), packedDate(graph, term(b)))),
        `${a}, ${b}`,
      ).toBe(expected)
    }
  })
})

describe('well-known text', () => {
  it('is read with its box', () => {
    expect(boxOf('POLYGON((17 59,18 59,18 60,17 60,17 59))')).toEqual([17, 59, 18, 60])
    expect(boxOf('POINT(17.5 59.5)')).toEqual([17.5, 59.5, 17.5, 59.5])
    expect(boxOf('<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 2)')).toEqual([1, 2, 1, 2])
    expect(boxOf('ENVELOPE(17,18,60,59)')).toEqual([17, 59, 18, 60])
  })

  it('is refused when it is something else', () => {
    for (const wkt of ['17 59', 'POINT(a b)', 'POLYGON((17 59,18 59)', 'POINT()', 'BOX(1 2)'])
      expect(parseWkt(wkt), wkt).toBeUndefined()
    expect(parseWkt('POLYGON((17 59,18 59,18 60,17 60))')?.closed).toBe(false)
  })
})

describe('checks that need the network', () => {
  it('tell how much they left unassessed, and pass nothing', async () => {
    const { notAssessed, problems } = await run(
      'network',
      `:k a dcat:Catalog ; dcterms:hasPart :u . :u a dcat:Catalog .
       :d a dcat:Distribution ; dcat:accessURL :fil ; dcat:downloadURL :fil , :fil2 ; dcterms:conformsTo :openapi .
       :s a dcat:DataService ; dcat:endpointDescription :beskrivning .
       :ds dcat:landingPage :sida .`,
    )
    expect(problems).toEqual([])
    expect(notAssessed.map(({ rule, count }) => [rule, count])).toEqual([
      ['access-url-unreachable', 2],
      ['landing-page-unreachable', 1],
      ['api-description-unreachable', 2],
      ['subcatalog-unreachable', 1],
    ])
  })
})

describe('several catalogues', () => {
  it('have the one with most parts as their main catalogue', async () => {
    const { graph, problems } = await run(
      'subcatalogs',
      `:ensam a dcat:Catalog ; dcat:dataset :x . :main a dcat:Catalog ; dcterms:hasPart :del .
       :del a dcat:Catalog ; dcat:dataset :y .`,
    )
    const unlinked = problems.filter(({ rule }) => rule === 'subcatalog-unlinked')
    expect(unlinked.map(({ focus }) => text(graph, focus ?? -1))).toEqual(['https://data.example.se/ensam'])
  })

  it('may not go round in a circle, not even of one', async () => {
    expect((await run('subcatalogs', ':k a dcat:Catalog ; dcterms:hasPart :k .')).rules).toEqual([
      'subcatalog-cycle',
    ])
    const three = await run(
      'subcatalogs',
      `:a a dcat:Catalog ; dcterms:hasPart :b . :b a dcat:Catalog ; dcterms:hasPart :c .
       :c a dcat:Catalog ; dcterms:hasPart :a .`,
    )
    expect(three.rules.filter((rule) => rule === 'subcatalog-cycle')).toHaveLength(1)
    expect(three.rules).not.toContain('subcatalog-nested')
  })
})

describe('overlaps', () => {
  const problem = (rule: string, focus: number, value?: number): Problem =>
    value === undefined ? { rule, focus } : { rule, focus, value }

  it('leave the rule that explains a value best', async () => {
    const graph = await read(':a dcterms:issued "x" .')
    const left = withoutOverlaps(graph, [
      problem('dataset-issued-datatype', 20, 21),
      problem('literal-ill-formed', 20, 21),
      problem('dataset-issued-datatype', 20, 22),
    ])
    expect(left).toEqual([problem('literal-ill-formed', 20, 21), problem('dataset-issued-datatype', 20, 22)])
  })

  it('silence what follows from a faulty address', async () => {
    const graph = await read(':a dcat:landingPage <C:\\Temp\\x> .')
    const value = iriId(graph, 'C:\\Temp\\x')
    expect(value).toBeGreaterThan(0)
    const all = [...graph.problems, problem('dataset-landing-page-form', 20, value)]
    expect(withoutOverlaps(graph, all).map(({ rule }) => rule)).toEqual(['iri-windows-path'])
  })

  it('do not ask a sub-catalogue that is fetched later for its title', async () => {
    const graph = await read(':a dcterms:title "x" .')
    const all = [problem('subcatalog-remote', 20), problem('catalog-title-missing', 20), problem('x', 21)]
    expect(withoutOverlaps(graph, all).map(({ rule }) => rule)).toEqual(['subcatalog-remote', 'x'])
  })

  it('name a misspelled link once and not everything it should lead to', async () => {
    const graph = await read(':a dcat:Dataset :b .')
    const misspelled = { ...problem('property-misspelled', 20), params: { suggestion: 'dcat:dataset' } }
    expect(withoutOverlaps(graph, [misspelled, problem('dataset-orphan', 21)])).toEqual([misspelled])
  })
})
