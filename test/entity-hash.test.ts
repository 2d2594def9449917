// Content hashes: independent of names, order and syntax; different for different content; bounded for poisoned graphs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalNQuads,
  entityClosure,
  entityHash,
  type Graph,
  iriId,
  parse,
  treeHash,
} from '../src/rdf/index.ts'

const graphOf = (turtle: string): Promise<Graph> =>
  parse(
    { name: 'x.ttl', bytes: new TextEncoder().encode(`@prefix : <https://x.example.se/> .\n${turtle}`) },
    { syntax: 'turtle' },
  )
const a = (graph: Graph) => iriId(graph, 'https://x.example.se/a')
const hashOf = async (turtle: string) => {
  const graph = await graphOf(turtle)
  return entityHash(graph, a(graph))
}

describe('the closure of an entity', () => {
  it('is itself and the nameless nodes it leads to', async () => {
    const graph = await graphOf(':a :p [ :q [ :r 1 ] ] , :b . :b :p [ :q 2 ] .')
    expect(entityClosure(graph, a(graph))).toMatchObject({ isTree: true })
    expect(entityClosure(graph, a(graph)).subjects).toHaveLength(3)
  })
  it('tells shared nodes and circles', async () => {
    for (const turtle of [':a :p _:x ; :q _:x .', ':a :p _:x . _:x :p _:y . _:y :p _:x .']) {
      const graph = await graphOf(turtle)
      expect(entityClosure(graph, a(graph)).isTree).toBe(false)
    }
  })
})

describe('the hash of an entity', () => {
  it.each([
    [
      'names and order do not count',
      ':a :p [ :q 1 ; :r "x"@sv ] ; :s "y" .',
      '_:n :r "x"@sv . :a :s "y" ; :p _:n . _:n :q 1 .',
      true,
    ],
    ['saying it twice does not count', ':a :p 1 .', ':a :p 1 , 1 .', true],
    ['a value counts', ':a :p [ :q 1 ] .', ':a :p [ :q 2 ] .', false],
    ['a language counts', ':a :p "x"@sv .', ':a :p "x"@en .', false],
    ['a datatype counts', ':a :p "1" .', ':a :p 1 .', false],
    ['where a value hangs counts', ':a :p [ :q 1 ] , [ :r 2 ] .', ':a :p [ :q 1 ; :r 2 ] .', false],
    ['two equal nodes are not one', ':a :p [ :q 1 ] , [ :q 1 ] .', ':a :p [ :q 1 ] .', false],
    [
      'a shared node is not two equal ones',
      ':a :p _:x ; :q _:x . _:x :r 1 .',
      ':a :p [ :r 1 ] ; :q [ :r 1 ] .',
      false,
    ],
    [
      'circles by any name',
      ':a :p _:x . _:x :p _:y . _:y :p _:x .',
      ':a :p _:k . _:m :p _:k . _:k :p _:m .',
      true,
    ],
  ])('%s', async (_, one, other, isEqual) => {
    const [first, second] = [await hashOf(one), await hashOf(other)]
    expect(first.hash === second.hash).toBe(isEqual)
    expect(first.hash).toMatch(/^(tree|rdfc):[0-9a-f]{64}$/)
  })

  it('is that of the content, for random trees in random order', async () => {
    const leaf = fc.record({ p: fc.constantFrom('p', 'q'), v: fc.integer({ min: 0, max: 2 }).map(String) })
    type Node = { p: string; v: string | Node[] }
    const tree = fc.letrec<{ node: Node }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ p: fc.constantFrom('p', 'q'), v: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      ),
    })).node
    const lines = (nodes: readonly Node[], subject: string, prefix: string, out: string[]): string[] => {
      nodes.forEach(({ p, v }, index) => {
        const name = `_:${prefix}${index}`
        out.push(`${subject} :${p} ${typeof v === 'string' ? v : name} .`)
        if (typeof v !== 'string') lines(v, name, `${prefix}${index}n`, out)
      })
      return out
    }
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 1, maxLength: 4 }), fc.integer(), async (nodes, seed) => {
        const straight = lines(nodes, ':a', 'n', [])
        const shuffled = straight
          .map(
            (line, index) => [Math.imul(index + 1, seed | 1) >>> 0, line.replaceAll('_:n', '_:zz')] as const,
          )
          .sort(([x], [y]) => x - y)
          .map(([, line]) => line)
        const graph = await graphOf(straight.join('\n'))
        expect(treeHash(graph, a(graph))).toBeDefined()
        expect(await hashOf(shuffled.join('\n'))).toEqual(await entityHash(graph, a(graph)))
      }),
      { numRuns: 100 },
    )
  })

  it('survives a chain deeper than any stack', async () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => `_:n${i} :p _:n${i + 1} .`).join('\n')
    expect(await hashOf(`:a :p _:n0 .\n${chain}`)).toMatchObject({ kind: 'tree' })
  })

  it('gives up canonicalizing a poisoned graph, and still gives a hash', async () => {
    const nodes = Array.from({ length: 10 }, (_, i) => i)
    const clique = nodes.flatMap((i) => nodes.map((j) => (i === j ? '' : `_:n${i} :p _:n${j} .`))).join('\n')
    const turtle = `:a :p ${nodes.map((i) => `_:n${i}`).join(' , ')} .\n${clique}`
    const graph = await graphOf(turtle)
    expect(await canonicalNQuads(graph, a(graph))).toBeUndefined()
    expect(await hashOf(turtle)).toMatchObject({ kind: 'lines' })
  })
})
