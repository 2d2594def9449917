// A PostgreSQL of our own for tests: a cluster in a temporary folder on a free port, gone when the test is.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const BIN = '/usr/lib/postgresql/15/bin'

/** Whether PostgreSQL 15 is here; in CI it must be. */
export const hasPostgres = existsSync(join(BIN, 'postgres'))

export interface Cluster {
  readonly port: number
  /** A new, empty database; gives its address. */
  readonly database: () => Promise<string>
  /** Runs a statement as the owner of it all. */
  readonly sql: (text: string) => Promise<pg.QueryResult>
  /** Ends the server as a failure of the machine does (SIGKILL), and starts it again on the same data. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** The user that PostgreSQL runs as: it refuses to run as root. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}

/** `isDurable`: what was said to be committed outlives a crash of the server; slower. */
export async function startPostgres({ isDurable = false } = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-pg-'))
  const { uid, gid } = owner()
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  const as = { ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }), cwd: folder }
  const data = join(folder, 'data')
  execFileSync(
    join(BIN, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync'],
    { ...as, stdio: 'ignore' },
  )
  const port = await freePort()
  const flags = [
    'fsync=off',
    `synchronous_commit=${isDurable ? 'on' : 'off'}`,
    'full_page_writes=off',
    'max_connections=100',
    'listen_addresses=127.0.0.1',
  ]
  const start = async () => {
    const server = spawn(
      join(BIN, 'postgres'),
      ['-D', data, '-p', `${port}`, '-k', folder, ...flags.flatMap((flag) => ['-c', flag])],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const ended = new Promise<number | null>((done) => server.once('exit', done))
    const isReady = await new Promise<boolean>((resolve) => {
      server.stderr.on('data', (piece: Buffer) => {
        if (piece.toString().includes('ready to accept connections')) resolve(true)
      })
      void ended.then(() => resolve(false))
    })
    return { server, ended, isReady }
  }
  let running = await start()
  if (!running.isReady) throw new Error(`PostgreSQL ended with ${await running.ended}`)
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  const pool = new pg.Pool({ connectionString: address('postgres'), max: 1 })
  pool.on('error', () => {})
  let n = 0
  return {
    port,
    sql: (text) => pool.query(text),
    database: async () => {
      const name = `test_${process.pid}_${n++}`
      await pool.query(`create database ${name}`)
      return address(name)
    },
    crash: async () => {
      running.server.kill('SIGKILL')
      await running.ended
      // The processes of its connections end when they notice; until then it does not start.
      for (let tries = 0; tries < 100; tries++) {
        running = await start()
        if (running.isReady) return
      }
      throw new Error('PostgreSQL did not start again')
    },
    stop: async () => {
      await pool.end()
      running.server.kill('SIGQUIT')
      await running.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
