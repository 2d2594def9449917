// The client against a server that does everything wrong: each behaviour ends as it is written down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedLookup, type Resolve } from '../src/source/guard.ts'
import { type Client, type ClientOptions, createClient } from '../src/source/http/index.ts'
import { retryAfter, waitBefore } from '../src/source/http/retry.ts'
import { behaviours, CATALOG, type Expected } from './support/hostile/behaviours.ts'
import {
  hasOpenssl,
  startTlsServers,
  type TlsServers,
  tlsBehaviours,
} from './support/hostile/certificates.ts'
import { rawBehaviours } from './support/hostile/raw.ts'
import { type HostileServer, startHostileServer } from './support/hostile/server.ts'

let server: HostileServer
const clients: Client[] = []
const waits: number[] = []

function client(options: ClientOptions = {}): Client {
  const made = createClient({
    limits: { timeoutMs: 500, maxBytes: 2_000_000 },
    retry: { retries: 2 },
    allowPrivate: ['127.0.0.1'],
    random: () => 1,
    now: () => Date.UTC(2027, 0, 1),
    pause: async (ms) => void waits.push(ms),
    ...options,
  })
  clients.push(made)
  return made
}

beforeAll(async () => {
  server = await startHostileServer()
})
afterAll(async () => {
  await Promise.all(clients.map((each) => each.close()))
  await server.close()
})

async function outcomeOf(address: string, options?: ClientOptions) {
  const outcome = await client(options).ask(address)
  if ('failure' in outcome) return { failure: outcome.failure.kind, attempts: outcome.failure.attempts }
  const { body, status, hops, attempts } = outcome.exchange
  return { text: Buffer.from(body).toString('utf8'), status, hops: hops.length, attempts }
}

describe('every behaviour ends as written down', () => {
  it.each(
    Object.entries(behaviours).map(([name, each]) => [name, each.does, each.expect] as const),
  )('%s: %s', async (name, _, expected: Expected) => {
    expect(await outcomeOf(server.base + name)).toMatchObject(expected)
  })

  it.each(
    Object.entries(rawBehaviours).map(([name, each]) => [name, each.does, each.expect] as const),
  )('%s: %s', async (name, _, expected: Expected) => {
    expect(await outcomeOf(server.raw(name))).toMatchObject(expected)
  })

  it('a name that does not exist, and a port where nobody listens', async () => {
    expect(await outcomeOf('http://finns-inte.invalid/')).toMatchObject({ failure: 'dns' })
    const gone = await startHostileServer({}, {})
    await gone.close()
    expect(await outcomeOf(gone.base)).toMatchObject({ failure: 'connection' })
    expect(await outcomeOf('inte en adress')).toMatchObject({ failure: 'address' })
    expect(await outcomeOf('ftp://data.example.se/')).toMatchObject({ failure: 'refused' })
  })

  it('loopback is refused unless it is allowed', async () => {
    expect(await outcomeOf(`${server.base}ok`, { allowPrivate: [] })).toMatchObject({ failure: 'refused' })
  })
})

describe('waiting', () => {
  it('keeps to what the server asks, else doubles', async () => {
    waits.length = 0
    await outcomeOf(`${server.base}server-error`)
    expect(waits).toEqual([1000, 2000])
    const now = Date.UTC(2027, 0, 1)
    expect(retryAfter('7', now)).toBe(7000)
    expect(retryAfter('Fri, 01 Jan 2027 00:00:09 GMT', now)).toBe(9000)
    expect(retryAfter('Thu, 01 Jan 2026 00:00:00 GMT', now)).toBe(0)
    expect(retryAfter('soon', now)).toBeUndefined()
  })

  it('gives up on what is not temporary, and varies by chance', () => {
    const policy = { retries: 2, baseMs: 1000, maxMs: 60_000 }
    const wait = (random: number) => waitBefore(1, { fault: 'temporary' }, { policy, random: () => random })
    expect([wait(0), wait(1)]).toEqual([500, 1000])
    expect(waitBefore(1, { fault: 'theirs' }, { policy, random: () => 0 })).toBeUndefined()
    expect(waitBefore(3, { fault: 'temporary' }, { policy, random: () => 0 })).toBeUndefined()
  })
})

describe('manners', () => {
  it('asks one host one question at a time', async () => {
    let open = 0
    let most = 0
    const polite = await startHostileServer({
      slow: {
        does: 'counts who is there',
        answer: (_, response) => {
          most = Math.max(most, ++open)
          setImmediate(() => {
            open--
            response.end(CATALOG)
          })
        },
        expect: { text: CATALOG },
      },
    })
    const one = client()
    await Promise.all(Array.from({ length: 8 }, () => one.ask(`${polite.base}slow`)))
    expect(most).toBe(1)
    await polite.close()
  })

  it('keeps to robots.txt and its Crawl-delay', async () => {
    const strict = await startHostileServer({
      'robots.txt': {
        does: 'forbids a folder',
        answer: (_, response) =>
          void response.end('User-agent: grunddata\nDisallow: /secret\nCrawl-delay: 2\n'),
        expect: { text: '' },
      },
      secret: {
        does: 'is forbidden',
        answer: (_, response) => void response.end('x'),
        expect: { failure: 'robots' },
      },
      open: {
        does: 'is open',
        answer: (_, response) => void response.end(CATALOG),
        expect: { text: CATALOG },
      },
    })
    waits.length = 0
    const one = client({ robots: true })
    expect(await one.ask(`${strict.base}secret`)).toMatchObject({
      failure: { kind: 'robots', fault: 'ours' },
    })
    expect(strict.seen.get('secret')).toBeUndefined()
    for (let time = 0; time < 2; time++)
      expect(await one.ask(`${strict.base}open`)).toMatchObject({ exchange: { status: 200 } })
    expect(waits).toEqual([2000])
    expect(strict.seen.get('robots.txt')).toBe(1)
    await strict.close()
  })

  it('sends validators, and takes 304 for an answer', async () => {
    const cached = await startHostileServer({
      cached: {
        does: 'knows its copy',
        answer: (request, response) =>
          void response
            .writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, { etag: '"1"' })
            .end(),
        expect: { text: '' },
      },
    })
    const one = client()
    const first = await one.ask(`${cached.base}cached`)
    expect(first).toMatchObject({ exchange: { status: 200, headers: { etag: '"1"' } } })
    expect(await one.ask(`${cached.base}cached`, { etag: '"1"' })).toMatchObject({
      exchange: { status: 304 },
    })
    await cached.close()
  })

  it('sends credentials to their origin and nowhere else, and never those of an address', async () => {
    const heard: (string | undefined)[] = []
    const listenIn: Parameters<typeof startHostileServer>[0] = {
      in: {
        does: 'listens',
        answer: (request, response) => {
          heard.push(request.headers.authorization)
          response.end()
        },
        expect: { text: '' },
      },
    }
    const other = await startHostileServer(listenIn)
    const own = await startHostileServer({
      ...listenIn,
      away: {
        does: 'redirects elsewhere',
        answer: (request, response) => {
          heard.push(request.headers.authorization)
          response.writeHead(302, { location: `${other.base}in` }).end()
        },
        expect: { text: '' },
      },
    })
    const credentials = { [new URL(own.base).origin]: { authorization: 'Bearer abc' } }
    const one = client({ credentials })
    await one.ask(`${own.base}in`)
    await one.ask(`${own.base}away`)
    await one.ask(`${other.base}in`.replace('//', '//user:secret@'))
    expect(heard).toEqual(['Bearer abc', 'Bearer abc', undefined, undefined])
    await Promise.all([own.close(), other.close()])
  })
})

/** In CI openssl must be there; elsewhere its absence is told by name. */
describe.skipIf(!hasOpenssl() && !process.env.CI)('certificates (needs openssl)', () => {
  let tls: TlsServers
  beforeAll(async () => {
    tls = await startTlsServers()
  })
  afterAll(() => tls.close())

  it.each(
    Object.entries(tlsBehaviours).map(([name, each]) => [name, each.does, each] as const),
  )('%s: %s', async (name, _, { isTrusted, expect: wanted }) => {
    const outcome = await client({ retry: { retries: 0 }, ...(isTrusted && { ca: tls.root }) }).ask(
      tls.address(name),
    )
    const told = 'failure' in outcome ? outcome.failure : undefined
    if (wanted === 'ok') expect(told).toBeUndefined()
    else {
      expect(told?.kind).toBe('tls')
      expect(told?.error.text.en).toMatch(wanted)
    }
  })

  it('one client trusts an authority for one source only', async () => {
    const one = client({ retry: { retries: 0 } })
    const trusting = one.on({ allowPrivate: ['127.0.0.1'], ca: tls.root })
    const strict = one.on({ allowPrivate: ['127.0.0.1'] })
    expect(await trusting.ask(tls.address('tls-good'))).toHaveProperty('exchange')
    expect(await strict.ask(tls.address('tls-good'))).toMatchObject({ failure: { kind: 'tls' } })
  })
})

describe('names that lead elsewhere after they were looked at', () => {
  it('are looked at when the connection is made, whatever they led to before', async () => {
    const target = await startHostileServer({}, {})
    const { port } = new URL(target.base)
    const answers = ['93.184.215.14', '127.0.0.1']
    const resolve: Resolve = (_, __, callback) =>
      callback(null, [{ address: answers.length > 1 ? (answers.shift() ?? '') : answers[0], family: 4 }])
    // Whoever looked first saw a public address; nobody is asked there.
    const lookup = guardedLookup([], resolve)
    const seen = await new Promise((done) => lookup('rebind.example.se', {}, (_, address) => done(address)))
    expect(seen).toBe('93.184.215.14')
    const outcome = await client({ allowPrivate: [], resolve }).ask(`http://rebind.example.se:${port}/ok`)
    expect(outcome).toMatchObject({ failure: { kind: 'refused', attempts: 1 } })
    expect(target.seen.size).toBe(0)
    await target.close()
  })

  it('may lead to several addresses: the private ones are left out', async () => {
    const both: Resolve = (_, __, callback) =>
      callback(null, [
        { address: '10.0.0.1', family: 4 },
        { address: '93.184.215.14', family: 4 },
        { address: '::1', family: 6 },
      ])
    const addresses = await new Promise((done) =>
      guardedLookup([], both)('x.example.se', { all: true }, (_, found) => done(found)),
    )
    expect(addresses).toEqual([{ address: '93.184.215.14', family: 4 }])
  })
})
