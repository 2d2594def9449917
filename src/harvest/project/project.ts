// Bringing a projection up to date with the store, and telling whether it is. Can be cut off anywhere: it goes on from
// where it was, and putting a source twice does no harm.
import type { Store } from '../../store/index.ts'
import type { Divergence, Projection } from './types.ts'

export interface Projected {
  /** Sources that were put. */
  readonly sources: readonly string[]
  readonly seq: number
}

/** Puts every source that has changed since last time; all of them with `isRebuild`. Rejects with STORE_UNREACHABLE. */
export async function project(
  store: Store,
  projection: Projection,
  { isRebuild = false }: { readonly isRebuild?: boolean } = {},
): Promise<Projected> {
  await projection.prepare()
  const from = isRebuild ? 0 : await store.cursor(projection.name)
  // Read first: what is committed while sources are put comes again next time.
  const seq = await store.lastSeq()
  const sources = new Set<string>()
  if (isRebuild) for (const { id } of await store.sources()) sources.add(id)
  else for await (const { source } of store.changes({ after: from, isBrief: true })) sources.add(source)
  for (const source of [...sources].sort()) await projection.putSource(source, store.entities({ source }))
  await store.putCursor(projection.name, seq)
  return { sources: [...sources].sort(), seq }
}

/** Where a projection holds something else than the store; empty when it is as it should be. */
export async function* compareProjection(store: Store, projection: Projection): AsyncIterable<Divergence> {
  for (const { id } of await store.sources()) {
    const message = await projection.compare(id, store.entities({ source: id }))
    if (message) yield { source: id, message }
  }
}
