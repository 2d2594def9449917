// A real store behind the SPARQL 1.1 protocols, for tests: Oxigraph in a thread, HTTP before it, and faults on demand.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'

export interface GraphServer {
  /** Of the Graph Store Protocol. */
  readonly endpoint: string
  readonly user: string
  readonly password: string
  /** The value of `?n` in the only row of a query. */
  readonly count: (query: string) => Promise<number>
  readonly close: () => Promise<void>
}

export interface OxigraphServer extends GraphServer {
  /** Methods of the requests that were let through, with the graph. */
  readonly requests: string[]
  /** Statuses that the next requests are answered with instead of being looked at. */
  readonly faults: number[]
  /** Rows as JSON, or statements as N-Triples. */
  readonly query: (query: string) => Promise<string>
  /** Of the SPARQL Protocol, for queries by POST. */
  readonly queries: string
}

interface Answer {
  readonly text: string
  readonly mediaType: string
}

/** Starts on a free port of the loopback; wants Basic authentication for writing. */
export async function startOxigraph(): Promise<OxigraphServer> {
  const worker = new Worker(new URL('./oxigraph-worker.mjs', import.meta.url))
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  worker.on('message', ({ id, value, error }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(new Error(error))
    else call?.resolve(value)
  })
  let calls = 0
  const ask = (action: string, rest: object) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++calls, { resolve, reject })
      worker.postMessage({ id: calls, action, ...rest })
    })
  const requests: string[] = []
  const faults: number[] = []
  const [user, password] = ['anna', 'hemligt']
  const secret = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString('utf8')
    const fault = faults.shift()
    if (fault !== undefined)
      return response
        .writeHead(fault, { 'retry-after': '0', 'www-authenticate': 'Basic realm="store"' })
        .end('try again')
    if (request.url === '/query') {
      const query = new URLSearchParams(body).get('query') ?? ''
      const { text, mediaType } = (await ask('answer', { query, accept: request.headers.accept })) as Answer
      return response.writeHead(200, { 'content-type': mediaType }).end(text)
    }
    const method = request.method ?? 'GET'
    const graph = new URL(request.url ?? '/', 'http://x').searchParams.get('graph') ?? ''
    if (method !== 'GET' && request.headers.authorization !== secret)
      return response.writeHead(401, { 'www-authenticate': 'Basic realm="store"' }).end()
    requests.push(`${method} ${graph}`)
    const format = (request.headers['content-type'] ?? '').split(';')[0]
    const isThere = await ask('exists', { graph })
    if ((method === 'GET' || method === 'DELETE') && !isThere) return response.writeHead(404).end()
    if (method === 'GET') {
      const text = await ask('get', { graph })
      return response.writeHead(200, { 'content-type': 'application/n-triples' }).end(text)
    }
    await ask(method.toLowerCase(), { graph, body, format })
    return response.writeHead(isThere ? 204 : 201).end()
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(400).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}/store`,
    queries: `http://127.0.0.1:${port}/query`,
    user,
    password,
    requests,
    faults,
    query: async (query) => String(await ask('query', { query })),
    count: async (query) => {
      const answered = JSON.parse(String(await ask('query', { query })))
      return Number(answered.results.bindings[0].n.value)
    },
    close: async () => {
      await worker.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
