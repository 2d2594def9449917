// Which resources of a catalogue are national basic data: those whose dcterms:subject names a domain, in either of
// the two forms of address in circulation. Any other subject (GEMET, INSPIRE) says nothing of it.
import { type Graph, IRI, iriId, objects, text } from '../rdf/index.ts'
import { domainOfSubject, subjectPrefixes } from './concepts.ts'
import type { Domain } from './types.ts'

const SUBJECT = 'http://purl.org/dc/terms/subject'

/** A value of dcterms:subject that marks national basic data. */
export interface DomainMark {
  /** Term id of the value. */
  readonly value: number
  readonly iri: string
  /** Undefined when the address is in a namespace for domains but names none that is known. */
  readonly domain: Domain | undefined
}

/** The marks of a dataset, data service or series (a term id), in the order of their term ids. */
export function domainMarks(graph: Graph, resource: number): readonly DomainMark[] {
  const marks: DomainMark[] = []
  for (const value of objects(graph, resource, iriId(graph, SUBJECT))) {
    if (graph.dictionary.kind[value] !== IRI) continue
    const iri = text(graph, value)
    const domain = domainOfSubject(iri)
    if (domain || subjectPrefixes.some((prefix) => iri.startsWith(prefix) && iri.length > prefix.length))
      marks.push({ value, iri, domain })
  }
  return marks
}

/** True when a dataset, data service or series (a term id of the graph) is marked as national basic data. */
export function isNationalBasicData(graph: Graph, resource: number): boolean {
  return domainMarks(graph, resource).length > 0
}

/** The first domain that a resource is marked with; undefined when it has none that is known. */
export function domainOf(graph: Graph, resource: number): Domain | undefined {
  return domainMarks(graph, resource).find(({ domain }) => domain)?.domain
}
