// Reads a CKAN site by its API, page by page in a fixed order.
import { textOf } from '../content.ts'
import { unasked } from '../http/index.ts'
import type { Source } from '../sources/types.ts'
import { ckanDocument, type Json, type Site } from './ckan-map.ts'
import type { Given, Visit } from './types.ts'

const PAGE_SIZE = 200

export async function* readCkan(source: Source, visit: Visit): AsyncIterable<Given> {
  const base = source.url.replace(/\/(api\/.*)?$/, '')
  const site = await siteOf(base, source, visit)
  const size = Number(source.settings.pageSize ?? PAGE_SIZE)
  const seen = new Set<string>()
  let total: number | undefined
  let repeated = 0
  let isCountable = true
  let next: readonly string[] = [searchAddress(base, source, 0, size)]
  while (next.length > 0) {
    const visited = await visit.fetch(next[0], { accept: 'application/json' })
    if (!visited) return
    const { page, document } = visited
    if (!document) {
      // What an unchanged page held is not at hand: only where it led was remembered.
      isCountable = false
      next = visited.next
      continue
    }
    const answer = answerOf(textOf(document))
    if (!answer) {
      yield { failure: unasked(page.url, { kind: 'content', ...noCkan(page.url) }) }
      return
    }
    const fresh = answer.results.filter((each) => !seen.has(keyOf(each)))
    repeated += answer.results.length - fresh.length
    for (const each of fresh) seen.add(keyOf(each))
    // A server may give fewer than were asked for: the next page begins where this one ends.
    const end = Number(new URL(next[0]).searchParams.get('start')) + answer.results.length
    const isLast = answer.results.length === 0 || end >= answer.count
    next = isLast ? [] : [searchAddress(base, source, end, size)]
    const { document: made, unread } = ckanDocument(source, site, fresh, page.url)
    const graph = await visit.parse(made)
    for (const { id, field, value } of unread)
      yield {
        note: {
          rule: 'source-value-unread',
          url: page.url,
          params: { id, field, value: value.slice(0, 80) },
        },
      }
    if (graph) yield { document: made, form: 'rdf', graph, page, next }
    if (total !== undefined && total !== answer.count)
      yield {
        note: { rule: 'source-total-varies', url: page.url, params: { stated: total, found: answer.count } },
      }
    total = answer.count
  }
  if (repeated > 0)
    yield { note: { rule: 'source-order-unstable', url: source.url, params: { count: repeated } } }
  if (isCountable && total !== undefined && total > seen.size) {
    yield {
      note: { rule: 'source-total-differs', url: source.url, params: { stated: total, found: seen.size } },
    }
    yield { isIncomplete: true }
  }
}

function keyOf({ id, name }: Json): string {
  return String(id ?? name)
}

function searchAddress(base: string, { settings }: Source, start: number, rows: number): string {
  const query = new URLSearchParams({ rows: String(rows), start: String(start), sort: 'id asc' })
  if (settings.filter) query.set('fq', settings.filter)
  return `${base}/api/3/action/package_search?${query}`
}

/** The site's own name and language, when it tells them. */
async function siteOf(base: string, source: Source, visit: Visit): Promise<Site> {
  const status = await visit.fetch(`${base}/api/3/action/status_show`, {
    isOptional: true,
    isAlwaysFull: true,
  })
  const told = status?.document && resultOf(textOf(status.document))
  const text = (key: string) => (typeof told?.[key] === 'string' ? (told[key] as string) : undefined)
  const language = source.settings.language ?? text('locale_default')?.slice(0, 2)
  return { base, title: text('site_title'), description: text('site_description'), language }
}

function resultOf(text: string): Json | undefined {
  try {
    const { success, result } = JSON.parse(text)
    return success === true && typeof result === 'object' && result !== null ? result : undefined
  } catch {
    return undefined
  }
}

function answerOf(text: string): { readonly count: number; readonly results: readonly Json[] } | undefined {
  const result = resultOf(text)
  if (!result || typeof result.count !== 'number' || !Array.isArray(result.results)) return undefined
  return { count: result.count, results: result.results as readonly Json[] }
}

function noCkan(url: string) {
  return {
    text: { sv: `${url} svarar inte som CKAN.`, en: `${url} does not answer as CKAN does.` },
    hint: {
      sv: 'Ange webbplatsens adress utan /api, eller välj en annan läsare.',
      en: 'Give the address of the site without /api, or choose another reader.',
    },
  }
}
