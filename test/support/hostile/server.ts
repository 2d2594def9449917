// The hostile server on loopback: every behaviour at its own path, raw ones on a port of their own.
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { type Behaviour, behaviours } from './behaviours.ts'
import { type RawBehaviour, rawBehaviours } from './raw.ts'

export interface HostileServer {
  /** `http://127.0.0.1:port/` of the behaviours; a name is appended. */
  readonly base: string
  /** How often a path was asked for. */
  readonly seen: ReadonlyMap<string, number>
  /** Address of a raw behaviour. */
  readonly raw: (name: string) => string
  readonly close: () => Promise<void>
}

/** Starts the server on free ports of 127.0.0.1. */
export async function startHostileServer(
  table: Readonly<Record<string, Behaviour>> = behaviours,
  rawTable: Readonly<Record<string, RawBehaviour>> = rawBehaviours,
): Promise<HostileServer> {
  const seen = new Map<string, number>()
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
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
  const port = await listen(server)
  return {
    base: `http://127.0.0.1:${port}/`,
    seen,
    raw: (name) => `http://127.0.0.1:${raw.get(name)?.port}/`,
    close: async () => {
      server.closeAllConnections()
      const all = [server, ...sockets.map(([, each]) => each.socketServer)]
      await Promise.all(all.map((each) => new Promise((done) => each.close(done))))
    },
  }
}

export function listen(server: Server): Promise<number> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}
