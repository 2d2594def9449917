// A real Virtuoso from Debian (virtuoso-opensource) with an empty database of its own, for tests.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphServer } from './oxigraph-server.ts'

const program = '/usr/bin/virtuoso-t'

/** Whether Debian's Virtuoso is installed; in CI it has to be. */
export const hasVirtuoso = existsSync(program)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The temporary database has files of its own: with those of the database the server would not start. */
function settings(folder: string, sqlPort: number, httpPort: number): string {
  const file = (name: string) => join(folder, name)
  return `[Database]
DatabaseFile = ${file('virtuoso.db')}
ErrorLogFile = ${file('virtuoso.log')}
LockFile = ${file('virtuoso.lck')}
TransactionFile = ${file('virtuoso.trx')}
xa_persistent_file = ${file('virtuoso.pxa')}
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = ${file('temporary.db')}
TransactionFile = ${file('temporary.trx')}
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:${sqlPort}
DisableUnixSocket = 1
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
[HTTPServer]
ServerPort = 127.0.0.1:${httpPort}
ServerRoot = ${folder}
MaxClientConnections = 5
[SPARQL]
ResultSetMaxRows = 10000
`
}

export interface VirtuosoServer extends GraphServer {
  /** Ends it as a failure of the machine does (SIGKILL), and starts it again on the same data. */
  readonly crash: () => Promise<void>
}

/** Starts one; resolves when it says that it is online. */
export async function startVirtuoso(): Promise<VirtuosoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'grunddata-virtuoso-'))
  const [sqlPort, httpPort] = [await freePort(), await freePort()]
  const ini = join(folder, 'virtuoso.ini')
  await writeFile(ini, settings(folder, sqlPort, httpPort))
  const start = async () => {
    const server = spawn(program, ['+configfile', ini, '+foreground', '+wait'], { cwd: folder })
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
    await new Promise<void>((resolve, reject) => {
      let said = ''
      const listen = (piece: Buffer) => {
        said += piece.toString('utf8')
        if (/Server online at/.test(said)) resolve()
      }
      server.stdout.on('data', listen)
      server.stderr.on('data', listen)
      server.once('exit', (code) => reject(new Error(`virtuoso ended with ${code}: ${said.slice(-2000)}`)))
    })
    return { server, ended }
  }
  let running = await start()
  const address = `http://127.0.0.1:${httpPort}`
  return {
    endpoint: `${address}/sparql-graph-crud-auth`,
    user: 'dba',
    password: 'dba',
    count: async (query) => {
      const url = new URL('/sparql', address)
      url.searchParams.set('query', query)
      const answer = await fetch(url, { headers: { accept: 'application/sparql-results+json' } })
      const { results } = (await answer.json()) as { results: { bindings: { n: { value: string } }[] } }
      return Number(results.bindings[0].n.value)
    },
    crash: async () => {
      running.server.kill('SIGKILL')
      await running.ended
      running = await start()
    },
    close: async () => {
      running.server.kill()
      await running.ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
