// What is written is read back as the same graph, in every syntax.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, type Graph, parse, type SyntaxId, syntaxes, writeJsonLd } from '../src/rdf/index.ts'
import { canonical } from './support/canonical.ts'
import { graphOf, statements } from './support/graphs.ts'

function document(text: string): Document {
  return { name: 'x', bytes: new TextEncoder().encode(text) }
}

async function again(graph: Graph, syntax: SyntaxId): Promise<Graph> {
  return parse(document([...syntaxes[syntax].write(graph)].join('')), { syntax })
}

const keepsNames: readonly SyntaxId[] = ['trig', 'nquads', 'jsonld']

describe('parse(write(g)) is isomorphic to g', () => {
  for (const syntax of Object.keys(syntaxes) as SyntaxId[]) {
    const isXml = syntax === 'rdfxml'
    it(`in ${syntax}`, async () => {
      await fc.assert(
        fc.asyncProperty(statements({ isXml }), async (list) => {
          const graph = graphOf(list)
          const read = await again(graph, syntax)
          expect(read.problems.filter(({ rule }) => !rule.startsWith('iri-'))).toEqual([])
          expect(await canonical(read)).toBe(await canonical(graph))
        }),
        { numRuns: 100 },
      )
    })
    it(`in ${syntax} with named graphs`, async () => {
      const isKept = keepsNames.includes(syntax)
      await fc.assert(
        fc.asyncProperty(statements({ isXml, isNamed: true }), async (list) => {
          const graph = graphOf(list)
          expect(await canonical(await again(graph, syntax))).toBe(await canonical(graph, !isKept))
        }),
        { numRuns: 100 },
      )
    })
  }
  it('in expanded JSON-LD', async () => {
    await fc.assert(
      fc.asyncProperty(statements({ isNamed: true }), async (list) => {
        const graph = graphOf(list)
        const text = [...writeJsonLd(graph, { form: 'expanded' })].join('')
        const read = await parse(document(text), { syntax: 'jsonld' })
        expect(await canonical(read)).toBe(await canonical(graph))
      }),
      { numRuns: 100 },
    )
  })
})
