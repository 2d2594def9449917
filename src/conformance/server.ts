// A server on loopback that plays a case: it answers as the case says and counts what it is asked.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Answer, Routes } from './manifest.ts'

export interface CaseServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string
  /** Changes what is answered and forgets what was asked. */
  readonly play: (folder: string, routes: Routes) => void
  /** Questions by path since the last `play`. */
  readonly asked: () => Readonly<Record<string, number>>
  readonly close: () => Promise<void>
}

const mediaTypes: Readonly<Record<string, string>> = {
  trig: 'application/trig',
  ttl: 'text/turtle',
  nq: 'application/n-quads',
  nt: 'application/n-triples',
  jsonld: 'application/ld+json',
  html: 'text/html; charset=utf-8',
}

export async function openCaseServer(): Promise<CaseServer> {
  let folder = ''
  let routes: Routes = {}
  let counts: Record<string, number> = {}
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    const { [path]: answers } = routes
    counts[path] = (counts[path] ?? 0) + 1
    if (!answers || answers.length === 0) return void response.writeHead(404).end()
    await send(folder, answers[Math.min(counts[path], answers.length) - 1], request, response)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    play: (nextFolder, nextRoutes) => {
      folder = nextFolder
      routes = nextRoutes
      counts = {}
    },
    asked: () => counts,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function send(
  folder: string,
  { status = 200, file, accepts, headers = {} }: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (accepts !== undefined && !(request.headers.accept ?? '').includes(accepts))
    return void response.writeHead(406).end()
  const body = file === undefined ? undefined : await readFile(join(folder, file))
  const type = mediaTypes[file?.split('.').pop() ?? '']
  const all: Record<string, string> = { ...(type && { 'content-type': type }), ...headers }
  if (all.etag === 'auto' && body)
    all.etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
  if (status === 200 && all.etag !== undefined && request.headers['if-none-match'] === all.etag)
    return void response.writeHead(304, all).end()
  response.writeHead(status, all).end(body)
}
