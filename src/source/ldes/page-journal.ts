// Pages that were fetched by a reading that broke off: those that never change again are not asked for anew, the
// others are asked whether they have changed.
import type { Exchange } from '../http/index.ts'
import type { Journal } from '../journal.ts'
import { compareTexts, type FeedLink, isPast, type PageMemory } from './memory.ts'

/** What is noted of a page beside its bytes. */
interface About extends Pick<Exchange, 'url' | 'headers' | 'retrievedAt'> {
  readonly link: FeedLink
  readonly isFinished?: true
  /** The latest time of a member when the page was kept. */
  readonly newest?: string
}

export interface KeptPage {
  readonly exchange: Exchange
  /** It never changes again. */
  readonly isFinished: boolean
}

export interface PageJournal {
  readonly find: (url: string) => Promise<KeptPage | undefined>
  readonly keep: (
    link: FeedLink,
    exchange: Exchange,
    more: { readonly page: PageMemory | undefined; readonly newest: string | undefined },
  ) => Promise<void>
}

const HEADERS = ['content-type', 'etag', 'last-modified', 'cache-control', 'age', 'content-disposition']

export async function openPageJournal(journal: Journal): Promise<PageJournal> {
  const known = new Map((await journal.list()).map(({ url, about }) => [url, about as About]))
  let latest: string | undefined
  const see = ({ newest }: About) => {
    if (newest !== undefined && (latest === undefined || compareTexts(newest, latest) > 0)) latest = newest
  }
  for (const about of known.values()) see(about)
  return {
    find: async (asked) => {
      const about = known.get(asked)
      const body = about && (await journal.bytes(asked))
      if (!about || !body) return undefined
      const { url, headers, retrievedAt, link, isFinished } = about
      return {
        exchange: { asked, url, status: 200, headers, body, hops: [], retrievedAt, attempts: 0 },
        isFinished: isFinished === true || isPast(link, latest),
      }
    },
    keep: async (link, { url, headers, retrievedAt, body }, { page, newest }) => {
      const about: About = {
        url,
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => HEADERS.includes(name))),
        retrievedAt,
        link,
        ...(page?.isFinished && { isFinished: true }),
        ...(newest !== undefined && { newest }),
      }
      await journal.put(link.url, about, body)
      known.set(link.url, about)
      see(about)
    },
  }
}
