// Interoperability with rdflib programs: our graphs as rdflib stores and back. rdflib is loaded on first use and is on
// no main path (ADR 0003).
import type { Quad } from '@rdfjs/types'
import type { IndexedFormula } from 'rdflib'
import type { Graph } from './graph.ts'
import { datasetView, fromQuads } from './rdfjs.ts'

/** What this file needs of rdflib's terms, whose own type is not exported. */
interface RdflibTerm {
  readonly termType: string
  readonly value: string
}

/** An rdflib store with the statements of a graph (the union of its named graphs). */
export async function toRdflib(graph: Graph): Promise<IndexedFormula> {
  const rdflib = await import('rdflib')
  const store = rdflib.graph()
  const term = (from: Quad['subject'] | Quad['predicate'] | Quad['object']) => {
    if (from.termType === 'NamedNode') return rdflib.sym(from.value)
    if (from.termType === 'BlankNode') return rdflib.blankNode(from.value)
    if (from.termType !== 'Literal') throw new TypeError(`unexpected term ${from.termType}`)
    return from.language
      ? rdflib.lit(from.value, from.language)
      : rdflib.lit(from.value, undefined, rdflib.sym(from.datatype.value))
  }
  for (const { subject, predicate, object } of datasetView(graph)) {
    store.add(term(subject) as never, term(predicate) as never, term(object) as never)
  }
  return store
}

/** A graph with the statements of an rdflib store. rdflib's collections become RDF lists; variables are left out. */
export function fromRdflib(store: IndexedFormula): Graph {
  const quads: Quad[] = []
  const factory = store.rdfFactory
  const iri = (name: string) => factory.namedNode(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`)
  const flatten = (term: RdflibTerm): RdflibTerm => {
    if (term.termType !== 'Collection') return term
    const { elements } = term as unknown as { readonly elements: readonly RdflibTerm[] }
    return elements.reduceRight<RdflibTerm>((rest, element) => {
      const cell = factory.blankNode()
      push(cell, iri('first'), flatten(element))
      push(cell, iri('rest'), rest)
      return cell
    }, iri('nil'))
  }
  const push = (subject: unknown, predicate: unknown, object: unknown) => {
    quads.push(factory.quad(subject as never, predicate as never, object as never) as unknown as Quad)
  }
  for (const { subject, predicate, object } of store.statements) {
    if ((subject.termType as string) === 'Variable' || (object.termType as string) === 'Variable') continue
    push(flatten(subject as RdflibTerm), predicate, flatten(object as RdflibTerm))
  }
  return fromQuads(quads)
}
