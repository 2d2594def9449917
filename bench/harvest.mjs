// The harvest at the size of a country: many sources that answer slowly, harvested in full, then again with no change.
// npm run build && npm run bench:harvest [-- --sources 300 --datasets 60 --latency 50 --jobs 16 --store <address>]
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** One dataset with a distribution, as rich as Swedish ones are: about 75 statements in all. */
function datasetText(home, n) {
  const keywords = Array.from({ length: 5 }, (_, i) => `"nyckelord ${(n * 7 + i) % 900}"@sv`).join(' , ')
  return `<${home}d${n}> a dcat:Dataset ; dct:title "Datamängd ${n}"@sv , "Dataset ${n}"@en ;
  dct:description "Beskrivning av datamängd ${n}, så lång som beskrivningar brukar vara: den säger vad som ingår, hur det samlats in och vad det kan användas till."@sv , "A description of dataset ${n}."@en ;
  dct:publisher <${home}org> ; dcat:keyword ${keywords} ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/ENVI> ;
  dct:issued "2024-01-01"^^xsd:date ; dct:modified "2026-01-01"^^xsd:date ; dct:identifier "${home}d${n}" ;
  dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
  dcat:contactPoint <${home}kontakt> ; dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ] ;
  dct:spatial <https://www.geonames.org/2661886> ; dcat:landingPage <${home}sida/${n}> ;
  dcat:distribution <${home}f${n}a> , <${home}f${n}b> .
${['a', 'b']
  .map(
    (
      k,
    ) => `<${home}f${n}${k}> a dcat:Distribution ; dct:title "Fil ${n}${k}"@sv ; dcat:accessURL <${home}fil/${n}.${k}> ;
  dct:license <http://creativecommons.org/publicdomain/zero/1.0/> ; dct:format "text/csv" ; dct:description "Fil"@sv ;
  dct:issued "2024-01-01"^^xsd:date .`,
  )
  .join('\n')}`
}

function catalogText(home, datasets) {
  const list = Array.from({ length: datasets }, (_, n) => `<${home}d${n}>`).join(' , ')
  return `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
<${home}katalog> a dcat:Catalog ; dct:title "Katalog"@sv ; dct:description "Katalog"@sv ; dct:publisher <${home}org> ; dcat:dataset ${list} .
<${home}org> a foaf:Agent ; foaf:name "Organisation"@sv .
<${home}kontakt> a vcard:Organization ; vcard:fn "Kontakt" ; vcard:hasEmail <mailto:info@example.se> .
${Array.from({ length: datasets }, (_, n) => datasetText(home, n)).join('\n')}`
}

if (!isMainThread) serve(workerData)
else await main()

/** Every source is a host of its own to the harvester's manners: 127.0.0.x, all on one port. */
function serve({ sources, datasets, latency }) {
  const bodies = new Map()
  for (let n = 0; n < sources; n++) {
    const body = Buffer.from(catalogText(`https://s${n}.example.se/`, datasets))
    bodies.set(`/s${n}`, { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` })
  }
  let requests = 0
  const server = createServer((request, response) => {
    requests++
    setTimeout(() => {
      const found = bodies.get(request.url)
      if (!found) return response.writeHead(404).end()
      if (request.headers['if-none-match'] === found.etag)
        return response.writeHead(304, { etag: found.etag }).end()
      response.writeHead(200, { 'content-type': 'text/turtle', etag: found.etag }).end(found.body)
    }, latency)
  })
  server.listen(0, '0.0.0.0', () =>
    parentPort.postMessage({
      port: server.address().port,
      bytes: [...bodies.values()].reduce((sum, { body }) => sum + body.length, 0),
    }),
  )
  parentPort.on('message', () => {
    parentPort.postMessage({ requests })
    requests = 0
  })
}

async function main() {
  const { values } = parseArgs({
    options: {
      sources: { type: 'string', default: '300' },
      datasets: { type: 'string', default: '60' },
      latency: { type: 'string', default: '50' },
      jobs: { type: 'string', default: '16' },
      store: { type: 'string' },
    },
  })
  const [sources, datasets, latency, jobs] = ['sources', 'datasets', 'latency', 'jobs'].map((name) =>
    Number(values[name]),
  )
  const { harvest } = await import('../dist/harvest/index.js')
  const { openClient, sourceOf } = await import('../dist/source/index.js')
  const { openStore } = await import('../dist/store/index.js')
  const worker = new Worker(new URL(import.meta.url), { workerData: { sources, datasets, latency } })
  const answer = (message) =>
    new Promise((resolve) => {
      worker.once('message', resolve)
      if (message) worker.postMessage(message)
    })
  const { port, bytes } = await answer()
  const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-'))
  const store = await openStore(values.store ?? join(folder, 'store.sqlite'))
  const client = await openClient({ allowPrivate: ['*'], total: 32 })
  const list = Array.from({ length: sources }, (_, n) =>
    sourceOf({
      id: `s${n}`,
      url: `http://127.0.${n >> 8}.${n & 255 || 255}:${port}/s${n}`,
      reader: 'rdf',
      robots: false,
      allowPrivate: ['*'],
    }),
  )
  console.log(
    `${sources} sources × ${datasets} datasets = ${sources * datasets}; ${(bytes / 1e6).toFixed(1)} MB of Turtle; ${latency} ms latency; ${jobs} at a time; ${store.kind}`,
  )
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  for (const name of ['full', 'no change']) {
    const started = performance.now()
    const cpu = process.cpuUsage()
    const states = {}
    peak = 0
    for await (const event of harvest({ store, client, sources: list, jobs }))
      if (event.kind === 'done') states[event.outcome.state] = (states[event.outcome.state] ?? 0) + 1
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const { requests } = await answer('count')
    console.log(
      `${name.padEnd(10)} ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor) · ${Math.round((sources * datasets) / seconds)} datasets/s · ${(requests / sources).toFixed(2)} requests per host · peak ${Math.round(peak / 1e6)} MB · ${JSON.stringify(states)}`,
    )
  }
  clearInterval(watch)
  const { changes } = await store.counts()
  console.log(
    `${changes} entities in the store${values.store ? '' : `; ${(statSync(join(folder, 'store.sqlite')).size / 1e6).toFixed(0)} MB on disk`}`,
  )
  await client.close()
  await store.close()
  await worker.terminate()
  rmSync(folder, { recursive: true, force: true })
}
