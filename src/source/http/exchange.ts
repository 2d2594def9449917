// What one question over http gave: an answer, or the reason why there is none.
import type { GrunddataError } from '../../errors.ts'
import type { Text } from '../../finding.ts'

/** A redirect that was followed. */
export interface Hop {
  readonly url: string
  readonly status: number
}

export interface Exchange {
  /** The address as asked for. */
  readonly asked: string
  /** The address that answered, after redirects. */
  readonly url: string
  readonly status: number
  /** Names in lower case; several values are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** Empty for HEAD and for 304. */
  readonly body: Uint8Array
  readonly hops: readonly Hop[]
  /** Milliseconds since 1970. */
  readonly retrievedAt: number
  /** How many times it was asked for. */
  readonly attempts: number
}

/** Whose fault: `ours` and `temporary` ones say nothing about the source; `theirs` do. */
export type FaultClass = 'ours' | 'temporary' | 'theirs'

interface FailureKind {
  readonly fault: FaultClass
  readonly code:
    | 'SOURCE_UNREACHABLE'
    | 'SOURCE_REFUSED'
    | 'SOURCE_TOO_LARGE'
    | 'SOURCE_UNREADABLE'
    | 'ABORTED'
}

const theirs = { fault: 'theirs', code: 'SOURCE_UNREACHABLE' } as const
const temporary = { fault: 'temporary', code: 'SOURCE_UNREACHABLE' } as const

/** Every way a question can fail. */
export const failureKinds = {
  address: { fault: 'ours', code: 'SOURCE_UNREACHABLE' },
  refused: { fault: 'ours', code: 'SOURCE_REFUSED' },
  robots: { fault: 'ours', code: 'SOURCE_REFUSED' },
  'too-large': { fault: 'ours', code: 'SOURCE_TOO_LARGE' },
  /** A bound on pages, triples or all bytes together. */
  limit: { fault: 'ours', code: 'SOURCE_TOO_LARGE' },
  /** An answer that holds no data: a web page, an error told with 200, nothing at all. */
  content: { fault: 'theirs', code: 'SOURCE_UNREADABLE' },
  bomb: { fault: 'theirs', code: 'SOURCE_TOO_LARGE' },
  aborted: { fault: 'ours', code: 'ABORTED' },
  timeout: temporary,
  connection: temporary,
  truncated: temporary,
  busy: temporary,
  'server-error': temporary,
  dns: temporary,
  'not-found': theirs,
  gone: theirs,
  forbidden: theirs,
  'client-error': theirs,
  redirects: theirs,
  encoding: theirs,
  protocol: theirs,
  tls: theirs,
} as const satisfies Record<string, FailureKind>

export type FailureName = keyof typeof failureKinds

export interface FetchFailure {
  readonly asked: string
  readonly kind: FailureName
  readonly fault: FaultClass
  /** Of the answer, when there was one. */
  readonly status?: number
  /** Milliseconds that the server asks to wait. */
  readonly retryAfterMs?: number
  readonly error: GrunddataError
  readonly attempts: number
}

export type Outcome = { readonly exchange: Exchange } | { readonly failure: FetchFailure }

/** A failure before it is known how often it was tried; travels as the cause of an Error inside this folder. */
export interface Refusal {
  readonly kind: FailureName
  readonly text: Text
  readonly hint?: Text
  readonly status?: number
  readonly retryAfterMs?: number
  readonly cause?: unknown
}

const refusals = new WeakMap<Error, Refusal>()

/** An Error that carries a refusal, for throwing inside this folder. */
export function refusal(what: Refusal): Error {
  const error = new Error(what.text.en, { cause: what.cause })
  refusals.set(error, what)
  return error
}

/** The refusal an Error carries, if any. */
export function refusalOf(error: unknown): Refusal | undefined {
  return error instanceof Error ? refusals.get(error) : undefined
}
