// Signing in at a provider of OpenID Connect: the whole way by code and PKCE, and everything that must be refused.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { quietIo } from '../src/io.ts'
import { type OidcProvider, startOidcProvider } from './support/oidc-provider.ts'
import { BASE, dataset, PREFIXES, portalOf, type TestPortal } from './support/portal.ts'

interface Attempt {
  readonly back: URL
  readonly cookie: string
}

async function portalAt(provider: OidcProvider, issuer = provider.issuer): Promise<TestPortal> {
  const { clientId, clientSecret } = provider
  const oidc = {
    issuer,
    clientId,
    clientSecret,
    roles: { harvest: ['harvest'], upload: ['upload'] },
  } as const
  return portalOf(PREFIXES + dataset('a', 'A'), { access: { oidc }, io: { ...quietIo(), fetch } })
}

/** The first part of a cookie, as a browser sends it back. */
function cookieIn(response: Response, name: string): string | undefined {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .find((pair) => pair.startsWith(`${name}=`))
}

async function attempt(p: TestPortal, provider: OidcProvider): Promise<Attempt> {
  const response = await p.get('/account/oidc')
  expect(response.status).toBe(303)
  const back = await provider.signIn(response.headers.get('location') ?? '')
  return { back, cookie: cookieIn(response, 'grunddata-attempt') ?? '' }
}

const comeBack = (p: TestPortal, { back, cookie }: Attempt) => p.get(back.pathname + back.search, { cookie })

describe('signing in', () => {
  let provider: OidcProvider
  let p: TestPortal
  beforeAll(async () => {
    provider = await startOidcProvider()
    p = await portalAt(provider)
  })
  afterEach(() => {
    for (const lie of Object.keys(provider.lies)) delete provider.lies[lie as keyof typeof provider.lies]
  })
  afterAll(async () => {
    await p.close()
    await provider.close()
  })

  const expectRefused = async (tried: Attempt) => {
    const response = await comeBack(p, tried)
    expect(response.headers.get('location')).toBeNull()
    expect(cookieIn(response, 'grunddata-session')).toBeUndefined()
    expect(await response.text()).toContain('Inloggningen gick inte att slutföra')
  }

  it('opens a session with the scopes of the roles, and forgets the attempt', async () => {
    const tried = await attempt(p, provider)
    expect(tried.back.href.startsWith(`${BASE}account/back?code=`)).toBe(true)
    const response = await comeBack(p, tried)
    expect(response.status).toBe(303)
    expect(cookieIn(response, 'grunddata-attempt')).toBe('grunddata-attempt=')
    const cookie = cookieIn(response, 'grunddata-session') ?? ''
    const identity = await p.site.access.identify(new Request(BASE, { headers: { cookie } }))
    expect(identity).toMatchObject({ name: 'Anna', scopes: ['harvest'], by: 'session' })
  })

  it('once: the same answer does not open a second session', async () => {
    const tried = await attempt(p, provider)
    expect((await comeBack(p, tried)).status).toBe(303)
    await expectRefused(tried)
  })

  it('is refused when the state is another, or the attempt is unknown or somebody else’s', async () => {
    const [mine, other] = [await attempt(p, provider), await attempt(p, provider)]
    await expectRefused({ ...mine, cookie: '' })
    await expectRefused({ ...mine, cookie: other.cookie })
    const forged = new URL(mine.back)
    forged.searchParams.set('state', 'x')
    await expectRefused({ ...mine, back: forged })
  })

  it('is refused when the provider says no, or another provider answers', async () => {
    const tried = await attempt(p, provider)
    const state = tried.back.searchParams.get('state') ?? ''
    const with_ = (query: Readonly<Record<string, string>>) => ({
      ...tried,
      back: new URL(`account/back?${new URLSearchParams({ state, ...query })}`, BASE),
    })
    await expectRefused(with_({ error: 'access_denied' }))
    await expectRefused(with_({ code: 'guessed' }))
    await expectRefused(
      with_({ code: tried.back.searchParams.get('code') ?? '', iss: 'https://other.example' }),
    )
  })

  const now = Math.floor(Date.now() / 1000)
  const wrong: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'another nonce': { nonce: 'x' },
    'no nonce': { nonce: undefined },
    'another issuer': { iss: 'https://other.example' },
    'another audience': { aud: 'other' },
    'several audiences without a party': { aud: ['portal', 'other'] },
    'another authorized party': { aud: ['portal', 'other'], azp: 'other' },
    'a time that has passed': { exp: now - 3600 },
    'no end': { exp: undefined },
    'no subject': { sub: undefined },
    'a time that has not come': { nbf: now + 3600 },
  }
  for (const [name, claims] of Object.entries(wrong))
    it(`is refused with ${name} in the token`, async () => {
      provider.lies.claims = claims
      await expectRefused(await attempt(p, provider))
    })

  it('is refused with a key that is not published, and with answers that are no answers', async () => {
    provider.lies.isUnknownKey = true
    await expectRefused(await attempt(p, provider))
    provider.lies.isUnknownKey = false
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: provider.issuer, aud: 'portal', sub: '1' })).toString('base64url')}.`
    for (const text of ['<html>', 'null', '{}', JSON.stringify({ id_token: none })]) {
      provider.lies.tokenText = text
      await expectRefused(await attempt(p, provider))
    }
    delete provider.lies.tokenText
    for (const keySet of [{}, [], { keys: 'x' }, { keys: [{}] }]) {
      provider.lies.keySet = keySet
      await expectRefused(await attempt(p, provider))
    }
  })
})

it('a role that nobody configured gives nothing', async () => {
  const provider = await startOidcProvider()
  const p = await portalAt(provider)
  provider.lies.claims = { roles: ['__proto__', 'constructor', 'admin'] }
  const cookie = cookieIn(await comeBack(p, await attempt(p, provider)), 'grunddata-session') ?? ''
  const identity = await p.site.access.identify(new Request(BASE, { headers: { cookie } }))
  expect(identity).toMatchObject({ name: 'Anna', scopes: [] })
  await p.close()
  await provider.close()
})

it('a provider that wants the secret in the form gets it there', async () => {
  const provider = await startOidcProvider(['client_secret_post'])
  const p = await portalAt(provider)
  expect((await comeBack(p, await attempt(p, provider))).status).toBe(303)
  await p.close()
  await provider.close()
})

it('a description that names another issuer is not believed', async () => {
  const provider = await startOidcProvider()
  const p = await portalAt(provider)
  provider.lies.issuer = 'https://other.example'
  const response = await p.get('/account/oidc')
  expect(response.headers.get('location')).toBeNull()
  expect(response.status).toBeGreaterThanOrEqual(400)
  await p.close()
  await provider.close()
})
