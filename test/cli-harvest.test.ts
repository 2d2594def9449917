// The commands of the harvest as a steward uses them: plan, harvest, decide, look back, restore, look after the store.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CatalogServer,
  catalogText,
  type MadeDataset,
  startCatalogServer,
} from './support/catalog-server.ts'
import { type Cli, compileCli } from './support/cli.ts'

let cli: Cli
let server: CatalogServer
beforeAll(async () => {
  cli = compileCli()
  server = await startCatalogServer()
  cli.write(
    'sources.yaml',
    `sources:\n  - id: a\n    title: Kommunen\n    url: ${server.base}/a\n    robots: false\n    allowPrivate: [127.0.0.1]\n    schedule: 0 4 * * *\n`,
  )
}, 240_000)
afterAll(async () => {
  cli.remove()
  await server.close()
})

const HOME = 'https://a.example.se/'
const serve = (datasets: readonly MadeDataset[]) =>
  void server.paths.set('/a', { body: catalogText(HOME, datasets) })
const many = (n: number): MadeDataset[] => Array.from({ length: n }, (_, i) => ({ id: `d${i}` }))
const sv = (...args: readonly string[]) => cli.run([...args, '--lang', 'sv'])

describe('the commands of the harvest', () => {
  it('follow a source from the first plan to a restored entry', async () => {
    serve(many(30))
    const plan = await sv('harvest', '--plan')
    expect(plan).toMatchObject({ code: 0, out: expect.stringContaining('Inget har skrivits.') })
    expect(existsSync(join(cli.folder, 'grunddata.sqlite'))).toBe(false)

    const first = await sv('harvest', '--reports', 'rapporter')
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('32 nya') })
    expect(readdirSync(join(cli.folder, 'rapporter')).sort()).toEqual([
      'harvest.atom',
      'harvest.html',
      'harvest.json',
      'harvest.prom',
      'harvest.rss',
      'harvest.ttl',
      'harvest.txt',
      'mail',
    ])
    expect(readFileSync(join(cli.folder, 'rapporter/mail/a.md'), 'utf8')).toContain('# Kommunen: 32 nya')

    expect(await sv('harvest', '--due')).toMatchObject({ code: 0, out: expect.stringContaining('0 källor') })
    expect(await sv('schedule')).toMatchObject({ out: expect.stringMatching(/^a +0 4 \* \* \* /m) })

    serve(many(10))
    const held = await sv('harvest')
    expect(held).toMatchObject({
      code: 1,
      out: expect.stringContaining('20 av 30 datamängder, serier och tjänster är borta.'),
    })
    const id = /grunddata harvest approve (\S+)/.exec(held.out)?.[1] ?? ''
    expect((await sv('harvest', 'held')).out).toContain(id)
    expect((await sv('harvest', 'show', id)).out).toContain('Datamängd d29')
    expect(await sv('harvest', 'approve', id)).toMatchObject({
      code: 0,
      err: expect.stringContaining('20 borttagna'),
    })
    expect(await sv('harvest', 'approve', id)).toMatchObject({
      code: 2,
      err: expect.stringContaining('väntar inte på beslut'),
    })

    const gone = await sv('history', `${HOME}d29`)
    expect(gone.out).toMatch(/Datamängd d29\nhttps:\/\/a.example.se\/d29\nborttagen/)
    expect(await sv('restore', `${HOME}d29`)).toMatchObject({
      code: 0,
      err: expect.stringContaining('Återställd'),
    })
    expect((await sv('history', `${HOME}d29`)).out).toContain(
      'saknas i källan; visas tills respittiden är slut',
    )
    expect((await sv('history', `${HOME}d29`, '--at', '2100-01-01')).out).toContain('"Datamängd d29"@sv')
    expect(await sv('history', `${HOME}nej`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('fanns inte i lagret'),
    })

    expect((await sv('store', 'info')).out).toMatch(/ 13 {2}poster som visas/)
    expect(await sv('store', 'verify')).toMatchObject({ code: 0, err: 'Allt stämmer.\n' })
    expect(await sv('store', 'export', '--output', 'lager.jsonl')).toMatchObject({ code: 0 })
    expect(await sv('store', 'import', '--store', 'annat.sqlite', '--output', 'lager.jsonl')).toMatchObject({
      code: 0,
    })
    const dumps = await Promise.all(
      ['grunddata.sqlite', 'annat.sqlite'].map((store) =>
        sv('store', 'export', '--store', store, '--format', 'nquads'),
      ),
    )
    expect(dumps[1].out).toBe(dumps[0].out)
    expect(await sv('store', 'gc', '--keep', '0')).toMatchObject({
      code: 0,
      err: expect.stringContaining('Glömde'),
    })
  }, 240_000)

  it('ask a private host that the run allows, whatever the list says of it', async () => {
    serve(many(2))
    cli.write('utan.yaml', `sources:\n  - id: u\n    url: ${server.base}/a\n    robots: false\n`)
    const run = (...more: readonly string[]) =>
      sv('harvest', '--plan', '--sources', 'utan.yaml', '--store', 'utan.sqlite', ...more)
    expect(await run()).toMatchObject({
      code: 3,
      out: expect.stringContaining('--allow-private 127.0.0.1'),
    })
    expect(await run('--allow-private', '127.0.0.1')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Inget har skrivits.'),
    })
  }, 240_000)

  it('tell what is wrong and what to do', async () => {
    expect(await sv('harvest', '--sources', 'finns-inte.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--sources'),
    })
    expect(await sv('harvest', '--source', 'b')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Välj bland a.'),
    })
    expect(await sv('harvest', 'aprove', 'x')).toMatchObject({
      code: 2,
      err: expect.stringContaining('held, show, approve'),
    })
    expect(await sv('store', 'verify', '--store', 'postgres://127.0.0.1:1/x')).toMatchObject({
      code: 3,
      err: expect.stringContaining('går inte att öppna'),
    })
    expect(await sv('harvest', '--since', 'igår')).toMatchObject({
      code: 2,
      err: expect.stringContaining('2026-05-01'),
    })
    expect(
      await sv('why', `${HOME}d1`, '--catalog', `${server.base}/a`, '--allow-private', '127.0.0.1'),
    ).toMatchObject({ code: 1, out: expect.stringContaining('Här faller den bort: Filformatet.') })
    const page = 'https://www.dataportal.se/datasets/12_3456/luftkvalitet'
    expect(await sv('why', page)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/12 är portalens nummer på katalogen[\s\S]*grunddata why <adress>/),
    })
    expect(
      await cli.run(['why', 'https://www.dataportal.se/en/dataset-series/x', '--lang', 'en']),
    ).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is a page of Sveriges dataportal/),
    })
    expect(await sv('schedule', 'set', 'a', 'ibland')).toMatchObject({
      code: 2,
      err: expect.stringContaining('är inget schema'),
    })
  }, 240_000)
  it('read a source by the schedule that was set, not by the list, until it is taken back', async () => {
    const store = 'schema.sqlite'
    const shown = async () => (await sv('schedule', '--store', store)).out
    serve(many(3))
    expect((await sv('harvest', '--store', store)).code).toBe(0)
    const before = await shown()
    expect(before).toMatch(/^a +0 4 \* \* \* +\d{4}-\d\d-\d\d 0[23]:00 /m)

    expect(await sv('schedule', 'set', 'a', '30 6 1 1 *', '--store', store)).toMatchObject({
      code: 0,
      err: expect.stringContaining('grunddata schedule reset a'),
    })
    const set = /^a +30 6 1 1 \* \(satt här\) +\d{4}-01-01 05:30 /m
    expect(await shown()).toMatch(set)
    serve(many(4))
    expect((await sv('harvest', '--store', store)).code).toBe(0)
    expect(await shown()).toMatch(set)
    expect((await sv('worker', '--once', '--sources', 'sources.yaml', '--store', store)).code).toBe(0)
    expect(await shown()).toMatch(set)

    expect((await sv('schedule', 'pause', 'a', '--store', store)).code).toBe(0)
    expect(await shown()).toMatch(/^a +30 6 .* pausad$/m)
    expect((await sv('schedule', 'now', 'a', '--store', store)).code).toBe(0)
    expect(await sv('harvest', '--due', '--store', store)).toMatchObject({
      out: expect.stringContaining('0 källor'),
    })
    expect((await sv('schedule', 'resume', 'a', '--store', store)).code).toBe(0)
    expect(await sv('harvest', '--due', '--store', store)).toMatchObject({
      out: expect.stringContaining('1 källa'),
    })

    expect((await sv('schedule', 'reset', 'a', '--store', store)).code).toBe(0)
    expect(await shown()).toMatch(/^a +0 4 \* \* \* +\d{4}-\d\d-\d\d 0[23]:00 /m)
    expect(await sv('schedule', 'pause', 'okänd', '--store', store)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Välj bland a.'),
    })
  }, 240_000)
})
