// Descriptions that came whole before and now come with less, in a reading that did not see everything: what they lack
// was more likely lost on the way than taken out, so their last good version stays.
import type { Text } from '../finding.ts'
import type { EntityContent, Store } from '../store/index.ts'
import type { Collected } from './collect.ts'

const CATALOG = 'http://www.w3.org/ns/dcat#Catalog'

/** IRI → why it is held. Of pages that came whole only catalogues are looked at: their lists span the pages. */
export async function lostDescriptions(
  found: readonly EntityContent[],
  { isComplete, notes }: Pick<Collected, 'isComplete' | 'notes'>,
  { store, source }: { readonly store: Store; readonly source: string },
): Promise<ReadonlyMap<string, Text>> {
  const lost = new Map<string, Text>()
  if (isComplete) return lost
  const hasLostText = notes.some(({ rule }) => rule === 'source-text-lost')
  for (const content of found) {
    const old = await store.entity(content.iri, { source })
    if (!old || old.state === 'gone' || old.state === 'held' || old.hash === content.hash) continue
    if ((hasLostText || old.type === CATALOG) && lacks(old, content)) lost.set(content.iri, REASON)
  }
  return lost
}

/** Whether the newer description says less often something that the older one says of the thing. */
function lacks(old: EntityContent, fresh: EntityContent): boolean {
  const counts = countsOf(fresh)
  return [...countsOf(old)].some(([predicate, count]) => (counts.get(predicate) ?? 0) < count)
}

function countsOf({ iri, nquads }: EntityContent): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const start = `<${iri}> `
  for (const line of nquads.split('\n')) {
    if (!line.startsWith(start)) continue
    const predicate = line.slice(start.length, line.indexOf('> ', start.length))
    counts.set(predicate, (counts.get(predicate) ?? 0) + 1)
  }
  return counts
}

const REASON: Text = {
  sv: 'Allt gick inte att läsa, och beskrivningen kom med mindre än förra gången: den förra visas tills källan är hel.',
  en: 'Not everything could be read, and the description came with less than last time: the last one is shown until the source is whole.',
}
