// RDF/JS terms as plain objects: a small data factory without a library behind it.
import type * as RDF from '@rdfjs/types'

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'

/** An IRI as an RDF/JS term. */
export function namedNode<T extends string>(value: T): RDF.NamedNode<T> {
  return { termType: 'NamedNode', value, equals: (other) => isSame(other, 'NamedNode', value) }
}

/** A blank node as an RDF/JS term. */
export function blankNode(value: string): RDF.BlankNode {
  return { termType: 'BlankNode', value, equals: (other) => isSame(other, 'BlankNode', value) }
}

/** A variable as an RDF/JS term. */
export function variable(value: string): RDF.Variable {
  return { termType: 'Variable', value, equals: (other) => isSame(other, 'Variable', value) }
}

/** The default graph as an RDF/JS term. */
export const defaultGraph: RDF.DefaultGraph = {
  termType: 'DefaultGraph',
  value: '',
  equals: (other) => isSame(other, 'DefaultGraph', ''),
}

function isSame(other: RDF.Term | null | undefined, termType: string, value: string): boolean {
  return !!other && other.termType === termType && other.value === value
}

const xsdString = namedNode(XSD_STRING)
const langString = namedNode(LANG_STRING)

/** A literal as an RDF/JS term; the second argument is a language tag or a datatype, default xsd:string. */
export function literal(value: string, languageOrDatatype: string | RDF.NamedNode = ''): RDF.Literal {
  const tagged = typeof languageOrDatatype === 'string'
  const language = tagged ? languageOrDatatype : ''
  const datatype = !tagged ? languageOrDatatype : language === '' ? xsdString : langString
  return {
    termType: 'Literal',
    value,
    language,
    datatype,
    equals: (other) =>
      !!other &&
      other.termType === 'Literal' &&
      other.value === value &&
      other.language === language &&
      other.datatype.value === datatype.value,
  }
}

/** A statement as an RDF/JS quad. */
export function quad(
  subject: RDF.Quad_Subject,
  predicate: RDF.Quad_Predicate,
  object: RDF.Quad_Object,
  graph: RDF.Quad_Graph = defaultGraph,
): RDF.Quad {
  return {
    termType: 'Quad',
    value: '',
    subject,
    predicate,
    object,
    graph,
    equals: (other) =>
      !!other &&
      other.termType === 'Quad' &&
      subject.equals(other.subject) &&
      predicate.equals(other.predicate) &&
      object.equals(other.object) &&
      graph.equals(other.graph),
  }
}
