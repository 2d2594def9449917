// Redirects from one host to another: the second is treated with the same manners as the first. Two hosts on loopback.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type Client, type ClientOptions, createClient } from '../src/source/http/index.ts'
import { hasOpenssl, startTlsServers } from './support/hostile/certificates.ts'

type Routes = Readonly<Record<string, (response: ServerResponse) => void>>

interface Host {
  readonly base: string
  /** Paths asked for, in order. */
  readonly asked: readonly string[]
}

const servers: Server[] = []
const clients: Client[] = []

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A host of its own; without a row for it, robots.txt is missing and everything allowed. */
async function host(address: string, routes: Routes): Promise<Host> {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const route = routes[url]
    if (route) route(response)
    else response.writeHead(404).end()
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, address, done))
  return { base: `http://${address}:${(server.address() as AddressInfo).port}`, asked }
}

function client(options: ClientOptions = {}): Client {
  const made = createClient({
    allowPrivate: ['127.0.0.1', '127.0.0.2'],
    limits: { timeoutMs: 5_000 },
    retry: { retries: 0 },
    ...options,
  })
  clients.push(made)
  return made
}

const text = (body: string) => (response: ServerResponse) => void response.end(body)
const to = (address: () => string) => (response: ServerResponse) =>
  void response.writeHead(302, { location: address() }).end()

describe('a redirect to another host', () => {
  it('keeps to the robots.txt of that host', async () => {
    const second = await host('127.0.0.2', {
      '/robots.txt': text('User-agent: *\nDisallow: /hemligt'),
      '/hemligt': text('no'),
    })
    const first = await host('127.0.0.1', { '/a': to(() => `${second.base}/hemligt`) })
    const outcome = await client({ robots: true }).ask(`${first.base}/a`)
    expect(outcome).toMatchObject({ failure: { kind: 'robots', asked: `${first.base}/a`, attempts: 1 } })
    expect('failure' in outcome && outcome.failure.error.text.en).toContain(second.base.slice(7))
    expect(second.asked).toEqual(['/robots.txt'])
    expect(await client().ask(`${first.base}/a`)).toHaveProperty('exchange')
  })

  it('and within a host each address is held against its robots.txt', async () => {
    const only = await host('127.0.0.1', {
      '/robots.txt': text('User-agent: *\nDisallow: /hemligt'),
      '/a': to(() => '/hemligt'),
      '/hemligt': text('no'),
    })
    expect(await client({ robots: true }).ask(`${only.base}/a`)).toMatchObject({
      failure: { kind: 'robots' },
    })
    expect(only.asked).toEqual(['/robots.txt', '/a'])
  })

  it('waits for the turn of that host', async () => {
    let now = 0
    let most = 0
    const held: ServerResponse[] = []
    const answer = (response: ServerResponse) => {
      most = Math.max(most, ++now)
      held.push(response)
      // Let the rest come, if it will, before the answer.
      setImmediate(() => setImmediate(() => setImmediate(release)))
    }
    const release = () => {
      now--
      held.shift()?.end('ok')
    }
    const second = await host('127.0.0.2', { '/x': answer, '/y': answer, '/z': answer })
    const first = await host('127.0.0.1', { '/x': to(() => `${second.base}/x`) })
    const third = await host('127.0.0.1', { '/y': to(() => `${second.base}/y`) })
    const one = client()
    const outcomes = await Promise.all(
      [`${first.base}/x`, `${third.base}/y`, `${second.base}/z`].map((address) => one.ask(address)),
    )
    expect(outcomes.every((outcome) => 'exchange' in outcome)).toBe(true)
    expect(most).toBe(1)
  })

  it('two hosts that redirect to each other do not wait for ever', async () => {
    const first: Host = await host('127.0.0.1', { '/a': to(() => `${second.base}/b`), '/b': text('first') })
    const second: Host = await host('127.0.0.2', { '/a': to(() => `${first.base}/b`), '/b': text('second') })
    const one = client({ total: 1 })
    const outcomes = await Promise.all([one.ask(`${first.base}/a`), one.ask(`${second.base}/a`)])
    expect(
      outcomes.map((outcome) => 'exchange' in outcome && Buffer.from(outcome.exchange.body).toString()),
    ).toEqual(['second', 'first'])
  })

  it('robots.txt itself may be at the other host', async () => {
    const second: Host = await host('127.0.0.2', {
      '/robots.txt': to(() => `${first.base}/regler`),
      '/a': text('ok'),
    })
    const first: Host = await host('127.0.0.1', {
      '/robots.txt': to(() => `${second.base}/robots.txt`),
      '/regler': text('User-agent: *\nDisallow: /b'),
    })
    const one = client({ robots: true, total: 1 })
    const [a, b] = await Promise.all([one.ask(`${second.base}/a`), one.ask(`${first.base}/b`)])
    expect(a).toHaveProperty('exchange')
    expect(b).toMatchObject({ failure: { kind: 'robots' } })
  })

  it('it is the host that asks for a rest that gets one', async () => {
    const pauses: number[] = []
    const second = await host('127.0.0.2', {
      '/b': (response) => void response.writeHead(503, { 'retry-after': '7' }).end(),
      '/c': text('ok'),
    })
    const first = await host('127.0.0.1', { '/a': to(() => `${second.base}/b`), '/c': text('ok') })
    const one = client({ retry: { retries: 1 }, now: () => 0, pause: async (ms) => void pauses.push(ms) })
    await one.ask(`${first.base}/a`)
    // Once between the tries, once before the second try's turn at the second host.
    expect(pauses).toEqual([7000, 7000])
    await one.ask(`${first.base}/c`)
    expect(pauses).toEqual([7000, 7000])
    await one.ask(`${second.base}/c`)
    expect(pauses).toEqual([7000, 7000, 7000])
  })

  it.runIf(process.env.CI === 'true' || hasOpenssl())(
    'a certificate that is not accepted is that of the host that showed it (needs openssl)',
    async () => {
      const tls = await startTlsServers()
      try {
        const wrong = tls.address('tls-expired')
        const first = await host('127.0.0.2', { '/a': to(() => wrong) })
        const outcome = await client({ ca: tls.root }).ask(`${first.base}/a`)
        const said = 'failure' in outcome ? outcome.failure.error.text.en : ''
        expect(said).toContain(new URL(wrong).host)
        expect(said).toMatch(/expired on \d{4}-\d\d-\d\d \(issued by Exempel root\)/)
      } finally {
        tls.close()
      }
    },
  )
})
