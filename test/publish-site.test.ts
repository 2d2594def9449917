// The whole portal as files: every link leads somewhere, and the search works without a server.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedSite, openSite, staticFiles, staticPage } from '../src/portal/index.ts'
import { bytesOf, folderTarget, type Publication, prepareGraph } from '../src/publish/index.ts'
import { parse } from '../src/rdf/index.ts'
import { hasBrowser, openBrowser } from './support/browser.ts'

const base = 'https://data.example.se/'
const kommun = 'fixtures/catalogs/kommun.ttl'
let room: string
let folder: string
let site: OpenedSite

async function publish(): Promise<string> {
  const graph = prepareGraph(await parse({ name: kommun, bytes: readFileSync(kommun) }), base)
  const publication: Publication = {
    graph,
    site: { base, pageOf: (iri) => staticPage(site, iri) },
    sources: [{ iri: `${base}katalog`, graph }],
  }
  const plan = await folderTarget({ folder, more: () => staticFiles(site) })(publication)
  return (await plan.apply()).en
}

function files(place: string): readonly string[] {
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(place, entry.name)) : [join(place, entry.name)],
  )
}

beforeAll(async () => {
  room = mkdtempSync(join(tmpdir(), 'grunddata-site-'))
  folder = join(room, 'webb')
  site = await openSite([kommun], { base, isStatic: true, canFetch: false })
  await publish()
}, 600_000)
afterAll(async () => {
  await site.close()
  rmSync(room, { recursive: true, force: true })
})

describe('a site of files', () => {
  it('has no link that leads nowhere', () => {
    const pages = files(folder).filter((file) => file.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(50)
    const dead = new Set<string>()
    for (const page of pages)
      for (const [, address] of readFileSync(page, 'utf8').matchAll(
        /(?:href|src|action|data-index)="(\/[^"#?]*)/g,
      )) {
        const name = join(folder, decodeURIComponent(address))
        if (!existsSync(address.endsWith('/') ? join(name, 'index.html') : name)) dead.add(address)
      }
    expect([...dead]).toEqual([])
  })

  it('says in sitemap and feed where the pages are', () => {
    const addresses = [...readFileSync(join(folder, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)]
    const page = addresses
      .map(([, address]) => address)
      .find((address) => address.includes('luftkvalitet.html'))
    expect(page && existsSync(join(folder, page.slice(base.length)))).toBe(true)
    expect(readFileSync(join(folder, 'feed.atom'), 'utf8')).toContain(`type="text/html" href="${page}"`)
  })

  it('has the same pages when it is made again', async () => {
    const again = await openSite([kommun], { base, isStatic: true, canFetch: false })
    let count = 0
    for await (const { path, body } of staticFiles(again)) {
      if (++count > 80) break
      expect({ path, same: readFileSync(join(folder, path)).equals(bytesOf(body)) }).toEqual({
        path,
        same: true,
      })
    }
    await again.close()
  }, 600_000)
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

describe.skipIf(!hasBrowser())('in Chromium, from a server that knows nothing but files', () => {
  let server: Server
  let browser: Browser
  let address: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://x')
      const file = join(folder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname))
      if (!existsSync(file)) return response.writeHead(404).end()
      return response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' })
        .end(readFileSync(file))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await new Promise((resolve) => server.close(resolve))
  })

  it('a visitor searches, narrows down and reads', async () => {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => void faults.push(error.message))
    page.on('response', (response) => void (response.status() >= 400 && faults.push(response.url())))
    await page.goto(address)
    await page.fill('input[name="q"]', 'luft')
    await page.keyboard.press('Enter')
    await page.waitForURL(/datasets\.html\?q=luft/)
    await page
      .getByRole('status')
      .filter({ hasText: /^1 träff$/ })
      .waitFor()
    expect(await page.locator('.cards h2, .cards h3').allTextContents()).toEqual(['Luftkvalitet'])
    await page.click('.cards a')
    await page.waitForURL(/luftkvalitet\.html$/)
    expect(await page.textContent('h1')).toContain('Luftkvalitet')
    const theme = 'http://publications.europa.eu/resource/authority/data-theme/ENVI'
    await page.goto(`${address}/en/datasets.html?theme=${encodeURIComponent(theme)}`)
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ hits?$/ })
      .waitFor()
    expect(await page.locator(`input[value="${theme}"]`).isChecked()).toBe(true)
    expect(await page.locator('.cards > li').count()).toBeLessThan(6)
    expect(faults).toEqual([])
    await page.close()
  }, 60_000)

  it('finds what the server finds, with the same counts', async () => {
    const page = await browser.newPage()
    const theme = 'http://publications.europa.eu/resource/authority/data-theme/ENVI'
    for (const [text, chosen] of [
      ['luft', {}],
      ['kvaliteten', {}],
      ['luft nollträff', {}],
      ['"öppna data"', {}],
      ['a', { theme: [theme] }],
      ['a', {}],
    ] as const) {
      const parameters = new URLSearchParams({ q: text, s: 'title' })
      for (const [id, values] of Object.entries(chosen))
        for (const value of values) parameters.append(id, value)
      const answer = site.search.ask({
        text,
        chosen: new Map(Object.entries(chosen)),
        sorting: 'title',
        page: 1,
        lang: 'sv',
      })
      await page.goto(`${address}/datasets.html?${parameters}`)
      await page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${answer.total} träff`) })
        .waitFor()
      const titles = await page.locator('.cards h2, .cards h3').allTextContents()
      expect({ text, titles }).toEqual({ text, titles: answer.hits.map((hit) => titleOf(site, hit)) })
      const counts = answer.facets.flatMap(({ id, values }) =>
        values.map(([value, n]) => `${id} ${value} ${n}`),
      )
      const shown = await page.locator('.facet li').evaluateAll((items) =>
        items.map((item) => {
          const box = item.querySelector('input')
          return `${box?.getAttribute('name')} ${box?.getAttribute('value')} ${item.querySelector('.n')?.textContent}`
        }),
      )
      expect(new Set(shown)).toEqual(new Set(counts))
    }
    await page.close()
  }, 60_000)

  it('keeps å, ä and ö apart', async () => {
    const page = await browser.newPage()
    for (const [word, hits] of [
      ['mätstation', 1],
      ['matstation', 0],
    ] as const) {
      await page.goto(`${address}/datasets.html?q=${encodeURIComponent(word)}`)
      await page
        .getByRole('status')
        .filter({ hasText: new RegExp(`^${hits} träff`) })
        .waitFor()
    }
    await page.close()
  }, 60_000)
})

function titleOf({ holdings }: OpenedSite, { term }: { readonly term: number }): string | undefined {
  return holdings.reading.said(term, 'dcterms:title', 'sv')?.text
}
