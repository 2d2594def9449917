// The history of a store as an event feed. What it has read of the history stays when the portal is filled anew.
import { createFeed, type Feed } from '../../publish/index.ts'
import type { Store } from '../../store/index.ts'

const feeds = new WeakMap<Store, Map<string, Feed>>()

/** The feed of a store at an address; the same each time. */
export function storeFeed(store: Store, base: string): Feed {
  const own = feeds.get(store) ?? new Map<string, Feed>()
  feeds.set(store, own)
  const known = own.get(base)
  if (known) return known
  const changes = (after: number) => store.changes({ after, isBrief: true })
  const feed = createFeed({ changes, content: (hash) => store.content(hash) }, { base })
  own.set(base, feed)
  return feed
}
