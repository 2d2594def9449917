// rdflib programs can use our graphs, and ours theirs.
import { readFileSync } from 'node:fs'
import { isomorphic } from 'rdf-isomorphic'
import * as rdflib from 'rdflib'
import { describe, expect, it } from 'vitest'
import { datasetView, fromRdflib, parse, toRdflib } from '../src/rdf/index.ts'

describe('rdflib', () => {
  it('gets our graph and gives the same one back', async () => {
    const graph = await parse({ name: 'kommun.ttl', bytes: readFileSync('fixtures/catalogs/kommun.ttl') })
    const store = await toRdflib(graph)
    expect(store.statements.length).toBe(graph.out.size)
    expect(isomorphic([...datasetView(fromRdflib(store))], [...datasetView(graph)])).toBe(true)
  })

  it('answers its own queries on our graph', async () => {
    const text = '<https://data.example.se/a> <http://purl.org/dc/terms/title> "Luft"@sv , "Air"@en .'
    const store = await toRdflib(await parse({ name: 'a.ttl', bytes: new TextEncoder().encode(text) }))
    const titles = store.each(
      rdflib.sym('https://data.example.se/a'),
      rdflib.sym('http://purl.org/dc/terms/title'),
    )
    expect(titles.map(({ value }) => value).sort()).toEqual(['Air', 'Luft'])
  })

  it('hands over what it has read itself, collections included', () => {
    const store = rdflib.graph()
    rdflib.parse('<a> <b> ( 1 "x" ) .', store, 'https://data.example.se/', 'text/turtle')
    const graph = fromRdflib(store)
    expect(graph.out.size).toBe(5)
  })
})
