// A site of what a store holds.
import { harvestMetrics } from '../../harvest/index.ts'
import { openClient } from '../../source/index.ts'
import type { Store } from '../../store/index.ts'
import { holdingsOf } from '../data/holdings.ts'
import { type OpenedSite, type SiteOptions, siteOf } from '../open.ts'
import { storeDesk } from './desk.ts'
import { storeDocuments } from './documents.ts'
import { storeFeed } from './feed.ts'
import { storeHistory } from './history.ts'

export interface StoreSiteOptions extends Omit<SiteOptions, 'history' | 'feed' | 'sourceMetrics' | 'desk'> {
  /** The value of an environment variable, for credentials of sources. */
  readonly secret?: (variable: string) => string | undefined
  /** Told when somebody has changed the store through the portal. */
  readonly changed?: () => void
}

/** The united view of a store, with its history, and with a desk for those who may harvest. The store stays open. */
export async function openStoreSite(store: Store, options: StoreSiteOptions): Promise<OpenedSite> {
  const { io, secret, changed = () => {}, allowPrivate = [] } = options
  const now = io?.now ?? (() => new Date())
  const base = options.base.endsWith('/') ? options.base : `${options.base}/`
  const holdings = await holdingsOf(await storeDocuments(store), { base, ...(io && { io }) })
  const desk = storeDesk({
    store,
    now,
    changed,
    openClient: () => openClient({ allowPrivate }),
    ...(secret && { secret }),
  })
  return siteOf(holdings, {
    ...options,
    history: storeHistory(store),
    feed: storeFeed(store, base),
    sourceMetrics: () => harvestMetrics(store),
    desk,
  })
}
