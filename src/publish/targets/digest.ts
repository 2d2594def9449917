// Digest access authentication (RFC 7616), which Virtuoso asks for: MD5 or SHA-256, with or without qop=auth.
import { createHash, randomBytes } from 'node:crypto'

export interface Digest {
  /** The Authorization header for a request; each use counts the nonce up. */
  readonly header: (method: string, uri: string) => string
  /** True when the server said that only the nonce was too old. */
  readonly isStale: boolean
}

/** Answers a challenge from WWW-Authenticate; undefined when it has none that can be answered. */
export function createDigest(
  challenge: string,
  { user, password }: { readonly user: string; readonly password: string },
): Digest | undefined {
  const parameters = parametersOf(challenge)
  if (!parameters) return undefined
  const { realm = '', nonce = '', opaque, qop, algorithm = 'MD5', stale } = parameters
  const hashName = { md5: 'md5', 'sha-256': 'sha256' }[algorithm.toLowerCase()]
  if (hashName === undefined) return undefined
  const hash = (text: string) => createHash(hashName).update(text).digest('hex')
  const hasQop = (qop ?? '').split(',').some((each) => each.trim() === 'auth')
  if (qop !== undefined && !hasQop) return undefined
  const secret = hash(`${user}:${realm}:${password}`)
  let count = 0
  return {
    isStale: stale?.toLowerCase() === 'true',
    header: (method, uri) => {
      count++
      const nc = count.toString(16).padStart(8, '0')
      const cnonce = randomBytes(8).toString('hex')
      const request = hash(`${method}:${uri}`)
      const response = hasQop
        ? hash(`${secret}:${nonce}:${nc}:${cnonce}:auth:${request}`)
        : hash(`${secret}:${nonce}:${request}`)
      const fields = [
        `username=${quoted(user)}`,
        `realm=${quoted(realm)}`,
        `nonce=${quoted(nonce)}`,
        `uri=${quoted(uri)}`,
        `response="${response}"`,
        `algorithm=${algorithm}`,
        ...(hasQop ? ['qop=auth', `nc=${nc}`, `cnonce="${cnonce}"`] : []),
        ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
      ]
      return `Digest ${fields.join(', ')}`
    },
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** The parameters of the Digest challenge in a header that may hold several. */
function parametersOf(header: string): Readonly<Record<string, string>> | undefined {
  const start = /(?:^|,\s*)Digest\s+/i.exec(header)
  if (!start) return undefined
  const found: Record<string, string> = {}
  const rest = header.slice(start.index + start[0].length)
  for (const [, name, inQuotes, bare] of rest.matchAll(
    /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))\s*(?:,|$)/gi,
  ))
    found[name.toLowerCase()] ??= inQuotes?.replace(/\\(.)/g, '$1') ?? bare
  return found
}
