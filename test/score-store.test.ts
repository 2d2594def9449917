// Scores of what a store holds, in SQLite and in PostgreSQL: kept there day by day, and shown as a history; several sources as
// a page each.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/index.ts'
import { catalogText, startCatalogServer } from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'
import { type Cluster, hasPostgres, startPostgres } from './support/postgres.ts'
import { dataset, sourceNamed, time } from './support/stores.ts'

let cli: Cli
let cluster: Cluster | undefined
const series = { iri: '', method: 'mqa-se', max: 405 }

beforeAll(async () => {
  cli = compileCli()
  if (hasPostgres || process.env.CI) cluster = await startPostgres()
}, 120_000)
afterAll(async () => {
  cli.remove()
  await cluster?.stop()
})

it.skipIf(hasPostgres)('PostgreSQL is not installed here: its scores are not tested', () => {
  expect(process.env.CI).toBeUndefined()
})

/** A store with two sources that have a dataset each, one that has none, and earlier scores. */
async function fill(address: string): Promise<void> {
  const store = await openStore(address)
  for (const id of ['a', 'b', 'tom']) await store.putSource(sourceNamed(id), time(0))
  for (const id of ['a', 'b'])
    await store.apply({
      source: id,
      time: time(1),
      run: `r-${id}`,
      upserts: [dataset(`https://data.example.se/${id}/1`, 'Luft')],
    })
  await store.putScores([
    { source: 'a', ...series, time: '2026-01-01T08:00:00.000Z', points: 3 },
    { source: 'a', ...series, time: '2026-02-01T08:00:00.000Z', points: 8 },
    { source: 'a', ...series, time: '2026-02-01T09:00:00.000Z', points: 10 },
    { source: 'a', ...series, method: 'mqa-eu', time: '2026-02-02T08:00:00.000Z', points: 99 },
  ])
  await store.close()
}

const kinds = [
  { name: 'SQLite', open: async () => join(cli.folder, 'lager.sqlite') },
  ...(hasPostgres || process.env.CI ? [{ name: 'PostgreSQL', open: () => cluster!.database() }] : []),
]

describe.each(kinds)('scores of a store in $name', ({ name, open }) => {
  let file: string
  beforeAll(async () => {
    file = await open()
    await fill(file)
  }, 60_000)

  it('tells the history of a source by the same way of counting, the last of each day', async () => {
    const { out, code } = await cli.run([
      'score',
      '--store',
      file,
      '--source',
      'a',
      '--as',
      'se',
      '--lang',
      'sv',
    ])
    expect(code).toBe(0)
    expect(out).toMatch(
      /Poäng över tid\n {2}2026-01-01 {6}3\n {2}2026-02-01 {5}10 \+7\n {2}\d{4}-\d\d-\d\d +\d+/,
    )
    expect(out).not.toContain('99')
  })

  it('keeps the score of today, and none for a source without datasets', async () => {
    await cli.run(['score', '--store', file, '--as', 'se', '--share'])
    const store = await openStore(file)
    const kept = await store.scores({ method: 'mqa-se-share' })
    await store.close()
    expect(kept.map(({ source, max }) => [source, max])).toEqual([
      ['a', 405],
      ['b', 405],
    ])
  })

  it('writes a page for each source, with a chart of its history', async () => {
    const { code } = await cli.run([
      'score',
      '--store',
      file,
      '--as',
      'se',
      '--format',
      'html',
      '--output',
      `sidor-${name}/`,
    ])
    expect(code).toBe(0)
    const folder = join(cli.folder, `sidor-${name}`)
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'b.html', 'tom.html'])
    expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('2026-01-01: 3')
  })

  it('asks for a folder when several pages would share a file, and for a source when there is none', async () => {
    const shared = await cli.run(['score', '--store', file, '--format', 'html', '--output', 'x.html'])
    expect([shared.code, shared.err]).toEqual([2, expect.stringContaining('--output')])
    const none = await cli.run(['score'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('--store')])
  })
})

it('continues the series that the harvest keeps', async () => {
  const server = await startCatalogServer()
  try {
    server.paths.set('/h', { body: catalogText('https://h.example.se/', [{ id: 'd' }]) })
    const sources = `contact: t@example.se\nsources:\n  - id: h\n    url: ${server.base}/h\n    robots: false\n    allowPrivate: ['*']\n`
    cli.write('h.yaml', sources)
    const harvested = await cli.run(['harvest', '--sources', 'h.yaml', '--store', 'h.sqlite'])
    expect(harvested.code).toBeLessThan(2)
    expect((await cli.run(['score', '--store', 'h.sqlite', '--as', 'se'])).code).toBe(0)
    const kept = await openStore(join(cli.folder, 'h.sqlite'))
    const scores = await kept.scores({ source: 'h', iri: '', method: 'mqa-se' })
    expect(await kept.scores()).toEqual(scores)
    await kept.close()
    expect(scores.length).toBe(2)
    expect(scores[0]).toMatchObject({ points: scores[1].points, max: scores[1].max })
  } finally {
    await server.close()
  }
})

it('joins scores that an earlier version kept under the name of the graph', async () => {
  const name = join(cli.folder, 'old.sqlite')
  const score = { source: 'a', method: 'mqa-se', points: 5, max: 405 }
  const graph = 'https://w3id.org/grunddata/source/a'
  const before = await openStore(name)
  await before.putScores([
    { ...score, iri: '', time: time(1) },
    { ...score, iri: graph, time: time(1), points: 6 },
    { ...score, iri: graph, time: time(2), points: 7 },
  ])
  await before.close()
  const database = new Database(name)
  database.exec('delete from migration where id >= 2; drop table journal')
  database.close()
  const after = await openStore(name)
  expect((await after.scores()).map(({ iri, points }) => [iri, points])).toEqual([
    ['', 5],
    ['', 7],
  ])
  await after.close()
})
