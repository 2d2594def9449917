// Tries many addresses on this machine and shows that memory does not grow with their number.
// Usage: node bench/links.mjs <addresses> [hosts]
import { createServer } from 'node:http'
import { checkLinks, noCache } from '../dist/links/index.js'
import { createClient } from '../dist/source/http/index.js'

const [count = '20000', hostCount = '20'] = process.argv.slice(2)
const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/csv' }).end())
await new Promise((done) => server.listen(0, '0.0.0.0', done))
const { port } = server.address()
const hosts = Array.from({ length: Number(hostCount) }, (_, index) => `127.0.0.${index + 1}:${port}`)

function* urls() {
  for (let index = 0; index < Number(count); index++)
    yield `http://${hosts[index % hosts.length]}/datamangd/${index}/fil.csv`
}

const client = createClient({ allowPrivate: ['*'], total: 32, retry: { retries: 0 } })
const started = performance.now()
let done = 0
for await (const { outcome } of checkLinks(urls(), { client, cache: noCache, jobs: 64 })) {
  if (outcome !== 'works') throw new Error(outcome)
  if (++done % Math.ceil(Number(count) / 10) !== 0) continue
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${String(done).padStart(8)} addresses ${seconds.padStart(7)} s  rss ${Math.round(rss / 1e6)} MB  heap ${Math.round(heapUsed / 1e6)} MB`,
  )
}
await client.close()
server.close()
