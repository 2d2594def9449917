// RDF/XML to graph: our own reader of XML bytes and of RDF 1.1 XML Syntax, with a place for every statement and
// every fault. It never throws and never gives up: what is wrong is a problem, what is right is in the graph.
import type { Document } from '../document.ts'
import { createGraphBuilder, type Graph } from '../graph.ts'
import type { ParseOptions } from '../syntax.ts'
import { readDocument } from './document.ts'
import { createReader } from './state.ts'
import { rdfxmlTokenEnd } from './token-end.ts'

export { readRdfXmlPart } from './part.ts'
export { rdfxmlTokenEnd } from './token-end.ts'

/**
 * Reads an RDF/XML document. The place of a statement is the `<` of its property element (or its property
 * attribute), that of a subject the `<` of its node element.
 */
export function parseRdfXml(document: Document, options: ParseOptions = {}): Graph {
  const { bytes, name } = document
  const builder = createGraphBuilder(Math.ceil(bytes.length / 96))
  readDocument(createReader(bytes, builder, options.base))
  return builder.finish({ file: name, bytes, syntax: 'rdfxml', tokenEnd: rdfxmlTokenEnd })
}
