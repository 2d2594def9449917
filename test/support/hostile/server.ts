// The hostile server on loopback: every behaviour at its own path, raw ones on a port of their own.
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { type Behaviour, behaviours } from './behaviours.ts'
import { type RawBehaviour, rawBehaviours } from './raw.ts'
import type { SourceBehaviour } from './source-words.ts'

export interface HostileServer {
  /** `http://127.0.0.1:port/` of the behaviours; a name is appended. */
  readonly base: string
  /** How often a path was asked for. */
  readonly seen: ReadonlyMap<string, number>
  /** Address of a hostile source. */
  readonly source: (name: string) => string
  /** Address of a raw behaviour. */
  readonly raw: (name: string) => string
  readonly close: () => Promise<void>
}

/** Starts the server on free ports of 127.0.0.1, or the first of them on the one wished for. */
export async function startHostileServer(
  table: Readonly<Record<string, Behaviour>> = behaviours,
  rawTable: Readonly<Record<string, RawBehaviour>> = rawBehaviours,
  sources: Readonly<Record<string, SourceBehaviour>> = {},
  wishedPort = 0,
): Promise<HostileServer> {
  const seen = new Map<string, number>()
  let origin = ''
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1)
    const source = SOURCE.exec(name)?.[1]
    const counted = source ? `source/${source}` : name
    const times = (seen.get(counted) ?? 0) + 1
    seen.set(counted, times)
    if (source && Object.hasOwn(sources, source)) {
      const page = Number(new URL(request.url ?? '/', origin).searchParams.get('page') ?? 1)
      sources[source].answer(request, response, {
        base: `${origin}/source/${source}`,
        seen: times,
        page,
        origin,
      })
      return
    }
    if (name === 'robots.txt' && !table[name]) {
      response.end('User-agent: *\nDisallow: /source/robots-forbid\n')
      return
    }
    const behaviour = table[name]
    if (behaviour) behaviour.answer(request, response, times)
    else response.writeHead(404).end()
  })
  const sockets = await Promise.all(
    Object.entries(rawTable).map(async ([name, { bytes }]) => {
      const socketServer = createSocketServer((socket) => {
        socket.on('error', () => {})
        socket.once('data', () => socket.end(bytes))
      })
      return [name, { socketServer, port: await listen(socketServer) }] as const
    }),
  )
  const raw = new Map(sockets)
  const port = await listen(server, wishedPort)
  origin = `http://127.0.0.1:${port}`
  return {
    base: `http://127.0.0.1:${port}/`,
    seen,
    source: (name) => `${origin}/source/${name}`,
    raw: (name) => `http://127.0.0.1:${raw.get(name)?.port}/`,
    close: async () => {
      server.closeAllConnections()
      const all = [server, ...sockets.map(([, each]) => each.socketServer)]
      await Promise.all(all.map((each) => new Promise((done) => each.close(done))))
    },
  }
}

const SOURCE = /^source\/([a-z0-9-]+)/

export function listen(server: Server, port = 0): Promise<number> {
  return new Promise((done) => {
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}
