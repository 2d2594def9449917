// EntryStore and CKAN: request by request, against exchanges that we wrote from their sources and tests (fixtures/http).
import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import {
  ckanTarget,
  entryStoreTarget,
  type Publication,
  prepareGraph,
  type Send,
} from '../src/publish/index.ts'
import { parse } from '../src/rdf/index.ts'
import { openSender } from '../src/source/index.ts'
import { type Replay, replay } from './support/exchanges.ts'

const base = 'https://data.example.se/'
const catalogue = `
  @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
  <${base}katalog> a dcat:Catalog ; dcterms:title "Ny titel"@sv ; dcat:dataset <${base}data> .
  <${base}data> a dcat:Dataset ; dcterms:title "Data"@sv .`

async function publication(): Promise<Publication> {
  const graph = prepareGraph(await parse({ name: 'x.ttl', bytes: Buffer.from(catalogue) }), base)
  return { graph, site: { base }, sources: [{ iri: `${base}katalog`, graph }] }
}

const open: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function started(name: string): Promise<{ readonly server: Replay; readonly send: Send }> {
  const server = await replay(`fixtures/http/${name}.http`)
  const sender = await openSender({ allowPrivate: ['127.0.0.1'] })
  open.push(server, sender)
  return { server, send: sender.send }
}

const requests = (name: string) =>
  [...readFileSync(`fixtures/http/${name}.http`, 'utf8').matchAll(/^(?:GET|POST|PUT|DELETE) \/.*$/gm)].map(
    ([line]) => line,
  )

it('EntryStore gets what its tests send, and nothing else', async () => {
  const { server, send } = await started('entrystore-write')
  const credentials = { user: 'anna', password: 'hemligt' }
  const context = `${server.base}/store/42`
  const plan = await entryStoreTarget({ send, context, credentials })(await publication())
  expect(plan.steps?.map(({ kind }) => kind).sort()).toEqual(['create', 'remove', 'update'])
  await plan.apply()
  expect(server.missing).toEqual([])
  const recorded = requests('entrystore-write').filter((line) => !line.endsWith('/store/43'))
  expect([...server.asked].sort()).toEqual(recorded.sort())
})

it('EntryStore: a context that is not there is told about in the words of the server', async () => {
  const { server, send } = await started('entrystore-write')
  const target = entryStoreTarget({ send, context: `${server.base}/store/43` })
  await expect(target(await publication())).rejects.toThrow(/answered 404.*'43' does not exist/)
})

it('CKAN gets what its action API takes, and keeps what others have made', async () => {
  const { server, send } = await started('ckan-write')
  const credentials = { token: 'nyckel' }
  const target = ckanTarget({ send, site: server.base, organisation: 'kommunen', credentials })
  const plan = await target(await publication())
  expect(plan.steps?.map(({ kind, iri }) => `${kind} ${iri}`)).toEqual([
    `create ${base}data`,
    `remove ${base}borta`,
  ])
  await plan.apply()
  expect(server.missing).toEqual([])
  expect(server.asked).toEqual(requests('ckan-write'))
})
