// Bringing back what was removed: the content it had, with a mark in the history of who is behind it.
import { GrunddataError } from '../errors.ts'
import type { Store } from '../store/index.ts'

export interface Restoring {
  readonly now: Date
  readonly source?: string
  /** The version that held then; default: the last one. */
  readonly at?: string
}

/** Shows an entity again with the content it last had, or had at a date. Throws USAGE when there is none. */
export async function restore(
  store: Store,
  iri: string,
  { now, source, at }: Restoring,
): Promise<{ readonly source: string; readonly from: string }> {
  const where = source === undefined ? {} : { source }
  const old = await store.entity(iri, at === undefined ? where : { ...where, at })
  if (!old?.nquads || (at !== undefined && old.state === 'gone'))
    throw new GrunddataError(
      'USAGE',
      {
        sv: `Det finns ingen version av ${iri} att återställa.`,
        en: `There is no version of ${iri} to restore.`,
      },
      { hint: { sv: `Se grunddata history ${iri}.`, en: `See grunddata history ${iri}.` } },
    )
  const time = now.toISOString()
  const { iri: _, type, nquads, hash, stableHash, key, title, publisher, isProtected } = old
  await store.apply({
    source: old.source,
    time,
    run: 'restore',
    upserts: [
      {
        iri,
        type,
        nquads,
        hash,
        stableHash,
        key,
        ...(title && { title }),
        ...(publisher !== undefined && { publisher }),
        ...(isProtected && { isProtected }),
      },
    ],
  })
  const reason = { sv: 'Återställd; saknas i källan.', en: 'Restored; missing in the source.' }
  if (old.state === 'gone')
    await store.apply({ source: old.source, time, run: 'restore', missing: [{ iri, reason }] })
  const kept = { source: old.source, iri }
  await store.putDecision({ kind: 'restored', key: iri, kept, dropped: [], reason, time })
  return { source: old.source, from: old.changed }
}
