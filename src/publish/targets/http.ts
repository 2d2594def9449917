// Speaking to a server that is published to: one request at a time, with credentials, repeated where that may help.
// The sending itself is handed in, so that every request goes through the guard of whoever owns the network.
import { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'
import { createDigest, type Digest } from './digest.ts'

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Sends one request and gives whatever is answered; rejects when there is no answer. Redirects are not followed. */
export type Send = (
  address: string,
  request: {
    readonly method: Method
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Uint8Array
    readonly signal?: AbortSignal
  },
) => Promise<Answer>

export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Credentials {
  readonly user?: string
  readonly password?: string
  /** Sent as it is in the header the target wants. */
  readonly token?: string
}

export interface HttpOptions {
  readonly send: Send
  readonly credentials?: Credentials
  /** Waits; tests pass their own. */
  readonly pause?: (ms: number) => Promise<void>
  readonly signal?: AbortSignal
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>
  /** Tries in all (4). */
  readonly tries?: number
}

export interface Ask {
  readonly method: Method
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Statuses beside 2xx that are answers and not failures. */
  readonly accept?: readonly number[]
}

export interface Http {
  /** Rejects with a typed error for a status that is not wanted, after trying again where that may help. */
  readonly ask: (address: string, ask: Ask) => Promise<Answer>
}

/** Too busy, or down for the moment. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

export function createHttp(options: HttpOptions): Http {
  const { send, credentials = {}, pause = wait, tries = 4, signal } = options
  let scheme: Digest | 'basic' | undefined
  let turn: Promise<unknown> = Promise.resolve()

  // Nothing secret is sent before the server has said in what form it wants it.
  const authorization = (method: Method, url: URL): Record<string, string> => {
    if (scheme === undefined) return {}
    if (scheme !== 'basic') return { authorization: scheme.header(method, `${url.pathname}${url.search}`) }
    const pair = `${credentials.user}:${credentials.password ?? ''}`
    return { authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` }
  }

  const once = async (address: string, { method, headers, body }: Ask): Promise<Answer> => {
    const url = new URL(address)
    const request = () =>
      send(address, {
        method,
        headers: { ...options.headers, ...headers, ...authorization(method, url) },
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      })
    const answer = await request()
    if (answer.status !== 401 || credentials.user === undefined) return answer
    const next = schemeOf(answer.headers['www-authenticate'] ?? '', {
      user: credentials.user,
      password: credentials.password ?? '',
    })
    // A second refusal means that name or password is wrong, unless only the nonce was too old.
    if (!next || (scheme !== undefined && (next === 'basic' || !next.isStale))) return answer
    scheme = next
    return request()
  }

  const ask = async (address: string, wish: Ask): Promise<Answer> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(() => once(address, wish))
      const isWanted = (status: number) =>
        (status >= 200 && status < 300) || wish.accept?.includes(status) === true
      if ('answer' in outcome && isWanted(outcome.answer.status)) return outcome.answer
      const isPassing = 'error' in outcome ? !isRefusal(outcome.error) : PASSING.has(outcome.answer.status)
      if (!isPassing || attempt >= tries || signal?.aborted) throw failure(address, wish.method, outcome)
      await pause(
        waitBefore(attempt, 'answer' in outcome ? outcome.answer.headers['retry-after'] : undefined),
      )
    }
  }

  return {
    ask: (address, wish) => {
      const mine = turn.then(() => ask(address, wish))
      turn = mine.catch(() => {})
      return mine
    },
  }
}

function schemeOf(challenge: string, secret: Required<Pick<Credentials, 'user' | 'password'>>) {
  const digest = createDigest(challenge, secret)
  if (digest) return digest
  return /(?:^|,\s*)Basic(?:\s|$)/i.test(challenge) ? 'basic' : undefined
}

type Outcome = { readonly answer: Answer } | { readonly error: unknown }

async function attemptOnce(run: () => Promise<Answer>): Promise<Outcome> {
  try {
    return { answer: await run() }
  } catch (error) {
    return { error }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof GrunddataError || (error instanceof Error && error.name === 'AbortError')
}

function waitBefore(attempt: number, wish: string | undefined): number {
  const seconds = wish === undefined ? Number.NaN : Number(wish)
  const asked = Number.isFinite(seconds) ? seconds * 1_000 : FIRST_WAIT_MS * 2 ** (attempt - 1)
  return Math.min(Math.max(asked, 0), LONGEST_WAIT_MS)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function failure(address: string, method: Method, outcome: Outcome): GrunddataError {
  const host = new URL(address).host
  if ('error' in outcome) {
    if (outcome.error instanceof GrunddataError) return outcome.error
    const reason = outcome.error instanceof Error ? outcome.error.message : String(outcome.error)
    return new GrunddataError(
      'TARGET_FAILED',
      { sv: `${host} svarar inte (${reason}).`, en: `${host} does not answer (${reason}).` },
      { hint: hints.silent, cause: outcome.error },
    )
  }
  const { status, body } = outcome.answer
  const said = saidBy(body)
  return new GrunddataError(
    'TARGET_FAILED',
    {
      sv: `${host} svarade ${status} på ${method}${said && `: ${said}`}`,
      en: `${host} answered ${status} to ${method}${said && `: ${said}`}`,
    },
    {
      hint: status === 401 || status === 403 ? hints.forbidden : status >= 500 ? hints.broken : hints.refused,
    },
  )
}

const MAX_SAID = 200

/** What a server says about a failure, as one short line. */
function saidBy(body: Uint8Array): string {
  const text = Buffer.from(body.subarray(0, 4_000))
    .toString('utf8')
    .replace(/<(?:title|h\d)[^>]*>[^<]*<\/(?:title|h\d)>/gi, ' ')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim()
  return text.length > MAX_SAID ? `${text.slice(0, MAX_SAID - 1)}…` : text
}

const hints = {
  silent: {
    sv: 'Kontrollera adressen och att servern är i gång, och kör igen.',
    en: 'Check the address and that the server is up, and run again.',
  },
  forbidden: {
    sv: 'Ange namn och lösenord, eller en nyckel, i miljön: GRUNDDATA_PUBLISH_USER och GRUNDDATA_PUBLISH_PASSWORD, eller GRUNDDATA_PUBLISH_TOKEN.',
    en: 'Give name and password, or a token, in the environment: GRUNDDATA_PUBLISH_USER and GRUNDDATA_PUBLISH_PASSWORD, or GRUNDDATA_PUBLISH_TOKEN.',
  },
  broken: {
    sv: 'Felet är serverns: se dess logg, och kör igen. Det som redan skickats skickas inte om i onödan.',
    en: 'The fault is the server’s: see its log, and run again. What was sent already is not sent again in vain.',
  },
  refused: {
    sv: 'Kontrollera att adressen är den för skrivning och att den tar emot det som skickas.',
    en: 'Check that the address is the one for writing and takes what is sent.',
  },
} as const satisfies Record<string, Text>
