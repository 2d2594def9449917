// Links against everything the hostile server does: each behaviour has its class, and none is without one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLinks, createLinkChecker } from '../src/links/index.ts'
import { type Client, createClient, isNameAbsent } from '../src/source/http/index.ts'
import { behaviours } from './support/hostile/behaviours.ts'
import {
  hasOpenssl,
  startTlsServers,
  type TlsServers,
  tlsBehaviours,
} from './support/hostile/certificates.ts'
import { harvestBehaviours } from './support/hostile/harvests.ts'
import { linkClasses, wholeHarvestsOnly } from './support/hostile/link-classes.ts'
import { rawBehaviours } from './support/hostile/raw.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'
import type { SourceBehaviour } from './support/hostile/source-words.ts'
import { sourceBehaviours } from './support/hostile/sources.ts'

/** The second answer of a source that has changed, as a source of its own. */
const changed: Readonly<Record<string, SourceBehaviour>> = Object.fromEntries(
  Object.entries(harvestBehaviours).map(([name, { does, second }]) => [
    `second-${name}`,
    { does, answer: second, expect: { datasets: 0, isComplete: false } },
  ]),
)

let server: HostileServer
let client: Client
const now = () => Date.UTC(2027, 0, 1)
const terms = { limits: { timeoutMs: 400, maxBytes: 1_000_000 }, allowPrivate: ['127.0.0.1'] }

beforeAll(async () => {
  server = await startHostileServer(behaviours, rawBehaviours, { ...sourceBehaviours, ...changed })
  client = createClient({ ...terms, retry: { retries: 0 }, perHost: 4, pause: async () => {} })
})
afterAll(async () => {
  await client.close()
  await server.close()
})

/** Name → address, of everything but certificates. */
const addresses = (): ReadonlyMap<string, string> =>
  new Map([
    ...Object.keys(behaviours).map((name) => [name, server.base + name] as const),
    ...Object.keys(rawBehaviours).map((name) => [name, server.raw(name)] as const),
    ...Object.keys(sourceBehaviours).map((name) => [name, server.source(name)] as const),
    ...Object.keys(harvestBehaviours).map(
      (name) => [`harvest ${name}`, server.source(`second-${name}`)] as const,
    ),
  ])

/** Whether robots.txt is asked is up to the source; other behaviours are written for those who do not. */
async function classOf(name: string, url: string): Promise<string> {
  const asking = sourceBehaviours[name]?.robots ? client.on({ ...terms, robots: true }) : client
  const { outcome, failure } = await createLinkChecker({ client: asking, now }).check(url)
  return failure ? `${outcome} (${failure})` : outcome
}

describe('a link to whatever the hostile server does', () => {
  it('has a class, or a reason why only a whole harvest can meet it', () => {
    const known = [...addresses().keys(), ...Object.keys(tlsBehaviours)]
    expect(new Set(known).size).toBe(known.length)
    const told = [...Object.keys(linkClasses), ...wholeHarvestsOnly.keys()]
    expect(told.sort()).toEqual(known.sort())
  })

  it('is called by its class, and nothing is thrown', async () => {
    const found: Record<string, string> = {}
    for (const [name, url] of addresses())
      if (!wholeHarvestsOnly.has(name)) found[name] = await classOf(name, url)
    const expected = Object.entries(linkClasses).filter(([name]) => !(name in tlsBehaviours))
    expect(found).toEqual(Object.fromEntries(expected))
  }, 60_000)

  it('works, where only a whole harvest can meet what is wrong', async () => {
    for (const [name, url] of addresses())
      if (wholeHarvestsOnly.has(name)) expect([name, await classOf(name, url)]).toEqual([name, 'works'])
  }, 60_000)
})

/** In CI openssl must be there; elsewhere its absence is told by name. */
describe.skipIf(!hasOpenssl() && !process.env.CI)('a link to a certificate (needs openssl)', () => {
  let tls: TlsServers
  beforeAll(async () => {
    tls = await startTlsServers()
  })
  afterAll(() => tls.close())

  it.each(Object.entries(tlsBehaviours))('%s: $does', async (name, { isTrusted }) => {
    const own = client.on({ ...terms, limits: { timeoutMs: 5_000 }, ...(isTrusted && { ca: tls.root }) })
    const { outcome, failure } = await createLinkChecker({ client: own, now }).check(tls.address(name))
    expect(failure ? `${outcome} (${failure})` : outcome).toBe(linkClasses[name])
  })
})

describe('a host name that does not exist', () => {
  const lookup = (code: string) =>
    createClient({
      retry: { retries: 0 },
      resolve: (hostname, _, callback) => callback(Object.assign(new Error(code), { code, hostname }), []),
    })
  const url = 'http://borta.example.se/a'
  const tried = async (code: string, isAbsent?: boolean, robots = false) => {
    const own = lookup(code)
    const asked: string[] = []
    const isNameAbsent = async (name: string) => {
      asked.push(name)
      return isAbsent === true
    }
    const results = []
    const options = {
      client: robots ? own.on({ robots }) : own,
      now,
      ...(isAbsent !== undefined && { isNameAbsent }),
    }
    for await (const result of checkLinks([url, `${url}/b`], options)) results.push(result)
    await own.close()
    return { outcomes: results.map(({ outcome }) => outcome), asked, reason: results[0].reason }
  }

  it.each([
    false,
    true,
  ])('is broken once the name server says so too, which is asked once (robots: %s)', async (robots) => {
    const { outcomes, asked, reason } = await tried('ENOTFOUND', true, robots)
    expect(outcomes).toEqual(['broken', 'broken'])
    expect(asked).toEqual(['borta.example.se'])
    expect(reason?.sv).toMatch(
      /borta\.example\.se finns inte, enligt både systemets uppslagning och namnservern/,
    )
  })

  it('may pass when nothing confirms it, or when the name could not be looked up at all', async () => {
    const unconfirmed = await tried('ENOTFOUND', false)
    expect(unconfirmed.outcomes).toEqual(['temporary', 'temporary'])
    expect(unconfirmed.reason?.en).toContain('the network here may be at fault')
    expect((await tried('ENOTFOUND')).outcomes).toEqual(['temporary', 'temporary'])
    const again = await tried('EAI_AGAIN', true)
    expect([again.outcomes, again.asked]).toEqual([['temporary', 'temporary'], []])
  })

  it('is confirmed only by name servers that say of both kinds of address that there is none', async () => {
    const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
    const has = async () => ['2001:db8::1']
    const judged = (four: () => Promise<readonly string[]>, six: () => Promise<readonly string[]>) =>
      isNameAbsent('x.example.se', { resolve4: four, resolve6: six })
    expect(await judged(fails('ENOTFOUND'), fails('ENOTFOUND'))).toBe(true)
    expect(await judged(fails('ENODATA'), fails('ENODATA'))).toBe(true)
    expect(await judged(fails('ENODATA'), has)).toBe(false)
    expect(await judged(fails('ETIMEOUT'), fails('ENOTFOUND'))).toBe(false)
    expect(await judged(fails('ECONNREFUSED'), fails('ECONNREFUSED'))).toBe(false)
  })
})
