// Files, folders, globs, standard input and http, against a real server on loopback that misbehaves.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../src/source/guard.ts'
import { type ReadOptions, type ReadResult, read } from '../src/source/index.ts'

const turtle = '<https://data.example.se/a> a <http://www.w3.org/ns/dcat#Catalog> .'
const folder = mkdtempSync(join(tmpdir(), 'grunddata-'))

async function all(refs: readonly string[], options?: ReadOptions): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = []
  for await (const result of read(refs, options)) results.push(result)
  return results
}

function outcome(result: ReadResult): string {
  return 'failure' in result ? result.failure.error.code : Buffer.from(result.document.bytes).toString('utf8')
}

const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/ok': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/turtle; charset=utf-8' }).end(turtle),
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(turtle)),
  '/moved': (_, response) => response.writeHead(308, { location: '/ok' }).end(),
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/to-file': (_, response) => response.writeHead(301, { location: 'file:///etc/hostname' }).end(),
  '/to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  '/gone': (_, response) => response.writeHead(404).end('no'),
  '/busy': (_, response) => response.writeHead(503).end(),
  '/endless': (_, response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(65536))) {}
    }
    response.on('drain', more)
    more()
  },
  '/silent': () => {},
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' })
    response.write('short')
    response.destroy()
  },
}

const server = createServer((request, response) => routes[request.url ?? '']?.(request, response))
let base = ''
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

describe('http', () => {
  const allowed: ReadOptions = {
    allowPrivate: ['127.0.0.1'],
    limits: { timeoutMs: 800, maxBytes: 1_000_000 },
  }

  it.each([
    ['/ok', turtle],
    ['/gzip', turtle],
    ['/moved', turtle],
    ['/loop', 'SOURCE_UNREACHABLE'],
    ['/to-file', 'SOURCE_REFUSED'],
    ['/to-metadata', 'SOURCE_REFUSED'],
    ['/gone', 'SOURCE_UNREACHABLE'],
    ['/busy', 'SOURCE_UNREACHABLE'],
    ['/endless', 'SOURCE_TOO_LARGE'],
    ['/silent', 'SOURCE_UNREACHABLE'],
    ['/cut', 'SOURCE_UNREACHABLE'],
  ])('%s gives %s', async (path, expected) => {
    const [result] = await all([base + path], allowed)
    expect(outcome(result)).toBe(expected)
  })

  it('tells where it ended up, and what the server said', async () => {
    const [result] = await all([`${base}/moved`], allowed)
    expect(result).toMatchObject({
      document: { url: `${base}/ok`, mediaType: 'text/turtle', charset: 'utf-8' },
    })
  })

  it('refuses private addresses, by number and by name', async () => {
    expect((await all([`${base}/ok`])).map(outcome)).toEqual(['SOURCE_REFUSED'])
    expect((await all([`${base.replace('127.0.0.1', 'localhost')}/ok`])).map(outcome)).toEqual([
      'SOURCE_REFUSED',
    ])
  })

  it.each([
    ['8.8.8.8', true],
    ['10.0.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fd00::1', false],
    ['2606:4700::1', true],
    ['0.0.0.0', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected)
  })
})

describe('files', () => {
  it('reads folders and globs in order, and only RDF', async () => {
    for (const name of ['b.ttl', 'a.rdf', 'c.txt']) writeFileSync(join(folder, name), name)
    expect((await all([folder])).map(outcome)).toEqual(['a.rdf', 'b.ttl'])
    expect((await all([join(folder, '*.ttl')])).map(outcome)).toEqual(['b.ttl'])
  })

  it('reads standard input', async () => {
    const stdin = (async function* () {
      yield Buffer.from('a')
      yield Buffer.from('b')
    })()
    expect((await all(['-'], { stdin })).map(outcome)).toEqual(['ab'])
  })

  it('goes on after what is not there', async () => {
    writeFileSync(join(folder, 'there.ttl'), 'there')
    const refs = ['missing.ttl', 'ftp://example.se/x', join(folder, '*.nq'), join(folder, 'there.ttl')]
    expect((await all(refs)).map(outcome)).toEqual([
      'SOURCE_NOT_FOUND',
      'SOURCE_REFUSED',
      'SOURCE_NOT_FOUND',
      'there',
    ])
  })

  it('refuses a file over the limit', async () => {
    const file = join(folder, 'there.ttl')
    expect((await all([file], { limits: { maxBytes: 2 } })).map(outcome)).toEqual(['SOURCE_TOO_LARGE'])
  })
})
