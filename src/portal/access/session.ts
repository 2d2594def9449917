// Who is signed in, kept in a signed cookie: nothing is stored on the server, and a form must prove where it came from.

import { randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { cookieOf } from './own-forms.ts'
import { type Scope, scopes } from './tokens.ts'

export interface Identity {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly by: 'token' | 'session'
  /** What a form of this session must send along. */
  readonly csrf?: string
}

export interface Sessions {
  /** The value of Set-Cookie that opens a session. */
  readonly open: (identity: Pick<Identity, 'name' | 'scopes'>) => Promise<string>
  /** The value of Set-Cookie that ends it. */
  readonly end: () => string
  readonly read: (request: Request) => Promise<Identity | undefined>
}

const NAME = 'grunddata-session'

const HOURS = 8

/** Sessions signed with a secret; without one they end when the server does. */
export function createSessions({
  secret,
  isSecure,
  path,
}: {
  readonly secret?: string
  readonly isSecure: boolean
  readonly path: string
}): Sessions {
  const key = secret === undefined ? randomBytes(32) : Buffer.from(secret, 'utf8')
  const attributes = `Path=${path}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    open: async ({ name, scopes: allowed }) => {
      const token = await new SignJWT({ name, scopes: allowed, csrf: randomBytes(18).toString('base64url') })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(`${HOURS}h`)
        .sign(key)
      return `${NAME}=${token}; Max-Age=${HOURS * 3600}; ${attributes}`
    },
    end: () => `${NAME}=; Max-Age=0; ${attributes}`,
    read: async (request) => {
      const token = cookieOf(request, NAME)
      if (token === undefined) return undefined
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] })
        return {
          name: String(payload.name),
          scopes: scopes.filter((scope) => Array.isArray(payload.scopes) && payload.scopes.includes(scope)),
          by: 'session',
          csrf: String(payload.csrf),
        }
      } catch {
        return undefined
      }
    },
  }
}
