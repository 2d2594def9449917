// Harvest: from many sources to one store, without ever losing good data.
export { brake, type Standing } from './brake.ts'
export { checkSource, nextSteps, type SourceCheck } from './check-source.ts'
export { type Described, describeEntities } from './entities.ts'
export { harvest, harvestAll } from './harvest.ts'
export { approve, type Consent, heldPlan, type KeptPlan, reject } from './held.ts'
export { advance, isDue, type LifeEvent, type LifeRules } from './life.ts'
export { type NearDuplicate, nearDuplicates } from './near.ts'
export { type Known, type Plan, planSource } from './plan.ts'
export {
  compareProjection,
  type Divergence,
  type GraphStoreMake,
  graphStoreMakes,
  graphStoreProjection,
  openSearchMapping,
  openSearchProjection,
  type Projected,
  type Projection,
  project,
} from './project/index.ts'
export type { Queue, QueueState } from './queue.ts'
export { registerSources } from './register.ts'
export {
  type HarvestFormat,
  type HarvestReport,
  type HarvestReporter,
  harvestGraph,
  harvestMail,
  harvestMetrics,
  harvestReporters,
  kindText,
  type Mail,
  thingText,
} from './report/index.ts'
export { reschedule } from './reschedule.ts'
export { type Restoring, restore } from './restore.ts'
export { inProcess, type Runner } from './runner.ts'
export type {
  BrakeReason,
  HarvestEvent,
  HarvestOptions,
  PlannedChange,
  SourceOutcome,
} from './types.ts'
export { explainWhy, type Step, type StepState, type WhyOptions } from './why.ts'
export { runWorker, type WorkerOptions } from './worker.ts'
