// How long the portal takes as files, and how large it becomes: node bench/site.mjs [datasets] (3000), after npm run build.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeCatalogue } from './generate.mjs'

const { openSite, staticFiles } = await import('../dist/portal/index.js')
const count = Number(process.argv[2] ?? 3_000)
const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-site-'))
const file = join(folder, 'catalogue.ttl')
writeCatalogue(count, 'turtle', file)

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`
let began = performance.now()
const site = await openSite([file], { base: 'https://data.example.se/', isStatic: true, canFetch: false })
console.log(`opened ${count} datasets: ${seconds(performance.now() - began)}`)
began = performance.now()
const kinds = new Map()
let last = began
for await (const { path, body } of staticFiles(site)) {
  const now = performance.now()
  const [kind] = path.replace(/^en\//, '').split(/[/.]/)
  const [files, bytes, time] = kinds.get(kind) ?? [0, 0, 0]
  kinds.set(kind, [files + 1, bytes + body.length, time + now - last])
  if (/search\.\w\w\.json$/.test(path))
    console.log(`${path}: ${megabytes(body.length)}, ${megabytes(gzipSync(body).length)} zipped`)
  last = performance.now()
}
const total = [...kinds.values()].reduce(([a, b], [files, bytes]) => [a + files, b + bytes], [0, 0])
for (const [kind, [files, bytes, time]] of [...kinds].sort((a, b) => b[1][2] - a[1][2]).slice(0, 8))
  console.log(`${kind}: ${files} files, ${megabytes(bytes)}, ${seconds(time)}`)
console.log(`all: ${total[0]} files, ${megabytes(total[1])}, ${seconds(performance.now() - began)}`)
console.log(`memory: ${megabytes(process.memoryUsage().rss)}`)
await site.close()
rmSync(folder, { recursive: true })
