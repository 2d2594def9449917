// What a reader may use of the store while it reads: the pages of a reading that broke off, and the contents of the
// source's things.
import type { Contents, Journal } from '../source/index.ts'
import type { Store } from '../store/index.ts'

/** The journal of a source in the store. A plan takes from it and puts nothing there. */
export function journalOf(store: Store, source: string, { isPlan }: { readonly isPlan: boolean }): Journal {
  return {
    list: () => store.journal(source),
    bytes: (url) => store.journalPage(source, url),
    put: async (url, about, bytes) => {
      if (!isPlan) await store.putJournalPage(source, { url, about, bytes })
    },
  }
}

const everyState = ['current', 'stale', 'missing', 'held', 'gone'] as const

export function contentsOf(store: Store, source: string): Contents {
  return {
    all: () => store.entities({ source, states: everyState }),
    version: async (iri, digits) => {
      for await (const { hash } of store.changes({ source, iri, isBrief: true }))
        if (hash.includes(`:${digits}`)) return store.content(hash)
      return undefined
    },
  }
}
