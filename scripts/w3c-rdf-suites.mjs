// Fetches the W3C test suites for Turtle, TriG, N-Triples and N-Quads, which ship in Debian's source package of serd,
// into the folder GRUNDDATA_W3C (default .build/w3c) and prints that folder. Needs apt-get with deb-src enabled.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const suites = ['TurtleTests', 'TriGTests', 'NTriplesTests', 'NQuadsTests']
const target = resolve(process.env.GRUNDDATA_W3C ?? '.build/w3c')

if (suites.every((suite) => existsSync(join(target, suite, 'manifest.ttl')))) {
  console.log(target)
  process.exit(0)
}

const work = mkdtempSync(join(tmpdir(), 'grunddata-w3c-'))
try {
  execFileSync('apt-get', ['source', '--download-only', 'serd'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const archive = readdirSync(work).find((name) => /\.orig\.tar\.(xz|gz|bz2)$/.test(name))
  if (!archive) throw new Error('apt-get source gave no archive of serd')
  execFileSync('tar', ['-xf', archive, '--strip-components=1'], { cwd: work })
  mkdirSync(target, { recursive: true })
  for (const suite of suites) cpSync(join(work, 'test', suite), join(target, suite), { recursive: true })
  console.log(target)
} finally {
  rmSync(work, { recursive: true, force: true })
}
