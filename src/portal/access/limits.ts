// How often one visitor may ask, by kind of question.
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'

/** Questions per minute and visitor. Signing in is counted by visitor too: a token cannot be guessed by trying. */
const perMinute = { read: 3000, search: 1200, tool: 30, fetch: 20, sparql: 60, write: 60, login: 10 } as const

export type LimitKind = keyof typeof perMinute
export type Limits = Readonly<Record<LimitKind, number>>

export interface Limiter {
  /** Counts one question. Undefined when it may be asked, else the seconds to wait. */
  readonly take: (kind: LimitKind, visitor: string) => Promise<number | undefined>
}

export function createLimiter(own: Partial<Limits> = {}): Limiter {
  const limits = { ...perMinute, ...own }
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([kind, points]) => [
      kind,
      new RateLimiterMemory({ keyPrefix: kind, points, duration: 60 }),
    ]),
  ) as unknown as Readonly<Record<LimitKind, RateLimiterMemory>>
  return {
    take: async (kind, visitor) => {
      try {
        await limiters[kind].consume(visitor)
        return undefined
      } catch (refused) {
        return Math.max(1, Math.ceil(((refused as RateLimiterRes).msBeforeNext ?? 60_000) / 1000))
      }
    },
  }
}
