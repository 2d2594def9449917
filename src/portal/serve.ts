// The portal on a port: the adapter to Node's server, with compression and the address of whoever asks.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Portal } from './portal.ts'

export interface ServeOptions {
  readonly port: number
  readonly hostname: string
  /** Believe X-Forwarded-For: only behind a server of one's own that sets it. */
  readonly trustsProxy?: boolean
}

export interface Served {
  readonly address: string
  readonly close: () => Promise<void>
}

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** Listens; rejects when the port is taken. */
export function serveHttp(
  portal: Portal,
  { port, hostname, trustsProxy = false }: ServeOptions,
): Promise<Served> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        port,
        hostname,
        fetch: (request: Request, env: unknown) =>
          portal(request, { visitor: visitorOf(request, env as Incoming, trustsProxy) }),
        serverOptions: { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
      },
      (info) => {
        const host = hostname.includes(':') ? `[${hostname}]` : hostname
        resolve({ address: `http://${host}:${info.port}/`, close: () => closed(server as Server) })
      },
    )
    server.on('error', reject)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}

/** The last address in the header is the one that our own server saw. */
function visitorOf(request: Request, { incoming }: Incoming, trustsProxy: boolean): string {
  const forwarded = trustsProxy
    ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded || incoming?.socket?.remoteAddress || 'unknown'
}
