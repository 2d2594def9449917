// What is remembered of a page until the next reading: how to ask whether it has changed, and what it gave.
import type { AskOptions, Exchange } from './http/index.ts'
import type { Condition, KeptDocument, Page } from './readers/types.ts'

/** A page of the reading at hand. */
export interface OpenPage {
  readonly page: Page
  readonly exchange: Exchange | undefined
  readonly documents: KeptDocument[]
  next: readonly string[]
  /** Set when not all of its text could be read. */
  isPartial: boolean
  readonly version: string | undefined
}

export function validators({ etag, lastModified }: Condition): Pick<AskOptions, 'etag' | 'lastModified'> {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
}

/** Whether an address that has changed says of itself that it has not. */
export function isStuck({ etag, lastModified }: Condition, { headers }: Exchange): boolean {
  if (etag !== undefined) return headers.etag === etag
  return lastModified !== undefined && headers['last-modified'] === lastModified
}

/**
 * Whether the page need not be asked for at all: the source says that it is of the version that was read, and that it
 * has not changed since well before that. What gave nothing, or not all, is always asked for.
 */
export function isAsRead(
  { version, documents, isPartial, fullAt }: Condition,
  told: { readonly name: string; readonly until: number } | undefined,
): boolean {
  return (
    told !== undefined && told.name === version && told.until <= fullAt && documents.length > 0 && !isPartial
  )
}

/** A page that gave nothing is always asked for in full: a page to log in has validators too. */
export function conditionOf(
  { page, exchange, documents, next, isPartial, version }: OpenPage,
  known: Condition | undefined,
  { now, isWholePartial }: { readonly now: number; readonly isWholePartial: boolean },
): Condition {
  const versioned = version !== undefined && { version }
  if (page.status === 304 && known) return { ...known, ...versioned }
  const [etag, lastModified] =
    documents.length > 0 ? [exchange?.headers.etag, exchange?.headers['last-modified']] : []
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    hash: page.hash,
    documents,
    fullAt: now,
    ...versioned,
    next,
    ...((isPartial || isWholePartial) && { isPartial: true }),
  }
}
