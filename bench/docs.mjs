// Puts the newest result of bench/results into docs/performance.md, between its marks, so that the page cannot drift.
// Usage: node bench/docs.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { engineTable, targetTable } from './table.mjs'

const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url))
const folder = fileURLToPath(new URL('results/', import.meta.url))
const newest = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .at(-1)
if (!newest) throw new Error('There is no result in bench/results: run `npm run bench`.')
const { machine, shapes, options, code, date, targets, rows } = JSON.parse(
  readFileSync(folder + newest, 'utf8'),
)

const written = [
  `Measured ${date.slice(0, 10)} on ${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, node ${machine.node};`,
  `code ${code.commit}, shapes ${shapes}, median of ${options.runs} runs or as many as stated. From \`bench/results/${newest}\`.`,
  '',
  ...targetTable(targets),
  '',
  '✓✓ reaches what was reached for, ✓ meets what it must, ✗ does not, – was not measured.',
  ...rows.flatMap((row) => ['', `### ${upper(row.title)}`, '', ...engineTable(row)]),
].join('\n')

const before = readFileSync(page, 'utf8')
const after = before.replace(
  /(<!-- results -->)[\s\S]*(<!-- \/results -->)/,
  (_, begin, end) => `${begin}\n\n${written}\n\n${end}`,
)
if (!process.argv.includes('--check')) writeFileSync(page, after)
else if (before !== after) {
  console.error('docs/performance.md is not what bench/results says: run node bench/docs.mjs')
  process.exitCode = 1
}

function upper(text) {
  return text[0].toUpperCase() + text.slice(1)
}
