// The client against a server that does everything wrong: each behaviour ends as it is written down.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, type ClientOptions, createClient } from '../src/source/http/index.ts'
import { retryAfter, waitBefore } from '../src/source/http/retry.ts'
import { behaviours, CATALOG, type Expected } from './support/hostile/behaviours.ts'
import { rawBehaviours } from './support/hostile/raw.ts'
import { type HostileServer, listen, startHostileServer } from './support/hostile/server.ts'

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

const openssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

describe.skipIf(!openssl)('certificates (needs openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-tls-'))
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const file = (name: string) => readFileSync(join(folder, name), 'utf8')
  const servers: ReturnType<typeof createServer>[] = []

  const sign = (
    name: string,
    { issuer, altName, days, isCa }: { issuer: string; altName: string; days: string; isCa?: boolean },
  ) => {
    writeFileSync(
      join(folder, `${name}.ext`),
      isCa ? 'basicConstraints=critical,CA:true\n' : `subjectAltName=${altName}\n`,
    )
    run(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/O=Exempel ${name}/CN=${name}`,
    )
    const by =
      issuer === name
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`, '-CAcreateserial']
    run(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...by,
      '-out',
      `${name}.pem`,
      '-extfile',
      `${name}.ext`,
      '-days',
      days,
    )
  }

  const serve = async (name: string): Promise<string> => {
    const made = createServer(
      { key: file(`${name}.key`), cert: file(`${name}.pem`) },
      (_, response) => void response.end(CATALOG),
    )
    servers.push(made)
    return `https://127.0.0.1:${await listen(made)}/`
  }

  beforeAll(() => {
    sign('root', { issuer: 'root', altName: '', days: '30', isCa: true })
    sign('middle', { issuer: 'root', altName: '', days: '30', isCa: true })
    sign('good', { issuer: 'root', altName: 'IP:127.0.0.1', days: '30' })
    sign('other', { issuer: 'root', altName: 'DNS:annat.example.se', days: '30' })
    sign('leaf', { issuer: 'middle', altName: 'IP:127.0.0.1', days: '30' })
    sign('old', { issuer: 'root', altName: 'IP:127.0.0.1', days: '-1' })
  })
  afterAll(() => {
    for (const each of servers) each.close()
    rmSync(folder, { recursive: true })
  })

  const textOf = async (name: string, ca?: string) => {
    const outcome = await client({ retry: { retries: 0 }, ...(ca && { ca }) }).ask(await serve(name))
    return 'failure' in outcome ? `${outcome.failure.kind}: ${outcome.failure.error.text.en}` : 'ok'
  }

  it('a source may bring its own authority', async () => {
    expect(await textOf('good', file('root.pem'))).toBe('ok')
    expect(await textOf('good')).toMatch(/^tls: .*(incomplete|unknown issuer).*issued by Exempel root/)
  })
  it('an expired one is told with its date and issuer', async () => {
    expect(await textOf('old', file('root.pem'))).toMatch(
      /^tls: .*expired on \d{4}-\d\d-\d\d \(issued by Exempel root\)/,
    )
  })
  it('another host’s is told with the name it is for', async () => {
    expect(await textOf('other', file('root.pem'))).toMatch(
      /^tls: .*is for annat\.example\.se, not for 127\.0\.0\.1/,
    )
  })
  it('a missing link in the chain is told with the issuer', async () => {
    expect(await textOf('leaf', file('root.pem'))).toMatch(
      /^tls: .*chain.*incomplete.*issued by Exempel middle/,
    )
  })
})
