// Recorded exchanges (fixtures/http/*.http) and a server on loopback that plays them back.
//
// A file holds exchanges that begin with a line of `###` and a remark. Then: the request line, lines of `? text` that the
// request's body must hold, an empty line, the answer as HTTP writes it. `{base}` stands for the server's address.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { listen } from './hostile/server.ts'

interface Recorded {
  readonly method: string
  readonly path: string
  readonly wanted: readonly string[]
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Replay {
  readonly base: string
  /** `GET /path` of what was asked, in order. */
  readonly asked: readonly string[]
  /** What was asked for and is not recorded. */
  readonly missing: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts a server that answers as recorded; anything else is 404. */
export async function replay(file: string): Promise<Replay> {
  const recorded = parseExchanges(readFileSync(file, 'utf8'))
  const asked: string[] = []
  const missing: string[] = []
  let base = ''
  const server = createServer(async (request, response) => {
    const line = `${request.method} ${request.url}`
    const body = await bodyOf(request)
    asked.push(line)
    const found = recorded.find(
      (each) =>
        `${each.method} ${each.path}` === line &&
        each.wanted.every((text) => (body + JSON.stringify(request.headers)).includes(text)),
    )
    if (found) answer(found, base, response)
    else {
      missing.push(line)
      response.writeHead(404).end()
    }
  })
  base = `http://127.0.0.1:${await listen(server)}`
  return {
    base,
    asked,
    missing,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function answer({ status, headers, body }: Recorded, base: string, response: ServerResponse): void {
  const filled = Object.entries(headers).map(([name, value]) => [name, value.replaceAll('{base}', base)])
  const text = body.replaceAll('{base}', base)
  const isZipped = headers['Content-Type'] === 'application/gzip'
  response.writeHead(status, Object.fromEntries(filled)).end(isZipped ? gzipSync(text) : text)
}

export function parseExchanges(text: string): readonly Recorded[] {
  return text
    .split(/^###.*\n/m)
    .slice(1)
    .map((part) => {
      const [request, ...rest] = part.split('\n\n')
      const [head, ...body] = rest
      const [line, ...wishes] = request.trim().split('\n')
      const [method, path] = line.split(' ')
      const [statusLine, ...headerLines] = head.trim().split('\n')
      return {
        method,
        path,
        wanted: wishes.map((wish) => wish.replace(/^\? /, '')),
        status: Number(statusLine.split(' ')[1]),
        headers: Object.fromEntries(
          headerLines.map((each) => [
            each.slice(0, each.indexOf(':')),
            each.slice(each.indexOf(':') + 1).trim(),
          ]),
        ),
        body: body.length === 0 ? '' : `${body.join('\n\n').trimEnd()}\n`,
      }
    })
}
