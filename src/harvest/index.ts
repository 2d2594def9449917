// Harvest: from many sources to one store, without ever losing good data.

export { checkSource, nextSteps, type SourceCheck } from './check-source.ts'
export { type Described, describeEntities } from './entities.ts'
