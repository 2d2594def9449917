// IRIs that the engine speaks of.

export const SH = 'http://www.w3.org/ns/shacl#'
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#'
export const XSD = 'http://www.w3.org/2001/XMLSchema#'

export const rdfType = `${RDF}type`
export const rdfFirst = `${RDF}first`
export const rdfRest = `${RDF}rest`
export const rdfNil = `${RDF}nil`
export const rdfsClass = `${RDFS}Class`
export const subClassOf = `${RDFS}subClassOf`

/** The namespace of this project's rules. */
export const RULE = 'https://w3id.org/grunddata/rule/'

export const SKOS = 'http://www.w3.org/2004/02/skos/core#'
