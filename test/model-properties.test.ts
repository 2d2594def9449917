// Random entities of every class, made from the property table: they come back the same from a graph and from YAML.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph, toYaml } from '../src/author/index.ts'
import { type AnyEntity, type AnyView, classNames, toGraph, viewAll } from '../src/dcat/index.ts'
import { loadProfile } from '../src/profile/index.ts'
import { entityOf } from './support/random-model.ts'

const profile = await loadProfile('dcat-ap-se@3.0.1')

/** Entities as text that does not depend on the order of keys, of lists and of entities. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

async function throughYaml(views: readonly AnyView[]): Promise<readonly AnyView[]> {
  const document = { name: 'a.yaml', bytes: new TextEncoder().encode(toYaml(views)) }
  const { graph } = await buildGraph([document], { profile })
  expect(graph.problems).toEqual([])
  return viewAll(graph)
}

describe.each(classNames)('a random %s', (name) => {
  const random = entityOf(name, 1, `https://data.example.se/${name}/x`)

  it('comes back the same from a graph and from YAML', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (entity) => {
        const views = viewAll(toGraph(entity as AnyEntity))
        // Agents in place have IRIs: they come back as entities of their own.
        const again = views.length === 1 ? viewAll(toGraph(views[0] as AnyEntity)) : views
        expect(sorted(again)).toEqual(sorted(views))
        if (views.length === 1) expect(sorted(views[0])).toEqual(sorted(entity))
        expect(sorted(await throughYaml(views))).toEqual(sorted(views))
      }),
      { numRuns: 15 },
    )
  })
})
