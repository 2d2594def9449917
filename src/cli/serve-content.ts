// What `serve` shows: files that are read again when they change, or a store that is followed as it grows.
import { GrunddataError } from '../errors.ts'
import { type OpenedSite, openSite, openStoreSite, type SiteOptions } from '../portal/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { onChange } from './serve-reload.ts'

export interface Content {
  /** Reads it as it is now. Throws when there is nothing to show. */
  readonly open: () => Promise<OpenedSite>
  /** Calls `changed` when it may have changed; gives what stops the watching. */
  readonly watch: (changed: () => Promise<void>) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

export function fileContent({ args, values }: Call, options: SiteOptions): Content {
  return {
    open: async () => {
      const site = await openSite(args, options)
      if (site.holdings.sources.length > 0) return site
      const [failure] = site.holdings.failures
      await site.close()
      throw failure?.error ?? nothing()
    },
    watch: async (changed) => (values.has('reload') ? onChange(args, changed) : async () => {}),
    close: async () => {},
  }
}

const FOLLOW_MS = 15_000

export async function storeContent(
  { terminal }: Call,
  options: SiteOptions,
  address: string,
): Promise<Content> {
  const store = await openStore(address)
  let seen = await store.lastSeq()
  let wake = () => {}
  return {
    open: () =>
      openStoreSite(store, {
        ...options,
        secret: (variable) => terminal.env[variable],
        changed: () => wake(),
      }),
    watch: async (changed) => {
      let work: Promise<void> = Promise.resolve()
      const look = async () => {
        const last = await store.lastSeq()
        if (last === seen) return
        seen = last
        await changed()
      }
      wake = () => {
        work = work.then(look, look)
      }
      const timer = setInterval(wake, FOLLOW_MS)
      return async () => {
        clearInterval(timer)
        await work.catch(() => {})
      }
    },
    close: () => store.close(),
  }
}

function nothing(): GrunddataError {
  return new GrunddataError('SOURCE_NOT_FOUND', {
    sv: 'Det finns inget att visa.',
    en: 'There is nothing to show.',
  })
}
