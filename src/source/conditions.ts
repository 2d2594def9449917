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
}

export function validators({ etag, lastModified }: Condition): Pick<AskOptions, 'etag' | 'lastModified'> {
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
}

/** Whether an address that has changed says of itself that it has not. */
export function isStuck({ etag, lastModified }: Condition, { headers }: Exchange): boolean {
  if (etag !== undefined) return headers.etag === etag
  return lastModified !== undefined && headers['last-modified'] === lastModified
}

/** A page that gave nothing is always asked for in full: a page to log in has validators too. */
export function conditionOf(
  { page, exchange, documents, next, isPartial }: OpenPage,
  known: Condition | undefined,
  { now, isWholePartial }: { readonly now: number; readonly isWholePartial: boolean },
): Condition {
  if (page.status === 304 && known) return known
  const [etag, lastModified] =
    documents.length > 0 ? [exchange?.headers.etag, exchange?.headers['last-modified']] : []
  return {
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    hash: page.hash,
    documents,
    fullAt: now,
    next,
    ...((isPartial || isWholePartial) && { isPartial: true }),
  }
}
