// The pages of a reading that is under way, kept as they come, so that the next one goes on where this one broke off.

/** Kept by whoever reads sources; a reader puts into it what is dear to fetch. */
export interface Journal {
  /** What the reader noted of each page: plain JSON. */
  readonly list: () => Promise<readonly { readonly url: string; readonly about: unknown }[]>
  /** The page as it came; undefined when it is not kept. */
  readonly bytes: (url: string) => Promise<Uint8Array | undefined>
  /** Keeps a page, at once and for good until a reading has come to its end. */
  readonly put: (url: string, about: unknown, bytes: Uint8Array) => Promise<void>
}

/** A journal that lives as long as the process. */
export function memoryJournal(): Journal & { readonly clear: () => void } {
  const pages = new Map<string, { readonly about: unknown; readonly bytes: Uint8Array }>()
  return {
    list: async () => [...pages].map(([url, { about }]) => ({ url, about })),
    bytes: async (url) => pages.get(url)?.bytes,
    put: async (url, about, bytes) => void pages.set(url, { about, bytes }),
    clear: () => pages.clear(),
  }
}
