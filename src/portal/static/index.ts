// The whole portal as files: the same renderer, asked for every page that a visitor could come to by links.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../profile/index.ts'
import type { Artifact } from '../../publish/index.ts'
import { entityPath, findEntity } from '../../publish/index.ts'
import { createPortal } from '../portal.ts'
import type { Site } from '../site.ts'
import { pathOf } from '../visit.ts'
import { fileOfAsked, rewritten } from './links.ts'
import { searchIndex } from './search-index.ts'

const LANGS = ['sv', 'en'] as const
const SCRIPT = '/static/search.js'

/**
 * Pages, style and script of a site opened with `isStatic`. Each page is made once; a page that the portal does not
 * have is left out. What the publishers make (documents, dumps, feed) is not among them.
 */
export async function* staticFiles(site: Site): AsyncGenerator<Artifact> {
  const portal = createPortal(site)
  const origin = new URL(site.base).origin
  const asked = new Set<string>()
  const queue: string[] = []
  const enqueue = (ask: string) => {
    if (asked.has(ask)) return
    asked.add(ask)
    queue.push(ask)
  }
  for (const start of ['/', '/en', '/datasets', '/en/datasets']) enqueue(start)
  for (const entity of site.holdings.entities.all) {
    enqueue(pathOf(site, entity))
    enqueue(`/en${pathOf(site, entity)}`)
  }
  for (let at = 0; at < queue.length; at++) {
    const ask = queue[at]
    // Every page is asked for by a visitor of its own, so that no limit on visitors is met.
    const request = new Request(`${origin}${site.root}${ask}`, { headers: { accept: 'text/html' } })
    const response = await portal(request, { visitor: `page ${at}` })
    const mediaType = response.headers.get('content-type') ?? ''
    if (response.status !== 200) continue
    if (!mediaType.startsWith('text/html')) {
      if (/^\/static\/|\.svg$/.test(ask)) yield { path: ask.slice(1), mediaType, body: await bytes(response) }
      continue
    }
    const { html, asks } = rewritten(await response.text(), site.root)
    for (const each of asks) enqueue(each)
    yield { path: fileOfAsked(ask).slice(1), mediaType, body: withSearch(html, ask, site.root) }
  }
  yield* doorways(site)
  for (const lang of LANGS)
    yield { path: `static/search.${lang}.json`, mediaType: 'application/json', body: searchIndex(site, lang) }
  const script = join(packageFolder(), 'assets', 'portal', 'static-search.js')
  yield { path: SCRIPT.slice(1), mediaType: 'text/javascript', body: readFileSync(script) }
}

/** The address of the page about a thing among {@link staticFiles}. */
export function staticPage(site: Site, iri: string): string | undefined {
  const entity = site.holdings.entities.byIri.get(iri)
  return entity && `${site.base}${fileOfAsked(pathOf(site, entity)).slice(1)}`
}

async function bytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}

/** The list of data gets the script that searches it. */
function withSearch(html: string, ask: string, root: string): string {
  const lang = /^\/en(?:\/|$)/.test(ask) ? 'en' : 'sv'
  if (ask.replace(/^\/en/, '') !== '/datasets') return html
  const script = `<script src="${root}${SCRIPT}" data-index="${root}/static/search.${lang}.json" defer></script>`
  return html.replace('</head>', () => `${script}\n</head>`)
}

/** At the address that a thing's IRI has on the site: a page that leads on to the page about it. */
function* doorways(site: Site): Generator<Artifact> {
  const { graph } = site.holdings.reading
  for (const entity of site.holdings.entities.all) {
    const published = findEntity(graph, entity.iri)
    if (!published) continue
    const path = entityPath(published, site.base)
    const page = `${site.root}${fileOfAsked(pathOf(site, entity))}`
    if (`/${path}.html` === page.slice(site.root.length)) continue
    const body = `<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>→</title><link rel="canonical" href="${page}"><meta http-equiv="refresh" content="0;url=${page}"></head><body><p><a href="${page}">${page}</a></p></body></html>\n`
    yield { path: `${path}.html`, mediaType: 'text/html', body }
  }
}
