// The pages that commands write, in a real browser: no fault that axe finds in light or dark, on a desk or a telephone, no
// request, nothing wider than the screen; and the table that sorts itself under the policy of the page.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assess, assessmentHtml } from '../src/assess/index.ts'
import type { Lang } from '../src/finding.ts'
import { packageFolder } from '../src/profile/index.ts'
import { reporters } from '../src/report/index.ts'
import { validateDocument } from '../src/validate.ts'
import { faultsOf, hasBrowser, openBrowser, views, watched } from './support/browser.ts'
import { type Cli, compileCli } from './support/cli.ts'

const langs: readonly Lang[] = ['sv', 'en']

describe.skipIf(!hasBrowser())('pages (chromium)', () => {
  let browser: Browser
  let cli: Cli
  const pages = new Map<string, string>()
  const fixture = (name: string) => join(packageFolder(), 'fixtures', 'catalogs', name)

  beforeAll(async () => {
    browser = await openBrowser()
    cli = compileCli()
    for (const lang of langs) {
      for (const command of ['score', 'compare', 'stats'])
        pages.set(
          `${command} ${lang}`,
          (await cli.run([command, fixture('kommun-trasig.ttl'), '--lang', lang, '--format', 'html'])).out,
        )
      pages.set(`assess ${lang}`, assessmentHtml(await assess([fixture('foretag.ttl')]), lang))
      const bytes = readFileSync(fixture('kommun-trasig.ttl'))
      const { reports } = await validateDocument({ name: 'kommun-trasig.ttl', bytes })
      pages.set(`validate ${lang}`, reporters.html(reports, { lang }))
    }
  }, 120_000)
  afterAll(async () => {
    await browser.close()
    cli.remove()
  })

  it.each(
    langs.flatMap((lang) =>
      ['score', 'compare', 'stats', 'assess', 'validate'].map((name) => [`${name} ${lang}`]),
    ),
  )('%s', async (name) => {
    const page = pages.get(name) ?? ''
    expect(page).toMatch(/^<!doctype html>/)
    for (const view of views) expect(await faultsOf(browser, page, view), JSON.stringify(view)).toEqual([])
  }, 60_000)

  it('the datasets sort by a click and by the keyboard, under the page’s own policy', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const faults = watched(page)
    await page.setContent(pages.get('score sv') ?? '')
    const table = page.locator('table.sortable').last()
    const points = async () =>
      (await table.locator('tbody tr td:nth-child(2)').allTextContents()).map((text) =>
        Number(text.replace(',', '.')),
      )
    const up = await points()
    expect(up.length).toBeGreaterThan(1)
    expect(up).toEqual([...up].sort((a, b) => a - b))
    const head = table.locator('thead th').nth(1)
    await head.locator('button').click()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.locator('button').press('Enter')
    expect(await head.getAttribute('aria-sort')).toBe('descending')
    expect(await points()).toEqual([...up].reverse())
    expect(faults).toEqual([])
    await context.close()
  })

  it('every link within the page of a score leads somewhere', async () => {
    const page = pages.get('score sv') ?? ''
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(23)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })
})
