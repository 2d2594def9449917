// What a reader remembers of a feed between runs; plain data that can be kept as JSON.
import type { FeedContext } from './context.ts'
import { compareInstants, readInstant } from './instant.ts'
import type { FeedPage } from './page.ts'
import { isSamePath } from './path.ts'
import type { HeldMember } from './transactions.ts'

/** Where a page leads, and between which times its members are, as written; `isIn`: the upper bound is within. */
export interface FeedLink {
  readonly url: string
  readonly lower?: string
  readonly upper?: string
  readonly isIn?: boolean
}

export interface PageMemory {
  readonly links: readonly FeedLink[]
  readonly etag?: string
  readonly lastModified?: string
  /** It never changes again: it is not asked for any more. */
  readonly isFinished?: boolean
  /** Nor does anything behind it. */
  readonly isSettled?: boolean
  /** Not asked for before this, in milliseconds since 1970. */
  readonly freshUntil?: number
}

export interface FeedMemory {
  readonly version: 2
  /** Address of the root of the search tree. */
  readonly root: string
  readonly context: FeedContext
  /** By the address that led there. */
  readonly pages: Readonly<Record<string, PageMemory>>
  /** Members of transactions that are not finished. */
  readonly held?: readonly HeldMember[]
  /** Members handed out or held: eight bytes each of SHA-256 of their IRIs, in base64. */
  readonly seen: string
  /** The latest time of a member. */
  readonly newest?: string
  /** When it was read last, in milliseconds since 1970. */
  readonly readAt: number
  /** The last reading broke off. */
  readonly isPartial?: boolean
}

/** Where a page leads: the relations to one node together, with the bounds that are about the stream's timestamps. */
export function linksOf({ relations }: FeedPage, context: FeedContext): readonly FeedLink[] {
  const links = new Map<string, FeedLink>()
  for (const { node, side, value, path, isIn } of relations) {
    const url = node.replace(/#.*$/, '')
    const known = links.get(url) ?? { url }
    const isAboutTime = side !== undefined && value !== undefined && isSamePath(path, context.timestampPath)
    links.set(
      url,
      isAboutTime && readInstant(value) ? narrowed(known, { side, value, isIn: isIn ?? false }) : known,
    )
  }
  return [...links.values()]
}

function narrowed(
  link: FeedLink,
  { side, value, isIn }: { side: 'lower' | 'upper'; value: string; isIn: boolean },
): FeedLink {
  if (side === 'lower')
    return link.lower !== undefined && compareTexts(link.lower, value) >= 0 ? link : { ...link, lower: value }
  if (link.upper !== undefined && compareTexts(link.upper, value) <= 0) return link
  return { ...link, upper: value, isIn }
}

/** Compares times as written; both can be read. */
export function compareTexts(a: string, b: string): number {
  return compareInstants(readInstant(a) ?? NEVER, readInstant(b) ?? NEVER)
}

const NEVER = { ms: Number.NEGATIVE_INFINITY, rest: '' }

/** Whether no member can be added behind a link, since members come in the order of their times. */
export function isPast(link: FeedLink | undefined, newest: string | undefined): boolean {
  if (link?.upper === undefined || newest === undefined) return false
  const order = compareTexts(link.upper, newest)
  return link.isIn ? order < 0 : order <= 0
}
