// Writing graphs: the entry of this folder.
export { type JsonLdOptions, writeJsonLd } from './jsonld.ts'
export { type JsonTreeOptions, writeJsonTrees } from './jsonld-tree.ts'
export { ntTerm, writeNQuads, writeNTriples } from './ntriples.ts'
export { writeRdfXml } from './rdfxml.ts'
export { writeTrig, writeTurtle } from './turtle.ts'
