// One question to one address, within a deadline; where it sends us on is for the caller to follow. Throws refusals.
import { type Dispatcher, request } from 'undici'
import { GrunddataError } from '../../errors.ts'
import { assertAllowedUrl } from '../guard.ts'
import { type BodyLimits, readBody, tooLarge } from './body.ts'
import { type Exchange, type Hop, refusal } from './exchange.ts'
import { statusRefusal } from './status.ts'

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface RequestContext {
  readonly dispatcher: Dispatcher
  readonly signal: AbortSignal
  readonly limits: BodyLimits
  /** Headers that only one origin may see. */
  readonly credentials: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly now: () => number
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** What one address gave: an answer, or where it sends us on. */
export type Step =
  | { readonly exchange: Omit<Exchange, 'asked' | 'attempts' | 'hops'> }
  | { readonly hop: Hop; readonly to: URL; readonly method: Ask['method'] }

/** Asks one address, called `name` in what is said of it. Throws a refusal for anything but 2xx, 304 and a redirect. */
export async function requestStep(name: string, url: URL, ask: Ask, context: RequestContext): Promise<Step> {
  const { method } = ask
  const answer = await request(url, {
    dispatcher: context.dispatcher,
    signal: context.signal,
    method,
    headers: { ...ask.headers, ...context.credentials.get(url.origin) },
    ...(ask.body !== undefined && method === 'POST' && { body: ask.body }),
  })
  // A body that nobody reads to its end raises an error event of its own.
  answer.body.on('error', () => {})
  const headers = flat(answer.headers)
  if (!REDIRECTS.has(answer.statusCode) || headers.location === undefined)
    return { exchange: { url: url.href, ...(await accept(name, { answer, headers, method, context })) } }
  await answer.body.dump()
  return {
    hop: { url: url.href, status: answer.statusCode },
    to: parseUrl(headers.location, url),
    method: answer.statusCode === 303 && method === 'POST' ? 'GET' : method,
  }
}

interface Answered {
  readonly answer: Dispatcher.ResponseData
  readonly headers: Readonly<Record<string, string>>
  readonly method: Ask['method']
  readonly context: RequestContext
}

async function accept(name: string, { answer, headers, method, context }: Answered) {
  const { statusCode: status, body } = answer
  const rest = { status, headers, retrievedAt: context.now() }
  if ((status < 200 || status > 299) && status !== 304) {
    body.destroy()
    throw statusRefusal(name, status, { wish: headers['retry-after'], now: context.now() })
  }
  if (method === 'HEAD' || status === 304) {
    await body.dump()
    return { ...rest, body: new Uint8Array(0) }
  }
  try {
    const isPart = context.limits.firstBytes !== undefined
    if (!isPart && Number(headers['content-length']) > context.limits.maxBytes)
      throw tooLarge(context.limits.maxBytes)
    return { ...rest, body: await readBody(body, headers['content-encoding'] ?? '', context.limits) }
  } finally {
    body.destroy()
  }
}

/** Throws a refusal of an address that may not be asked at all. */
export function check(url: URL, allow: readonly string[]): void {
  try {
    assertAllowedUrl(url, allow)
  } catch (error) {
    if (!(error instanceof GrunddataError)) throw error
    throw refusal({
      kind: 'refused',
      text: error.text,
      ...(error.hint && { hint: error.hint }),
      cause: error,
    })
  }
}

/** Throws a refusal of what is no address. */
export function parseUrl(address: string, base?: URL): URL {
  try {
    const url = new URL(address, base)
    // A name and password in an address would be sent to whoever the address leads to.
    url.username = ''
    url.password = ''
    return url
  } catch (cause) {
    throw refusal({
      kind: 'address',
      text: { sv: `${address} är ingen webbadress.`, en: `${address} is not a web address.` },
      cause,
    })
  }
}

function flat(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const flattened: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flattened[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  return flattened
}

/** The refusal of a chain of redirects that is too long. */
export function tooManyHops(address: string, most: number): Error {
  return refusal({
    kind: 'redirects',
    text: {
      sv: `${address} hänvisar vidare mer än ${most} gånger.`,
      en: `${address} redirects more than ${most} times.`,
    },
    hint: { sv: 'Ange den slutliga adressen.', en: 'Give the final address.' },
  })
}
