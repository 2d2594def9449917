// `--to site:<folder>`: the whole portal as files beside the documents, for any web server.
import {
  type OpenedSite,
  openSite,
  openStoreSite,
  type SiteOptions,
  staticFiles,
  staticPage,
} from '../portal/index.ts'
import { folderTarget, type Target } from '../publish/index.ts'
import { openStore } from '../store/index.ts'
import type { Call } from './call.ts'
import { isStoreAddress } from './store-address.ts'

/** A folder that gets the pages too. Close it when done. */
export function siteTarget(
  folder: string,
  call: Call,
): { readonly target: Target; readonly close: () => Promise<void> } {
  let opened: Opened | undefined
  return {
    target: async (publication) => {
      opened = await openPortal(call, publication.site.base)
      const { site } = opened
      const pageOf = (iri: string) => staticPage(site, iri)
      return folderTarget({ folder, more: () => staticFiles(site) })({
        ...publication,
        site: { ...publication.site, pageOf },
      })
    },
    close: async () => opened?.close(),
  }
}

interface Opened {
  readonly site: OpenedSite
  readonly close: () => Promise<void>
}

async function openPortal({ args, values }: Call, base: string): Promise<Opened> {
  const options: SiteOptions = {
    base,
    isStatic: true,
    canFetch: false,
    read: { stdin: process.stdin, allowPrivate: values.list('allowPrivate') },
  }
  if (!isStoreAddress(args[0])) {
    const site = await openSite(args, options)
    return { site, close: site.close }
  }
  const store = await openStore(args[0])
  const site = await openStoreSite(store, options)
  return {
    site,
    close: async () => {
      await site.close()
      await store.close()
    },
  }
}
