// What a store holds, as documents to show: the united view, one document for each source.
import type { RawDocument } from '../../source/index.ts'
import type { Store } from '../../store/index.ts'

/** N-Quads by source, in the order of the sources; those without anything public are left out. */
export async function storeDocuments(store: Store): Promise<readonly RawDocument[]> {
  const lines = new Map<string, string[]>()
  for await (const { source, nquads } of store.entities({ isUnited: true })) {
    const own = lines.get(source)
    if (own) own.push(nquads)
    else lines.set(source, [nquads])
  }
  const sources = await store.sources()
  return sources.flatMap(({ id }) => {
    const own = lines.get(id)
    return own
      ? [{ name: id, bytes: Buffer.from(own.join(''), 'utf8'), mediaType: 'application/n-quads' }]
      : []
  })
}
