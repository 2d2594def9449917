// The direct JSON-LD reader gives what jsonld.js gives, on a table of documents, and knows where things stand.
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import type { Document } from '../src/rdf/document.ts'
import type { Graph } from '../src/rdf/graph.ts'
import { offsetOf } from '../src/rdf/graph.ts'
import { parseJsonLd } from '../src/rdf/jsonld/index.ts'
import { canonical } from './support/canonical.ts'

const base = 'https://example.se/katalog/'

function document(text: string): Document {
  return { name: 'test.jsonld', url: base, bytes: new TextEncoder().encode(text) }
}

const ex = { ex: 'https://example.se/ns#', '@vocab': 'https://example.se/vocab#' }

const table: Record<string, unknown> = {
  'a node with a prefix': { '@context': ex, '@id': 'ex:a', '@type': 'ex:T', 'ex:p': 'x' },
  'relative @id and @vocab': { '@context': ex, '@id': '../b?q#f', '@type': 'T', p: { '@id': 'c' } },
  'array at the top': [
    { '@context': ex, '@id': 'ex:a', p: 1 },
    { 'https://example.se/p': [{ '@value': 'y' }] },
  ],
  numbers: { '@context': ex, p: [1, -0, 1.5, 1e21, 1.5e-7, 12345678901234567000, 5.0, 100] },
  'booleans and null': { '@context': ex, p: [true, false, null], q: null },
  'typed values': {
    '@context': {
      ...ex,
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      d: { '@id': 'ex:d', '@type': 'xsd:date' },
    },
    d: ['2020-01-01', 5, 1.5, true],
    p: { '@value': '5', '@type': 'xsd:integer' },
    q: { '@value': 5, '@type': 'xsd:double' },
  },
  'coercion to @id and @vocab': {
    '@context': {
      ...ex,
      i: { '@id': 'ex:i', '@type': '@id' },
      v: { '@id': 'ex:v', '@type': '@vocab' },
      T: 'ex:Term',
    },
    i: ['ex:a', 'rel', 'https://example.se/x', 'T', 7],
    v: ['ex:a', 'rel', 'T'],
  },
  languages: {
    '@context': {
      ...ex,
      '@language': 'sv',
      e: { '@id': 'ex:e', '@language': 'en' },
      n: { '@id': 'ex:n', '@language': null },
    },
    p: 'hej',
    e: 'hello',
    n: 'x',
    q: [{ '@value': 'y' }, { '@value': 'z', '@language': 'fi' }],
  },
  'language map': {
    '@context': { ...ex, t: { '@id': 'ex:t', '@container': '@language' }, none: '@none' },
    t: { sv: ['a', 'b'], en: 'c', '@none': 'd', none: 'e', de: null },
  },
  'language map given as text': {
    '@context': { ...ex, t: { '@id': 'ex:t', '@container': '@language' } },
    t: ['a'],
  },
  lists: {
    '@context': { ...ex, l: { '@id': 'ex:l', '@container': '@list' } },
    l: [1, 'a', { '@id': 'ex:b' }, ['inner'], []],
    p: { '@list': [{ '@list': ['x'] }, 'y'] },
    q: { '@list': [] },
  },
  'list container with @list': {
    '@context': { ...ex, l: { '@id': 'ex:l', '@container': '@list' } },
    l: { '@list': ['a'] },
  },
  sets: {
    '@context': { ...ex, s: { '@id': 'ex:s', '@container': '@set' } },
    s: ['a', ['b']],
    p: { '@set': [1, 2] },
  },
  'index map': {
    '@context': { ...ex, x: { '@id': 'ex:x', '@container': '@index' } },
    x: { a: 'one', b: [{ '@id': 'ex:b' }] },
  },
  'reverse term and @reverse': {
    '@context': { ...ex, r: { '@reverse': 'ex:partOf' } },
    '@id': 'ex:whole',
    r: [{ '@id': 'ex:part' }, { p: 'deep' }],
    '@reverse': { 'ex:knows': { '@id': 'ex:other' } },
  },
  'aliases of keywords': {
    '@context': { ...ex, id: '@id', type: '@type', value: '@value', lang: '@language' },
    id: 'ex:a',
    type: ['T', 'ex:U'],
    p: { value: 'v', lang: 'sv' },
  },
  'only @graph': {
    '@context': ex,
    '@graph': [{ '@id': 'ex:a', p: 'x' }, { '@id': 'ex:b' }, 'free', { '@value': 'free' }],
  },
  'named graph': {
    '@context': ex,
    '@id': 'ex:g',
    '@graph': [{ '@id': 'ex:a', p: { '@id': '_:n' } }],
    p: 'about',
  },
  'graph with a property': { '@context': ex, '@graph': [{ '@id': 'ex:a', p: 'x' }], q: 'z' },
  'graph in an array': [{ '@graph': [{ '@id': 'https://example.se/a', 'https://example.se/p': 'x' }] }],
  'graph inside a node': { '@context': ex, p: { '@graph': [{ '@id': 'ex:a', p: 'x' }] } },
  included: { '@context': ex, '@id': 'ex:a', '@included': [{ '@id': 'ex:b', p: 'x' }] },
  'blank nodes': { '@context': ex, '@id': '_:a', p: [{ '@id': '_:b', p: { '@id': '_:a' } }, { q: 'x' }] },
  'JSON literals': {
    '@context': { ...ex, j: { '@id': 'ex:j', '@type': '@json' } },
    j: { b: [1, 2.5, null, 'å"'], a: { '@id': 'x' } },
    p: { '@value': [1, { z: 1, y: 2 }], '@type': '@json' },
  },
  'inner context': {
    '@context': ex,
    p: { '@context': { '@vocab': 'https://example.org/', q: 'ex:renamed' }, q: 'x', r: 'y' },
    q: 'z',
  },
  'inner null context': { '@context': ex, p: { '@context': null, 'https://example.se/q': 'x', gone: 'y' } },
  'context array': {
    '@context': [ex, { p: 'ex:other' }, null, { k: 'https://example.se/k' }],
    k: 'x',
    p: 'gone',
  },
  'switched off': { '@context': { ...ex, p: null, q: { '@id': null } }, p: 'x', q: 'y', r: 'z' },
  'terms by other terms': {
    '@context': {
      c: { '@id': 'a:b', '@type': 'd' },
      a: 'https://example.se/',
      d: 'a:D',
      'a:x': { '@type': '@id' },
    },
    c: 'v',
    'a:x': 'https://example.se/y',
  },
  'a prefix must end well': {
    '@context': { pre: 'https://example.se/pre', ok: { '@id': 'https://example.se/ok', '@prefix': true } },
    'pre:x': 'a',
    'ok:x': 'b',
  },
  '@base in the context': {
    '@context': [{ '@base': 'https://example.org/x/' }, { '@base': 'y/' }, ex],
    '@id': 'z',
    p: { '@id': '#f' },
  },
  'keyword look-alikes': {
    '@context': { ...ex, '@ignoreMe': 'ex:z' },
    '@id': 'ex:a',
    '@foo': 'x',
    p: { '@id': 'ex:b', '@bar': 1 },
  },
  'index beside value': {
    '@context': ex,
    p: { '@value': 'x', '@index': 'i' },
    q: { '@id': 'ex:b', '@index': 'i' },
  },
  'direction has no effect': {
    '@context': { ...ex, '@direction': 'rtl' },
    p: 'x',
    q: { '@value': 'y', '@direction': 'ltr', '@language': 'ar' },
  },
  'empty things': { '@context': ex, '@id': 'ex:a', p: [], q: {}, r: [[]], '@type': [] },
  '@vocab relative': { '@context': [{ '@vocab': 'terms#' }], p: 'x', '@type': 'T' },
}

async function reference(value: unknown): Promise<string> {
  const quads = await jsonld.toRDF(value as object, { base, safe: false } as object)
  return canonical(quads as never)
}

describe('parseJsonLd', () => {
  for (const [name, value] of Object.entries(table)) {
    it(`reads ${name} as jsonld.js does`, async () => {
      const graph = parseJsonLd(document(JSON.stringify(value, null, 1)), { base })
      expect(graph).not.toBeInstanceOf(Promise)
      expect(await canonical(graph as Graph)).toBe(await reference(value))
    })
  }
  it('keeps places', () => {
    const graph = parseJsonLd(
      document('{"@id":"https://example.se/a",\n"https://example.se/p":"x"}'),
    ) as Graph
    const { subject, predicate, object } = graph.quads
    expect(offsetOf(graph, subject[0])).toBe(7)
    expect(offsetOf(graph, subject[0], predicate[0], object[0])).toBe(54)
  })
})
