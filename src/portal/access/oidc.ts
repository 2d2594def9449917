// Signing in with an organisation's own accounts: OpenID Connect, authorization code with PKCE.
import { createHash, randomBytes } from 'node:crypto'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose'
import { GrunddataError } from '../../errors.ts'
import { type Scope, scopes } from './tokens.ts'

/** What the operator configures. Roles are values of a claim; each gives scopes. */
export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** Claim that holds the roles; default `roles`. */
  readonly claim?: string
  /** Role → scopes; a role that is not here gives nothing. */
  readonly roles: Readonly<Record<string, readonly Scope[]>>
}

export interface Oidc {
  /** Where to send whoever wants to sign in, and the cookie that remembers the attempt. */
  readonly begin: (callback: string) => Promise<{ readonly location: string; readonly cookie: string }>
  /** Who came back. Throws USAGE when something does not add up. */
  readonly finish: (
    callback: string,
    answer: URLSearchParams,
    cookie: string | undefined,
  ) => Promise<{ readonly name: string; readonly scopes: readonly Scope[] }>
}

interface Endpoints {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly jwks_uri: string
}

export const ATTEMPT = 'grunddata-attempt'

/** The issuer is the operator's choice, not a visitor's: it is fetched without the guard. */
export function createOidc(settings: OidcSettings, fetch: typeof globalThis.fetch): Oidc {
  const key = randomBytes(32)
  let endpoints: Promise<Endpoints> | undefined
  const discover = () =>
    (endpoints ??= getJson<Endpoints>(
      fetch,
      `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    ).catch((error) => {
      endpoints = undefined
      throw error
    }))
  return {
    begin: async (callback) => {
      const { authorization_endpoint } = await discover()
      const [state, nonce, verifier] = [randomBytes(18), randomBytes(18), randomBytes(32)].map((bytes) =>
        bytes.toString('base64url'),
      )
      const location = new URL(authorization_endpoint)
      for (const [name, value] of Object.entries({
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: callback,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }))
        location.searchParams.set(name, value)
      const cookie = await new SignJWT({ state, nonce, verifier })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('10m')
        .sign(key)
      return { location: location.href, cookie }
    },
    finish: async (callback, answer, cookie) => {
      const attempt =
        cookie === undefined
          ? undefined
          : await jwtVerify(cookie, key, { algorithms: ['HS256'] }).catch(() => undefined)
      if (!attempt || attempt.payload.state !== answer.get('state')) throw refused()
      const { issuer, token_endpoint, jwks_uri } = await discover()
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code: answer.get('code') ?? '',
        redirect_uri: callback,
        client_id: settings.clientId,
        code_verifier: String(attempt.payload.verifier),
        ...(settings.clientSecret !== undefined && { client_secret: settings.clientSecret }),
      })
      const tokens = await getJson<{ id_token?: string }>(fetch, token_endpoint, { method: 'POST', body })
      const keys = createLocalJWKSet(await getJson<JSONWebKeySet>(fetch, jwks_uri))
      const { payload } = await jwtVerify(tokens.id_token ?? '', keys, {
        issuer,
        audience: settings.clientId,
      }).catch(() => {
        throw refused()
      })
      if (payload.nonce !== attempt.payload.nonce) throw refused()
      const held = [payload[settings.claim ?? 'roles']].flat().map(String)
      const granted = held.flatMap((role) =>
        Object.hasOwn(settings.roles, role) ? settings.roles[role] : [],
      )
      return {
        name: String(payload.name ?? payload.sub),
        scopes: scopes.filter((scope) => granted.includes(scope)),
      }
    },
  }
}

async function getJson<T>(
  fetch: typeof globalThis.fetch,
  address: string,
  init: RequestInit = {},
): Promise<T> {
  const response = await fetch(address, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((cause: unknown) => {
    throw new GrunddataError(
      'SOURCE_UNREACHABLE',
      { sv: 'Inloggningstjänsten svarar inte.', en: 'The sign-in service does not answer.' },
      { cause },
    )
  })
  if (!response.ok) throw refused()
  return (await response.json()) as T
}

function refused(): GrunddataError {
  return new GrunddataError('USAGE', {
    sv: 'Inloggningen gick inte att slutföra. Försök igen.',
    en: 'Signing in could not be completed. Try again.',
  })
}
