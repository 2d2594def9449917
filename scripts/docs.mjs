// Writes the generated documents (docs/rules.md), or with --check tells whether they are fresh.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const grunddata = (...args) =>
  execFileSync(process.execPath, [`${root}bin/grunddata.js`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })

const generated = { 'docs/rules.md': () => grunddata('rules', '--format', 'markdown', '--lang', 'en') }

let stale = 0
for (const [file, make] of Object.entries(generated)) {
  const text = make()
  if (!process.argv.includes('--check')) writeFileSync(root + file, text)
  else if (readFileSync(root + file, 'utf8') !== text) {
    stale++
    console.error(`${file} is stale: run npm run docs`)
  }
}
process.exitCode = stale ? 1 : 0
