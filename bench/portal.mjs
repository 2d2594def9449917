// Load on the portal: mixed search, pages and RDF at 17 500 datasets, by autocannon against `grunddata serve` in a process
// of its own. Prints requests per second, latency of each kind of request, memory and errors.
// Usage: npm run bench:portal [-- --datasets 17500 --seconds 60 --connections 4]. Needs `npm run build`.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { dataIn } from './data.mjs'
import { WORDS as words } from './nodes.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: '17500' },
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '4' },
  },
})
const TARGET_MS = 50

const { file } = dataIn(`${root}.build/bench`)(Number(values.datasets), 'turtle')
const server = spawn(
  process.execPath,
  [`${root}bin/grunddata.js`, 'serve', file, '--port', '0', '--trust-proxy', '--lang', 'en'],
  {
    stdio: ['ignore', 'ignore', 'pipe'],
  },
)
const began = performance.now()
const address = await new Promise((resolve, reject) => {
  let told = ''
  server.stderr.on('data', (chunk) => {
    told += chunk
    const found = /open: (http:\S+)/.exec(told)
    if (found) resolve(found[1].replace(/\/$/, ''))
  })
  server.on('exit', () => reject(new Error(told)))
})
console.log(`${values.datasets} datasets are open after ${((performance.now() - began) / 1000).toFixed(1)} s`)

const { resources } = await (await fetch(`${address}/sitemap.json`)).json()
const pages = resources.filter(({ type }) => type === 'dataset').map(({ url }) => new URL(url).pathname)
const themes = ['ENVI', 'TRAN', 'GOVE', 'SOCI', 'TECH', 'REGI', 'HEAL'].map(
  (code) => `http://publications.europa.eu/resource/authority/data-theme/${code}`,
)
let turn = 0
/** The same questions in the same order every time. */
const pick = (list) => list[(turn * 7919 + 13) % list.length]

const kinds = {
  search: () => {
    const query = new URLSearchParams({
      q: turn % 3 === 0 ? `${pick(words)} ${words[turn % words.length]}` : pick(words),
    })
    if (turn % 4 === 0) query.append('theme', pick(themes))
    if (turn % 5 === 0) query.set('p', String(1 + (turn % 30)))
    if (turn % 7 === 0) query.set('s', 'modified')
    return { path: `/datasets?${query}`, accept: 'text/html' }
  },
  page: () => ({ path: pick(pages), accept: 'text/html' }),
  rdf: () => ({
    path: pick(pages),
    accept: ['text/turtle', 'application/ld+json', 'application/rdf+xml'][turn % 3],
  }),
}

/** One kind of request for some seconds; every request is another visitor's. */
function load(name, seconds) {
  const make = name === 'mixed' ? () => [kinds.search, kinds.page, kinds.rdf][turn % 3]() : kinds[name]
  const times = []
  return new Promise((resolve, reject) => {
    const run = autocannon(
      {
        url: address,
        connections: Number(values.connections),
        duration: seconds,
        requests: [
          {
            setupRequest: (request) => {
              turn++
              const { path, accept } = make()
              const visitor = `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`
              return { ...request, path, headers: { accept, 'x-forwarded-for': visitor } }
            },
          },
        ],
      },
      (error, result) => (error ? reject(error) : resolve({ ...result, times: times.sort((a, b) => a - b) })),
    )
    run.on('response', (_client, _status, _bytes, ms) => times.push(ms))
  })
}

/** The time that a share of the answers came within. */
function within(times, share) {
  return Number((times[Math.ceil(times.length * share) - 1] ?? Number.NaN).toFixed(1))
}

/** One of the portal's own figures: its work does not depend on who else uses the machine. */
async function figure(name) {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)[1])
}

const rows = []
for (const [name, share] of [
  ['search', 0.2],
  ['page', 0.1],
  ['rdf', 0.1],
  ['mixed', 0.6],
]) {
  const before = await figure('process_cpu_seconds_total')
  const { times, requests, errors, timeouts, non2xx } = await load(
    name,
    Math.max(2, Math.round(Number(values.seconds) * share)),
  )
  rows.push({
    load: name,
    'requests/s': Math.round(requests.average),
    'p50 ms': within(times, 0.5),
    'p95 ms': within(times, 0.95),
    'p99 ms': within(times, 0.99),
    'cpu ms/request': Number(
      (((await figure('process_cpu_seconds_total')) - before) * 1000) / times.length,
    ).toFixed(1),
    errors: errors + timeouts + non2xx,
  })
}
const memory = (await figure('process_resident_memory_bytes')) / 1e6
server.kill('SIGTERM')
console.table(rows)
console.log(
  `memory: ${memory.toFixed(0)} MB, connections: ${values.connections}, target: p95 of search under ${TARGET_MS} ms`,
)
const failed = rows.some(({ errors }) => errors > 0) || rows[0]['p95 ms'] > TARGET_MS
if (failed) console.log('not met')
process.exitCode = failed ? 1 : 0
