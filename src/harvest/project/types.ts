// Projections: copies of what the store shows, in the form that something else wants it. The store's history is the
// outbox: it is written in the same transaction as what it tells of, and each projection remembers how far it has come.
import type { Text } from '../../finding.ts'
import type { Entity } from '../../store/index.ts'

/** What differs between a copy and the store. */
export interface Divergence {
  readonly source: string
  readonly message: Text
}

export interface Projection {
  /** What its cursor is called: the kind and the address, without secrets. */
  readonly name: string
  /** Makes ready an empty place; harmless when it is ready. */
  readonly prepare: () => Promise<void>
  /** Puts all that a source shows in the place of what was there; nothing when it shows nothing. */
  readonly putSource: (source: string, entities: AsyncIterable<Entity>) => Promise<void>
  /** Compares what the copy has of a source with what it should have, content by content; undefined when all is right. */
  readonly compare: (source: string, entities: AsyncIterable<Entity>) => Promise<Text | undefined>
}
