// A PostgreSQL of its own for a benchmark: a cluster in a temporary folder on a free port, gone when it ends.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BIN = '/usr/lib/postgresql/15/bin'

/** Gives the port and how to stop it; commits are durable as far as a crash of the server goes. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-pg-'))
  const idOf = (flag) => Number(execFileSync('id', [flag, 'postgres']).toString())
  // PostgreSQL refuses to run as root.
  const as = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g'), cwd: folder } : { cwd: folder }
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const made = ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync']
  execFileSync(join(BIN, 'initdb'), made, { ...as, stdio: 'ignore' })
  const probe = createServer()
  await new Promise((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address()
  await new Promise((done) => probe.close(done))
  const flags = ['-D', data, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(BIN, 'postgres'), flags, { ...as, stdio: ['ignore', 'ignore', 'pipe'] })
  await new Promise((done, fail) => {
    server.stderr.on('data', (piece) => String(piece).includes('ready to accept') && done())
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}`)))
  })
  return {
    addressOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGQUIT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
