// Fetches the W3C RDF/XML test cases (RDF Core, the ones RDF 1.1 reuses) out of a Debian source package that
// carries them, and unpacks them to <folder>/rdfxml.
// usage: node scripts/w3c-rdfxml-suite.mjs [folder = .build/w3c], then GRUNDDATA_W3C=<folder> npx vitest run rdfxml-w3c
// Needs apt with a deb-src line, tar and the network.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PACKAGE = 'librdf-trine-perl'
const SHA256 = '1bb07daa10781738aeedd8e70156868c9a70fbd310f05f2ec1f6ea02d8697060'

const target = join(resolve(process.argv[2] ?? '.build/w3c'), 'rdfxml')
const work = mkdtempSync(join(tmpdir(), 'w3c-rdfxml-'))
try {
  try {
    execFileSync('apt-get', ['source', '--download-only', PACKAGE], { cwd: work, stdio: 'ignore' })
  } catch {
    // apt also wants the packaging files, which a mirror may lack; the suite is in the upstream archive.
  }
  const archive = readdirSync(work).find((file) => /\.orig\.tar\./.test(file))
  if (!archive) throw new Error(`apt-get source ${PACKAGE} gave no archive; is there a deb-src line?`)
  const digest = createHash('sha256')
    .update(readFileSync(join(work, archive)))
    .digest('hex')
  if (digest !== SHA256) throw new Error(`${archive} is not the archive this script knows (sha256 ${digest})`)
  mkdirSync(target, { recursive: true })
  const inside = 'RDF-Trine-1.019/t/data/rdfxml-w3c'
  const options = ['-xzf', join(work, archive), '-C', target, '--strip-components=4', inside]
  execFileSync('tar', options)
  if (!existsSync(join(target, 'Manifest.rdf')))
    throw new Error('the archive has no suite where it is expected')
  console.log(`RDF/XML suite in ${target}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
