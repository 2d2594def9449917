// Trying links on behalf of a command: the polite client, the file of earlier results, and the certificates.
import type { LinkAnswer } from '../io.ts'
import {
  type CheckLinksOptions,
  createLinkChecker,
  fileCache,
  type LinkResult,
  memoryCache,
  noCache,
} from '../links/index.ts'
import { certificateEnd, isNameAbsent, openClient } from '../source/index.ts'
import type { Values } from './values.ts'

const DAY_MS = 86_400_000
const DEFAULT_AGE_DAYS = 7

export interface LinkTrier {
  readonly options: CheckLinksOptions
  readonly tryLink: (url: string) => Promise<LinkAnswer>
  readonly close: () => Promise<void>
}

/** Opens what --links and `grunddata links` need; close it afterwards. `isOnce`: no address is asked about twice. */
export async function openLinkTrier(
  values: Values,
  { isOnce = false }: { isOnce?: boolean } = {},
): Promise<LinkTrier> {
  const allowPrivate = values.list('allowPrivate')
  const file = values.one('linkCache')
  const maxAgeMs = (values.count('maxAge') ?? DEFAULT_AGE_DAYS) * DAY_MS
  const cache =
    file !== undefined ? fileCache(file, { maxAgeMs, now: Date.now }) : isOnce ? noCache : memoryCache()
  const client = await openClient({
    allowPrivate,
    robots: true,
    total: 32,
    limits: { timeoutMs: 20_000, maxBytes: 1_000_000 },
    retry: { retries: 1 },
    userAgent: 'grunddata (link check; DCAT-AP-SE)',
  })
  const options: CheckLinksOptions = {
    client,
    cache,
    certificateOf: (url) => certificateEnd(url, allowPrivate),
    isNameAbsent,
    jobs: 64,
  }
  const checker = createLinkChecker(options)
  const close = async () => {
    cache.close?.()
    await client.close()
  }
  return { options, tryLink: async (url) => answerOf(await checker.check(url)), close }
}

/** What a result says to a rule: whether it works, or cannot be told. */
export function answerOf({ outcome, status, mediaType, allowsOrigin }: LinkResult): LinkAnswer {
  const works =
    outcome === 'works' ? true : outcome === 'broken' || outcome === 'soft-404' ? false : undefined
  return {
    works,
    status,
    ...(mediaType !== undefined && { mediaType }),
    ...(allowsOrigin !== undefined && { allowsOrigin }),
  }
}
