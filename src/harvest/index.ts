// Harvest: from many sources to one store, without ever losing good data.
export { type Described, describeEntities } from './entities.ts'
