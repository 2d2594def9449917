// Canonical content: the same content is the same text, and the text is what the standard says.
import fc from 'fast-check'
import { canonize } from 'rdf-canonize'
import { describe, expect, it } from 'vitest'
import { describeEntities } from '../src/harvest/index.ts'
import {
  encodedIri,
  entityText,
  fromQuads,
  type Graph,
  iriId,
  parse,
  quadsOf,
  SKOLEM,
} from '../src/rdf/index.ts'
import { all } from './support/stores.ts'

const read = (turtle: string): Promise<Graph> =>
  parse({
    name: 'x.ttl',
    bytes: Buffer.from(
      `@prefix e: <http://e.se/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .\n${turtle}`,
    ),
  })
const textOf = async (turtle: string) => {
  const graph = await read(turtle)
  return entityText(graph, iriId(graph, 'http://e.se/a'))
}

describe('the canonical text of an entity', () => {
  it('does not depend on order, prefixes or what nameless nodes are called', async () => {
    const one = await textOf('e:a dct:title "x"@sv ; e:p [ e:q 1 ; e:r [ e:s "t" ] ] , [ e:q 2 ] .')
    const two = await textOf(
      '_:k e:q 2 . _:z e:s "t" . _:y e:r _:z ; e:q 1 . e:a e:p _:k , _:y ; dct:title "x"@sv .',
    )
    expect(one).toEqual(two)
    expect(one?.nquads).not.toContain('_:')
    expect(one?.nquads).toContain(`<${SKOLEM}`)
  })

  it('keeps equal nameless nodes apart', async () => {
    const graph = await read('e:a e:p _:x , _:y . _:x e:q 1 . _:y e:q 1 .')
    const text = await entityText(graph, iriId(graph, 'http://e.se/a'))
    expect(text?.nquads.split('\n').filter((line) => line.includes('/p>')).length).toBe(2)
  })

  it('names shared and circular nameless nodes by the standard', async () => {
    const one = await textOf('e:a e:p _:x , _:y . _:x e:q _:z . _:y e:q _:z . _:z e:back _:x .')
    const two = await textOf(
      '_:one e:q _:three . e:a e:p _:two , _:one . _:three e:back _:one . _:two e:q _:three .',
    )
    expect(one).toEqual(two)
    expect(one?.nquads).not.toContain('_:')
  })

  it('has a second hash that dates do not change', async () => {
    const one = await textOf(
      'e:a dct:title "x" ; dct:modified "2026-01-01" ; e:p [ dct:modified "2026-01-01" ] .',
    )
    const two = await textOf(
      'e:a dct:title "x" ; dct:modified "2026-02-02" ; e:p [ dct:modified "2026-02-02" ] .',
    )
    expect(one?.hash).not.toBe(two?.hash)
    expect(one?.stableHash).toBe(two?.stableHash)
    expect((await textOf('e:a dct:title "y" .'))?.stableHash).not.toBe(one?.stableHash)
  })

  it('lets no ill-formed IRI out', async () => {
    const graph = await read('e:a e:p <http://e.se/a b> .')
    const text = await entityText(graph, iriId(graph, 'http://e.se/a'))
    expect(text?.nquads).toContain('<http://e.se/a%20b>')
    expect(encodedIri('http://e.se/å{x}')).toBe('http://e.se/å%7Bx%7D')
  })

  it('is what RDFC-1.0 gives for the same statements', async () => {
    const literal = fc
      .string({ unit: 'binary', maxLength: 12 })
      .filter((text) => !/\p{Surrogate}/u.test(text))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(literal, { minLength: 1, maxLength: 6 }), async (values) => {
        const graph = await read(
          `e:a e:p "x"@sv, 1, <http://e.se/o> . ${values.map((value) => `e:a e:p ${JSON.stringify(value).replace(/\u007f/g, '\\u007F')} .`).join(' ')}`,
        )
        const text = await entityText(graph, iriId(graph, 'http://e.se/a'))
        const canonical = await canonize([...quadsOf(fromQuads(quadsOf(graph)))], { algorithm: 'RDFC-1.0' })
        expect(text?.nquads).toBe(canonical)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the entities of a graph', () => {
  it('are the named things with all that hangs on them, and nameless things that hang on none', async () => {
    const graph = await read(`e:c a dcat:Catalog ; dct:title "K"@sv ; dcat:dataset e:d .
      e:d a dcat:Dataset ; dct:title "D"@sv , "E"@en ; dct:publisher e:p ; dct:identifier "0A0A0A0A-0000-4000-8000-000000000000" ;
        dct:temporal [ dcat:startDate "2026" ] ; <http://data.europa.eu/r5r/applicableLegislation> <http://data.europa.eu/eli/reg_impl/2023/138/oj> .
      [] a dcat:Dataset ; dct:title "Namnlös"@sv .
      _:x e:p _:y . _:y e:q _:x .`)
    const found = (await all(describeEntities(graph))).map(({ content }) => content)
    expect(
      found.map((each) => [each?.type.replace(/^.*[/#]/, ''), each?.title?.sv, each?.isProtected]),
    ).toEqual([
      ['Catalog', 'K', undefined],
      ['Dataset', 'D', true],
      ['Dataset', 'Namnlös', undefined],
      ['', undefined, undefined],
    ])
    expect(found[1]).toMatchObject({
      key: 'uuid 0a0a0a0a-0000-4000-8000-000000000000',
      title: { en: 'E' },
      publisher: 'http://e.se/p',
    })
    expect(found[2]?.iri.startsWith(SKOLEM)).toBe(true)
    expect(found.map((each) => each?.nquads).join('')).not.toContain('_:')
  })
})
