// Every fixer against a table: a value as it is written in Turtle, and the correction that is proposed.
import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { fixers } from '../src/profile/fixers/index.ts'
import {
  checkDigit,
  isOrganisationNumber,
  loadVocabularies,
  organisationDigits,
  type Rule,
} from '../src/profile/index.ts'
import { fromQuads, iriId, objects } from '../src/rdf/index.ts'

const prefixes = `
@prefix ex: <https://data.example.se/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gsp: <http://www.opengis.net/ont/geosparql#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <http://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`
const text = { sv: 'x', en: 'x' }
const EU = 'http://publications.europa.eu/resource/authority'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

interface Case {
  readonly property?: string
  readonly scheme?: string
  readonly rest?: string
}

/** Runs a fixer on the first value of `ex:a <property> <value>`. */
function correct(name: string, value: string, { property = 'ex:p', scheme, rest = '' }: Case = {}) {
  const graph = fromQuads(new Parser().parse(`${prefixes}\nex:a ${property} ${value} .\n${rest}`))
  const focus = iriId(graph, 'https://data.example.se/a')
  const path = new Parser().parse(`${prefixes}\nex:a ${property} ex:b .`)[0].predicate.value
  // Term ids grow with the text, so the first value is the one under test.
  const [term] = objects(graph, focus, iriId(graph, path))
  const rule: Rule = {
    id: 'x',
    severity: 'error',
    message: text,
    description: text,
    file: 'x.ttl',
    ...(scheme ? { scheme } : {}),
  }
  const problem = { rule: 'x', focus, path, value: term }
  return fixers[name]({ graph, problem, rule, vocabularies: loadVocabularies() })
}

type Row = readonly [
  value: string,
  kind: 'safe' | 'suggested' | undefined,
  replacement?: string | undefined,
  extra?: Case,
]

const inFrequency: Case = { scheme: `${EU}/frequency` }

const tables: Readonly<Record<string, readonly Row[]>> = {
  'licence-canonical': [
    [
      '<https://creativecommons.org/licenses/by/4.0/deed.sv>',
      'safe',
      '<http://creativecommons.org/licenses/by/4.0/>',
    ],
    [
      '<http://www.creativecommons.org/licenses/by-sa/4.0>',
      'safe',
      '<http://creativecommons.org/licenses/by-sa/4.0/>',
    ],
    [
      '<http://creativecommons.org/licenses/by/4.0/legalcode>',
      'safe',
      '<http://creativecommons.org/licenses/by/4.0/>',
    ],
    [
      '<https://creativecommons.org/publicdomain/zero/1.0/>',
      'safe',
      '<http://creativecommons.org/publicdomain/zero/1.0/>',
    ],
    ['<http://creativecommons.org/licenses/by/2.5/se/>', undefined],
    [`<${EU}/licence/CC_BY_4_0>`, undefined],
    ['<https://example.se/villkor>', undefined],
    ['"CC0"', 'suggested', '<http://creativecommons.org/publicdomain/zero/1.0/>'],
    ['"CC BY 4.0"', 'suggested', '<http://creativecommons.org/licenses/by/4.0/>'],
  ],
  'nearest-concept': [
    [
      '<https://publications.europa.eu/resource/authority/frequency/ANNUAL>',
      'safe',
      `<${EU}/frequency/ANNUAL>`,
      inFrequency,
    ],
    [`"${EU}/frequency/ANNUAL"`, 'safe', `<${EU}/frequency/ANNUAL>`, inFrequency],
    ['"varje kvartal"@sv', 'suggested', `<${EU}/frequency/QUARTERLY>`, inFrequency],
    ['<https://example.se/x>', undefined, undefined, inFrequency],
    ['"ANNUAL"', undefined],
  ],
  'deprecated-value': [
    ['<http://purl.org/cld/freq/annual>', 'safe', `<${EU}/frequency/ANNUAL>`],
    ['<http://purl.org/cld/freq/semimonthly>', 'safe', `<${EU}/frequency/MONTHLY_2>`],
    ['<http://purl.org/adms/status/UnderDevelopment>', 'safe', `<${EU}/distribution-status/DEVELOP>`],
    ['<http://data.europa.eu/r5r/availability/stable>', 'safe', `<${EU}/planned-availability/STABLE>`],
    ['<http://data.europa.eu/r5r/stable>', 'safe', `<${EU}/planned-availability/STABLE>`],
    ['"application/vnd.geo+json"', 'safe', '"application/geo+json"'],
    ['"application/json"', undefined],
  ],
  'datatype-date': [
    ['"2024-02-29"', 'safe', `"2024-02-29"^^<${XSD}date>`],
    ['"2024-02-29"^^xsd:dateTime', 'safe', `"2024-02-29"^^<${XSD}date>`],
    ['"2024-01-31T10:00:00Z"^^xsd:date', 'safe', `"2024-01-31T10:00:00Z"^^<${XSD}dateTime>`],
    ['"2024"', 'safe', `"2024"^^<${XSD}gYear>`],
    ['" 2024-01-31 "@sv', 'safe', `"2024-01-31"^^<${XSD}date>`],
    ['"2023-02-29"', undefined],
    ['"2024-01-31 10:00"', 'suggested', `"2024-01-31T10:00:00"^^<${XSD}dateTime>`],
    ['"20240131"', 'suggested', `"2024-01-31"^^<${XSD}date>`],
    ['"31/1 2024"', 'suggested', `"2024-01-31"^^<${XSD}date>`],
    ['"i våras"', undefined],
    ['ex:b', undefined],
  ],
  'datatype-integer': [
    ['"1024.0"^^xsd:decimal', 'safe', `"1024"^^<${XSD}nonNegativeInteger>`],
    ['"0010"', 'safe', `"10"^^<${XSD}nonNegativeInteger>`],
    ['"1,5 MB"', 'suggested', `"1500000"^^<${XSD}nonNegativeInteger>`],
    ['"12 345"', 'suggested', `"12345"^^<${XSD}nonNegativeInteger>`],
    ['"-5"', undefined],
    ['"stor"', undefined],
  ],
  'datatype-decimal': [
    ['"1.5"', 'safe', `"1.5"^^<${XSD}decimal>`],
    ['"1.5E1"^^xsd:double', 'safe', `"15"^^<${XSD}decimal>`],
    ['"1,5 m"', 'suggested', `"1.5"^^<${XSD}decimal>`],
    ['"fint"', undefined],
  ],
  'datatype-duration': [
    ['"P1D"', 'safe', `"P1D"^^<${XSD}duration>`],
    ['"PT15M"^^xsd:string', 'safe', `"PT15M"^^<${XSD}duration>`],
    ['"1 dygn"', 'suggested', `"P1D"^^<${XSD}duration>`],
    ['"15 min"', 'suggested', `"PT15M"^^<${XSD}duration>`],
    ['"2 veckor"', 'suggested', `"P14D"^^<${XSD}duration>`],
    ['"P"', undefined],
  ],
  'wkt-literal': [
    [
      '"POINT(18.07 59.33)"',
      'safe',
      '"POINT(18.07 59.33)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>',
    ],
    ['"Malmö"@sv', undefined],
  ],
  'iri-from-literal': [
    ['"https://www.example.se/data"', 'safe', '<https://www.example.se/data>'],
    ['"www.example.se"', 'suggested', '<https://www.example.se>'],
    ['"Se webbplatsen"@sv', undefined],
    ['"https://example.se/min fil.csv"', undefined],
  ],
  mailto: [
    ['"info@example.se"', 'safe', '<mailto:info@example.se>'],
    ['<info@example.se>', 'safe', '<mailto:info@example.se>'],
    ['"mailto:info@example.se"', 'safe', '<mailto:info@example.se>'],
    ['<https://example.se/info@example.se>', 'suggested', '<mailto:info@example.se>'],
    ['<mailto:info@example.se>', undefined],
    ['"Fråga registrator"', undefined],
  ],
  tel: [
    ['"+46 8-123 45 67"', 'safe', '<tel:+4681234567>'],
    ['"+46 (0)8 123 45 67"', 'safe', '<tel:+4681234567>'],
    ['"0046 8 123 45 67"', 'safe', '<tel:+4681234567>'],
    ['"08-123 45 67"', 'suggested', '<tel:+4681234567>'],
    ['<tel:+4681234567>', undefined],
    ['"växeln"', undefined],
  ],
  telephone: [['"+46 8 123 45 67"', 'safe', '<tel:+4681234567>']],
  'strip-language-tag': [
    ['"1.0"@sv', 'safe', '"1.0"'],
    ['"1.0"', undefined],
  ],
  'trim-space': [
    ['" Luft\\n"@sv', 'safe', '"Luft"@sv'],
    ['"Luft"@sv', undefined],
    ['"  "@sv', undefined],
  ],
  'keyword-lowercase': [
    ['"LUFT Å"@sv', 'suggested', '"luft å"@sv'],
    ['"luft"@sv', undefined],
  ],
  'checksum-hex-lowercase': [
    ['"SHA1: AB 12"', 'safe', '"ab12"'],
    ['"AB12"^^xsd:hexBinary', 'safe', `"ab12"^^<${XSD}hexBinary>`],
    ['"ab12"', undefined],
    ['"inte hex"', undefined],
  ],
  'publisher-iri': [
    [
      '<https://www.dataportal.se/organisation/SE2120001234/>',
      'safe',
      '<http://dataportal.se/organisation/SE2120001234>',
    ],
    [
      '<http://dataportal.se/organisation/SE212000-1234>',
      'safe',
      '<http://dataportal.se/organisation/SE2120001234>',
    ],
    [
      '<https://dataportal.se/organisation/SE2120001234-1>',
      'safe',
      '<http://dataportal.se/organisation/SE2120001234-1>',
    ],
    ['"212000-1234"', 'suggested', '<http://dataportal.se/organisation/SE2120001234>'],
    ['<http://dataportal.se/organisation/SE2120001234>', undefined],
    ['<https://example.se/org/kommunen>', undefined],
    [
      '<https://example.se/org/kommunen>',
      'suggested',
      '<http://dataportal.se/organisation/SE5590009998>',
      { rest: '<https://example.se/org/kommunen> dcterms:identifier "559000-9998" .' },
    ],
  ],
  'language-tag': [
    ['"Luft"', undefined],
    ['"Luft"', 'suggested', '"Luft"@sv', { rest: 'ex:a dcterms:title "Titel"@sv .' }],
    [
      '"Luft"',
      'suggested',
      '"Luft"@sv',
      { rest: `ex:c a dcat:Catalog ; dcterms:language <${EU}/language/SWE> .` },
    ],
    [
      '"Air"',
      'suggested',
      '"Air"@en',
      { rest: 'ex:a ex:p "Luft"@sv ; dcterms:title "Titel"@sv , "Title"@en .' },
    ],
    ['"Luft"@swe', 'suggested', '"Luft"@sv'],
    ['"Luft"@sv', undefined],
  ],
}

describe.each(Object.entries(tables))('%s', (name, rows) => {
  it.each(rows.map((row) => ({ row })))('$row', ({ row: [value, kind, replacement, extra] }) => {
    const fix = correct(name, value, extra)?.fix
    expect([fix?.kind, fix?.replacement]).toEqual([kind, replacement])
    if (fix) for (const words of Object.values(fix.description)) expect(words).toMatch(/^\p{Lu}.*\.$/su)
  })
})

describe('deprecated-property', () => {
  it.each([
    [
      'schema:startDate',
      '"2024-01-01"^^xsd:date',
      '',
      'safe',
      'dcat#startDate',
      `"2024-01-01"^^<${XSD}date>`,
    ],
    ['owl:versionInfo', '"1.0"@sv', '', 'safe', 'dcat#version', '"1.0"'],
    ['owl:versionInfo', '"1.0"', 'ex:a dcat:version "2.0" .', 'suggested', 'dcat#version', '"1.0"'],
    ['dcterms:hasVersion', 'ex:b', '', 'safe', 'dcat#hasVersion', '<https://data.example.se/b>'],
    ['dcterms:isVersionOf', 'ex:b', '', 'suggested', 'dcat#isVersionOf', '<https://data.example.se/b>'],
  ])('%s %s %s → %s %s', (property, value, rest, kind, path, replacement) => {
    const fix = correct('deprecated-property', value, { property, rest })?.fix
    expect(fix).toMatchObject({ kind, replacement, replacePath: `http://www.w3.org/ns/${path}` })
  })

  it('says what to do when the value has no name of its own', () => {
    const correction = correct('deprecated-property', '[ dcterms:title "x" ]', {
      property: 'adms:contactPoint',
    })
    expect(correction?.fix).toBeUndefined()
    expect(correction?.hint?.sv).toContain('dcat:contactPoint')
  })
})

describe('keyword-split', () => {
  it('makes a keyword of every part', () => {
    expect(correct('keyword-split', '"luft, vatten; mark, luft"@sv')?.fix).toMatchObject({
      kind: 'suggested',
      replacement: '"luft"@sv',
      also: ['"vatten"@sv', '"mark"@sv'],
    })
  })
  it('leaves a single keyword alone', () => {
    expect(correct('keyword-split', '"luft"@sv')).toBeUndefined()
  })
})

describe('iri-escape', () => {
  const escaped = (iri: string) =>
    fixers['iri-escape']({
      graph: fromQuads([]),
      problem: { rule: 'iri-space', params: { iri } },
      rule: { id: 'iri-space', severity: 'error', message: text, description: text, file: 'x.ttl' },
      vocabularies: new Map(),
    })?.fix

  it.each([
    ['https://example.se/min fil.csv', 'safe', '<https://example.se/min%20fil.csv>'],
    [' https://example.se/a ', 'safe', '<https://example.se/a>'],
    ['https://example.se/{id}', 'safe', '<https://example.se/%7Bid%7D>'],
    ['https://example.se/100%', 'suggested', '<https://example.se/100%25>'],
    ['https://example.se/åäö', undefined, undefined],
    ['C:\\katalog\\fil.csv', undefined, undefined],
    ['min fil.csv', undefined, undefined],
  ])('%s → %s %s', (iri, kind, replacement) => {
    const fix = escaped(iri)
    expect([fix?.kind, fix?.replacement]).toEqual([kind, replacement])
  })
})

describe('every fixer', () => {
  const tried = [...Object.keys(tables), 'deprecated-property', 'keyword-split', 'iri-escape']
  it('is tried here', () => {
    expect(Object.keys(fixers).sort()).toEqual(tried.sort())
  })
  it.each(Object.keys(fixers))('%s has nothing to say of a blank node', (name) => {
    expect(correct(name, '[]')).toBeUndefined()
  })
  it('says in its hint why a licence version is left alone', () => {
    expect(
      correct('licence-canonical', '<http://creativecommons.org/licenses/by/2.5/se/>')?.hint?.sv,
    ).toContain('4.0')
  })
})

describe('organisation numbers', () => {
  it.each([
    ['212000-1234', '2120001234'],
    ['SE2120001234', '2120001234'],
    ['16212000-1234', '2120001234'],
    ['SE212000123401', '2120001234'],
    ['212000', undefined],
  ])('%s holds the digits %s', (written, digits) => {
    expect(organisationDigits(written)).toBe(digits)
  })

  it('accepts the right check digit only, and no personal number', () => {
    const nine = '212000123'
    const right = `${nine}${checkDigit(nine)}`
    expect(isOrganisationNumber(right)).toBe(true)
    for (let digit = 0; digit < 10; digit++)
      expect(isOrganisationNumber(`${nine}${digit}`)).toBe(`${nine}${digit}` === right)
    expect(isOrganisationNumber(`211000123${checkDigit('211000123')}`)).toBe(false)
    expect(isOrganisationNumber('5590009998')).toBe(true)
  })
})
