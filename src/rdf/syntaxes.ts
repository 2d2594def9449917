// The registry of syntaxes: everything that offers a choice of formats reads it from here.
// Readers are loaded when the first document of their syntax comes; writers are small and ours.
import { jsonldTokenEnd } from './jsonld/json-value.ts'
import { rdfxmlTokenEnd } from './rdfxml/token-end.ts'
import type { Syntax, SyntaxId } from './syntax.ts'
import { turtleTokenEnd } from './turtle/token-end.ts'
import {
  writeJsonLd,
  writeNQuads,
  writeNTriples,
  writeRdfXml,
  writeTrig,
  writeTurtle,
} from './write/index.ts'

/** The reader of a syntax of the Turtle family, loaded when it is first used. */
function turtleReader(syntax: 'turtle' | 'trig' | 'ntriples' | 'nquads'): Syntax['parse'] {
  return async (document, options) =>
    (await import('./turtle/index.ts')).readTurtle(document, { ...options, syntax })
}

/** The syntaxes by id, in the order they are offered. */
export const syntaxes: Readonly<Record<SyntaxId, Syntax>> = {
  turtle: {
    id: 'turtle',
    mediaTypes: ['text/turtle', 'application/x-turtle', 'text/n3', 'text/rdf+n3'],
    extensions: ['ttl', 'turtle', 'n3'],
    parse: turtleReader('turtle'),
    write: writeTurtle,
    tokenEnd: turtleTokenEnd,
  },
  rdfxml: {
    id: 'rdfxml',
    mediaTypes: ['application/rdf+xml'],
    extensions: ['rdf', 'xml', 'owl'],
    parse: async (document, options) => (await import('./rdfxml/index.ts')).parseRdfXml(document, options),
    write: writeRdfXml,
    tokenEnd: rdfxmlTokenEnd,
  },
  jsonld: {
    id: 'jsonld',
    mediaTypes: ['application/ld+json'],
    extensions: ['jsonld', 'json'],
    parse: async (document, options) => (await import('./jsonld/index.ts')).parseJsonLd(document, options),
    write: writeJsonLd,
    tokenEnd: jsonldTokenEnd,
  },
  ntriples: {
    id: 'ntriples',
    mediaTypes: ['application/n-triples'],
    extensions: ['nt'],
    parse: turtleReader('ntriples'),
    write: writeNTriples,
    tokenEnd: turtleTokenEnd,
  },
  nquads: {
    id: 'nquads',
    mediaTypes: ['application/n-quads'],
    extensions: ['nq', 'nquads'],
    parse: turtleReader('nquads'),
    write: writeNQuads,
    tokenEnd: turtleTokenEnd,
  },
  trig: {
    id: 'trig',
    mediaTypes: ['application/trig', 'application/x-trig'],
    extensions: ['trig'],
    parse: turtleReader('trig'),
    write: writeTrig,
    tokenEnd: turtleTokenEnd,
  },
}

/** What people call a syntax. */
export const syntaxNames: Readonly<Record<SyntaxId, string>> = {
  turtle: 'Turtle',
  rdfxml: 'RDF/XML',
  jsonld: 'JSON-LD',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
  trig: 'TriG',
}
