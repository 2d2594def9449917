// The public API of the library, every name written out. What is not here may change without notice.
export { type ErrorCode, errorCodes, GrunddataError, isGrunddataError } from './errors.ts'
export type {
  CatalogCounts,
  Finding,
  Fix,
  Lang,
  Location,
  NotAssessed,
  Problem,
  Report,
  Severity,
  Text,
} from './finding.ts'
export {
  type AddedTotal,
  addTotals,
  buildingBlocks,
  type Component,
  categories,
  characteristics,
  components,
  type Domain,
  domainOfSubject,
  domains,
  type FrameworkItem,
  frameworkLists,
  frameworkVersions,
  funding,
  fundingTotals,
  inconsistencies,
  infrastructurePicture,
  inNamespace,
  measures,
  modelTurtle,
  type Organisation,
  organisations,
  phases,
  principles,
  resourceTurtle,
  type Service,
  services,
  subjectIri,
  usage,
} from './framework/index.ts'
export { type Io, quietIo } from './io.ts'
export { type Baseline, type Policy, parseBaseline, parsePolicy } from './policy/index.ts'
export { loadProfile, type Profile, profileNames, type Rule } from './profile/index.ts'
export {
  type Document,
  datasetView,
  fromQuads,
  fromRdflib,
  type Graph,
  parse,
  type Syntax,
  type SyntaxId,
  syntaxes,
  toRdflib,
} from './rdf/index.ts'
export { type Reporter, type ReportOptions, reporters } from './report/index.ts'
export {
  type MadeGraph,
  observe,
  type Validated,
  type ValidateOptions,
  validate,
  validateDocument,
  validateGraph,
} from './validate.ts'
