// A catalogue for people and machines. A Publisher makes Artifacts of a graph; a target (./targets) takes them in.
//
// What a server and a folder share, so that both give the same bytes at an entity's address:
//   prepareGraph(graph, base)                           the graph all the others are to be given
//   entitiesOf(graph, base) / findEntity(graph, iri)   which things have documents
//   entityPath(entity, base)                            their path without extension; pages stand at `<path>.html`
//   formsOf(kind), forms[name]                          the forms to negotiate about: extension, media type
//   entityDocument(graph, entity, form, base)           one document: path, media type, bytes, strong ETag
//   documentUrl(entity, form, base)                     its address, for Link: rel=alternate
//   schemaOrg(graph, iri)                               the schema.org description, for a script element in pages
export type { Artifact, Body, Change, Publisher, Site } from './artifact.ts'
export { baseOf, bytesOf, etagOf, piecesOf, sha256Of } from './artifact.ts'
export { withChecksums } from './checksums.ts'
export type { Entity, EntityKind } from './entities.ts'
export { entitiesOf, entityGraph, findEntity, kindOf, standsApart } from './entities.ts'
export {
  createFeed,
  type Feed,
  type FeedArtifact,
  type FeedChange,
  type FeedEntry,
  type FeedForm,
  type FeedHistory,
  type FeedSite,
  feedForms,
  feedPage,
} from './feed/index.ts'
export type { EntityDocument, Form, FormName } from './forms.ts'
export { documentUrl, entityDocument, entityDocuments, formNames, forms, formsOf } from './forms.ts'
export { entityPath } from './paths.ts'
export { prepareGraph, publishedIri } from './prepare.ts'
export { type PublisherName, publishAll, publishers } from './publishers.ts'
export { type SchemaObject, schemaOrg } from './schema-org.ts'
export { type CkanOptions, ckanTarget } from './targets/ckan.ts'
export { type EntryStoreOptions, entryStoreTarget } from './targets/entry-store.ts'
export { type FolderOptions, folderTarget } from './targets/folder.ts'
export { type GraphStoreOptions, graphStoreTarget } from './targets/graph-store.ts'
export { type Answer, type Credentials, createHttp, type HttpOptions, type Send } from './targets/http.ts'
export {
  mayShrink,
  type NamedSource,
  type OnStep,
  type Plan,
  type Publication,
  type Shrinkage,
  type Step,
  shrinkageOf,
  type Target,
} from './targets/target.ts'
export { changedAt, issuedAt, moment, titleOf } from './titles.ts'
export { type Box, boxOf } from './wkt-box.ts'
