// Workers on one PostgreSQL against sources that answer slowly: how the throughput grows with their number.
// npm run build && npm run bench:workers [-- --sources 300 --datasets 3 --latency 100 --jobs 1 --workers 1,2,4]
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import pg from 'pg'
import { startPostgres } from './postgres.mjs'

if (!isMainThread) serve(workerData)
else await main()

function catalogText(home, datasets) {
  const ids = Array.from({ length: datasets }, (_, n) => `<${home}d${n}>`)
  return `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
<${home}katalog> a dcat:Catalog ; dct:title "Katalog"@sv ; dct:description "Katalog"@sv ; dct:publisher <${home}org> ; dcat:dataset ${ids.join(' , ')} .
<${home}org> a foaf:Agent ; foaf:name "Organisation"@sv .
${ids.map((id, n) => `${id} a dcat:Dataset ; dct:title "Datamängd ${n}"@sv ; dct:description "Vad som ingår."@sv ; dct:publisher <${home}org> .`).join('\n')}`
}

/** Tells, when asked, how long it was from the first request to the last answer, and how many there were. */
function serve({ datasets, latency }) {
  let first
  let last = 0
  let requests = 0
  const server = createServer((request, response) => {
    first ??= performance.now()
    requests++
    setTimeout(() => {
      last = performance.now()
      const home = `https://${request.url.slice(1)}.example.se/`
      response.writeHead(200, { 'content-type': 'text/turtle' }).end(catalogText(home, datasets))
    }, latency)
  })
  server.listen(0, '0.0.0.0', () => parentPort.postMessage(server.address().port))
  parentPort.on('message', () => {
    parentPort.postMessage({ seconds: (last - first) / 1000, requests })
    first = undefined
    requests = 0
  })
}

async function main() {
  const { openStore } = await import('../dist/store/index.js')
  const { registerSources } = await import('../dist/harvest/index.js')
  const { sourceOf } = await import('../dist/source/index.js')
  const { values } = parseArgs({
    options: {
      sources: { type: 'string', default: '300' },
      datasets: { type: 'string', default: '3' },
      latency: { type: 'string', default: '100' },
      jobs: { type: 'string', default: '1' },
      workers: { type: 'string', default: '1,2,4' },
    },
  })
  const sources = Number(values.sources)
  const data = { datasets: Number(values.datasets), latency: Number(values.latency) }
  const server = new Worker(new URL(import.meta.url), { workerData: data })
  const answer = () => new Promise((resolve) => server.once('message', resolve))
  const port = await answer()
  const postgres = await startPostgres()
  const admin = new pg.Client({ connectionString: postgres.addressOf('postgres') })
  try {
    await admin.connect()
    const list = Array.from({ length: sources }, (_, n) =>
      sourceOf({
        id: `s${n}`,
        url: `http://127.0.${n >> 7}.${1 + (n & 127)}:${port}/s${n}`,
        reader: 'rdf',
        robots: false,
        allowPrivate: ['*'],
      }),
    )
    console.log(
      `${sources} sources × ${data.datasets} datasets, ${data.latency} ms latency, ${values.jobs} at a time in each worker`,
    )
    console.log('workers  first request to last  sources/s  requests  with start and end')
    for (const workers of values.workers.split(',').map(Number)) {
      await admin.query(`create database workers_${workers}`)
      const address = postgres.addressOf(`workers_${workers}`)
      const store = await openStore(address)
      await registerSources({ store, sources: list }, new Date())
      const started = performance.now()
      await Promise.all(Array.from({ length: workers }, () => worker(address, values.jobs)))
      const whole = (performance.now() - started) / 1000
      const asked = answer()
      server.postMessage('figures')
      const { seconds, requests } = await asked
      const read = (await store.sources()).filter(({ life }) => life.lastRead !== undefined).length
      if (read !== sources) throw new Error(`${read} of ${sources} sources were read`)
      await store.close()
      const cells = [
        `${seconds.toFixed(1)} s`,
        (sources / seconds).toFixed(1),
        requests,
        `${whole.toFixed(1)} s`,
      ]
      const widths = [21, 9, 8, 18]
      console.log(
        [String(workers).padStart(7), ...cells.map((cell, i) => String(cell).padStart(widths[i]))].join('  '),
      )
    }
  } finally {
    await admin.end()
    await postgres.stop()
    await server.terminate()
  }
}

function worker(address, jobs) {
  const bin = fileURLToPath(new URL('../bin/grunddata.js', import.meta.url))
  const child = spawn(process.execPath, [bin, 'worker', '--once', '--store', address, '--jobs', jobs], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((done, fail) =>
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`a worker ended with ${code}`)))),
  )
}
