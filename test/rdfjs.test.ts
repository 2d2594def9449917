import { Parser } from 'n3'
import { describe, expect, it } from 'vitest'
import { datasetView, fromQuads, idOf, quadsOf, termOf } from '../src/rdf/rdfjs.ts'
import { literal, namedNode, quad, variable } from '../src/rdf/terms.ts'

const ttl = `@prefix ex: <http://example.se/> .
ex:a ex:title "Luft"@sv , "Air"@en , "Air" , 1 ; ex:part [ ex:title "x" ] .
GRAPH ex:g { ex:a ex:title "Luft"@sv . ex:b ex:part ex:a }`

const graph = fromQuads(new Parser({ format: 'TriG' }).parse(ttl))
const ex = (name: string) => namedNode(`http://example.se/${name}`)

describe('the RDF/JS face', () => {
  it('keeps statements with their graphs in order', () => {
    const quads = [...quadsOf(graph)]
    expect(quads).toHaveLength(8)
    expect(quads.map((q) => q.graph.value).filter(Boolean)).toEqual([ex('g').value, ex('g').value])
  })
  it('shows the union of the graphs as a set', () => {
    const view = datasetView(graph)
    expect(view.size).toBe(7)
    expect([...view]).toHaveLength(7)
    expect(view.match(ex('a'), ex('title')).size).toBe(4)
    expect(view.match(null, null, ex('a')).size).toBe(1)
    expect(view.match(null, ex('title')).size).toBe(5)
    expect(view.match(ex('nothing')).size).toBe(0)
    expect(view.match(null, null, null, ex('g')).size).toBe(0)
    expect(view.match(ex('a')).match(null, ex('part')).size).toBe(1)
    expect(view.match(ex('a')).match(ex('b')).size).toBe(0)
    expect(view.has(quad(ex('b'), ex('part'), ex('a')))).toBe(true)
    expect(view.match(ex('a')).has(quad(ex('b'), ex('part'), ex('a')))).toBe(false)
    expect(() => view.add(quad(ex('b'), ex('part'), ex('a')))).toThrow(TypeError)
  })
  it('gives every term its id back', () => {
    for (let id = 0; id < graph.dictionary.count; id++) {
      const term = termOf(graph, id)
      expect(idOf(graph, term)).toBe(id)
      expect(termOf(graph, id)).toBe(term)
      expect(term.equals(termOf(graph, (id + 1) % graph.dictionary.count))).toBe(false)
    }
    expect(idOf(graph, literal('Luft', 'en'))).toBe(-1)
    expect(idOf(graph, literal('Luft', 'fi'))).toBe(-1)
    expect(idOf(graph, literal('Luft', ex('datatype')))).toBe(-1)
    expect(idOf(graph, variable('x'))).toBe(-1)
    expect(() => fromQuads([quad(ex('a'), ex('b'), variable('x'))])).toThrow(TypeError)
  })
  it('makes the same graph of its own statements', () => {
    const again = fromQuads(quadsOf(graph))
    expect([...datasetView(again)].map(line).sort()).toHaveLength(7)
    expect(again.quads.count).toBe(graph.quads.count)
  })
})

function line(q: { subject: { value: string }; predicate: { value: string }; object: { value: string } }) {
  return [q.subject.value, q.predicate.value, q.object.value].join(' ')
}
