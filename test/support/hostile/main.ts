// `npm run hostile`: starts the hostile server and prints what it does, where, and what must come of it.
import type { Expected } from './behaviours.ts'
import { behaviours } from './behaviours.ts'
import { hasOpenssl, startTlsServers, tlsBehaviours } from './certificates.ts'
import { rawBehaviours } from './raw.ts'
import { startHostileServer } from './server.ts'
import type { SourceExpected } from './source-words.ts'
import { sourceBehaviours } from './sources.ts'

interface Row {
  readonly name: string
  readonly does: string
  readonly address: string
  readonly outcome: string
}

const server = await startHostileServer(
  behaviours,
  rawBehaviours,
  sourceBehaviours,
  Number(process.argv[2] ?? 0),
)
const tls = hasOpenssl() ? await startTlsServers() : undefined
if (!tls) console.log('openssl is not here: the certificates are left out\n')

const rows: readonly Row[] = [
  ...Object.entries(behaviours).map(([name, { does, expect }]) =>
    row(name, does, server.base + name, answer(expect)),
  ),
  ...Object.entries(rawBehaviours).map(([name, { does, expect }]) =>
    row(name, does, server.raw(name), answer(expect)),
  ),
  ...Object.entries(sourceBehaviours).map(([name, { does, expect }]) =>
    row(name, does, server.source(name), reading(expect)),
  ),
  ...Object.entries(tls ? tlsBehaviours : {}).map(([name, { does, expect }]) =>
    row(name, does, tls?.address(name) ?? '', expect === 'ok' ? 'answer' : `failure tls, ${expect.source}`),
  ),
]

function row(name: string, does: string, address: string, outcome: string): Row {
  return { name, does, address, outcome }
}

function answer(expected: Expected): string {
  return 'failure' in expected ? `failure ${expected.failure}` : 'answer'
}

function reading({ datasets, isComplete, failures = [], notes = [], problems = [] }: SourceExpected): string {
  const parts = [
    `${datasets} datasets`,
    isComplete ? 'complete' : 'incomplete',
    ...failures,
    ...notes,
    ...problems,
  ]
  return parts.join(', ')
}

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2))
else
  for (const { name, does, address, outcome } of rows)
    console.log(`${name.padEnd(20)} ${does}\n${' '.repeat(21)}${address}\n${' '.repeat(21)}→ ${outcome}`)
console.log(`\n${rows.length} behaviours. Ctrl-C ends.`)
console.log(`Try one: grunddata sources check ${server.source('page-cycle')} --allow-private 127.0.0.1`)
