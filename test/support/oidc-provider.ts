// An OpenID Connect provider on the loopback, for tests: discovery, authorization code with PKCE, signed ID tokens.
// It keeps to the rules (codes are used once, the verifier must fit, the client must prove itself) until told to lie.
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** How the next answers differ from the rules. */
export interface Lies {
  /** Claims put over the right ones; undefined leaves one out. */
  claims?: Readonly<Record<string, unknown>>
  /** Signs with a key that is not among the published ones. */
  isUnknownKey?: boolean
  /** What discovery calls the issuer. */
  issuer?: string
  /** Answers the token endpoint with this text. */
  tokenText?: string
  /** The key set as it is given. */
  keySet?: unknown
}

export interface OidcProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly lies: Lies
  /** What a person does who signs in there: goes to an address, and comes back to the address in the answer. */
  readonly signIn: (location: string) => Promise<URL>
  readonly close: () => Promise<void>
}

interface Grant {
  readonly nonce: string
  readonly challenge: string
  readonly callback: string
}

/** Starts on a free port. Everybody who comes is Anna, with the role `harvest`. */
export async function startOidcProvider(
  methods: readonly string[] | undefined = undefined,
): Promise<OidcProvider> {
  const [clientId, clientSecret] = ['portal', 'hemligt: å+/%']
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const keySet = { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'a', alg: 'RS256', use: 'sig' }] }
  const grants = new Map<string, Grant>()
  const lies: Lies = {}
  let issuer = ''

  const actions: Readonly<
    Record<string, (url: URL, request: IncomingMessage, response: ServerResponse) => unknown>
  > = {
    '/.well-known/openid-configuration': (_url, _request, response) =>
      send(response, 200, {
        issuer: lies.issuer ?? issuer,
        authorization_endpoint: `${issuer}/authorize?tenant=1`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        ...(methods && { token_endpoint_auth_methods_supported: methods }),
      }),
    '/keys': (_url, _request, response) => send(response, 200, lies.keySet ?? keySet),
    '/authorize': ({ searchParams: asked }, _request, response) => {
      const isRight =
        asked.get('response_type') === 'code' &&
        asked.get('client_id') === clientId &&
        asked.get('tenant') === '1' &&
        asked.get('scope')?.split(' ').includes('openid') &&
        asked.get('code_challenge_method') === 'S256'
      if (!isRight) return send(response, 400, { error: 'invalid_request' })
      const code = randomUUID()
      const callback = asked.get('redirect_uri') ?? ''
      grants.set(code, {
        callback,
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
      })
      const back = new URL(callback)
      back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString()
      return response.writeHead(302, { location: back.href }).end()
    },
    '/token': async (_url, request, response) => {
      const form = new URLSearchParams(await bodyOf(request))
      const secret =
        methods?.includes('client_secret_post') === true
          ? form.get('client_secret')
          : secretOf(request.headers.authorization)
      if (secret !== clientSecret) return send(response, 401, { error: 'invalid_client' })
      const grant = grants.get(form.get('code') ?? '')
      grants.delete(form.get('code') ?? '')
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      const isRight = grant?.challenge === proof && grant.callback === form.get('redirect_uri')
      if (!isRight) return send(response, 400, { error: 'invalid_grant' })
      if (lies.tokenText !== undefined) return response.writeHead(200).end(lies.tokenText)
      return send(response, 200, { token_type: 'Bearer', id_token: await idToken(grant.nonce) })
    },
  }

  function idToken(nonce: string): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    const right = { iss: issuer, sub: '1', aud: clientId, exp: now + 300, iat: now }
    const claims = { ...right, nonce, name: 'Anna', roles: ['harvest', 'kaffe'], ...lies.claims }
    return new SignJWT(claims as JWTPayload)
      .setProtectedHeader({ alg: 'RS256', kid: lies.isUnknownKey ? 'b' : 'a' })
      .sign(lies.isUnknownKey ? other.privateKey : own.privateKey)
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const action = actions[url.pathname]
    if (action)
      Promise.resolve()
        .then(() => action(url, request, response))
        .catch((error) => send(response, 500, { error: String(error) }))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    clientId,
    clientSecret,
    lies,
    signIn: async (location) => {
      const response = await fetch(location, { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? '')
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

function secretOf(header = ''): string {
  const written = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8')
  const [, secret = ''] = written.split(':')
  return new URLSearchParams(`s=${secret}`).get('s') ?? ''
}
