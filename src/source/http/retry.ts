// When to ask again, and after how long.
import type { FetchFailure } from './exchange.ts'

export interface RetryPolicy {
  /** Times to ask again after the first. */
  readonly retries: number
  readonly baseMs: number
  /** The longest wait; a server that asks for more is not asked again. */
  readonly maxMs: number
}

export const defaultRetry: RetryPolicy = { retries: 3, baseMs: 1_000, maxMs: 60_000 }

/** Milliseconds of a Retry-After header: seconds or a date. Undefined when it says neither. Source: RFC 9110 §10.2.3. */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/**
 * Milliseconds to wait before asking for the `attempt`-th time again (from 1), or undefined to give up.
 * Without a wish of the server it doubles each time, with up to half of it at random (`random` is in 0–1).
 */
export function waitBefore(
  attempt: number,
  failure: Pick<FetchFailure, 'fault' | 'retryAfterMs'>,
  { policy, random }: { policy: RetryPolicy; random: () => number },
): number | undefined {
  if (failure.fault !== 'temporary' || attempt > policy.retries) return undefined
  if (failure.retryAfterMs !== undefined)
    return failure.retryAfterMs > policy.maxMs ? undefined : failure.retryAfterMs
  const full = Math.min(policy.maxMs, policy.baseMs * 2 ** (attempt - 1))
  return full / 2 + (full / 2) * random()
}
