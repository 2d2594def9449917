// The writers: what the text looks like, that it stays the same, and that other people's parsers read it alike.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { Parser } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { describe, expect, it } from 'vitest'
import {
  type Graph,
  parse,
  type SyntaxId,
  syntaxes,
  type WriteOptions,
  writeJsonLd,
} from '../src/rdf/index.ts'
import { canonical } from './support/canonical.ts'
import { graphOf, statements } from './support/graphs.ts'

const ids = Object.keys(syntaxes) as SyntaxId[]

function written(graph: Graph, syntax: SyntaxId, options?: WriteOptions): string {
  return [...syntaxes[syntax].write(graph, options)].join('')
}

function read(text: string, syntax: SyntaxId = 'turtle'): Promise<Graph> {
  return parse({ name: 'x', bytes: new TextEncoder().encode(text) }, { syntax })
}

const prefixes = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.se/ns#> .
`

describe('a whole catalogue', () => {
  const kommun = () => parse({ name: 'kommun.ttl', bytes: readFileSync('fixtures/catalogs/kommun.ttl') })
  for (const syntax of ids) {
    it(`reads well in ${syntax}`, async () => {
      const [extension] = syntaxes[syntax].extensions
      await expect(written(await kommun(), syntax)).toMatchFileSnapshot(`golden/write/kommun.${extension}`)
    })
    it(`keeps its text when it is read and written again in ${syntax}`, async () => {
      const text = written(await kommun(), syntax)
      expect(written(await read(text, syntax), syntax)).toBe(text)
    })
  }
})

describe('writeTurtle', () => {
  it('puts the catalogue first, then each dataset with its distributions, then the rest', async () => {
    const graph = await read(`${prefixes}
      ex:z a ex:Other . ex:agent a <http://xmlns.com/foaf/0.1/Agent> . ex:s a dcat:DataService .
      ex:d2 a dcat:Distribution . ex:d1 a dcat:Distribution . ex:lone a dcat:Distribution .
      ex:b a dcat:Dataset ; dcat:distribution ex:d2 . ex:a a dcat:Dataset ; dcat:distribution ex:d1 .
      ex:c a dcat:Catalog .`)
    const order = [...written(graph, 'turtle').matchAll(/^ex:(\w+)/gm)].map(([, name]) => name)
    expect(order).toEqual(['c', 'a', 'd1', 'b', 'd2', 'lone', 's', 'agent', 'z'])
  })

  it('declares only the prefixes it uses', async () => {
    const graph = await read(`${prefixes}@prefix never: <https://example.se/never#> . ex:a dcterms:title 5 .`)
    const names = [...written(graph, 'turtle').matchAll(/^@prefix (\w+):/gm)].map(([, name]) => name)
    expect(names).toEqual(['dcterms', 'ex'])
  })

  it('takes prefixes from its caller', async () => {
    const graph = await read('<https://example.com/a#b> <https://example.com/a#c> 1 .')
    const text = written(graph, 'turtle', { prefixes: new Map([['mine', 'https://example.com/a#']]) })
    expect(text).toContain('mine:b\n  mine:c 1 .')
  })

  it('writes properties and values in reading order', async () => {
    const graph = await read(`${prefixes}ex:a ex:p "x" ; dcterms:description "d" ;
      dcterms:title "en"@en , "plain" , "fi"@fi , "sv"@sv ; a dcat:Dataset .`)
    expect(written(graph, 'turtle')).toContain(`ex:a
  a dcat:Dataset ;
  dcterms:title "plain" , "sv"@sv , "en"@en , "fi"@fi ;
  dcterms:description "d" ;
  ex:p "x" .`)
  })

  it('nests what is mentioned once and labels what is shared or turns in a ring', async () => {
    const graph = await read(`${prefixes}
      ex:a ex:p [ ex:q ( 1 [ ex:r "deep" ] ) ] , _:shared . ex:b ex:p _:shared . _:shared ex:q "s" .
      _:x ex:next _:y . _:y ex:next _:x . [] ex:alone true .`)
    const text = written(graph, 'turtle')
    expect(text).toContain('ex:q ( 1 [\n')
    expect(text.match(/_:b\d/g)).toHaveLength(5)
    expect(text).toContain('[\n  ex:alone true\n] .')
    expect(await canonical(await read(text))).toBe(await canonical(graph))
  })

  it('writes texts of several lines as such', async () => {
    const graph = await read(
      `${prefixes}ex:a ex:p "en lång första rad\\noch \\"\\"\\"en\\"\\"\\" andra\\\\" .`,
    )
    expect(written(graph, 'turtle')).toContain('"""en lång första rad\noch ')
    expect(await canonical(await read(written(graph, 'turtle')))).toBe(await canonical(graph))
  })

  it('survives chains deeper than any stack', async () => {
    const links = Array.from({ length: 20_000 }, (_, i) => `_:n${i} <https://example.se/p> _:n${i + 1} .`)
    const graph = await read(`<https://example.se/a> <https://example.se/p> _:n0 .\n${links.join('\n')}`)
    for (const syntax of ids) expect((await read(written(graph, syntax), syntax)).out.size).toBe(20_001)
  })
})

describe('what a syntax cannot hold', () => {
  it('is refused by RDF/XML when a property has no XML name', async () => {
    const graph = await read('<https://example.se/a> <https://example.se/1> "x" .')
    expect(() => written(graph, 'rdfxml')).toThrow(expect.objectContaining({ code: 'OUTPUT_FAILED' }))
  })

  it('is refused by RDF/XML when a property would mean something else', async () => {
    const graph = await read('<https://example.se/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> "x" .')
    expect(() => written(graph, 'rdfxml')).toThrow(expect.objectContaining({ code: 'OUTPUT_FAILED' }))
  })

  it('is refused by JSON-LD when a property is relative', async () => {
    const graph = await read('<https://example.se/a> <p> "x" .')
    expect(() => written(graph, 'jsonld')).toThrow(expect.objectContaining({ code: 'OUTPUT_FAILED' }))
  })

  it('is a replacement character in RDF/XML', async () => {
    const text = written(await read('<https://example.se/a> <https://example.se/p> "a\\u0001b" .'), 'rdfxml')
    expect(text).toContain('>a\ufffdb<')
  })
})

describe('writeJsonLd', () => {
  it('explains exactly the names it uses', async () => {
    const graph = await read(`${prefixes}ex:a a dcat:Dataset ; dcterms:title "Luft"@sv ; ex:p ex:b .`)
    const { '@context': context } = JSON.parse(written(graph, 'jsonld'))
    expect(Object.keys(context)).toEqual(['dcat', 'dcterms', 'ex', 'Dataset', 'title'])
  })

  it('does not let an IRI pass for a compact one', async () => {
    const graph = await read(
      '<https://example.se/a> <http://www.w3.org/ns/dcat#theme> <dcat:x> , <title:y> .',
    )
    expect(await canonical(await read(written(graph, 'jsonld'), 'jsonld'))).toBe(await canonical(graph))
  })

  it('has an expanded form without a context', async () => {
    const graph = await read(`${prefixes}ex:a a dcat:Dataset ; dcterms:title "Luft"@sv ; ex:p ( ex:b "c" ) .`)
    expect(JSON.parse([...writeJsonLd(graph, { form: 'expanded' })].join(''))).toEqual([
      {
        '@id': 'https://example.se/ns#a',
        '@type': ['http://www.w3.org/ns/dcat#Dataset'],
        'http://purl.org/dc/terms/title': [{ '@value': 'Luft', '@language': 'sv' }],
        'https://example.se/ns#p': [{ '@list': [{ '@id': 'https://example.se/ns#b' }, { '@value': 'c' }] }],
      },
    ])
  })
})

function n3(text: string, format: string) {
  return new Parser({ format, baseIRI: 'https://base.example/' }).parse(text)
}

async function rdfxml(text: string) {
  const parser = new RdfXmlParser()
  const quads: unknown[] = []
  parser.on('data', (quad: unknown) => quads.push(quad))
  const end = new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject))
  parser.end(text)
  await end
  return quads
}

/** Statements that the other parsers do not change: some refuse control characters, jsonld.js rewrites doubles. */
const tame = (isNamed: boolean) =>
  statements({ isXml: true, isNamed }).map((list) =>
    list.filter(({ object }) => !/\\u|#double/.test(JSON.stringify(object))),
  )

describe('other parsers', () => {
  const second: Partial<Record<SyntaxId, (text: string) => unknown>> = {
    turtle: (text) => n3(text, 'text/turtle'),
    trig: (text) => n3(text, 'application/trig'),
    ntriples: (text) => n3(text, 'application/n-triples'),
    nquads: (text) => n3(text, 'application/n-quads'),
    rdfxml,
    jsonld: (text) => jsonld.toRDF(JSON.parse(text), { safe: false } as object),
  }
  for (const syntax of ids) {
    it(`read our ${syntax} as we mean it`, async () => {
      const isNamed = ['trig', 'nquads', 'jsonld'].includes(syntax)
      await fc.assert(
        fc.asyncProperty(tame(isNamed), async (list) => {
          const graph = graphOf(list)
          const quads = (await second[syntax]!(written(graph, syntax))) as never
          expect(await canonical(quads)).toBe(await canonical(graph))
        }),
        { numRuns: 100 },
      )
    })
  }
})
