// The typed model: what is read from a graph is written back the same, and only what DCAT-AP-SE allows is written.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isomorphic } from 'rdf-isomorphic'
import { describe, expect, it } from 'vitest'
import { buildGraph, toYaml } from '../src/author/index.ts'
import { viewAll, viewsToGraph } from '../src/dcat/index.ts'
import { loadProfile } from '../src/profile/index.ts'
import { type Graph, parse, quadsOf } from '../src/rdf/index.ts'

function catalogs(): readonly string[] {
  const rules = readdirSync('fixtures/rules').map((rule) => join('fixtures/rules', rule, 'good.ttl'))
  const whole = readdirSync('fixtures/catalogs').map((file) => join('fixtures/catalogs', file))
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
