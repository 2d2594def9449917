// `assess`: national basic data against the principles of their framework, as a matrix, in every output format.
export { type AssessOptions, assess, FRAMEWORK_PROFILE } from './assess.ts'
export { frameworkItems } from './matrix.ts'
export {
  type AssessedDomain,
  type AssessedResource,
  type Assessment,
  type ItemOutcome,
  type Outcome,
  outcomes,
  type RuleOutcome,
} from './types.ts'
