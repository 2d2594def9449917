// What is published says what the catalogue says, in every form, and always in the same bytes.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import {
  type Artifact,
  bytesOf,
  entitiesOf,
  entityDocument,
  entityGraph,
  etagOf,
  forms,
  formsOf,
  publishAll,
  publishers,
  type Site,
} from '../src/publish/index.ts'
import { decodeDocument, type Graph, inOwnOrder, parse, writeJsonTrees } from '../src/rdf/index.ts'
import { canonical } from './support/canonical.ts'
import { graphOf, statements } from './support/graphs.ts'

const site: Site = { base: 'https://data.exempelkommun.se/' }
const folder = 'fixtures/catalogs'
/** The broken one has IRIs that no other syntax can hold; it has a test of its own. */
const catalogs = readdirSync(folder).filter((name) => name.endsWith('.ttl') && name !== 'kommun-trasig.ttl')

async function read(bytes: Uint8Array, name: string, mediaType?: string): Promise<Graph> {
  return parse({ name, bytes: decodeDocument(bytes, {}).bytes, ...(mediaType && { mediaType }) })
}

function fixture(name: string): Promise<Graph> {
  return read(readFileSync(`${folder}/${name}`), name)
}

/** The artifacts that hold the whole catalogue. */
const wholes = ['rdfxml', 'turtle', 'jsonld', 'expanded', 'nquads'] as const

describe.each(catalogs)('%s', (name) => {
  it('is isomorphic to each of its artifacts', async () => {
    const graph = await fixture(name)
    const wanted = await canonical(graph, true)
    for (const artifact of publishAll(graph, site, wholes)) {
      const found = await read(bytesOf(artifact.body), artifact.path, artifact.mediaType)
      expect(found.problems.filter(({ rule }) => rule.startsWith('syntax'))).toEqual([])
      expect({ path: artifact.path, graph: await canonical(found, true) }).toEqual({
        path: artifact.path,
        graph: wanted,
      })
    }
  })

  it('has documents of each entity that say the same in every form', async () => {
    const graph = inOwnOrder(await fixture(name))
    for (const entity of entitiesOf(graph, site.base)) {
      const wanted = await canonical(entityGraph(graph, entity), true)
      for (const form of formsOf(entity.kind)) {
        if (form === 'schema') continue
        const { path, body, mediaType } = entityDocument(graph, entity, form, site.base)
        const found = await read(bytesOf(body), path, mediaType.split(';')[0])
        expect({ path, graph: await canonical(found, true) }).toEqual({ path, graph: wanted })
      }
    }
  })

  it('gives trees that jsonld.js makes by framing', async () => {
    const graph = inOwnOrder(await fixture(name))
    for (const entity of entitiesOf(graph, site.base)) {
      const expanded = JSON.parse(text(entityDocument(graph, entity, 'expanded', site.base)))
      const tree = JSON.parse(text(entityDocument(graph, entity, 'jsonld', site.base)))
      const frame = { '@context': tree['@context'], '@id': entity.iri, '@embed': '@always' }
      const framed = await jsonld.frame(expanded, frame as never, { omitGraph: true })
      expect(plain(tree)).toEqual(plain(framed, prefixesOf(tree['@context'])))
    }
  })
})

function text({ body }: Artifact): string {
  return Buffer.from(bytesOf(body)).toString('utf8')
}

function prefixesOf(context: Record<string, unknown>): ReadonlyMap<string, string> {
  const entries = Object.entries(context).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return new Map(entries)
}

/**
 * Without the context, arrays in one order, blank nodes without labels. jsonld.js shortens the IRIs of nodes too, which
 * we leave whole so that nobody has to expand them: with `prefixes` they are made whole again.
 */
function plain(value: unknown, prefixes?: ReadonlyMap<string, string>, key = ''): unknown {
  if (Array.isArray(value)) {
    const list = value.map((each) => plain(each, prefixes, key))
    return list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (typeof value === 'string') {
    if (value.startsWith('_:')) return '_:'
    const [prefix, ...rest] = value.split(':')
    const namespace = key === '@type' ? undefined : prefixes?.get(prefix)
    return namespace && rest.length === 1 && !rest[0].startsWith('//') ? namespace + rest[0] : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== '@context')
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, plain(each, prefixes, name)]),
  )
}

describe('artifacts', () => {
  it('do not depend on the order of the source', async () => {
    const turtle = readFileSync(`${folder}/kommun.ttl`, 'utf8')
    const graph = await read(Buffer.from(turtle), 'a.ttl')
    const lines = Buffer.from(bytesOf([...publishers.nquads(graph, site)][0].body))
      .toString('utf8')
      .trim()
      .split('\n')
    const shuffled = await read(Buffer.from(`${lines.reverse().join('\n')}\n`), 'b.nq')
    const [a, b] = [graph, shuffled].map((each) => sums(publishAll(each, site)))
    expect(b).toEqual(a)
  })

  it('have whole IRIs only, also of a catalogue with broken ones', async () => {
    const graph = await fixture('kommun-trasig.ttl')
    expect(graph.problems.filter(({ rule }) => rule.startsWith('iri-')).length).toBeGreaterThan(0)
    const names = ['rdfxml', 'turtle', 'jsonld', 'expanded', 'nquads', 'entities'] as const
    for (const { path, mediaType, body } of publishAll(graph, site, names)) {
      if (mediaType.includes('schema.org')) continue
      const found = await read(bytesOf(body), path, mediaType.split(';')[0])
      expect({ path, problems: found.problems }).toEqual({ path, problems: [] })
    }
  })

  it('have entity tags that tell documents apart', () => {
    expect(etagOf('a')).toMatch(/^"[0-9a-f]{32}"$/)
    expect(etagOf('a')).toBe(etagOf(Buffer.from('a')))
    expect(etagOf('a')).not.toBe(etagOf('b'))
  })

  it('each have a path and a file extension of their own', async () => {
    const graph = await fixture('kommun.ttl')
    const paths = [...publishAll(graph, site)].map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(new Set(Object.values(forms).map(({ extension }) => extension)).size).toBe(
      Object.keys(forms).length,
    )
  })
})

function sums(artifacts: Iterable<Artifact>): readonly string[] {
  return [...artifacts].map(({ path, body }) => `${path} ${etagOf(body)}`)
}

describe('trees of any graph', () => {
  it('lose nothing, whatever is shared, in circles or nameless', async () => {
    await fc.assert(
      fc.asyncProperty(statements({}), async (list) => {
        const graph = graphOf(list)
        const roots = [...graph.subjectAt.keys()].filter(
          (term) => graph.out.offset[term + 1] > graph.out.offset[term] && term % 3 === 0,
        )
        const document = [...writeJsonTrees(graph, { roots })].join('')
        const found = await read(Buffer.from(document), 'x.jsonld')
        expect(await canonical(found, true)).toBe(await canonical(graph, true))
      }),
      { numRuns: 200 },
    )
  })

  it('and a graph in its own order says the same', async () => {
    await fc.assert(
      fc.asyncProperty(statements({}), async (list) => {
        const graph = graphOf(list)
        expect(await canonical(inOwnOrder(graph), true)).toBe(await canonical(graph, true))
      }),
      { numRuns: 100 },
    )
  })
})
