// A real browser for pages: Chromium without a window and without a network, and axe-core run in it.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'

const EXECUTABLE = '/usr/bin/chromium'
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** True when Chromium is installed; throws in CI when it is not, so that no page goes unseen there. */
export function hasBrowser(): boolean {
  const is = existsSync(EXECUTABLE)
  if (!is && process.env.CI) throw new Error(`pages need ${EXECUTABLE}: apt-get install chromium`)
  return is
}

/** Starts it; close it afterwards. */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return chromium.launch({ executablePath: EXECUTABLE, args: flags })
}

export interface View {
  readonly scheme: 'light' | 'dark'
  readonly width: number
}

/** Light and dark, a desk and a telephone. */
export const views: readonly View[] = [
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
]

/** What is wrong with a page in a view: violations found by axe, requests, messages, and what is wider than the screen. */
export async function faultsOf(
  browser: Browser,
  html: string,
  { scheme, width }: View,
): Promise<readonly string[]> {
  // axe is put into the page by the test, which the policy of the page would refuse.
  const context = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: 800 },
    bypassCSP: true,
  })
  try {
    const page = await context.newPage()
    const faults = watched(page)
    await page.setContent(html)
    await page.evaluate(axeSource())
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
      }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)
    })
    const tooWide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    return [...faults, ...violations, ...(Number(tooWide) > 0 ? [`${tooWide} px too wide`] : [])]
  } finally {
    await context.close()
  }
}

/** Messages and requests of a page as they come. */
export function watched(page: Page): string[] {
  const faults: string[] = []
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith('about:')) faults.push(`request: ${request.url()}`)
  })
  return faults
}

let source: string | undefined

function axeSource(): string {
  return (source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
}
