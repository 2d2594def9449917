// Things that only changed their address: the content of one that is gone is the content of one that is new.
import { createHash } from 'node:crypto'
import type { Text } from '../finding.ts'
import type { Store } from '../store/index.ts'
import type { Plan } from './plan.ts'

/** Comparing takes the old contents; of more than so many nobody reads the pairs. */
const MOST = 2_000

/** One remark when some of what goes is the same as some of what comes. */
export async function renamedPairs(
  plan: Plan,
  { source, store }: { readonly source: string; readonly store: Store },
): Promise<readonly Text[]> {
  const gone = [...plan.missing, ...plan.deletes].slice(0, MOST)
  if (gone.length === 0) return []
  const fresh = new Set(plan.changes.filter(({ kind }) => kind === 'add').map(({ iri }) => iri))
  const added = plan.upserts.filter(({ iri }) => fresh.has(iri))
  const byContent = new Map(added.map(({ iri, nquads }) => [anonymous(iri, nquads), iri]))
  const pairs: [string, string][] = []
  for (const { iri } of gone) {
    const old = await store.entity(iri, { source })
    const to = old && byContent.get(anonymous(iri, old.nquads))
    if (to !== undefined) pairs.push([iri, to])
  }
  if (pairs.length === 0) return []
  const [[from, to]] = pairs
  return [
    {
      sv: `${pairs.length} beskrivningar verkar bara ha bytt adress, till exempel ${from} till ${to}. Behåll adresserna om det går.`,
      en: `${pairs.length} descriptions seem only to have changed their address, for example ${from} to ${to}. Keep the addresses if you can.`,
    },
  ]
}

/** The content without its own address, and without the addresses of what it points at beside it. */
export function anonymous(iri: string, nquads: string): string {
  const base = iri.slice(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
  return createHash('sha256')
    .update(nquads.replaceAll(`<${iri}>`, '<>').replaceAll(`<${base}`, '<./'))
    .digest('hex')
}
