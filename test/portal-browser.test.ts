// The portal in a real Chromium without a screen: every kind of page for axe, the console and small screens; without
// a script; and by keyboard alone from a question to a download.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveHttp } from '../src/portal/index.ts'
import { fixturePortal, type TestPortal } from './support/portal.ts'

const CHROMIUM = '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where pictures of the pages go when somebody wants to look at them. */
const shots = process.env.GRUNDDATA_SHOTS

it.skipIf(isThere || !process.env.CI)('Chromium is installed (apt-get install chromium)', () => {
  expect(isThere).toBe(true)
})

describe.skipIf(!isThere)(
  isThere ? 'in Chromium' : 'in Chromium (not run: /usr/bin/chromium is missing)',
  () => {
    let browser: Browser
    let p: TestPortal
    let served: Served
    let pages: Readonly<Record<string, string>>

    beforeAll(async () => {
      p = await fixturePortal({ canFetch: true })
      served = await serveHttp(p.portal, { port: 0, hostname: '127.0.0.1' })
      browser = await chromium.launch({ executablePath: CHROMIUM, args })
      const of = async (iri: string) => (await p.pageOf(iri)) || '/missing'
      const first = async (kind: Parameters<typeof p.site.holdings.entities.ofKind>[0]) =>
        of(p.site.holdings.entities.ofKind(kind)[0].iri)
      const domains = [
        'fastighets-och-geografisk-information',
        'foretag',
        'halsa-vard-och-omsorg',
        'person',
        'transportsystem',
      ]
      pages = {
        start: '/',
        search: '/datasets',
        'search with filters':
          '/datasets?q=luft&theme=http%3A%2F%2Fpublications.europa.eu%2Fresource%2Fauthority%2Fdata-theme%2FENVI',
        'search without hits': '/datasets?q=xyzzyqq',
        dataset: await of('https://data.example.se/dataset/luftkvalitet'),
        'limited dataset': await of(
          p.site.holdings.entities.ofKind('dataset').find(({ source }) => source === 'person')!.iri,
        ),
        service: await first('service'),
        series: await first('series'),
        catalogue: await first('catalog'),
        organisations: '/organisations',
        organisation: await first('agent'),
        specifications: '/specifications',
        specification: await first('specification'),
        concepts: '/concepts',
        'concept search': '/concepts/search?q=vatten',
        terminology: '/terminology/hvd-category',
        concept:
          '/terminology/frequency/concept?iri=http%3A%2F%2Fpublications.europa.eu%2Fresource%2Fauthority%2Ffrequency%2FANNUAL',
        domains: '/domains',
        ...Object.fromEntries(domains.map((id) => [`domain ${id}`, `/domains/${id}`])),
        infrastructure: '/infrastructure',
        quality: '/quality',
        'quality of a catalogue': '/quality/kommun-trasig',
        harvest: '/harvest',
        changes: '/changes',
        rules: '/rules',
        rule: '/rules/dataset-title-missing',
        toolkit: '/toolkit',
        'toolkit with findings': `/toolkit?text=x&t=${await sharedCatalogue(p)}`,
        api: '/api',
        sparql: '/sparql',
        account: '/account',
        accessibility: '/accessibility',
        'not found': '/finns-inte',
        english: '/en/datasets?q=air',
      }
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await served?.close()
      await p?.close()
    })

    async function open(
      options: BrowserContextOptions = {},
    ): Promise<{ readonly page: Page; readonly errors: string[] }> {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // The browser itself tells of the page that is not there.
        if (message.type() === 'error' && !/status of 404/.test(message.text())) errors.push(message.text())
      })
      return { page, errors }
    }
    const to = (path: string) => served.address.replace(/\/$/, '') + path

    const screens: Readonly<Record<string, BrowserContextOptions>> = {
      desktop: { viewport: { width: 1280, height: 900 } },
      mobile: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
      dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
    }

    for (const [screen, options] of Object.entries(screens))
      it(`every kind of page is clean by axe, silent in the console and still, ${screen}`, async () => {
        const { page, errors } = await open(options)
        const faults: string[] = []
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(to(path))
          const shift = await page.evaluate(layoutShift)
          if (shift > 0.01) faults.push(`${name}: layout shifts by ${shift}`)
          const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
          if (Number(wide) > 0) faults.push(`${name}: ${wide} pixels too wide`)
          await page.evaluate(axe)
          const { violations } = (await page.evaluate('axe.run(document)')) as {
            violations: { id: string; nodes: { html: string }[] }[]
          }
          for (const { id, nodes } of violations)
            faults.push(`${name}: ${id}: ${nodes[0].html.slice(0, 200)}`)
          if (shots) {
            mkdirSync(shots, { recursive: true })
            await page.screenshot({
              path: `${shots}/${name.replaceAll(' ', '-')}-${screen}.png`,
              fullPage: true,
            })
          }
        }
        expect(faults).toEqual([])
        expect(errors).toEqual([])
        await page.context().close()
      }, 600_000)

    it('everything works without a script', async () => {
      const { page } = await open({ javaScriptEnabled: false })
      await page.goto(to('/'))
      await page.fill('#start-q', 'luftkvalitet')
      await page.click('.hero button')
      await page.locator('details.facet summary', { hasText: 'Format' }).click()
      await page.getByLabel('CSV', { exact: false }).check()
      await page.getByRole('button', { name: 'Använd valen' }).click()
      expect(page.url()).toContain('format=CSV')
      await page.locator('.card a').first().click()
      expect(await page.locator('h1').textContent()).toContain('Luftkvalitet')
      await page.goto(to('/toolkit'))
      await page.fill('#text', '<https://data.example.se/a> a <http://www.w3.org/ns/dcat#Dataset> .')
      await page.getByRole('button', { name: 'Kör' }).click()
      expect(await page.locator('.finding').count()).toBeGreaterThan(1)
      await page.locator('.finding a[href^="#L"]').first().click()
      expect(page.url()).toMatch(/#L\d+$/)
      await page.context().close()
    })

    it('by keyboard alone: a question, a facet, a dataset, a download', async () => {
      const { page, errors } = await open({ viewport: { width: 1280, height: 900 } })
      await page.route('https://data.example.se/**', (route) =>
        route.fulfill({
          body: 'a,b\n1,2\n',
          contentType: 'text/csv',
          headers: { 'content-disposition': 'attachment; filename=luft.csv' },
        }),
      )
      await page.goto(to('/'))
      await tabTo(page, (focus) => focus.id === 'start-q')
      await page.keyboard.type('luftkvalitet')
      await page.keyboard.press('Enter')
      await page.waitForURL(/q=luftkvalitet/)
      await tabTo(page, (focus) => focus.tag === 'SUMMARY' && focus.text.startsWith('Organisation'))
      await page.keyboard.press('Enter')
      await tabTo(page, (focus) => focus.name === 'publisher')
      await page.keyboard.press('Space')
      await page.waitForURL(/publisher=/)
      await tabTo(page, (focus) => focus.tag === 'A' && focus.text === 'Luftkvalitet')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/datasets\/kommun_/)
      await tabTo(page, (focus) => focus.text.startsWith('Ladda ner'))
      const download = page.waitForEvent('download')
      await page.keyboard.press('Enter')
      expect((await download).suggestedFilename()).toBe('luft.csv')
      expect(errors).toEqual([])
      await page.context().close()
    })

    it('what has focus is seen, and the first stop skips the menu', async () => {
      const { page } = await open()
      await page.goto(to('/datasets'))
      await page.keyboard.press('Tab')
      expect((await focused(page)).text).toBe('Hoppa till innehållet')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect((await focused(page)).id).toBe('q')
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
      expect(outline).toBe('solid')
      await page.context().close()
    })

    it('paper gets the content without the menus', async () => {
      const { page } = await open()
      await page.goto(to(pages.dataset))
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.top nav').isVisible()).toBe(false)
      expect(await page.locator('h1').isVisible()).toBe(true)
      await page.context().close()
    })
  },
)

/** The broken municipality's catalogue as a shared link has it. */
async function sharedCatalogue(p: TestPortal): Promise<string> {
  const body = new FormData()
  body.append('task', 'validate')
  body.append('text', readFileSync('fixtures/catalogs/kommun-trasig.ttl', 'utf8'))
  const page = await (
    await p.portal(new Request('https://data.example.se/toolkit', { method: 'POST', body }))
  ).text()
  return /[?;]t=([\w-]+)/.exec(page)?.[1] ?? ''
}

interface Focus {
  readonly tag: string
  readonly id: string
  readonly name: string
  readonly text: string
}

const MAX_STOPS = 200

function focused(page: Page): Promise<Focus> {
  return page.evaluate(
    '(({ tagName, id, name, textContent }) => ({ tag: tagName, id, name: name ?? "", text: textContent.trim() }))(document.activeElement)',
  ) as Promise<Focus>
}

/** Presses Tab until it is there; gives up where a person would. */
async function tabTo(page: Page, isThere: (focus: Focus) => boolean): Promise<void> {
  for (let stop = 0; stop < MAX_STOPS; stop++) {
    await page.keyboard.press('Tab')
    if (isThere(await focused(page))) return
  }
  throw new Error(`not reached by keyboard on ${page.url()}`)
}

/** Sum of what has moved since the page was opened. */
const layoutShift = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true })
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
})` as unknown as () => Promise<number>
