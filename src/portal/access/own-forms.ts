// Where a request came from: cookies, and whether a form was sent from our own pages.

import { timingSafeEqual } from 'node:crypto'
import type { Identity } from './session.ts'

/** The value of a cookie. */
export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').slice(0, 8000).split(';')
  const found = pairs.find((pair) => pair.trimStart().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}

/** Whether a form was sent from our own pages by whoever is signed in. Programs with a token send no cookie and need none. */
export function isOwnForm(identity: Identity, given: string | undefined, request: Request): boolean {
  if (identity.by === 'token') return true
  if (!isSameOrigin(request)) return false
  const [wanted, sent] = [Buffer.from(identity.csrf ?? ''), Buffer.from(given ?? '')]
  return wanted.length > 0 && wanted.length === sent.length && timingSafeEqual(wanted, sent)
}

/** What the browser says of where a request came from; one that says nothing is no browser of today. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  return origin === null || origin === new URL(request.url).origin
}
