// Getting a document over http(s), politely and within limits: no other schemes, no private addresses,
// every redirect checked, a deadline and a cap on size.
import { Agent, fetch, type Response } from 'undici'
import { GrunddataError } from '../errors.ts'
import { assertAllowedUrl, guardedLookup } from './guard.ts'
import { defaultLimits, type RawDocument, type ReadLimits, type ReadOptions } from './types.ts'

const ACCEPT =
  'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.9, application/trig;q=0.8, ' +
  'application/n-quads;q=0.8, application/n-triples;q=0.8, application/xml;q=0.5, application/json;q=0.5, */*;q=0.1'
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** Fetches `address`; rejects with a GrunddataError (SOURCE_*) when nothing usable came. */
export async function fetchDocument(address: string, options: ReadOptions = {}): Promise<RawDocument> {
  const limits = { ...defaultLimits, ...options.limits }
  const allow = options.allowPrivate ?? []
  const agent = new Agent({
    connect: { lookup: guardedLookup(allow), timeout: Math.min(limits.timeoutMs, 15_000) },
    headersTimeout: limits.timeoutMs,
    bodyTimeout: limits.timeoutMs,
  })
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
  try {
    const { response, url } = await follow(address, { agent, signal, allow, limits })
    return await toDocument(address, url, response, limits)
  } catch (error) {
    throw explain(error, address, { deadline, timeoutMs: limits.timeoutMs })
  } finally {
    await agent.destroy().catch(() => {})
  }
}

interface FollowContext {
  readonly agent: Agent
  readonly signal: AbortSignal
  readonly allow: readonly string[]
  readonly limits: ReadLimits
}

async function follow(address: string, context: FollowContext): Promise<{ response: Response; url: URL }> {
  let url = parseUrl(address)
  for (let hop = 0; hop <= context.limits.maxRedirects; hop++) {
    assertAllowedUrl(url, context.allow)
    const response = await fetch(url, {
      dispatcher: context.agent,
      signal: context.signal,
      redirect: 'manual',
      headers: { accept: ACCEPT, 'user-agent': 'grunddata (DCAT-AP-SE validator)' },
    })
    const target = response.headers.get('location')
    if (!REDIRECTS.has(response.status) || target === null) return { response, url }
    await response.body?.cancel()
    url = parseUrl(target, url)
  }
  throw new GrunddataError(
    'SOURCE_UNREACHABLE',
    {
      sv: `${address} hänvisar vidare mer än ${context.limits.maxRedirects} gånger.`,
      en: `${address} redirects more than ${context.limits.maxRedirects} times.`,
    },
    {
      hint: { sv: 'Ange den slutliga adressen.', en: 'Give the final address.' },
    },
  )
}

function parseUrl(address: string, base?: URL): URL {
  try {
    return new URL(address, base)
  } catch (cause) {
    throw new GrunddataError(
      'SOURCE_UNREACHABLE',
      { sv: `${address} är ingen webbadress.`, en: `${address} is not a web address.` },
      { cause },
    )
  }
}

async function toDocument(
  name: string,
  url: URL,
  response: Response,
  limits: ReadLimits,
): Promise<RawDocument> {
  if (!response.ok) {
    await response.body?.cancel()
    throw new GrunddataError(
      'SOURCE_UNREACHABLE',
      { sv: `${name} svarade ${response.status}.`, en: `${name} answered ${response.status}.` },
      {
        hint: hintFor(response.status),
      },
    )
  }
  const bytes = await readBody(response, name, limits.maxBytes)
  const [mediaType, ...parameters] = (response.headers.get('content-type') ?? '').split(';')
  const charset = parameters.map((part) => /^\s*charset\s*=\s*"?([^"\s]+)/i.exec(part)?.[1]).find(Boolean)
  const etag = response.headers.get('etag')
  return {
    name,
    url: url.href,
    bytes,
    ...(mediaType.trim() ? { mediaType: mediaType.trim().toLowerCase() } : {}),
    ...(charset ? { charset } : {}),
    ...(etag ? { etag } : {}),
  }
}

async function readBody(response: Response, name: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) {
      throw new GrunddataError(
        'SOURCE_TOO_LARGE',
        { sv: `${name} är större än ${maxBytes} byte.`, en: `${name} is larger than ${maxBytes} bytes.` },
        {
          hint: { sv: 'Höj gränsen med --max-bytes.', en: 'Raise the limit with --max-bytes.' },
        },
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function hintFor(status: number) {
  if (status === 401 || status === 403) {
    return {
      sv: 'Källan kräver inloggning; en katalog ska vara öppen.',
      en: 'The source wants a login; a catalogue must be open.',
    }
  }
  if (status === 404 || status === 410) {
    return { sv: 'Kontrollera adressen.', en: 'Check the address.' }
  }
  if (status === 429 || status >= 500) {
    return {
      sv: 'Felet är troligen tillfälligt: försök igen senare.',
      en: 'The fault is probably temporary: try again later.',
    }
  }
  return {
    sv: 'Öppna adressen i en webbläsare och se vad den svarar.',
    en: 'Open the address in a browser and see what it answers.',
  }
}

function explain(
  error: unknown,
  address: string,
  at: { deadline: AbortSignal; timeoutMs: number },
): GrunddataError {
  if (error instanceof GrunddataError) return error
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (cause instanceof GrunddataError) return cause
  if (at.deadline.aborted) {
    return new GrunddataError(
      'SOURCE_UNREACHABLE',
      {
        sv: `${address} svarade inte inom ${at.timeoutMs / 1000} s.`,
        en: `${address} did not answer within ${at.timeoutMs / 1000} s.`,
      },
      {
        cause: error,
        hint: {
          sv: 'Försök igen, eller höj gränsen med --timeout.',
          en: 'Try again, or raise the limit with --timeout.',
        },
      },
    )
  }
  if (error instanceof Error && error.name === 'AbortError')
    return new GrunddataError('ABORTED', { sv: 'Avbrutet.', en: 'Stopped.' }, { cause: error })
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new GrunddataError(
    'SOURCE_UNREACHABLE',
    { sv: `${address} går inte att nå: ${reason}.`, en: `${address} cannot be reached: ${reason}.` },
    {
      cause: error,
      hint:
        code === 'ENOTFOUND'
          ? {
              sv: 'Värdnamnet finns inte; kontrollera stavningen.',
              en: 'The host name does not exist; check the spelling.',
            }
          : { sv: 'Kontrollera adressen och nätet.', en: 'Check the address and the network.' },
    },
  )
}
