// Runs `grunddata validate` on every file of a corpus of real catalogues and prints what came of it.
// Usage: GRUNDDATA_CORPUS=<folder with files/ and index.tsv> npm run corpus
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const corpus = process.env.GRUNDDATA_CORPUS
if (!corpus) {
  console.error('corpus: not run. Set GRUNDDATA_CORPUS to a folder with files/ and index.tsv.')
  process.exit(2)
}
const bin = fileURLToPath(new URL('../bin/grunddata.js', import.meta.url))
const index = readFileSync(`${corpus}/index.tsv`, 'utf8').trim().split('\n').slice(1)
const strict = new Map(index.map((line) => line.split('\t')).map((cells) => [cells[1], cells[15] === 'yes']))
const TIMEOUT_MS = 30_000
const ALLOWED = new Set([0, 1, 3])

function run(file) {
  const begin = performance.now()
  return new Promise((resolve) => {
    const options = { timeout: TIMEOUT_MS, maxBuffer: 1 << 30 }
    execFile(
      process.execPath,
      [bin, 'validate', `${corpus}/files/${file}`, '--format', 'json'],
      options,
      (error, stdout, stderr) => {
        const seconds = (performance.now() - begin) / 1000
        resolve({ file, seconds, stdout, stderr, code: error ? (error.killed ? 'timeout' : error.code) : 0 })
      },
    )
  })
}

function judge({ file, code, stdout, stderr }) {
  if (!ALLOWED.has(code)) return `ended with ${code}: ${stderr.split('\n')[0]}`
  if (/\n\s+at .*:\d+:\d+/.test(stderr)) return 'printed a stack trace'
  const [report] = JSON.parse(stdout).reports
  const aboutSyntax = report.findings.filter(({ rule }) => /^(syntax|document|iri|jsonld)-/.test(rule))
  if (strict.get(file) === false && !aboutSyntax.some(({ location }) => location.line > 0)) {
    return 'is not well formed, and no finding says so'
  }
  return undefined
}

const queue = readdirSync(`${corpus}/files`).sort()
const results = []
async function worker() {
  for (let file = queue.shift(); file; file = queue.shift()) results.push(await run(file))
}
await Promise.all([worker(), worker()])
results.sort((a, b) => (a.file < b.file ? -1 : 1))

console.log(
  `${'file'.padEnd(58)}${'error'.padStart(7)}${'warning'.padStart(9)}${'info'.padStart(7)}${'seconds'.padStart(9)}`,
)
let failed = 0
for (const result of results) {
  const fault = judge(result)
  if (fault) failed++
  const counts = fault?.startsWith('ended') ? {} : JSON.parse(result.stdout).reports[0].counts
  const cells = [counts.error, counts.warning, counts.info].map((n, i) =>
    String(n ?? '–').padStart([7, 9, 7][i]),
  )
  console.log(
    `${result.file.slice(0, 57).padEnd(58)}${cells.join('')}${result.seconds.toFixed(2).padStart(9)}${fault ? `  ✗ ${fault}` : ''}`,
  )
}
console.log(`\n${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed ? 1 : 0
