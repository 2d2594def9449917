// Our own context as published, the bundled ones, refused ones, and the way round through jsonld.js.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { type Graph, offsetOf, parse, position, text } from '../src/rdf/index.ts'
import { bundledContext, OWN_CONTEXT, ownContext, parseJsonLd } from '../src/rdf/jsonld/index.ts'
import { canonical } from './support/canonical.ts'

const base = 'https://data.example.se/katalog/'

function read(value: unknown, loadContext?: (url: string) => Promise<unknown>): Graph | Promise<Graph> {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 2))
  return parseJsonLd({ name: 'a.jsonld', bytes }, { base, ...(loadContext && { loadContext }) })
}

/** Statements as `subject predicate object` texts. */
function triples(graph: Graph): string[] {
  const { count, subject, predicate, object } = graph.quads
  const name = (term: number) => text(graph, term)
  return Array.from(
    { length: count },
    (_, i) => `${name(subject[i])} ${name(predicate[i])} ${name(object[i])}`,
  )
}

describe('the own context', () => {
  it('is published as it is used', async () => {
    await expect(`${JSON.stringify(ownContext(), null, 2)}\n`).toMatchFileSnapshot('../vocab/context.jsonld')
  })

  it('is valid JSON-LD and known by its address', async () => {
    const document = {
      '@context': OWN_CONTEXT,
      '@id': 'x',
      '@type': 'Dataset',
      title: { sv: 'Luft' },
      publisher: 'org',
    }
    const inline = { ...document, ...(ownContext() as object) }
    const reference = await jsonld.toRDF(inline as object, { base })
    expect(await canonical((await read(document)) as Graph)).toBe(await canonical(reference as never))
  })
})

describe('contexts of DCAT-AP', () => {
  it('are known by their addresses', async () => {
    const url = 'https://semiceu.github.io/DCAT-AP/releases/3.0.0/context/dcat-ap.jsonld'
    const graph = await read({
      '@context': url,
      '@id': 'd',
      '@type': 'Dataset',
      title: [{ '@value': 'Luft', '@language': 'sv' }],
      releaseDate: { '@value': '2024-01-01', '@type': 'http://www.w3.org/2001/XMLSchema#date' },
      datasetDistribution: [
        { '@type': 'Distribution', accessUrl: 'https://data.example.se/x', licence: 'l' },
      ],
    })
    expect(graph.problems).toEqual([])
    const lines = triples(graph).join('\n')
    expect(lines).toContain('http://purl.org/dc/terms/issued 2024-01-01')
    expect(lines).toContain('http://www.w3.org/ns/dcat#accessURL https://data.example.se/x')
    expect(lines).toContain(`http://purl.org/dc/terms/license ${base}l`)
    expect(lines).toContain('http://purl.org/dc/terms/title Luft')
  })

  it('are the only foreign ones', () => {
    expect(bundledContext('https://schema.org')).toBeUndefined()
    expect(bundledContext('https://example.se/dcat-ap.jsonld')).toBeUndefined()
  })
})

describe('remote contexts', () => {
  const document = {
    '@context': ['https://example.se/c.jsonld', { p: 'https://example.se/p' }],
    '@id': 'a',
    p: 'x',
    q: 'y',
  }

  it('are refused by default, and the rest is read', async () => {
    const graph = await read(document)
    expect(graph.problems).toMatchObject([
      { rule: 'jsonld-context-remote', at: 4, params: { url: 'https://example.se/c.jsonld' } },
    ])
    expect(triples(graph)).toEqual([`${base}a https://example.se/p x`])
  })

  it('come from loadContext, which may lead to others', async () => {
    const contexts: Record<string, unknown> = {
      'https://example.se/c.jsonld': { '@context': ['d.jsonld', { q: 'https://example.se/q' }] },
      'https://example.se/d.jsonld': { '@context': { '@language': 'sv' } },
    }
    const graph = await read(document, async (url) => contexts[url])
    expect(graph.problems).toEqual([])
    expect(triples(graph)).toEqual([`${base}a https://example.se/p x`, `${base}a https://example.se/q y`])
  })

  it('that cannot be loaded are a problem', async () => {
    const graph = await read(document, () => Promise.reject(new Error('no')))
    expect(graph.problems.map(({ rule }) => rule)).toEqual(['jsonld-context-remote'])
  })

  it('that name each other end', async () => {
    const graph = await read({ '@context': 'https://example.se/loop', p: 'x' }, async (url) => ({
      '@context': url,
    }))
    expect(graph.problems.map(({ rule }) => rule)).toEqual(['jsonld-context-remote'])
  })
})

const beyond: Record<string, unknown> = {
  'a type-scoped context': {
    '@context': {
      T: { '@id': 'https://example.se/T', '@context': { p: 'https://example.se/scoped' } },
      p: 'https://example.se/p',
    },
    '@graph': [
      { '@id': 'a', '@type': 'T', p: 'x' },
      { '@id': 'b', p: 'y' },
    ],
  },
  'a property-scoped context': {
    '@context': { p: { '@id': 'https://example.se/p', '@context': { '@vocab': 'https://example.org/' } } },
    p: { q: 'x', r: [1, true, 2.5, { '@list': ['a', { '@id': 'z' }] }] },
  },
  '@nest': { '@context': { '@vocab': 'https://example.se/', n: '@nest' }, '@id': 'a', n: { p: 'x' } },
  'id, type and graph maps': {
    '@context': {
      '@vocab': 'https://example.se/',
      i: { '@container': '@id' },
      t: { '@container': '@type' },
      g: { '@container': '@graph' },
    },
    i: { 'https://example.se/k': { p: 'x' } },
    t: { K: { '@id': 'https://example.se/m', p: 'y' } },
    g: { p: 'z' },
  },
  'protected terms and @reverse': {
    '@context': { '@protected': true, p: 'https://example.se/p', r: { '@reverse': 'https://example.se/r' } },
    '@id': 'a',
    p: { '@value': 'x', '@language': 'sv' },
    r: { '@id': 'b' },
  },
  'a JSON literal in a scoped context': {
    '@context': { j: { '@id': 'https://example.se/j', '@type': '@json', '@context': {} } },
    j: { b: 1, a: [true] },
  },
}

describe('jsonld.js', () => {
  for (const [name, value] of Object.entries(beyond)) {
    it(`reads ${name}`, async () => {
      const graph = await read(value)
      expect(graph.problems).toEqual([])
      const reference = await jsonld.toRDF(value as object, { base, safe: false } as object)
      expect(await canonical(graph)).toBe(await canonical(reference as never))
    })
  }

  it('leaves the places of values findable', async () => {
    const lines = [
      '{ "@context": { "T": { "@id": "https://example.se/T", "@context": { "p": "https://example.se/p" } } },',
      '  "@graph": [',
      '    { "@id": "a", "@type": "T",',
      '      "p": [ "same",',
      '        "other" ] },',
      '    { "@id": "b", "@type": "T",',
      '      "p": "same" },',
      '    { "@type": "T", "p": { "@id": "c" } } ] }',
    ]
    const graph = await read(lines.join('\n'))
    const { count, subject, predicate, object } = graph.quads
    const places = Array.from({ length: count }, (_, i) => {
      const at = offsetOf(graph, subject[i], predicate[i], object[i])
      return `${text(graph, object[i]).replace(/.*\//, '')}:${position(graph.source!, at).line}`
    })
    expect(places.sort()).toEqual(['T:3', 'T:6', 'T:8', 'c:8', 'other:5', 'same:4', 'same:7'])
    expect(
      [...new Set(subject.subarray(0, count))]
        .map((id) => position(graph.source!, offsetOf(graph, id)).line)
        .sort(),
    ).toEqual([3, 6, 8])
  })

  it('objects in a problem, and what can be read is read', async () => {
    const graph = await read({
      '@context': { p: { '@id': 'https://example.se/p', '@type': 5 }, q: 'https://example.se/q' },
      q: 'x',
    })
    expect(graph.problems.map(({ rule }) => rule)).toEqual(['syntax-jsonld'])
    expect(triples(graph)).toHaveLength(1)
  })
})

const corpus = process.env.GRUNDDATA_CORPUS

describe('the corpus', () => {
  const folder = join(corpus ?? '', 'files')
  const files = corpus ? readdirSync(folder).filter((name) => name.endsWith('.jsonld')) : []
  it.skipIf(!corpus)('has JSON-LD', () => expect(files.length).toBeGreaterThan(0))
  for (const name of files) {
    it(`reads ${name} as jsonld.js does`, async () => {
      const bytes = readFileSync(join(folder, name))
      const graph = await parse({ name, bytes }, { base })
      if (graph.problems.some(({ rule }) => rule === 'jsonld-context-remote')) return
      const reference = await jsonld.toRDF(JSON.parse(bytes.toString('utf8')), {
        base,
        safe: false,
      } as object)
      expect(await canonical(graph)).toBe(await canonical(reference as never))
    })
  }
})
