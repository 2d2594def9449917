// Texts to graphs and back: the only module that imports n3, rdflib, jsonld and the streaming parsers.
export type { Adjacency } from './adjacency.ts'
export { firstRow } from './adjacency.ts'
export { canonicalGraph } from './canonical.ts'
export { type Changes, changesOf, type Moved, sameStatements } from './changes.ts'
export { type Closure, entityClosure } from './closure.ts'
export { commonEnds } from './common-ends.ts'
export type { Decoded } from './decode.ts'
export { decodeDocument } from './decode.ts'
export type { Detection } from './detect.ts'
export { detectSyntax } from './detect.ts'
export type { Dictionary, TermKind } from './dictionary.ts'
export {
  BLANK,
  hashBytes,
  ID,
  IRI,
  internAnonymous,
  internLang,
  internString,
  LITERAL,
  labelOf,
  langOf,
  lookup,
  textOf,
} from './dictionary.ts'
export type { Document } from './document.ts'
export { contentHash, type EntityText, encodedIri, entityText, SKOLEM } from './entity-content.ts'
export { canonicalNQuads, type EntityHash, entityHash, type HashKind, treeHash } from './entity-hash.ts'
export type { Extension } from './extend.ts'
export { extendGraph } from './extend.ts'
export { type FileText, openFileText } from './file-text.ts'
export type { Graph, GraphBuilder, Places, Quads } from './graph.ts'
export {
  createGraphBuilder,
  datatype,
  eachWith,
  hasTriple,
  iriId,
  lang,
  objects,
  offsetOf,
  subjects,
  text,
} from './graph.ts'
export type { IriFault } from './iri.ts'
export { iriFault, isAbsolute, resolveIri } from './iri.ts'
export { bundledContext, OWN_CONTEXT, ownContext } from './jsonld/index.ts'
export { onlyLedToOnce, rowsLeadingTo } from './leading.ts'
export { packGraph, unpackGraph } from './pack.ts'
export { parse } from './parse.ts'
export { type FilePart, type InParts, openParts } from './parts.ts'
export { datasetView, fromQuads, idOf, internTerm, quadsOf, termOf } from './rdfjs.ts'
export { fromRdflib, toRdflib } from './rdflib.ts'
export type { SourceText } from './source-text.ts'
export { carryLines, lineText, locationAt, offsetAt, position } from './source-text.ts'
export { inOwnOrder, subgraph } from './subgraph.ts'
export type { ParseOptions, Syntax, SyntaxId, WriteOptions } from './syntax.ts'
export { syntaxes, syntaxNames } from './syntaxes.ts'
export { blankNode, defaultGraph, literal, namedNode, quad, variable } from './terms.ts'
export { parseTurtle } from './turtle/index.ts'
export { uniteGraphs } from './unite.ts'
export {
  collectGarbage,
  createValueSet,
  type Overview,
  type OverviewPlan,
  type Scanned,
  type ScanPlan,
  sameTerm,
  scanParts,
  type ValueSet,
  type Window,
  windowOn,
} from './windows/index.ts'
export type { JsonLdOptions, JsonTreeOptions } from './write/index.ts'
export {
  ntTerm,
  writeJsonLd,
  writeJsonTrees,
  writeNQuads,
  writeNTriples,
  writeRdfXml,
  writeTrig,
  writeTurtle,
} from './write/index.ts'
