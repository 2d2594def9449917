// Runs the W3C SHACL test suite: SHACL Core by the compiled engine alone, SHACL-SPARQL with shacl-engine behind it.
// Usage: GRUNDDATA_SUITES=<folder with w3c-shacl/> npm run conformance
// With `-- --differential` both engines are compared as well, on all files of GRUNDDATA_CORPUS however large (minutes).
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
const isDifferential = process.argv.includes('--differential')
const tests = ['test/conformance.test.ts', ...(isDifferential ? ['test/differential.test.ts'] : [])]
if (isDifferential) process.env.GRUNDDATA_DIFFERENTIAL = 'all'
try {
  execFileSync(process.execPath, [vitest, 'run', ...tests, '--reporter=json', `--outputFile=${file}`], {
    stdio: 'ignore',
  })
} catch {
  // Failures are told below, by name.
}
const suites = JSON.parse(readFileSync(file, 'utf8')).testResults
rmSync(folder, { recursive: true })

const results = suites.flatMap(({ assertionResults }) => assertionResults)

/** Prints how the tests of one part went, with those that failed by name; gives the number of failures. */
const print = (title, entries, known = []) => {
  const failed = entries.filter(({ status }) => status !== 'passed')
  for (const { title: name, failureMessages } of failed)
    console.log(`✗ ${name}: ${failureMessages[0]?.split('\n')[0]}`)
  const more = known.length > 0 ? `, ${known.length} known not to pass` : ''
  console.log(`${title}: ${entries.length - failed.length} passed, ${failed.length} failed${more}`)
  return failed.length
}
const named = (part) => results.filter(({ title }) => title.startsWith(part))
const known = named('is known not to pass')
for (const { title } of known) console.log(`· ${title.replace('is known not to pass ', '')}`)
const inFile = (part) =>
  suites.filter(({ name }) => name.endsWith(part)).flatMap(({ assertionResults }) => assertionResults)
const wrong =
  print('SHACL Core', named('core/')) +
  print('SHACL-SPARQL', named('sparql/'), known) +
  known.filter(({ status }) => status !== 'passed').length +
  (isDifferential ? print('Differential', inFile('differential.test.ts')) : 0)
process.exitCode = wrong > 0 || named('core/').length === 0 ? 1 : 0
