// The benchmark: `npm run bench`. Every row runs side by side with its peers, after their results were compared.
// Options: --runs <n> (5), --size <datasets> (17500), --large <datasets> (175000), --only <text in a row's id>, --quick,
// --fresh (forget runs that were cut off), --built <folder> (dist), --data <folder>, --budget <minutes> (25).
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compareResults } from './compare.mjs'
import { dataIn } from './data.mjs'
import { measure } from './measure.mjs'
import { plan } from './plan.mjs'
import { shapeSets } from './shapes.mjs'
import { openState } from './state.mjs'
import { summarise } from './summary.mjs'
import { printReport } from './table.mjs'
import { judge } from './targets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    size: { type: 'string', default: '17500' },
    large: { type: 'string', default: '175000' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    built: { type: 'string', default: 'dist' },
    data: { type: 'string', default: `${tmpdir()}/grunddata-bench` },
    budget: { type: 'string', default: '25' },
  },
})
const sizes = options.quick
  ? { runs: 1, size: 2000, large: 4000 }
  : { runs: Number(options.runs), size: Number(options.size), large: Number(options.large) }
const built = resolve(root, options.built)
const scratch = resolve(options.data)
mkdirSync(`${scratch}/results`, { recursive: true })
const shapes = shapeSets()
const rows = plan({ built, data: dataIn(scratch), shapes, scratch: `${scratch}/results`, ...sizes }).filter(
  ({ id }) => id.includes(options.only),
)
const code = { commit: git('rev-parse', '--short', 'HEAD'), built: builtAt() }
const state = openState(`${scratch}/state.jsonl`, { ...code, ...sizes }, options.fresh)
if (state.records.length === 0) {
  for (const name of readdirSync(`${scratch}/results`)) rmSync(`${scratch}/results/${name}`)
}
const started = performance.now()

const verdicts = {}
for (const row of rows) await runRow(row)
report()

/** A row's engines take turns, so that a slower minute of the machine is shared by all of them. */
async function runRow(row) {
  const { file, bytes } = row.data()
  console.error(`${row.title} (${Math.round(bytes / 1e5) / 10} MB)`)
  const turns = Math.max(...row.engines.map(({ runs }) => runs))
  for (let turn = 0; turn < turns; turn++) {
    for (const engine of row.engines) {
      const done = state.of(row.id, engine.name)
      if (turn >= engine.runs || done.length > turn || done.some(({ failed }) => failed)) continue
      await runEngine({ row, engine, file, bytes })
    }
  }
  if (!row.isCompared) return
  const files = Object.fromEntries(row.engines.map(({ name, out }) => [name, out]))
  verdicts[row.id] = compareResults(files, verdicts[row.gate])
}

async function runEngine({ row, engine, file, bytes }) {
  const failed = reasonNotTo(row, engine)
  const outcome = failed
    ? { failed }
    : await measure(engine.command(file, engine.out ?? '-'), { timeout: engine.timeout, scratch })
  state.add({ row: row.id, engine: engine.name, bytes, ...outcome })
  if (outcome.failed || outcome.wall > 1)
    console.error(`  ${engine.name}: ${outcome.failed ?? `${outcome.wall.toFixed(2)} s`}`)
}

function reasonNotTo(row, engine) {
  if (engine.missing) return `not here: ${engine.missing}`
  const minutes = (performance.now() - started) / 60000
  if (minutes > Number(options.budget) && engine.name !== 'ours') return 'no time left: --budget'
  const verdict = verdicts[row.gate]?.[engine.name.replace(', warm', '')]
  if (verdict && !verdict.same && !verdict.why)
    return `its results differ at 1000 datasets: ${verdict.onlyOurs} missing, ${verdict.onlyTheirs} of its own`
  return undefined
}

function report() {
  const summary = summarise(rows, state, verdicts)
  const targets = judge(summary, { ...sizes, knows: new Set(rows.map(({ id }) => id)) })
  const outcome = {
    date: new Date().toISOString(),
    machine: machine(),
    code: { commit: code.commit },
    shapes: shapes.name,
    options: sizes,
    targets,
    rows: summary,
  }
  printReport(outcome)
  if (options.only || options.quick) return
  const file = `${root}bench/results/${outcome.date.slice(0, 10)}.json`
  mkdirSync(`${root}bench/results`, { recursive: true })
  writeFileSync(file, `${JSON.stringify(outcome, null, 1)}\n`)
  console.error(`Written: ${file}. Put it into docs/performance.md with: node bench/docs.mjs`)
}

function builtAt() {
  const files = [`${built}/rdf/index.js`, `${built}/program/grunddata.cjs`]
  if (files.every((file) => existsSync(file))) return Math.max(...files.map((file) => statSync(file).mtimeMs))
  console.error('There is no build to measure: run `npm run build`.')
  process.exit(2)
}

function machine() {
  const [{ model }] = cpus()
  const system = readFileSync('/etc/os-release', 'utf8').match(/PRETTY_NAME="(.*)"/)?.[1] ?? process.platform
  return {
    processor: model.trim(),
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system,
    node: process.version,
  }
}

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
}
