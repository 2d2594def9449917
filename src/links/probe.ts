// Tries one address: HEAD first, the first bytes where HEAD is not answered or the page may say that nothing is there.
import { absentName, type Client, type Outcome } from '../source/index.ts'
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
    const absentHost = absentName(outcome.failure)
    return {
      url,
      outcome: outcomeOf(kind, fault),
      status,
      failure: kind,
      reason: error.text,
      ...(absentHost !== undefined && { absentHost }),
      checkedAt,
    }
  }
  const { headers, status, body, url: finalUrl } = outcome.exchange
  const mediaType = headers['content-type']?.split(';')[0].trim().toLowerCase()
  const size = sizeOf(headers)
  const found = seenOnPage(Buffer.from(body).toString('utf8'))
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

const NOTHING =
  /\b(?:404|not found|page missing)\b|(?:sidan|filen|resursen|dokumentet)\s+(?:hittades|finns|kunde)\s+inte|hittar inte sidan/i
const LOG_IN = /^\s*(?:logga in|inloggning|log[ -]?in|sign[ -]?in)\b/i

/** What the title and the headings of a page say: that nothing was found, or that one has to log in first. */
export function seenOnPage(html: string): LinkOutcome {
  const heads = [...html.matchAll(/<(?:title|h1)[^>]*>([^<]{0,200})/gi)].map(([, words]) => words)
  if (heads.some((words) => NOTHING.test(words))) return 'soft-404'
  return heads.some((words) => LOG_IN.test(words)) ? 'protected' : 'works'
}

/**
 * A result of an address whose host the system did not find, after the name servers were asked directly: broken when
 * they say the same. Else the name may be there, and the network or the lookup at fault.
 */
export function judgeAbsent(result: LinkResult, host: string, isConfirmed: boolean): LinkResult {
  return isConfirmed
    ? {
        ...result,
        outcome: 'broken',
        reason: {
          sv: `värdnamnet ${host} finns inte, enligt både systemets uppslagning och namnservern. Rätta adressen, eller fråga ägaren om den har flyttat.`,
          en: `the host name ${host} does not exist, by the lookup of the system and by the name server alike. Correct the address, or ask its owner whether it has moved.`,
        },
      }
    : {
        ...result,
        reason: {
          sv: `värdnamnet ${host} hittades inte, men namnservern bekräftar det inte: det kan bero på nätet här. Försök igen senare.`,
          en: `the host name ${host} was not found, but the name server does not confirm it: the network here may be at fault. Try again later.`,
        },
      }
}
