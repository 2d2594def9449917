// `assess`: national basic data against the principles of their framework, as a matrix, in every output format.
export { type AssessOptions, assess, assessDocuments, FRAMEWORK_PROFILE } from './assess.ts'
export { assessmentToEarl } from './earl.ts'
export { assessmentHtml } from './html.ts'
export { assessmentJson } from './json.ts'
export { frameworkItems } from './matrix.ts'
export { assessmentText, type TextOptions } from './text.ts'
export {
  type AssessedDomain,
  type AssessedResource,
  type Assessment,
  type ItemOutcome,
  type Outcome,
  outcomes,
  type RuleOutcome,
} from './types.ts'
export { outcomeWords } from './words.ts'
