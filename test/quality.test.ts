// The score: weights, each indicator on both sides, bands, both readings, DQV.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compileShapes, validateShapes } from '../src/check/shacl/index.ts'
import { loadProfile, loadVocabularies } from '../src/profile/index.ts'
import {
  describeScores,
  dimensions,
  type Mode,
  measurementsOf,
  metricHelp,
  metrics,
  nonConformingDatasets,
  percentageOf,
  ratingOf,
  reachable,
  scoreDatasets,
  scoresToDqv,
  scoreText,
  starsOf,
} from '../src/quality/index.ts'
import { type Graph, IRI, iriId, parse, syntaxes } from '../src/rdf/index.ts'
import { turtle } from './support/shapes-suites.ts'

const prefixes = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix ex: <https://example.se/> .
@prefix ft: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix iana: <http://www.iana.org/assignments/media-types/> .
@prefix ar: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix lic: <http://publications.europa.eu/resource/authority/licence/> .
`

function graphOf(turtle: string): Promise<Graph> {
  const bytes = new TextEncoder().encode(prefixes + turtle)
  return parse({ name: 'test.ttl', bytes }, { syntax: 'turtle' })
}

/** A catalogue of one dataset and one distribution. */
const one = (dataset: string, distribution: string) =>
  graphOf(`ex:d a dcat:Dataset ; dcat:distribution ex:f ${dataset ? `; ${dataset}` : ''} .
    ex:f a dcat:Distribution ${distribution ? `; ${distribution}` : ''} .`)

async function valuesOf(dataset: string, distribution: string, mode: Mode = 'eu', links?: number) {
  const graph = await one(dataset, distribution)
  const [score] = scoreDatasets(graph, {
    mode,
    vocabularies: loadVocabularies(),
    nonConforming: new Set(),
    ...(links === undefined ? {} : { linkStatus: () => links }),
  })
  return { score, value: (id: string) => score.values[metrics.findIndex((metric) => metric.id === id)] }
}

describe('the weights', () => {
  it('sum to 405, and to the maximum of each dimension', () => {
    const sum = (all: readonly { points: number }[]) => all.reduce((total, { points }) => total + points, 0)
    expect(sum(metrics)).toBe(405)
    expect(metrics).toHaveLength(23)
    expect(dimensions.map(({ id }) => sum(metrics.filter(({ dimension }) => dimension === id)))).toEqual([
      100, 100, 110, 75, 20,
    ])
    expect(reachable('eu')).toBe(405)
    expect(reachable('se')).toBe(375)
  })

  it('give the percentages that the live service shows', () => {
    expect(percentageOf(246)).toBe(60.7)
    expect(percentageOf(161)).toBe(39.8)
  })

  it.each([
    [0, 'bad'],
    [120, 'bad'],
    [121, 'sufficient'],
    [220, 'sufficient'],
    [221, 'good'],
    [350, 'good'],
    [351, 'excellent'],
    [405, 'excellent'],
  ])('%d points are %s', (points, rating) => expect(ratingOf(points).id).toBe(rating))
})

/** Metric, what wins it on the dataset and the distribution, and what comes close without winning it. */
const indicators: readonly [string, readonly [string, string], readonly [string, string]][] = [
  ['keywordAvailability', ['dcat:keyword "luft"@sv', ''], ['dcterms:subject "luft"', '']],
  ['categoryAvailability', ['dcat:theme ex:t', ''], ['', 'dcat:theme ex:t']],
  ['spatialAvailability', ['dcterms:spatial ex:s', ''], ['', 'dcterms:spatial ex:s']],
  ['temporalAvailability', ['dcterms:temporal [ ]', ''], ['dcterms:created "2024"', '']],
  ['downloadUrlAvailability', ['', 'dcat:downloadURL ex:x'], ['', 'dcat:accessURL ex:x']],
  ['formatAvailability', ['', 'dcterms:format "x"'], ['dcterms:format "x"', '']],
  ['mediaTypeAvailability', ['', 'dcat:mediaType iana:text\\/csv'], ['', 'dcterms:format "text/csv"']],
  [
    'formatMediaTypeVocabularyAlignment',
    ['', 'dcterms:format ft:CSV ; dcat:mediaType iana:text\\/csv'],
    ['', 'dcterms:format ft:CSV ; dcat:mediaType "text/csv"'],
  ],
  ['formatMediaTypeNonProprietary', ['', 'dcterms:format ft:GPKG'], ['', 'dcterms:format ft:XLSX']],
  ['formatMediaTypeMachineInterpretable', ['', 'dcterms:format ft:XLSX'], ['', 'dcterms:format ft:PDF']],
  ['licenceAvailability', ['', 'dcterms:license ex:l'], ['dcterms:license ex:l', '']],
  ['knownLicence', ['', 'dcterms:license lic:CC0'], ['', 'dcterms:license ex:own']],
  ['accessRightsAvailability', ['dcterms:accessRights ex:a', ''], ['', 'dcterms:accessRights ex:a']],
  [
    'accessRightsVocabularyAlignment',
    ['dcterms:accessRights ar:PUBLIC', ''],
    ['dcterms:accessRights ar:Public', ''],
  ],
  ['contactPointAvailability', ['dcat:contactPoint [ ]', ''], ['', 'dcat:contactPoint [ ]']],
  ['publisherAvailability', ['dcterms:publisher ex:p', ''], ['dcterms:creator ex:p', '']],
  ['rightsAvailability', ['', 'dcterms:rights [ ]'], ['dcterms:rights [ ]', '']],
  ['byteSizeAvailability', ['', 'dcat:byteSize 10'], ['dcat:byteSize 10', '']],
  ['dateIssuedAvailability', ['', 'dcterms:issued "2024"'], ['dcterms:issued "2024"', '']],
  ['dateModifiedAvailability', ['', 'dcterms:modified "2024"'], ['dcterms:modified "2024"', '']],
]

describe('each indicator', () => {
  it.each(indicators)('%s is won and lost', async (id, good, bad) => {
    expect((await valuesOf(...good)).value(id)).toBe(1)
    expect((await valuesOf(...bad)).value(id)).toBe(0)
  })

  it('links count by their status, and are not assessed when nobody tried', async () => {
    const urls = 'dcat:accessURL ex:x ; dcat:downloadURL ex:y'
    for (const id of ['accessUrlStatusCode', 'downloadUrlStatusCode']) {
      expect((await valuesOf('', urls)).value(id)).toBeNaN()
      expect((await valuesOf('', urls, 'eu', 200)).value(id)).toBe(1)
      expect((await valuesOf('', urls, 'eu', 302)).value(id)).toBe(1)
      expect((await valuesOf('', urls, 'eu', 404)).value(id)).toBe(0)
      expect((await valuesOf('', urls, 'eu', 0)).value(id)).toBe(0)
    }
    expect((await valuesOf('', urls)).score.unassessed).toBe(80)
  })

  it('conformance is that of the dataset and what describes it', async () => {
    const graph = await one('dcat:contactPoint [ ex:x ex:y ]', '')
    const id = (name: string) => iriId(graph, `https://example.se/${name}`)
    const faulty = (term: number) => [...nonConformingDatasets(graph, [term])]
    expect(faulty(id('d'))).toEqual([id('d')])
    expect(faulty(id('f'))).toEqual([id('d')])
    expect(faulty(id('x'))).toEqual([])
    const options = { mode: 'eu' as const, vocabularies: loadVocabularies() }
    const at = metrics.findIndex(({ id: name }) => name === 'dcatApCompliance')
    expect(scoreDatasets(graph, options)[0].values[at]).toBeNaN()
    expect(scoreDatasets(graph, { ...options, nonConforming: new Set([id('d')]) })[0].values[at]).toBe(0)
    expect(scoreDatasets(graph, { ...options, nonConforming: new Set() })[0].values[at]).toBe(1)
    expect(scoreDatasets(graph, { ...options, mode: 'se', nonConforming: new Set() })[0].values[at]).toBe(0)
  })

  it('a media type as text is a format in Sweden, not in Europe', async () => {
    const id = 'formatMediaTypeMachineInterpretable'
    expect((await valuesOf('', 'dcterms:format "text/csv"', 'se')).value(id)).toBe(1)
    expect((await valuesOf('', 'dcterms:format "text/csv"', 'eu')).value(id)).toBe(0)
  })

  it('a Creative Commons address counts through the EU list, with http and https', async () => {
    for (const scheme of ['http', 'https']) {
      const licence = `dcterms:license <${scheme}://creativecommons.org/publicdomain/zero/1.0/>`
      expect((await valuesOf('', licence)).value('knownLicence')).toBe(1)
    }
  })

  it('GML alone loses what the lists lack', async () => {
    const { score } = await valuesOf(
      '',
      'dcterms:format ft:GML ; dcat:mediaType <http://www.iana.org/assignments/media-types/application/gml+xml>',
    )
    const lost = metrics.filter((_, index) => score.values[index] === 0).map(({ id }) => id)
    expect(lost).toContain('formatMediaTypeNonProprietary')
    expect(lost).toContain('formatMediaTypeMachineInterpretable')
    expect(lost).not.toContain('formatMediaTypeVocabularyAlignment')
  })
})

describe('distributions', () => {
  const two = `ex:d a dcat:Dataset ; dcat:distribution ex:f , ex:g .
    ex:f dcterms:format ft:CSV . ex:g dcterms:license lic:CC0 ; dcterms:format ft:PDF .`

  it('count by the best of them, or by their share', async () => {
    const graph = await graphOf(two)
    const options = {
      mode: 'eu' as const,
      vocabularies: loadVocabularies(),
      nonConforming: new Set<number>(),
    }
    const [best] = scoreDatasets(graph, options)
    const [share] = scoreDatasets(graph, { ...options, distributions: 'share' })
    // CSV: format 20, open 20, machine-readable 20; PDF: format 20, licence 20, known licence 10; conformance 30.
    expect(best.points).toBe(30 + 60)
    expect(share.points).toBe(30 + 20 + 10 + 10 + 10 + 5)
  })

  it('a dataset without any has none of their points', async () => {
    const graph = await graphOf('ex:d a dcat:Dataset ; dcat:keyword "x" .')
    const [score] = scoreDatasets(graph, { mode: 'se', vocabularies: loadVocabularies() })
    expect(score).toMatchObject({ points: 30, unassessed: 0, distribution: undefined })
  })
})

describe('stars', () => {
  const values = (...ids: string[]) => Uint8Array.from(metrics, ({ id }) => (ids.includes(id) ? 1 : 0))
  const [licence, machine, open] = [
    'knownLicence',
    'formatMediaTypeMachineInterpretable',
    'formatMediaTypeNonProprietary',
  ]
  it('are cumulative, and stop at four', () => {
    expect(starsOf(values(machine, open), () => true)).toBe(0)
    expect(starsOf(values(licence, open), () => true)).toBe(1)
    expect(starsOf(values(licence, machine), () => true)).toBe(2)
    expect(starsOf(values(licence, machine, open), () => false)).toBe(3)
    expect(starsOf(values(licence, machine, open), () => true)).toBe(4)
  })
})

describe('linked data', () => {
  const shapes = () =>
    compileShapes(turtle(readFileSync(new URL('support/dqv-shapes.ttl', import.meta.url), 'utf8')))
  const two = `ex:d a dcat:Dataset ; dcat:keyword "x" ; dcat:distribution ex:f , ex:g .
    ex:f dcterms:format ft:CSV . ex:g dcterms:license lic:CC0 ; dcterms:format ft:PDF .
    [] a dcat:Dataset .`

  it.each([
    'best',
    'share',
  ] as const)('of the %s distributions is valid, and the same when read back', async (distributions) => {
    const graph = await graphOf(two)
    const scores = scoreDatasets(graph, { mode: 'eu', vocabularies: loadVocabularies(), distributions })
    for (const syntax of ['turtle', 'jsonld'] as const) {
      const text = [...syntaxes[syntax].write(scoresToDqv(graph, scores))].join('')
      const again = await parse({ name: 'q', bytes: new TextEncoder().encode(text) }, { syntax })
      expect(again.problems).toEqual([])
      expect(validateShapes(shapes(), again)).toEqual([])
      const [named] = scores.filter(({ dataset }) => graph.dictionary.kind[dataset] === IRI)
      const measured = measurementsOf(again)
      // Nothing can point at a dataset without an address.
      expect([...measured.keys()]).toEqual(['https://example.se/d'])
      const own = measured.get('https://example.se/d')
      expect(own?.get('scoring')).toBeCloseTo(named.points, 3)
      metrics.forEach(({ id }, index) => {
        const value = named.values[index]
        if (Number.isNaN(value)) expect(own?.has(id), id).toBe(false)
        else expect(own?.get(id), id).toBeCloseTo(value, 3)
      })
    }
  })

  it('that breaks the shapes is told', async () => {
    const broken = turtle(`@prefix dqv: <http://www.w3.org/ns/dqv#> . @prefix ex: <https://example.se/> .
      ex:d dqv:hasQualityMeasurement [ a dqv:QualityMeasurement ; dqv:computedOn ex:e ; dqv:value "yes" ] .`)
    expect(validateShapes(shapes(), broken).length).toBeGreaterThanOrEqual(3)
  })

  it('of others is read with the misspellings that have been published', () => {
    const theirs =
      turtle(`@prefix dqv: <http://www.w3.org/ns/dqv#> . @prefix pv: <https://piveau.eu/ns/voc#> .
      [] a dqv:QualityMeasurement ; dqv:computeOn <https://example.se/d> ; dqv:isMeasurementOf pv:reusablityScoring ; dqv:value 55 .
      [] a dqv:QualityMeasurement ; dqv:computedOn <https://example.se/d> ; dqv:isMeasurementOf pv:scoring ; dqv:value "many" .`)
    expect([...measurementsOf(theirs)].map(([iri, own]) => [iri, [...own]])).toEqual([
      ['https://example.se/d', [['reusabilityScoring', 55]]],
    ])
  })
})

describe('gaps of the lists', () => {
  it('are told by format, not as faults', async () => {
    const graph = await graphOf(`ex:a a dcat:Dataset ; dcat:distribution ex:fa . ex:fa dcterms:format ft:GML .
      ex:b a dcat:Dataset ; dcat:distribution ex:fb . ex:fb dcterms:format "application/gml+xml" .
      ex:c a dcat:Dataset ; dcat:distribution ex:fc . ex:fc dcterms:format ft:PDF .
      ex:d a dcat:Dataset ; dcat:distribution ex:fd , ex:fe . ex:fd dcterms:format ft:GML . ex:fe dcterms:format ft:CSV .
      ex:e a dcat:Dataset ; dcat:distribution ex:ff . ex:ff dcterms:format ft:GPKG .`)
    const scores = scoreDatasets(graph, { mode: 'se', vocabularies: loadVocabularies() })
    const report = describeScores(graph, scores, { source: 'x', mode: 'se' })
    expect(report.listGaps).toEqual([
      { format: 'GML', datasets: 2, points: 40 },
      { format: 'GeoPackage', datasets: 1, points: 20 },
    ])
    for (const lang of ['sv', 'en'] as const) expect(scoreText(report, { lang })).toMatch(/GML.*\b40\b/s)
  })
})

describe('the view by FAIR', () => {
  const full = `ex:c a dcat:Catalog ; dcat:dataset <https://example.se/set> .
    <https://example.se/set> a dcat:Dataset ; dcterms:identifier "8b6f8a6e-2d0b-4c8f-9c55-6d1f5a2f0c11" ; dcat:keyword "x" ;
      dcat:theme ex:t ; dcterms:spatial ex:s ; dcterms:temporal [ ] ; dcterms:description "en"@en , "sv"@sv ; dcat:version "1" ;
      dcterms:accessRights ar:PUBLIC ; dcterms:conformsTo ex:spec ; dcterms:publisher ex:p ; dcterms:creator ex:p ;
      dcat:contactPoint [ ] ; dcat:distribution ex:f .
    ex:f dcat:accessURL ex:x ; dcat:downloadURL ex:y ; dcterms:format ft:CSV ; dcterms:license lic:CC0 ;
      dcat:mediaType iana:text\\/csv .`
  const shares = async (turtleText: string, links?: number) => {
    const graph = await graphOf(turtleText)
    const scores = scoreDatasets(graph, {
      mode: 'eu',
      vocabularies: loadVocabularies(),
      ...(links === undefined ? {} : { linkStatus: () => links }),
    })
    return describeScores(graph, scores, { source: 'x', mode: 'eu' }).fair.map(
      ({ id, share }) => [id, share] as const,
    )
  }

  it('holds in full for a full description, and not at all for a bare one', async () => {
    expect((await shares(full, 200)).filter(([, share]) => share !== 1)).toEqual([])
    expect(
      (await shares('[] a dcat:Dataset ; dcat:distribution [ ] .', 404)).filter(([, share]) => share !== 0),
    ).toEqual([])
  })

  it('says so where nothing was tried, and never enters the points', async () => {
    expect((await shares(full)).filter(([, share]) => share === null)).toEqual([['A1', null]])
    const ids = metrics.map(({ id }) => id as string)
    expect((await shares(full)).every(([id]) => !ids.includes(id))).toBe(true)
  })
})

describe('the help of the indicators', () => {
  it('is there for each, and the rules it names exist', async () => {
    const { rules } = await loadProfile('dcat-ap-se@3.0.1')
    for (const { id } of metrics) {
      const help = metricHelp(id)
      expect(help?.text.sv, id).toMatch(/^Vinns /)
      expect(help?.text.en, id).toMatch(/^Won /)
      for (const rule of help?.rules ?? []) expect(rules.has(rule), rule).toBe(true)
    }
    expect(metricHelp('toString')).toBeUndefined()
  })
})
