// The portal over a store: what was harvested, with its history; what is gone; and the desk for those with a token.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { harvestAll } from '../src/harvest/index.ts'
import { quietIo } from '../src/io.ts'
import { createPortal, type OpenedSite, openStoreSite } from '../src/portal/index.ts'
import { openClient, parseSources } from '../src/source/index.ts'
import { openStore, type Store } from '../src/store/index.ts'
import { BASE, dataset, PREFIXES } from './support/portal.ts'

const catalog = (
  ids: readonly string[],
) => `${PREFIXES}<https://data.example.se/katalog> a dcat:Catalog ; dcterms:title "Kommunens katalog"@sv ; dcat:dataset ${ids.map((id) => `<https://data.example.se/dataset/${id}>`).join(', ')} .
${ids.map((id) => dataset(id, `Data ${id}`, 'dcat:contactPoint [ a <http://www.w3.org/2006/vcard/ns#Kind> ; <http://www.w3.org/2006/vcard/ns#fn> "Kansliet" ]')).join('')}`

const all = [
  'alfa',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'zeta',
  'eta',
  'teta',
  'jota',
  'kappa',
  'lambda',
  'my',
]
let served = all
let server: Server
let store: Store
let site: OpenedSite
let changes = 0

beforeAll(async () => {
  server = createServer((_, response) =>
    response.setHeader('content-type', 'text/turtle').end(catalog(served)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  store = await openStore(':memory:')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/katalog.ttl`
  const yaml = `sources:\n  - id: kommun\n    title: Kommunen\n    url: ${address}\n    reader: rdf\n    robots: false\n    removal: { policy: immediate }\n    allowPrivate: [127.0.0.1]\n`
  const { sources, findings } = await parseSources(yaml, 'sources.yaml')
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  const client = await openClient({ allowPrivate: ['127.0.0.1'] })
  const [outcome] = await harvestAll({ store, client, sources })
  await client.close()
  expect(outcome.state).toBe('applied')
  site = await open()
})
afterAll(async () => {
  await site.close()
  await store.close()
  server.close()
})

const open = () =>
  openStoreSite(store, {
    base: BASE,
    io: quietIo(),
    allowPrivate: ['127.0.0.1'],
    changed: () => void changes++,
  })
const get = (path: string, headers: Record<string, string> = {}) =>
  createPortal(() => site)(new Request(new URL(path, BASE), { headers }))
const text = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

describe('a store', () => {
  it('is shown as a catalogue is', async () => {
    expect(site.holdings.entities.ofKind('dataset')).toHaveLength(all.length)
    expect(await text('/datasets?q=alfa')).toContain('Data alfa')
    const page = (await get('/resource?uri=https://data.example.se/dataset/alfa')).headers.get('location')!
    const html = await text(page)
    expect(html).toContain('Kansliet')
    expect(html).not.toContain('genid')
  })

  it('tells how its sources were harvested', async () => {
    expect(await text('/harvest')).toContain('Kommunen')
    const page = await text('/harvest/kommun')
    expect(page).toContain('Historik')
    expect(page).toMatch(/<td class="number">1[23]<\/td>/)
    expect(await text('/changes')).toContain('Data beta')
  })

  it('fetches a source when asked, and what is removed is gone for good: 410', async () => {
    served = all.filter((id) => id !== 'alfa')
    const { isDone } = await site.desk!.harvest('kommun')
    expect([isDone, changes]).toEqual([true, 1])
    if ((await store.source('kommun'))!.life.heldRun !== undefined)
      expect((await site.desk!.approve('kommun')).isDone).toBe(true)
    await site.close()
    site = await open()
    const iri = 'https://data.example.se/dataset/alfa'
    const page = await get(`/resource?uri=${iri}`, { accept: 'text/html' })
    expect([page.status, (await page.text()).includes('Data alfa')]).toEqual([410, true])
    const own = await get('/dataset/alfa', { accept: 'application/ld+json' })
    expect([own.status, JSON.parse(await own.text())['@id']]).toEqual([410, iri])
    expect((await get('/dataset/never')).status).toBe(404)
    expect(await text('/changes')).toContain('borttagen')
  })

  it('takes a catalogue that is handed in, and says when there is nothing to approve', async () => {
    const bytes = Buffer.from(catalog([...served, 'omega']), 'utf8')
    expect((await site.desk!.upload('kommun', bytes, 'text/turtle')).isDone).toBe(true)
    expect((await store.entity('https://data.example.se/dataset/omega'))?.state).toBe('current')
    expect(await site.desk!.approve('kommun')).toMatchObject({ isDone: false })
    expect(await site.desk!.harvest('nix')).toMatchObject({ isDone: false })
  })
})
