// The second opinion: n3's reading of a text, and our graphs in the same terms, so that the two can be compared.
import { DataFactory, Parser, type Quad, type Term } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { BLANK, type Graph, IRI, textOf } from '../../src/rdf/index.ts'

const { namedNode, blankNode, literal, quad, defaultGraph } = DataFactory

/** The statements of a graph as RDF/JS quads, each once. */
export function quadsOf(graph: Graph): Quad[] {
  const d = graph.dictionary
  const term = (id: number): Term => {
    if (d.kind[id] === IRI) return namedNode(textOf(d, id))
    if (d.kind[id] === BLANK) return blankNode(`b${id}`)
    const language = d.lang[id] === 0 ? undefined : d.langs[d.lang[id] - 1].toLowerCase()
    return literal(textOf(d, id), language ?? namedNode(textOf(d, d.datatype[id])))
  }
  const { subject, predicate, object, graph: names, count } = graph.quads
  const quads: Quad[] = []
  for (let i = 0; i < count; i++) {
    const name = names?.[i] ? term(names[i] - 1) : defaultGraph()
    quads.push(
      quad(term(subject[i]) as never, term(predicate[i]) as never, term(object[i]) as never, name as never),
    )
  }
  return distinct(quads)
}

/** What n3 reads in a text; throws where n3 does. */
export function n3Quads(text: string, options: { format?: string; baseIRI?: string } = {}): Quad[] {
  return distinct(new Parser({ format: 'Turtle', ...options }).parse(text).map(lowerCased))
}

function lowerCased(q: Quad): Quad {
  if (q.object.termType !== 'Literal' || q.object.language === '') return q
  return quad(q.subject, q.predicate, literal(q.object.value, q.object.language.toLowerCase()), q.graph)
}

function distinct(quads: readonly Quad[]): Quad[] {
  const key = (t: Term) => `${t.termType} ${t.id} ${t.value}`
  const seen = new Map(quads.map((q) => [[q.subject, q.predicate, q.object, q.graph].map(key).join('\n'), q]))
  return [...seen.values()]
}

const hasBlank = (q: Quad) =>
  q.subject.termType === 'BlankNode' || q.object.termType === 'BlankNode' || q.graph.termType === 'BlankNode'

/** True when the two say the same: ground statements compared as sets, the rest up to the names of blank nodes. */
export function sameQuads(a: readonly Quad[], b: readonly Quad[]): boolean {
  if (a.length !== b.length) return false
  const key = (q: Quad) =>
    [q.subject, q.predicate, q.object, q.graph].map((t) => `${t.termType}${t.id}`).join('\n')
  const ground = new Set(a.filter((q) => !hasBlank(q)).map(key))
  const other = b.filter((q) => !hasBlank(q))
  if (ground.size !== other.length || !other.every((q) => ground.has(key(q)))) return false
  return isomorphic(a.filter(hasBlank), b.filter(hasBlank))
}
