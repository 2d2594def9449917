// What a bad server can do, and what must come of it: the table that the tests and `npm run hostile` read.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { FailureName } from '../../../src/source/http/exchange.ts'

/** `text` is what the body must be; a failure is told by its kind; `attempts` counts questions asked. */
export type Expected =
  | { readonly text: string; readonly status?: number; readonly hops?: number; readonly attempts?: number }
  | { readonly failure: FailureName; readonly attempts?: number }

export interface Behaviour {
  /** What it does, in one line. */
  readonly does: string
  readonly answer: (request: IncomingMessage, response: ServerResponse, seen: number) => void
  readonly expect: Expected
}

export const CATALOG = '<https://data.example.se/a> a <http://www.w3.org/ns/dcat#Catalog> .\n'

const ok = { text: CATALOG }
const turtle = { 'content-type': 'text/turtle; charset=utf-8' }

const send =
  (status: number, headers: Record<string, string | string[]> = {}, body: string | Buffer = '') =>
  (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, headers).end(body)

const redirect = (status: number, location: string) => send(status, { location })

/** Fails until it was asked `times` times. */
const after =
  (times: number, first: Behaviour['answer'], then = send(200, turtle, CATALOG)): Behaviour['answer'] =>
  (request, response, seen) =>
    (seen < times ? first : then)(request, response, seen)

function endless(response: ServerResponse, piece: Buffer | string): void {
  // The body of an answer to HEAD is thrown away and never fills a buffer.
  if (response.req.method === 'HEAD') return void response.end()
  const more = () => {
    while (!response.destroyed && response.write(piece)) {}
  }
  response.on('drain', more)
  more()
}

const nested = (levels: number): Buffer => {
  let bytes: Buffer = Buffer.alloc(4_000_000)
  for (let level = 0; level < levels; level++) bytes = gzipSync(bytes)
  return bytes
}

/** Paths of the server. Bodies are capped at 2 MB and each try at 500 ms by the test's client. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  ok: { does: 'answers as it should', answer: send(200, turtle, CATALOG), expect: ok },
  gzip: {
    does: 'compresses with gzip',
    answer: send(200, { 'content-encoding': 'gzip' }, gzipSync(CATALOG)),
    expect: ok,
  },
  brotli: {
    does: 'compresses with brotli',
    answer: send(200, { 'content-encoding': 'br' }, brotliCompressSync(CATALOG)),
    expect: ok,
  },
  deflate: {
    does: 'compresses with deflate',
    answer: send(200, { 'content-encoding': 'deflate' }, deflateSync(CATALOG)),
    expect: ok,
  },
  'gzip-twice': {
    does: 'compresses twice and says so',
    answer: send(200, { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(CATALOG))),
    expect: ok,
  },
  'empty-body': { does: 'answers with nothing', answer: send(200, turtle), expect: { text: '' } },
  'no-content': { does: 'answers 204', answer: send(204), expect: { text: '', status: 204 } },
  'header-cookies': {
    does: 'sets cookies that nobody asked for',
    answer: send(200, { 'set-cookie': ['a=1', 'b=2'] }, CATALOG),
    expect: ok,
  },
  'cookies-required': {
    does: 'sends everybody without a cookie round in a circle',
    answer: (request, response) =>
      request.headers.cookie
        ? send(200, turtle, CATALOG)(request, response)
        : send(302, { location: '/cookies-required', 'set-cookie': 'a=1' })(request, response),
    expect: { failure: 'redirects' },
  },
  'redirect-301': { does: 'has moved for good', answer: redirect(301, '/ok'), expect: { ...ok, hops: 1 } },
  'redirect-302': { does: 'has moved for now', answer: redirect(302, '/ok'), expect: { ...ok, hops: 1 } },
  'redirect-303': { does: 'says see other', answer: redirect(303, '/ok'), expect: { ...ok, hops: 1 } },
  'redirect-307': { does: 'redirects temporarily', answer: redirect(307, '/ok'), expect: { ...ok, hops: 1 } },
  'redirect-308': { does: 'redirects permanently', answer: redirect(308, '/ok'), expect: { ...ok, hops: 1 } },
  'redirect-chain': {
    does: 'redirects twice',
    answer: redirect(301, '/redirect-302'),
    expect: { ...ok, hops: 2 },
  },
  'redirect-loop': {
    does: 'redirects to itself',
    answer: redirect(302, '/redirect-loop'),
    expect: { failure: 'redirects' },
  },
  'redirect-file': {
    does: 'redirects to a file',
    answer: redirect(302, 'file:///etc/hostname'),
    expect: { failure: 'refused' },
  },
  'redirect-data': {
    does: 'redirects to a data: address',
    answer: redirect(302, 'data:text/turtle,x'),
    expect: { failure: 'refused' },
  },
  'redirect-private': {
    does: 'redirects to a private network',
    answer: redirect(302, 'http://10.0.0.1/'),
    expect: { failure: 'refused' },
  },
  'redirect-metadata': {
    does: 'redirects to the metadata address of a cloud',
    answer: redirect(302, 'http://169.254.169.254/latest/'),
    expect: { failure: 'refused' },
  },
  'redirect-mapped': {
    does: 'redirects to loopback written as IPv6',
    answer: redirect(302, 'http://[::ffff:7f00:1]/'),
    expect: { failure: 'refused' },
  },
  'redirect-decimal': {
    does: 'redirects to an address written as one number',
    answer: redirect(302, 'http://2852039166/'),
    expect: { failure: 'refused' },
  },
  'redirect-name': {
    does: 'redirects to a name that leads to loopback',
    answer: redirect(302, 'http://localhost:1/'),
    expect: { failure: 'refused' },
  },
  'redirect-broken': {
    does: 'redirects to something that is no address',
    answer: redirect(302, 'http://['),
    expect: { failure: 'address' },
  },
  'redirect-nowhere': {
    does: 'redirects without saying where',
    answer: send(302),
    expect: { failure: 'client-error' },
  },
  'not-found': {
    does: 'answers 404',
    answer: send(404, {}, 'no'),
    expect: { failure: 'not-found', attempts: 1 },
  },
  gone: { does: 'answers 410', answer: send(410), expect: { failure: 'gone', attempts: 1 } },
  unauthorized: { does: 'answers 401', answer: send(401), expect: { failure: 'forbidden', attempts: 1 } },
  forbidden: { does: 'answers 403', answer: send(403), expect: { failure: 'forbidden', attempts: 1 } },
  teapot: { does: 'answers 418', answer: send(418), expect: { failure: 'client-error', attempts: 1 } },
  'server-error': {
    does: 'answers 500 every time',
    answer: send(500),
    expect: { failure: 'server-error', attempts: 3 },
  },
  'bad-gateway': {
    does: 'answers 502 twice, then as it should',
    answer: after(3, send(502)),
    expect: { ...ok, attempts: 3 },
  },
  unavailable: { does: 'answers 503 once', answer: after(2, send(503)), expect: { ...ok, attempts: 2 } },
  'gateway-timeout': {
    does: 'answers 504 once',
    answer: after(2, send(504)),
    expect: { ...ok, attempts: 2 },
  },
  'request-timeout': {
    does: 'answers 408 once',
    answer: after(2, send(408)),
    expect: { ...ok, attempts: 2 },
  },
  'too-early': { does: 'answers 425 once', answer: after(2, send(425)), expect: { ...ok, attempts: 2 } },
  'busy-bare': {
    does: 'answers 429 without saying how long',
    answer: after(2, send(429)),
    expect: { ...ok, attempts: 2 },
  },
  'busy-seconds': {
    does: 'answers 429 with seconds',
    answer: after(2, send(429, { 'retry-after': '7' })),
    expect: { ...ok, attempts: 2 },
  },
  'busy-date': {
    does: 'answers 429 with a date',
    answer: after(2, send(429, { 'retry-after': 'Fri, 01 Jan 2027 00:00:09 GMT' })),
    expect: { ...ok, attempts: 2 },
  },
  'busy-hour': {
    does: 'answers 429 and asks for an hour',
    answer: send(429, { 'retry-after': '3600' }),
    expect: { failure: 'busy', attempts: 1 },
  },
  'busy-nonsense': {
    does: 'answers 503 with a Retry-After that says nothing',
    answer: after(2, send(503, { 'retry-after': 'soon' })),
    expect: { ...ok, attempts: 2 },
  },
  'not-modified': {
    does: 'answers 304 though nobody has a copy',
    answer: send(304),
    expect: { failure: 'protocol' },
  },
  silent: { does: 'never answers', answer: () => {}, expect: { failure: 'timeout', attempts: 3 } },
  'slow-loris': {
    does: 'sends a byte now and then',
    answer: (_, response) => {
      response.writeHead(200, turtle)
      const timer = setInterval(() => response.write('#'), 50)
      response.on('close', () => clearInterval(timer))
    },
    expect: { failure: 'timeout' },
  },
  endless: {
    does: 'never stops',
    answer: (_, response) => endless(response.writeHead(200), 'x'.repeat(65_536)),
    expect: { failure: 'too-large', attempts: 1 },
  },
  'length-lie': {
    does: 'promises 10 GB',
    answer: (_, response) => void response.writeHead(200, { 'content-length': '10737418240' }).write('x'),
    expect: { failure: 'too-large', attempts: 1 },
  },
  bomb: {
    does: 'swells a thousandfold',
    answer: send(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(1_900_000))),
    expect: { failure: 'bomb', attempts: 1 },
  },
  'bomb-nested': {
    does: 'swells level by level',
    answer: send(200, { 'content-encoding': 'gzip, gzip' }, nested(2)),
    expect: { failure: 'bomb' },
  },
  'bomb-deep': {
    does: 'says it is compressed three times',
    answer: send(200, { 'content-encoding': 'gzip, gzip, gzip' }, nested(3)),
    expect: { failure: 'encoding' },
  },
  'gzip-not': {
    does: 'says gzip and sends text',
    answer: send(200, { 'content-encoding': 'gzip' }, CATALOG),
    expect: { failure: 'encoding' },
  },
  'gzip-cut': {
    does: 'cuts the compressed body short',
    answer: send(200, { 'content-encoding': 'gzip' }, gzipSync(CATALOG).subarray(0, 40)),
    expect: { failure: 'truncated' },
  },
  'encoding-unknown': {
    does: 'uses a compression nobody knows',
    answer: send(200, { 'content-encoding': 'lzw9' }, CATALOG),
    expect: { failure: 'encoding' },
  },
  cut: {
    does: 'breaks off in the middle',
    answer: (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('short', () => response.destroy())
    },
    expect: { failure: 'connection' },
  },
  reset: {
    does: 'hangs up without a word',
    answer: (_, response) => void response.destroy(),
    expect: { failure: 'connection' },
  },
  'reset-once': {
    does: 'hangs up the first time',
    answer: after(2, (_, response) => void response.destroy()),
    expect: { ...ok, attempts: 2 },
  },
  'header-flood': {
    does: 'sends a head that does not end',
    answer: send(200, Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`x-${i}`, 'y'.repeat(100)]))),
    expect: { failure: 'protocol' },
  },
}
