// Tokens that let a program write: made once, shown once, kept only as a hash, for some things and for some time.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a token may be used for. */
export const scopes = ['upload', 'approve', 'harvest'] as const
export type Scope = (typeof scopes)[number]

export interface TokenRecord {
  readonly id: string
  /** What whoever made it calls it. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** ISO 8601. */
  readonly created: string
  readonly expires: string
  /** SHA-256 of the secret, in hexadecimal digits. The secret has 256 random bits, so nothing can be guessed from it. */
  readonly hash: string
}

export interface NewToken {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

const FORM = /^gd_([a-z0-9]{12})_([A-Za-z0-9_-]{43})$/

const DAY_MS = 86_400_000

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A new token: the text to hand over, and what is kept of it. */
export function makeToken(
  { name, scopes: allowed, days }: NewToken,
  now: Date,
): { readonly text: string; readonly record: TokenRecord } {
  const id = randomBytes(6).toString('hex')
  const secret = randomBytes(32).toString('base64url')
  const record = {
    id,
    name,
    scopes: allowed,
    created: now.toISOString(),
    expires: new Date(now.getTime() + days * DAY_MS).toISOString(),
    hash: hashOf(secret),
  }
  return { text: `gd_${id}_${secret}`, record }
}

/** The record that a token belongs to; undefined for one that is unknown, wrong or too old. */
export function findToken(text: string, records: readonly TokenRecord[], now: Date): TokenRecord | undefined {
  const match = FORM.exec(text)
  const record = match ? records.find(({ id }) => id === match[1]) : undefined
  // The same work is done for an unknown id, so that time tells nothing of which ids there are.
  const kept = Buffer.from(record?.hash ?? hashOf('nobody'), 'hex')
  const isRight = timingSafeEqual(kept, Buffer.from(hashOf(match?.[2] ?? ''), 'hex'))
  return record && isRight && record.expires > now.toISOString() ? record : undefined
}
