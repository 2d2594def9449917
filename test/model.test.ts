// The typed model: what is read from a graph is written back the same, and only what DCAT-AP-SE allows is written.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, it } from 'vitest'
import { buildGraph, publisherIri, toYaml } from '../src/author/index.ts'
import { type Dataset, entityIri, toGraph, view, viewAll, viewsToGraph } from '../src/dcat/index.ts'
import { loadProfile } from '../src/profile/index.ts'
import { type Graph, parse, quadsOf } from '../src/rdf/index.ts'

function catalogs(): readonly string[] {
  const rules = readdirSync('fixtures/rules').map((rule) => join('fixtures/rules', rule, 'good.ttl'))
  const whole = readdirSync('fixtures/catalogs')
    .filter((name) => name.endsWith('.ttl'))
    .map((file) => join('fixtures/catalogs', file))
  return [...whole, ...rules].filter((file) => existsSync(file))
}

const graphOf = (file: string) => parse({ name: file, bytes: readFileSync(file) })
const quads = (graph: Graph) => [...quadsOf(graph)]
const profile = await loadProfile('dcat-ap-se@3.0.1')

describe('views of graphs', () => {
  it('written again give the same graph, for every catalogue among the fixtures', async () => {
    const different: string[] = []
    for (const file of catalogs()) {
      const graph = await graphOf(file)
      if (!isomorphic(quads(graph), quads(viewsToGraph(viewAll(graph))))) different.push(file)
    }
    expect(different).toEqual([])
  })
})

describe('the YAML form of graphs', () => {
  it('builds the same graph, for every catalogue among the fixtures', { timeout: 60_000 }, async () => {
    const different: string[] = []
    for (const file of catalogs()) {
      const graph = await graphOf(file)
      const text = toYaml(graph)
      const document = { name: 'catalog.yaml', bytes: new TextEncoder().encode(text) }
      const built = await buildGraph([document], { profile })
      const faults = built.graph.problems.filter(({ rule }) => rule.startsWith('build-'))
      if (faults.length > 0 || !isomorphic(quads(graph), quads(built.graph)))
        different.push(`${file} ${faults.map(({ rule }) => rule)}`)
    }
    expect(different).toEqual([])
  })
})

const good: Dataset = {
  class: 'Dataset',
  iri: 'https://data.example.se/dataset/luft',
  title: { sv: 'Luft', en: 'Air' },
  description: { sv: 'Halter.' },
  publisher: 'http://dataportal.se/organisation/SE2120099995',
  accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/DAILY',
  issued: '2024-05-01',
  temporal: [{ class: 'PeriodOfTime', startDate: '2019' }],
}

describe('the model', () => {
  it('is read by IRI, with what has no name described in place', () => {
    const graph = toGraph(good)
    expect(view(graph, good.iri)).toEqual(good)
    expect(view(graph, 'https://data.example.se/dataset/annat')).toBeUndefined()
  })

  it.each([
    [
      'a mandatory value missing',
      { publisher: undefined },
      'Give publisher for <https://data.example.se/dataset/luft>',
    ],
    ['no texts', { title: {} }, 'Give title'],
    ['a value outside the code list', { accrualPeriodicity: 'https://example.se/ibland' }, 'Choose a value'],
    ['a wrong date', { issued: 'i går' }, 'right datatype'],
    ['a date that is none', { issued: '2024-13-01' }, 'right datatype'],
    ['a relative address', { landingPage: ['luft'] }, 'absolute IRI'],
    ['an address of another scheme', { landingPage: ['ftp://example.se/'] }, 'right form'],
    ['several values of one', { version: ['1', '2'] }, 'Give only one version'],
    ['one where a list belongs', { theme: 'https://example.se/tema' }, 'as a list'],
    ['text without a language', { title: 'Luft' }, 'right form'],
    ['an unknown property', { tittle: { sv: 'Luft' } }, 'Remove tittle'],
    ['no IRI', { iri: undefined }, 'Give the iri of Dataset'],
    ['a blank publisher', { publisher: { class: 'Agent', name: { sv: 'K' } } }, 'Give the iri of Agent'],
    ['a wrong kind', { publisher: { class: 'Agent', iri: 'https://a.example/', kind: 'Kommun' } }, 'kind'],
  ])('is not written with %s', (_, change, message) => {
    const wrong = { ...good, ...change } as unknown as Dataset
    expect(() => toGraph(wrong)).toThrow(
      expect.objectContaining({ code: 'MODEL_INVALID', message: expect.stringContaining(message) }),
    )
  })

  it('is checked by the compiler', () => {
    // @ts-expect-error: no such frequency
    const code: Dataset = { ...good, accrualPeriodicity: 'DAILY' }
    // @ts-expect-error: texts have languages
    const text: Dataset = { ...good, title: 'Luft' }
    // @ts-expect-error: only one
    const many: Dataset = { ...good, version: ['1', '2'] }
    // @ts-expect-error: mandatory
    const { publisher, ...missing }: Dataset = good as Omit<Dataset, 'publisher'>
    // @ts-expect-error: no such property
    const unknown: Dataset = { ...good, tittle: { sv: 'Luft' } }
    expect([code, text, many, missing, unknown]).toHaveLength(5)
  })
})

describe('IRIs', () => {
  it('of publishers come from the organisation number, however it is written', () => {
    for (const written of ['212009-9995', '2120099995', 'SE2120099995', '16212009-9995'])
      expect(publisherIri(written)).toBe('http://dataportal.se/organisation/SE2120099995')
    expect(() => publisherIri('212009-9994')).toThrow(expect.objectContaining({ code: 'MODEL_INVALID' }))
  })

  it('of things are base, class and id', () => {
    expect(entityIri('https://data.example.se', 'Dataset', 'å b')).toBe(
      'https://data.example.se/dataset/%C3%A5%20b',
    )
    expect(entityIri('https://data.example.se/', 'Catalog')).toBe('https://data.example.se/catalog')
  })
})
