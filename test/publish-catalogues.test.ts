// Catalogues of others' making: EntryStore and CKAN, against stand-ins that keep their rules (see test/support).
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  ckanTarget,
  entitiesOf,
  entryStoreTarget,
  type Publication,
  prepareGraph,
  type Send,
} from '../src/publish/index.ts'
import { type Graph, parse } from '../src/rdf/index.ts'
import { openSender } from '../src/source/index.ts'
import { canonical } from './support/canonical.ts'
import { type CkanDouble, startCkan } from './support/ckan-double.ts'
import { type EntryStoreDouble, startEntryStore } from './support/entrystore-double.ts'

const base = 'https://data.example.se/'
const kommun = readFileSync('fixtures/catalogs/kommun.ttl', 'utf8')

async function publication(turtle = kommun): Promise<Publication> {
  const graph = prepareGraph(await parse({ name: 'x.ttl', bytes: Buffer.from(turtle) }), base)
  return { graph, site: { base }, sources: [{ iri: `${base}katalog`, graph }] }
}

let sender: { readonly send: Send; readonly close: () => Promise<void> }
beforeEach(async () => {
  sender = await openSender({ allowPrivate: ['127.0.0.1'] })
})
afterEach(() => sender.close())

describe('EntryStore', () => {
  let store: EntryStoreDouble
  beforeEach(async () => {
    store = await startEntryStore()
  })
  afterEach(() => store.close())
  const plan = async (what: Publication, credentials = { user: store.user, password: store.password }) =>
    entryStoreTarget({ send: sender.send, context: store.context, credentials, pause: async () => {} })(what)

  it('gets an entry for each thing, and gives back the same catalogue', async () => {
    const what = await publication()
    const first = await plan(what)
    expect(first.before).toBeUndefined()
    expect(store.writes).toEqual([])
    expect((await first.apply()).en).toMatch(/^\d+ created, 0 updated, 0 removed, 0 unchanged\.$/)
    expect(new Set([...store.entries.values()].map(({ resource }) => resource)).has(`${base}katalog`)).toBe(
      true,
    )
    const again = await plan(what)
    expect(await canonical(again.before as Graph)).toBe(await canonical(what.graph))
    expect(again.steps).toEqual([])
  })

  it('is written to only where something changed, and loses what is gone', async () => {
    await (await plan(await publication())).apply()
    store.writes.length = 0
    const next = await plan(
      await publication(
        kommun.replace('"Luftkvalitet"@sv', '"Luften"@sv').replaceAll('budget-2026', 'budget-2027'),
      ),
    )
    expect(next.steps?.map(({ kind, iri }) => `${kind} ${iri.slice(base.length)}`).sort()).toEqual([
      'create dataset/budget-2027',
      'create distribution/budget-2027-xlsx',
      'remove dataset/budget-2026',
      'remove distribution/budget-2026-xlsx',
      'update dataset/luftkvalitet',
      'update katalog',
    ])
    expect(next.steps?.find(({ kind }) => kind === 'remove')?.title).toContain('Budget')
    await next.apply()
    expect(store.writes.sort()).toEqual(['DELETE', 'DELETE', 'POST', 'POST', 'PUT', 'PUT'])
  })

  it('keeps the entries of others, and takes over one that a run cut short has made', async () => {
    store.entries.set('7', { resource: 'https://annan.example.se/', metadata: {} })
    const what = await publication()
    const first = await plan(what)
    await first.apply()
    await first.apply()
    expect(store.entries.has('7')).toBe(true)
    expect((await plan(what)).steps).toEqual([])
  })

  it('tells that the password is wrong', async () => {
    await expect(plan(await publication(), { user: 'anna', password: 'fel' })).rejects.toThrow(/answered 401/)
  })
})

describe('CKAN', () => {
  let site: CkanDouble
  beforeEach(async () => {
    site = await startCkan()
  })
  afterEach(() => site.close())
  const plan = async (what: Publication, token = site.token) =>
    ckanTarget({
      send: sender.send,
      site: site.site,
      organisation: 'kommunen',
      credentials: { token },
      pause: async () => {},
    })(what)

  it('gets a package for each dataset, which a second run leaves alone', async () => {
    const what = await publication()
    const first = await plan(what)
    expect(site.writes).toEqual([])
    await first.apply()
    const datasets = entitiesOf(what.graph, base).filter(
      ({ kind }) => kind === 'dataset' || kind === 'series',
    )
    expect(site.packages.size).toBe(datasets.length)
    expect((await plan(what)).steps).toEqual([])
    const luft = [...site.packages.values()].find(({ title }) => title === 'Luftkvalitet')
    expect(luft).toMatchObject({ owner_org: 'kommunen', state: 'active' })
    expect(luft?.extras?.find(({ key }) => key === 'uri')?.value).toBe(`${base}dataset/luftkvalitet`)
    expect(luft?.resources?.every(({ url }) => url?.startsWith('https://'))).toBe(true)
    await expect(`${JSON.stringify(luft, undefined, 2)}\n`).toMatchFileSnapshot('golden/ckan-package.json')
  })

  it('updates what changed, hides what is gone, and makes anew what comes back', async () => {
    await (await plan(await publication())).apply()
    const changed = await publication(
      kommun.replace('"Luftkvalitet"@sv', '"Luften"@sv').replaceAll('budget-2026', 'budget-2027'),
    )
    const next = await plan(changed)
    expect(next.shrinkage?.removed).toBe(1)
    await next.apply()
    const states = [...site.packages.values()].map(
      ({ name, state }) => `${name.replace(/-\w{8}$/, '')} ${state}`,
    )
    expect(states).toContain('budget-2026 deleted')
    expect(states).toContain('budget-2027 active')
    await (await plan(await publication())).apply()
    const back = [...site.packages.values()].filter(({ extras }) =>
      extras?.some(({ key, value }) => key === 'uri' && /budget-202[67]$/.test(value)),
    )
    expect(back.map(({ name, state }) => `${name.replace(/-\w{8}$/, '')} ${state}`).sort()).toEqual([
      'budget-2026 active',
      'budget-2027 deleted',
      expect.stringMatching(/^id-\d+ deleted$/),
    ])
    expect((await plan(await publication())).steps).toEqual([])
  })

  it('leaves alone what another publication below the same address has made', async () => {
    const what = await publication()
    await (await plan(what)).apply()
    const [mine] = site.packages.values()
    const extras = (mine.extras ?? []).map(({ key, value }) =>
      key === 'grunddata_site' ? { key, value: `${value}annan/` } : { key, value },
    )
    site.packages.set('annans', { ...mine, id: 'annans', name: 'annans', extras })
    expect((await plan(what)).steps).toEqual([])
  })

  it('updates a package that the search does not know of yet', async () => {
    const what = await publication()
    await (await plan(what)).apply()
    const first = await plan(what)
    const [mine] = site.packages.values()
    const hidden = { ...mine, extras: (mine.extras ?? []).filter(({ key }) => key !== 'grunddata_site') }
    site.packages.set(mine.id, hidden)
    expect(first.steps).toEqual([])
    const next = await plan(what)
    expect(next.steps?.map(({ kind }) => kind)).toEqual(['create'])
    site.writes.length = 0
    await next.apply()
    expect(site.writes).toEqual(['package_create', 'package_update'])
  })

  it('says what CKAN finds wrong', async () => {
    const what = await publication()
    await expect((await plan(what, 'fel')).apply()).rejects.toThrow(/403/)
    const homeless = await ckanTarget({
      send: sender.send,
      site: site.site,
      credentials: { token: site.token },
    })(what)
    await expect(homeless.apply()).rejects.toThrow(/owner_org: An organization must be provided/)
  })
})
