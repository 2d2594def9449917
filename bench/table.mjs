// The outcome as text: a table of targets, then a table for each row.
import { PHASES } from './summary.mjs'

const MARKS = { reach: '✓✓', must: '✓', missed: '✗', 'not measured': '–' }

/** Prints everything, to be read or pasted. */
export function printReport({ machine, shapes, targets, rows, options, code }) {
  console.log(
    `\n${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}, node ${machine.node}`,
  )
  console.log(`shapes: ${shapes}; median of ${options.runs} or as many runs as stated; code ${code.commit}\n`)
  console.log(targetTable(targets).join('\n'))
  for (const row of rows) console.log(`\n${row.title}\n${engineTable(row).join('\n')}`)
}

/** The targets in Markdown. */
export function targetTable(targets) {
  return table(
    ['target', 'must', 'reach', 'measured', ''],
    targets.map(({ name, sign, unit, must, reach, value, met }) => [
      name,
      `${sign} ${must} ${unit}`,
      `${sign} ${reach} ${unit}`,
      value === undefined ? 'not measured' : `${value} ${unit}`,
      MARKS[met],
    ]),
  )
}

/** One row's engines in Markdown. */
export function engineTable({ engines }) {
  const used = PHASES.filter((name) =>
    Object.values(engines).some(({ phases }) => phases?.[name] !== undefined),
  )
  const head = [
    'engine',
    'runs',
    'whole s',
    'least–most',
    'peak MiB',
    ...used.map((name) => `${name} ms`),
    'found',
    'note',
  ]
  const body = Object.entries(engines).map(([name, each]) =>
    each.failed
      ? [name, '–', '–', '–', '–', ...used.map(() => '–'), '–', each.failed]
      : [
          name,
          each.runs,
          each.wall.toFixed(2),
          `${each.least.toFixed(2)}–${each.most.toFixed(2)}`,
          each.peak ?? '–',
          ...used.map((phase) => each.phases[phase] ?? '–'),
          each.results ?? '–',
          note(each),
        ],
  )
  return table(head, body)
}

function note({ same, why, missing, more, first }) {
  if (same === true) return 'same results'
  if (same === false)
    return why ? `fewer results: ${why}` : `${missing} of our results missing, ${more} of its own`
  return first === undefined ? '' : `first output after ${first.toFixed(2)} s`
}

function table(head, body) {
  const rows = [head, ...body].map((cells) => cells.map(String))
  const widths = head.map((_, i) => Math.max(...rows.map((cells) => cells[i].length)))
  const text = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`
  return [
    text(rows[0]),
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    ...rows.slice(1).map(text),
  ]
}
