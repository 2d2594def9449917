// Who may do what: reading is open, writing needs a token or a session, everybody is limited, and what is done is noted.
import { appendFile } from 'node:fs/promises'
import type { Io } from '../../io.ts'
import { createLimiter, type Limiter, type Limits } from './limits.ts'
import { createOidc, type Oidc, type OidcSettings } from './oidc.ts'
import { createSessions, type Identity, type Sessions } from './session.ts'
import { readTokens } from './token-file.ts'
import { findToken } from './tokens.ts'

export type { LimitKind } from './limits.ts'
export { ATTEMPT, type OidcSettings } from './oidc.ts'
export { cookieOf, isOwnForm, isSameOrigin } from './own-forms.ts'
export type { Identity } from './session.ts'
export { readTokens, writeTokens } from './token-file.ts'
export { findToken, makeToken, type Scope, scopes, type TokenRecord } from './tokens.ts'

/** One line of the audit log. */
export interface AuditEntry {
  readonly who: string
  readonly what: string
  readonly about?: string
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly visitor: string
}

export interface Access {
  /** Whoever the request is from; undefined for a visitor who only reads, `refused` for a token that is wrong. */
  readonly identify: (request: Request) => Promise<Identity | 'refused' | undefined>
  /** The identity of a token, for the form where it is typed in. */
  readonly byToken: (text: string) => Promise<Identity | undefined>
  readonly limiter: Limiter
  readonly sessions: Sessions
  readonly oidc?: Oidc
  readonly audit: (entry: AuditEntry) => Promise<void>
}

export interface AccessOptions {
  /** File with the hashes of tokens; absent: nobody may write by token. */
  readonly tokenFile?: string
  /** File that the audit log is added to, a line of JSON each; absent: the log of the program. */
  readonly auditFile?: string
  readonly oidc?: OidcSettings
  /** What sessions are signed with; default: random, so that they end with the server. */
  readonly sessionSecret?: string
  readonly limits?: Partial<Limits>
  /** Public address of the portal. */
  readonly base: string
  readonly io: Io
}

export function createAccess(options: AccessOptions): Access {
  const { io, tokenFile, auditFile, base } = options
  const { protocol, pathname } = new URL(base)
  const sessions = createSessions({
    ...(options.sessionSecret !== undefined && { secret: options.sessionSecret }),
    isSecure: protocol === 'https:',
    path: pathname,
  })
  const byToken = async (text: string): Promise<Identity | undefined> => {
    const record =
      tokenFile === undefined ? undefined : findToken(text, await readTokens(tokenFile), io.now())
    return record && { name: record.name, scopes: record.scopes, by: 'token' }
  }
  return {
    byToken,
    identify: async (request) => {
      const header = request.headers.get('authorization')
      if (header === null) return sessions.read(request)
      const bearer = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header)
      return (bearer && (await byToken(bearer[1]))) || 'refused'
    },
    limiter: createLimiter(options.limits),
    sessions,
    ...(options.oidc && { oidc: createOidc(options.oidc, io.fetch) }),
    audit: async (entry) => {
      const line = JSON.stringify({ at: io.now().toISOString(), ...entry })
      if (auditFile === undefined) io.log('info', `audit ${line}`)
      else await appendFile(auditFile, `${line}\n`, { mode: 0o600 })
    },
  }
}
