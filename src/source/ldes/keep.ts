// What is known of a feed's entities as plain data and back, for a file or a store's key and value.
import type { FeedEntities } from './apply.ts'
import type { FeedEntity } from './entities.ts'
import type { Version } from './order.ts'

/** Plain JSON. */
export interface KeptEntities {
  /** By the IRI of the object. */
  readonly entities: Readonly<Record<string, FeedEntity>>
  readonly versions: Readonly<Record<string, Version>>
}

export function keepEntities({ entities, versions }: FeedEntities): KeptEntities {
  return { entities: Object.fromEntries(entities), versions: Object.fromEntries(versions) }
}

export function restoreEntities({ entities, versions }: KeptEntities): FeedEntities {
  return { entities: new Map(Object.entries(entities)), versions: new Map(Object.entries(versions)) }
}
