// Tries one address: HEAD first, the first bytes where HEAD is not answered or the page may say that nothing is there.
import type { Client, Outcome } from '../source/index.ts'
import type { LinkOutcome, LinkResult } from './types.ts'

const FIRST_BYTES = 8_192

/** Statuses with which servers answer a HEAD they do not know. */
const NO_HEAD = new Set([400, 403, 404, 405, 406, 501])

/** What the address answers. Never rejects. `now` is milliseconds since 1970. */
export async function probe(client: Client, url: string, now: () => number): Promise<LinkResult> {
  const head = await client.ask(url, { method: 'HEAD' })
  const isPage = 'exchange' in head && /html/i.test(head.exchange.headers['content-type'] ?? '')
  if ('exchange' in head && !isPage) return resultOf(url, head, now)
  if ('failure' in head && !NO_HEAD.has(head.failure.status ?? 0)) return resultOf(url, head, now)
  const part = await client.ask(url, {
    headers: { range: `bytes=0-${FIRST_BYTES - 1}` },
    firstBytes: FIRST_BYTES,
  })
  return resultOf(url, part, now)
}

function resultOf(url: string, outcome: Outcome, now: () => number): LinkResult {
  const checkedAt = new Date(now()).toISOString()
  if ('failure' in outcome) {
    const { kind, fault, status = 0, error } = outcome.failure
    return { url, outcome: outcomeOf(kind, fault), status, failure: kind, reason: error.text, checkedAt }
  }
  const { headers, status, body, url: finalUrl } = outcome.exchange
  const mediaType = headers['content-type']?.split(';')[0].trim().toLowerCase()
  const size = sizeOf(headers)
  const found: LinkOutcome = saysNothingIsThere(Buffer.from(body).toString('utf8')) ? 'soft-404' : 'works'
  return {
    url,
    outcome: found,
    status,
    ...(finalUrl !== url && { finalUrl }),
    ...(mediaType && { mediaType }),
    ...(size !== undefined && { size }),
    allowsOrigin: headers['access-control-allow-origin'] !== undefined,
    checkedAt,
  }
}

const byFault = { ours: 'not-asked', temporary: 'temporary', theirs: 'broken' } as const

function outcomeOf(kind: string, fault: keyof typeof byFault): LinkOutcome {
  if (kind === 'forbidden') return 'protected'
  // An address that is none, in the catalogue or in a redirect, is a fault of whoever wrote it.
  return kind === 'address' ? 'broken' : byFault[fault]
}

function sizeOf(headers: Readonly<Record<string, string>>): number | undefined {
  const whole = /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] ?? headers['content-length']
  // The length of a compressed answer is not that of the file.
  if (whole === undefined || headers['content-encoding']) return undefined
  return Number(whole)
}

/** True for a page whose title or heading says that nothing was found. */
export function saysNothingIsThere(html: string): boolean {
  const heads = html.matchAll(/<(?:title|h1)[^>]*>([^<]{0,200})/gi)
  return [...heads].some(([, words]) =>
    /\b(?:404|not found|page missing)\b|(?:sidan|filen|resursen|dokumentet)\s+(?:hittades|finns|kunde)\s+inte|hittar inte sidan/i.test(
      words,
    ),
  )
}
