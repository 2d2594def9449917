// What an error of the network means: its kind, and words with the next step.

import { errors } from 'undici'
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { type FetchFailure, failureKinds, type Refusal, refusal, refusalOf } from './exchange.ts'
import { isTlsFault } from './tls.ts'

/** What `failed` needs to know about the try. */
export interface Tried {
  readonly asked: string
  readonly attempts: number
  /** Set when the deadline, not the caller, ended the try. */
  readonly isTimedOut: boolean
  readonly timeoutMs: number
}

/** The error code of whatever was thrown, looked for in its causes. */
export function networkCode(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause)
    if ('code' in each && typeof each.code === 'string' && each.code !== 'UND_ERR') return each.code
  return ''
}

/** The failure that anything thrown while asking amounts to. */
export function failed(error: unknown, tried: Tried): FetchFailure {
  const { kind, text, hint, status, retryAfterMs } =
    refusalOf(error) ?? innerRefusal(error) ?? explain(error, tried)
  const { fault, code } = failureKinds[kind]
  return {
    asked: tried.asked,
    kind,
    fault,
    attempts: tried.attempts,
    error: new GrunddataError(code, text, { cause: error, ...(hint && { hint }) }),
    ...(status === undefined ? {} : { status }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  }
}

/** The failure that a refusal amounts to when nothing was asked. */
export function unasked(asked: string, why: Refusal): FetchFailure {
  return failed(refusal(why), { asked, attempts: 0, isTimedOut: false, timeoutMs: 0 })
}

/** The failure of an address that robots.txt keeps us from. */
export function robotsForbid(url: URL): FetchFailure {
  return unasked(url.href, {
    kind: 'robots',
    text: {
      sv: `robots.txt på ${url.host} tillåter inte att ${url.href} hämtas.`,
      en: `robots.txt of ${url.host} does not allow ${url.href} to be fetched.`,
    },
    hint: {
      sv: 'Be den som driver servern att tillåta det, eller stäng av robots för källan.',
      en: 'Ask whoever runs the server to allow it, or switch robots off for the source.',
    },
  })
}

/** A robots.txt that cannot be had for now may forbid anything. Source: RFC 9309 §2.3.1.4. */
export function robotsUnknown(url: URL, { kind, error, retryAfterMs }: FetchFailure): FetchFailure {
  return unasked(url.href, {
    kind,
    text: {
      sv: `Ingenting hämtas från ${url.host} förrän dess robots.txt går att läsa: ${error.text.sv}`,
      en: `Nothing is fetched from ${url.host} until its robots.txt can be read: ${error.text.en}`,
    },
    ...(error.hint && { hint: error.hint }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  })
}

/** The refusal of a 304 that nobody asked for. */
export function uncalledFor(address: string): Error {
  return refusal({
    kind: 'protocol',
    status: 304,
    text: {
      sv: `${address} svarade ”oförändrad” fast ingen kopia finns.`,
      en: `${address} answered “not modified” though there is no copy.`,
    },
  })
}

/** The guard refuses at connect time: its error arrives wrapped. */
function innerRefusal(error: unknown): Refusal | undefined {
  for (let each = error; each instanceof Error; each = each.cause)
    if (each instanceof GrunddataError)
      return { kind: 'refused', text: each.text, ...(each.hint && { hint: each.hint }) }
  return undefined
}

const words: Readonly<
  Record<string, { readonly kind: Refusal['kind']; readonly text: Text; readonly hint?: Text }>
> = {
  ENOTFOUND: {
    kind: 'dns',
    text: { sv: 'värdnamnet finns inte', en: 'the host name does not exist' },
    hint: { sv: 'Kontrollera stavningen.', en: 'Check the spelling.' },
  },
  EAI_AGAIN: {
    kind: 'dns',
    text: { sv: 'namnet gick inte att slå upp', en: 'the name could not be looked up' },
  },
  ECONNREFUSED: {
    kind: 'connection',
    text: { sv: 'servern tar inte emot anslutningar', en: 'the server refuses connections' },
  },
  ECONNRESET: {
    kind: 'connection',
    text: { sv: 'servern bröt anslutningen', en: 'the server broke the connection' },
  },
  UND_ERR_SOCKET: {
    kind: 'connection',
    text: { sv: 'servern bröt anslutningen', en: 'the server broke the connection' },
  },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: {
    kind: 'truncated',
    text: {
      sv: 'svaret är inte så långt som servern säger',
      en: 'the answer is not as long as the server says',
    },
  },
  UND_ERR_HEADERS_OVERFLOW: {
    kind: 'protocol',
    text: { sv: 'svarets huvud är för stort', en: 'the head of the answer is too large' },
  },
}

function explain(error: unknown, { asked, isTimedOut, timeoutMs }: Tried): Refusal {
  const code = networkCode(error)
  if (isTimedOut || /TIMEOUT/.test(code)) return timedOut(asked, timeoutMs)
  if (error instanceof Error && error.name === 'AbortError')
    return { kind: 'aborted', text: { sv: 'Avbrutet.', en: 'Stopped.' } }
  const known = words[code]
  if (known)
    return {
      kind: known.kind,
      text: {
        sv: `${asked} går inte att nå: ${known.text.sv}.`,
        en: `${asked} cannot be reached: ${known.text.en}.`,
      },
      ...(known.hint && { hint: known.hint }),
    }
  if (error instanceof errors.HTTPParserError)
    return {
      kind: 'protocol',
      text: { sv: `${asked} svarar inte med giltig HTTP.`, en: `${asked} does not answer with valid HTTP.` },
    }
  if (isTlsFault(code))
    return {
      kind: 'tls',
      text: {
        sv: `En säker anslutning till ${asked} går inte att upprätta (${code}).`,
        en: `A secure connection to ${asked} cannot be made (${code}).`,
      },
    }
  return {
    kind: 'connection',
    text: { sv: `${asked} går inte att nå.`, en: `${asked} cannot be reached.` },
    hint: { sv: 'Kontrollera adressen och nätet.', en: 'Check the address and the network.' },
  }
}

function timedOut(asked: string, timeoutMs: number): Refusal {
  return {
    kind: 'timeout',
    text: {
      sv: `${asked} svarade inte färdigt inom ${timeoutMs / 1000} s.`,
      en: `${asked} did not finish answering within ${timeoutMs / 1000} s.`,
    },
    hint: {
      sv: 'Försök igen, eller höj gränsen med --timeout.',
      en: 'Try again, or raise the limit with --timeout.',
    },
  }
}
