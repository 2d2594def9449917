// Signing in with an organisation's own accounts: OpenID Connect, authorization code with PKCE.
import { createHash, randomBytes } from 'node:crypto'
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify, SignJWT } from 'jose'
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
  /** Absent means `client_secret_basic` (OpenID Connect Discovery 1.0 §3). */
  readonly token_endpoint_auth_methods_supported?: readonly string[]
}

/** Signed with a key that only the provider has; never `none` and never a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

export const ATTEMPT = 'grunddata-attempt'

/** The issuer is the operator's choice, not a visitor's: it is fetched without the guard. */
export function createOidc(settings: OidcSettings, fetch: typeof globalThis.fetch): Oidc {
  const key = randomBytes(32)
  let endpoints: Promise<Endpoints> | undefined
  const discover = () =>
    (endpoints ??= getJson<Endpoints>(
      fetch,
      `${settings.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    )
      .then((found) => {
        // Discovery 1.0 §4.3: a description by another name may belong to another provider.
        if (found.issuer !== settings.issuer) throw refused()
        return found
      })
      .catch((error) => {
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
      const code = answer.get('code')
      const found = await discover()
      // RFC 9207: an answer that names its issuer must name this one.
      if (!code || (answer.get('iss') ?? found.issuer) !== found.issuer) throw refused()
      const { clientId, clientSecret } = settings
      const isPosted = found.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: callback,
        client_id: clientId,
        code_verifier: String(attempt.payload.verifier),
        ...(clientSecret !== undefined && isPosted && { client_secret: clientSecret }),
      })
      const tokens = await getJson<{ id_token?: string }>(fetch, found.token_endpoint, {
        method: 'POST',
        body,
        ...(clientSecret !== undefined && !isPosted && { headers: basic(clientId, clientSecret) }),
      })
      const keys = await getJson<JSONWebKeySet>(fetch, found.jwks_uri)
      const payload = await claimsOf(String(tokens.id_token), keys, found.issuer, clientId)
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

/** What an ID token says, when it is this provider's, for this client and still valid (OpenID Connect Core 1.0 §3.1.3.7). */
async function claimsOf(
  token: string,
  keys: JSONWebKeySet,
  issuer: string,
  audience: string,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys), {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'iat', 'sub'],
      clockTolerance: 60,
    })
    const isOurs = payload.azp === undefined ? [payload.aud].flat().length === 1 : payload.azp === audience
    if (isOurs) return payload
  } catch {
    // Every reason is told alike: which check failed helps only whoever forges.
  }
  throw refused()
}

/** RFC 6749 §2.3.1: both parts are form-encoded first. */
function basic(name: string, secret: string): Readonly<Record<string, string>> {
  const [user, password] = [name, secret].map((part) => new URLSearchParams({ '': part }).toString().slice(1))
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
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
  const answered: unknown = await response.json().catch(() => undefined)
  if (typeof answered !== 'object' || answered === null) throw refused()
  return answered as T
}

function refused(): GrunddataError {
  return new GrunddataError('USAGE', {
    sv: 'Inloggningen gick inte att slutföra. Försök igen.',
    en: 'Signing in could not be completed. Try again.',
  })
}
