// What is known of a feed's entities as plain data and back, for a file or a store's key and value.
import { syntaxes, writeNQuads } from '../../rdf/index.ts'
import type { FeedEntities } from './apply.ts'
import type { FeedEntity } from './entities.ts'
import type { Version } from './order.ts'

/** Plain JSON. */
export interface KeptEntities {
  /** By the IRI of the object. */
  readonly entities: Readonly<
    Record<string, { readonly nquads: string; readonly embedded?: readonly string[] }>
  >
  readonly versions: Readonly<Record<string, Version>>
}

export function keepEntities({ entities, versions }: FeedEntities): KeptEntities {
  return {
    entities: Object.fromEntries(
      [...entities].map(([iri, { graph, embedded }]) => [
        iri,
        { nquads: [...writeNQuads(graph)].join(''), ...(embedded.length > 0 && { embedded }) },
      ]),
    ),
    versions: Object.fromEntries(versions),
  }
}

export async function restoreEntities(kept: KeptEntities): Promise<FeedEntities> {
  const entities = new Map<string, FeedEntity>()
  for (const [iri, { nquads, embedded = [] }] of Object.entries(kept.entities)) {
    const bytes = Buffer.from(nquads, 'utf8')
    entities.set(iri, { graph: await syntaxes.nquads.parse({ name: iri, bytes }), embedded })
  }
  return { entities, versions: new Map(Object.entries(kept.versions)) }
}
