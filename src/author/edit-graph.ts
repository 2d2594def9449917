// The same changes made on a graph instead of in a text: for syntaxes that are written anew.
import { fromQuads, type Graph, literal, namedNode, quad, quadsOf, termOf } from '../rdf/index.ts'
import type { Change } from './edit-change.ts'
import type { Term } from './edit-term.ts'

type Quad = ReturnType<typeof quad>

/** A term of RDF/JS. */
export function rdfTerm(term: Term): Quad['object'] {
  if (term.kind === 'iri') return namedNode(term.text)
  return literal(term.text, term.lang ?? (term.datatype === undefined ? '' : namedNode(term.datatype)))
}

/** The graph with the changes made; it has no source. Prefixes are kept. */
export function graphAfter(graph: Graph, changes: readonly Change[]): Graph {
  const replaced = new Map<string, Extract<Change, { kind: 'replace' }>>()
  const renamed = new Map<string, string>()
  for (const change of changes) {
    if (change.kind === 'replace') replaced.set(keyOf(graph, change.statement), change)
    else if (change.kind === 'rename') renamed.set(change.from, change.to)
  }
  const quads: Quad[] = []
  for (const each of quadsOf(graph)) {
    const change = replaced.get(`${each.subject.value}\n${each.predicate.value}\n${objectKey(each.object)}`)
    const property = change?.path === undefined ? each.predicate : namedNode(change.path)
    const values = change ? change.values.map(rdfTerm) : [each.object]
    for (const value of values)
      quads.push(
        quad(renamedTo(each.subject), property as never, renamedTo(value), each.graph as never) as Quad,
      )
  }
  for (const change of changes) {
    if (change.kind !== 'add') continue
    const subject = renamedTo(termOf(graph, change.subject) as Quad['subject'])
    quads.push(quad(subject, namedNode(change.path), renamedTo(rdfTerm(change.value))) as Quad)
  }
  return { ...fromQuads(quads), prefixes: graph.prefixes }

  function renamedTo<T extends { termType: string; value: string }>(term: T): T {
    const to = term.termType === 'NamedNode' ? renamed.get(term.value) : undefined
    return to === undefined ? term : (namedNode(to) as unknown as T)
  }
}

function keyOf(
  graph: Graph,
  { subject, predicate, object }: { subject: number; predicate: number; object: number },
) {
  return `${termOf(graph, subject).value}\n${termOf(graph, predicate).value}\n${objectKey(termOf(graph, object))}`
}

function objectKey(term: {
  termType: string
  value: string
  language?: string
  datatype?: { value: string }
}) {
  return `${term.termType}\n${term.value}\n${term.language ?? ''}\n${term.datatype?.value ?? ''}`
}
