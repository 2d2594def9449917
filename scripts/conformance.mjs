// Runs the SHACL Core part of the W3C SHACL test suite by the compiled engine.
// Usage: GRUNDDATA_SUITES=<folder with w3c-shacl/> npm run conformance
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (!process.env.GRUNDDATA_SUITES) {
  console.error('conformance: not run. Set GRUNDDATA_SUITES to a folder with w3c-shacl/.')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
const file = join(folder, 'results.json')
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const tests = ['test/conformance.test.ts']
try {
  execFileSync(process.execPath, [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${file}`], {
    stdio: 'ignore',
  })
} catch {
  // Failures are told below, by name.
}
const suites = JSON.parse(readFileSync(file, 'utf8')).testResults
rmSync(folder, { recursive: true })

const print = (title, part) => {
  const results = suites
    .filter(({ name }) => name.endsWith(part))
    .flatMap(({ assertionResults }) => assertionResults)
  const entries = results.filter(({ title }) => title.includes('/') || title.includes('-'))
  const failed = entries.filter(({ status }) => status !== 'passed')
  for (const { title: name, failureMessages } of failed)
    console.log(`✗ ${name}: ${failureMessages[0]?.split('\n')[0]}`)
  console.log(`${title}: ${entries.length - failed.length} passed, ${failed.length} failed`)
  return failed.length
}
const core = print('SHACL Core', 'conformance.test.ts')
process.exitCode = core > 0 ? 1 : 0
