// Answers over http: entity tags, 304, ranges and the headers that keep a page safe. Nothing else here makes a Response.

import { createHash } from 'node:crypto'
import { rangeOf } from './range.ts'

export interface Answer {
  readonly status?: number
  readonly mediaType: string
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
  /** Strong tag; default: made of the body. */
  readonly etag?: string
  /** Seconds it may be kept by others; default 60. `forever` for content that never changes under its name. */
  readonly keep?: number | 'forever' | 'never'
  /** Other sites may read it. */
  readonly isOpen?: boolean
  /** May be asked for in parts. */
  readonly hasRanges?: boolean
}

const SECURITY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** No inline script or style, nothing from elsewhere. Data blocks (`application/ld+json`) are no scripts. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The Response to a request. HEAD gets no body. */
export function respond(request: Request, answer: Answer): Response {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body
  const status = answer.status ?? 200
  const etag = answer.etag ?? `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = new Headers({
    ...SECURITY,
    'Content-Security-Policy': answer.mediaType.startsWith('text/html') ? PAGE_POLICY : DATA_POLICY,
    'Content-Type': answer.mediaType,
    'Cache-Control': cacheControl(answer.keep ?? (status < 400 ? 60 : 'never')),
    ...answer.headers,
  })
  if (answer.isOpen) openTo(headers)
  if (status === 200) headers.set('ETag', etag)
  if (status === 200 && isKnown(request, etag)) {
    headers.delete('Content-Type')
    return new Response(null, { status: 304, headers })
  }
  if (answer.hasRanges) {
    headers.set('Accept-Ranges', 'bytes')
    const part = status === 200 ? rangeOf(request, body.length, etag) : undefined
    if (part === 'wrong') {
      headers.set('Content-Range', `bytes */${body.length}`)
      return new Response(null, { status: 416, headers })
    }
    if (part) {
      headers.set('Content-Range', `bytes ${part.begin}-${part.end}/${body.length}`)
      return sent(request, { body: body.subarray(part.begin, part.end + 1), status: 206, headers })
    }
  }
  return sent(request, { body, status, headers })
}

interface Sending {
  readonly body: Uint8Array
  readonly status: number
  readonly headers: Headers
}

function sent(request: Request, { body, status, headers }: Sending): Response {
  headers.set('Content-Length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : (body as Uint8Array<ArrayBuffer>), {
    status,
    headers,
  })
}

/** Adds what lets scripts of other sites read an answer. */
export function openTo(headers: Headers): void {
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set(
    'Access-Control-Expose-Headers',
    'ETag, Link, Location, Content-Location, Content-Range, Retry-After',
  )
}

function cacheControl(keep: number | 'forever' | 'never'): string {
  if (keep === 'forever') return 'public, max-age=31536000, immutable'
  return keep === 'never' ? 'no-store' : `public, max-age=${keep}, must-revalidate`
}

function isKnown(request: Request, etag: string): boolean {
  const header = request.headers.get('if-none-match')
  if (header === null || !['GET', 'HEAD'].includes(request.method)) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

/** To another address of this portal, or of the world when it is absolute. */
export function redirect(
  location: string,
  status: 301 | 302 | 303 | 307 | 308 = 303,
  extra: Readonly<Record<string, string>> = {},
): Response {
  return new Response(null, {
    status,
    headers: { ...SECURITY, Location: encoded(location), ...extra },
  })
}

/** What is not ASCII must be percent-encoded in a header; what is so already stays: `%2F` is not `/` in a query. */
function encoded(location: string): string {
  return location
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/[^\u0021-\u007e]|["<>\\^`{|}]/gu, (sign) =>
      Buffer.from(sign, 'utf8').toString('hex').toUpperCase().replace(/../g, '%$&'),
    )
}
