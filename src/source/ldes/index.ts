// Event streams (LDES, DCAT-AP Feeds): reading them and applying what they say.
export {
  type Applied,
  applyEvents,
  entitiesOf,
  type FeedCounts,
  type FeedEntities,
  graphOf,
  nothingKnown,
} from './apply.ts'
export type { FeedContext } from './context.ts'
export type { FeedEntity } from './entities.ts'
export type { EventKind, FeedEvent } from './event.ts'
export type { FeedFault, FeedNote } from './faults.ts'
export { type KeptEntities, keepEntities, restoreEntities } from './keep.ts'
export type { FeedMemory } from './memory.ts'
export type { FeedItem, FeedOptions, FeedStatistics } from './reading.ts'
export { type FeedReport, reportOf } from './report.ts'
export type { Retention } from './retention.ts'
