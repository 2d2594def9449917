// A stand-in for one context of an EntryStore, behind real HTTP. What it answers follows the integration tests of
// EntryStore itself: POST 201 with the entry's id, 409 for an id that is taken, PUT and DELETE 204, 404 for what is
// not there, 401 without the cookie that /auth/cookie gives and, for what writes, without the token against forgery that
// comes with it (entrystore.csrf.enabled), metadata as RDF/JSON.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface EntryStoreDouble {
  readonly context: string
  readonly user: string
  readonly password: string
  /** Metadata by entry id. */
  readonly entries: Map<string, { resource: string; metadata: unknown }>
  /** What was asked for beside reading, such as `POST`, `PUT`, `DELETE`. */
  readonly writes: string[]
  readonly close: () => Promise<void>
}

export async function startEntryStore(): Promise<EntryStoreDouble> {
  const entries = new Map<string, { resource: string; metadata: unknown }>()
  const writes: string[] = []
  const [user, password, token, guard] = ['anna', 'hemligt', 'abc123', '7f1c-22']

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString('utf8')
    const url = new URL(request.url ?? '/', 'http://x')
    const method = request.method ?? 'GET'
    const reply = (status: number, content?: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(content === undefined ? '' : JSON.stringify(content))
    if (url.pathname === '/store/auth/cookie') {
      const form = new URLSearchParams(body)
      if (form.get('auth_username') !== user || form.get('auth_password') !== password) return reply(401)
      response.setHeader('set-cookie', [
        `auth_token=${token};path=/store;max-age=3600;HttpOnly`,
        `XSRF-TOKEN=${guard}; Path=/; Expires=Sat, 28 Nov 2026 10:00:00 GMT`,
      ])
      return reply(200, {})
    }
    if (!(request.headers.cookie ?? '').includes(`auth_token=${token}`)) return reply(401)
    const isGuarded =
      request.headers['x-xsrf-token'] === guard && request.headers.cookie?.includes(`XSRF-TOKEN=${guard}`)
    if (method !== 'GET' && !isGuarded) return reply(401)
    const [, , context, kind, id] = url.pathname.split('/')
    if (context !== '42') return reply(404)
    if (method !== 'GET') writes.push(method)
    if (kind === undefined && method === 'GET') return reply(200, [...entries.keys()])
    if (kind === undefined && method === 'POST') return create(url, body, reply)
    const entry = entries.get(id ?? '')
    if (!entry) return reply(404)
    if (kind === 'metadata' && method === 'GET') return reply(200, entry.metadata)
    if (kind === 'metadata' && method === 'PUT') {
      entries.set(id, { ...entry, metadata: JSON.parse(body) })
      return reply(204)
    }
    if (kind === 'entry' && method === 'DELETE') {
      entries.delete(id)
      return reply(204)
    }
    return reply(405)
  }
  const create = (url: URL, body: string, reply: (status: number, content?: unknown) => void) => {
    const id = url.searchParams.get('id') ?? String(entries.size + 1)
    const resource = url.searchParams.get('resource')
    if (url.searchParams.get('entrytype') !== 'link' || resource === null) return reply(400)
    if (entries.has(id)) return reply(409)
    entries.set(id, { resource, metadata: JSON.parse(body).metadata ?? {} })
    return reply(201, { entryId: id })
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(400).end(String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    context: `http://127.0.0.1:${port}/store/42`,
    user,
    password,
    entries,
    writes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
