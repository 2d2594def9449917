// Reads a catalogue that is divided into pages by Hydra's controls, and never goes round in circles.
import type { Graph } from '../../rdf/index.ts'
import { RDF_ACCEPT } from '../http/document.ts'
import type { SourceNote } from '../notes.ts'
import type { Source } from '../sources/types.ts'
import { countOf, DCAT, entitiesOf, type Paging, pagingOf } from './graph-facts.ts'
import type { Given, Page, Visit, Visited } from './types.ts'

interface Walk {
  readonly source: Source
  readonly visit: Visit
  /** Addresses that are waiting, and all that were ever seen. */
  readonly waiting: string[]
  readonly seen: Set<string>
  /** What a page holds → its address. */
  readonly contents: Map<string, string>
  readonly entities: Set<string>
  datasets: number
  members: number
  total: number | undefined
  /** False when a page was not read anew, so that nothing can be counted. */
  isCountable: boolean
  emptyPages: number
}

export async function* readHydra(source: Source, visit: Visit): AsyncIterable<Given> {
  const walk: Walk = {
    source,
    visit,
    waiting: [source.url],
    seen: new Set([normal(source.url)]),
    contents: new Map(),
    entities: new Set(),
    datasets: 0,
    members: 0,
    total: undefined,
    isCountable: true,
    emptyPages: 0,
  }
  let pages = 0
  for (let address = walk.waiting.shift(); address !== undefined; address = walk.waiting.shift()) {
    const visited = await fetchPage(address, walk)
    if (!visited) continue
    pages++
    yield* readPage(visited, walk)
  }
  if (pages > 1) yield note('source-paged', source.url, { count: pages })
  yield* compareTotal(walk)
}

/**
 * A page at a foreign host is first looked for at the source's own: servers behind a proxy often give an address that
 * only they can reach.
 */
async function fetchPage(address: string, { source, visit }: Walk): Promise<Visited | undefined> {
  const url = new URL(address)
  const own = new URL(source.url)
  if (url.host !== own.host) {
    const moved = new URL(`${url.pathname}${url.search}`, own)
    const visited = await visit.fetch(moved.href, { accept: RDF_ACCEPT, isOptional: true })
    if (visited) return visited
  }
  return visit.fetch(address, { accept: RDF_ACCEPT })
}

async function* readPage(visited: Visited, walk: Walk): AsyncIterable<Given> {
  const { page, document } = visited
  if (!document) {
    walk.isCountable = false
    for (const address of visited.next) {
      if (walk.seen.has(normal(address))) continue
      walk.seen.add(normal(address))
      walk.waiting.push(address)
    }
    return
  }
  const twin = walk.contents.get(page.hash)
  if (twin !== undefined) return yield* repeated(page.url, twin)
  walk.contents.set(page.hash, page.url)
  const graph = await walk.visit.parse(document)
  if (!graph) return
  const held = entitiesOf(graph).join('\n')
  const other = held === '' ? undefined : walk.contents.get(held)
  if (other !== undefined) return yield* repeated(page.url, other)
  if (held !== '') walk.contents.set(held, page.url)
  const paging = pagingOf(graph)
  count(graph, paging, walk)
  const { next, notes } = nextPages(paging, page, walk)
  if (held === '' && next.length > 0 && ++walk.emptyPages > 1)
    return yield* repeated(page.url, walk.source.url)
  walk.waiting.push(...next)
  yield { document, form: 'rdf', graph, page, next }
  for (const each of notes) yield { note: each }
}

function count(graph: Graph, paging: Paging, walk: Walk): void {
  walk.datasets += countOf(graph, `${DCAT}Dataset`)
  walk.members += paging.members
  for (const entity of entitiesOf(graph)) walk.entities.add(entity)
  walk.total ??= paging.total
}

/** A page that says the same again: what was to be there instead was not seen. */
function* repeated(url: string, other: string): Iterable<Given> {
  yield note('source-page-repeated', url, { other })
  yield { isIncomplete: true }
}

function nextPages(paging: Paging, page: Page, walk: Walk) {
  const next: string[] = []
  const notes: SourceNote[] = []
  const tell = (rule: SourceNote['rule'], params?: SourceNote['params']) =>
    notes.push({ rule, url: page.url, ...(params && { params }) })
  if (walk.total !== undefined && paging.total !== undefined && paging.total !== walk.total)
    tell('source-total-varies', { stated: walk.total, found: paging.total })
  for (const { address, isLiteral } of paging.next) {
    if (isLiteral) tell('source-next-literal')
    if (!URL.canParse(address, page.url)) continue
    const url = new URL(address, page.url)
    if (walk.seen.has(normal(url.href))) {
      tell('source-page-cycle')
      continue
    }
    walk.seen.add(normal(url.href))
    if (url.host !== new URL(walk.source.url).host) tell('source-next-foreign', { host: url.host })
    next.push(url.href)
  }
  return { next, notes }
}

/** A source that promises more than it shows may have pages that nothing links to. */
function* compareTotal(walk: Walk): Iterable<Given> {
  const { total, source } = walk
  const found = [walk.datasets, walk.members, walk.entities.size]
  if (total === undefined || !walk.isCountable || found.includes(total)) return
  yield note('source-total-differs', source.url, { stated: total, found: walk.entities.size })
  if (total > Math.max(...found) && source.settings.totals !== 'ignore') yield { isIncomplete: true }
}

function note(rule: SourceNote['rule'], url: string, params?: SourceNote['params']): Given {
  return { note: { rule, url, ...(params && { params }) } }
}

function normal(address: string): string {
  const url = new URL(address)
  url.hash = ''
  return url.href
}
