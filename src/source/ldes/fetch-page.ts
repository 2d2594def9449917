// One page over http: asked for with what is known of it, decoded and parsed. 410 is an empty page; a page of which
// text was lost is a failure, since a member missed on it would be missed for good.
import { createHash } from 'node:crypto'
import { GrunddataError } from '../../errors.ts'
import { decodeDocument, type Graph, parse } from '../../rdf/index.ts'
import { contentFault, hasLostText } from '../content.ts'
import { documentOf } from '../http/document.ts'
import type { Client, Exchange, FetchFailure } from '../http/index.ts'
import type { PageMemory } from './memory.ts'
import type { KeptPage, PageJournal } from './page-journal.ts'

/** TriG and JSON-LD are what feeds are published in; the others are what every reader must know. */
export const FEED_ACCEPT =
  'application/trig, application/ld+json;q=0.9, application/n-quads;q=0.8, text/turtle;q=0.7, ' +
  'application/n-triples;q=0.6, */*;q=0.1'

export interface PageSource {
  readonly client: Pick<Client, 'ask'>
  readonly headers?: Readonly<Record<string, string>>
  readonly loadContext?: (url: string) => Promise<unknown>
  readonly maxPageBytes?: number
  readonly signal?: AbortSignal
}

export type Fetched =
  | {
      readonly kind: 'page'
      readonly exchange: Exchange
      readonly graph: Graph
      readonly hash: string
      /** It was fetched by a reading that broke off, and is as it was. */
      readonly isKept: boolean
    }
  | { readonly kind: 'unchanged'; readonly exchange: Exchange }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failure'; readonly error: GrunddataError; readonly failure?: FetchFailure }

export async function fetchPage(
  address: string,
  known: PageMemory | undefined,
  source: PageSource,
  journal?: PageJournal,
): Promise<Fetched> {
  const kept = await journal?.find(address)
  if (kept?.isFinished) return parsed(address, kept.exchange, { source, isKept: true })
  const { etag, lastModified } = kept ? validatorsOf(kept) : (known ?? {})
  const outcome = await source.client.ask(address, {
    accept: FEED_ACCEPT,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    ...(source.headers && { headers: source.headers }),
    ...(source.maxPageBytes !== undefined && { limits: { maxBytes: source.maxPageBytes } }),
    ...(source.signal && { signal: source.signal }),
  })
  if ('failure' in outcome) {
    const { failure } = outcome
    return failure.status === 410 ? { kind: 'gone' } : { kind: 'failure', error: failure.error, failure }
  }
  const { exchange } = outcome
  if (exchange.status !== 304) return parsed(address, exchange, { source, isKept: false })
  return kept ? parsed(address, kept.exchange, { source, isKept: true }) : { kind: 'unchanged', exchange }
}

function validatorsOf({ exchange: { headers } }: KeptPage): Pick<PageMemory, 'etag' | 'lastModified'> {
  const { etag, 'last-modified': lastModified } = headers
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
}

async function parsed(
  address: string,
  exchange: Exchange,
  { source, isKept }: { readonly source: PageSource; readonly isKept: boolean },
): Promise<Fetched> {
  const document = documentOf(address, exchange)
  const decoded = decodeDocument(document.bytes, document.charset ? { charset: document.charset } : {})
  const graph = await parse(
    { ...document, bytes: decoded.bytes },
    { base: exchange.url, ...(source.loadContext && { loadContext: source.loadContext }) },
  )
  if (hasLostText(graph) || (graph.quads.count === 0 && contentFault(graph, address)))
    return { kind: 'failure', error: unreadable(address, graph) }
  const hash = createHash('sha256').update(exchange.body).digest('base64')
  return { kind: 'page', exchange, graph, hash, isKept }
}

function unreadable(address: string, graph: Graph): GrunddataError {
  const remote = graph.problems.find(({ rule }) => rule === 'jsonld-context-remote')
  const { text, hint } = contentFault(graph, address) ?? {
    text: {
      sv: `Sidan ${address} har syntaxfel: händelser kan saknas.`,
      en: `The page ${address} has syntax errors: events may be missing.`,
    },
  }
  return new GrunddataError('SOURCE_UNREADABLE', text, {
    hint: remote ? CONTEXT_HINT : (hint ?? SYNTAX_HINT),
  })
}

const CONTEXT_HINT = {
  sv: 'Be utgivaren att skriva JSON-LD-kontexten i sidan i stället för att hänvisa till den.',
  en: 'Ask the publisher to write the JSON-LD context in the page instead of referring to it.',
}

const SYNTAX_HINT = {
  sv: 'Granska adressen med grunddata validate: där står felen, med rad och kolumn.',
  en: 'Check the address with grunddata validate: it tells the faults, with line and column.',
}

/** What the answer's headers say of how long it is good. */
export function freshness({ headers, retrievedAt }: Exchange): {
  readonly isImmutable: boolean
  readonly freshUntil?: number
} {
  const control = (headers['cache-control'] ?? '').toLowerCase()
  const age = Number(headers.age ?? 0) || 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1]
  if (/(?:^|[\s,])(no-store|no-cache)/.test(control)) return { isImmutable: false }
  return {
    isImmutable: /(?:^|[\s,])immutable(?:$|[\s,])/.test(control),
    ...(maxAge !== undefined &&
      Number(maxAge) > age && { freshUntil: retrievedAt + (Number(maxAge) - age) * 1000 }),
  }
}
