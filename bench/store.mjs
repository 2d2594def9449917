// The metadata of very many datasets through the store: rate, size on disk, memory.
// npm run build && node bench/store.mjs [--datasets 1000000] [--per-source 5000] [--store postgres://…]
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../dist/store/index.js'

const { values } = parseArgs({
  options: {
    datasets: { type: 'string', default: '1000000' },
    'per-source': { type: 'string', default: '5000' },
    store: { type: 'string' },
  },
})
const datasets = Number(values.datasets)
const perSource = Number(values['per-source'])
const folder = mkdtempSync(join(tmpdir(), 'grunddata-bench-'))
const file = join(folder, 'store.sqlite')
const store = await openStore(values.store ?? file)

/** A dataset with what hangs on it: about 40 statements, 5 kB of canonical N-Quads, as the median Swedish one. */
function entity(source, n, version) {
  const iri = `https://s${source}.example.se/d/${n}`
  const dct = 'http://purl.org/dc/terms/'
  const dcat = 'http://www.w3.org/ns/dcat#'
  const lines = [
    `<${iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${dcat}Dataset> .\n`,
    `<${iri}> <${dct}title> "Datamängd ${n} från ${source}"@sv .\n`,
    `<${iri}> <${dct}description> "Beskrivning ${version} av datamängd ${n}: vad som ingår, hur det samlats in och vad det kan användas till. ${'Mer om innehållet. '.repeat(12)}"@sv .\n`,
    `<${iri}> <${dct}publisher> <http://dataportal.se/organisation/SE${source}> .\n`,
    ...Array.from(
      { length: 8 },
      (_, i) => `<${iri}> <${dcat}keyword> "nyckelord ${(n * 7 + i) % 5000}"@sv .\n`,
    ),
    ...Array.from({ length: 3 }, (_, i) => `<${iri}> <${dcat}distribution> <${iri}/f${i}> .\n`),
    ...Array.from(
      { length: 25 },
      (_, i) => `<${iri}> <${dct}relation> <https://s${source}.example.se/r/${(n + i) % 900}> .\n`,
    ),
  ]
  const nquads = lines.sort().join('')
  const hash = `rdfc:${createHash('sha256').update(nquads).digest('hex')}`
  return {
    iri,
    type: `${dcat}Dataset`,
    nquads,
    hash,
    stableHash: hash,
    key: iri,
    title: { sv: `Datamängd ${n} från ${source}` },
    publisher: `http://dataportal.se/organisation/SE${source}`,
  }
}

let peak = 0
const sources = Math.ceil(datasets / perSource)
const time = () => new Date().toISOString()
for (const [name, version] of [
  ['filled', 1],
  ['one in ten changed', 2],
]) {
  const started = performance.now()
  const cpu = process.cpuUsage()
  let written = 0
  const tenths = []
  for (let source = 0; source < sources; source++) {
    const id = `s${source}`
    if (version === 1)
      await store.putSource(
        {
          id,
          url: `https://${id}.example.se/`,
          rank: 2,
          rankReason: { sv: '', en: '' },
          order: source,
          settings: {},
        },
        time(),
      )
    const upserts = []
    for (let n = 0; n < Math.min(perSource, datasets - source * perSource); n++)
      if (version === 1 || n % 10 === 0) upserts.push(entity(source, n, version))
    written += upserts.length
    await store.apply({ source: id, time: time(), run: `r${version}`, upserts })
    peak = Math.max(peak, process.memoryUsage().rss)
    if ((source + 1) % Math.ceil(sources / 10) === 0) tenths.push({ written, at: performance.now() })
  }
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `${name.padEnd(18)} ${written} in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor here) · ${Math.round(written / seconds)}/s · peak ${Math.round(peak / 1e6)} MB`,
  )
  // Whether the rate holds as the store grows.
  const [first] = tenths
  const [before, last] = tenths.slice(-2)
  if (last)
    console.log(
      `${''.padEnd(18)} first tenth ${Math.round((first.written / (first.at - started)) * 1000)}/s · last tenth ${Math.round(((last.written - before.written) / (last.at - before.at)) * 1000)}/s`,
    )
}
const found = performance.now()
const hits = await store.search('nyckelord 4321')
console.log(`search: ${hits.length} hits in ${Math.round(performance.now() - found)} ms`)
if (store.executeSql) {
  const { rows } =
    await store.executeSql(`select pg_size_pretty(pg_database_size(current_database())) as whole,
    pg_size_pretty(sum(pg_indexes_size(oid))) as indexes, pg_size_pretty(sum(pg_table_size(oid))) as tables
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)
  console.log(`${rows[0].whole} in all: tables ${rows[0].tables}, indexes ${rows[0].indexes}`)
} else console.log(`${(statSync(file).size / 1e6).toFixed(0)} MB on disk`)
await store.close()
rmSync(folder, { recursive: true, force: true })
