// One reading of one source: fetching within its limits, remembering what it was told, deciding what is new.
import { createHash } from 'node:crypto'
import type { Text } from '../finding.ts'
import type { Graph } from '../rdf/index.ts'
import { conditionOf, isAsRead, isStuck, type OpenPage, validators } from './conditions.ts'
import { contentFault, graphOf, hasLostText } from './content.ts'
import { type Client, documentOf, type Exchange, type FetchFailure, unasked } from './http/index.ts'
import type { Journal } from './journal.ts'
import { readLocal } from './local-file.ts'
import type { SourceNote } from './notes.ts'
import type {
  Condition,
  Conditions,
  Given,
  GivenDocument,
  Page,
  ReadContext,
  ReaderEvent,
  ReadStatistics,
  Visit,
  Visited,
  VisitOptions,
} from './readers/types.ts'
import type { Source } from './sources/types.ts'
import type { RawDocument } from './types.ts'
import { unpacked } from './unpack.ts'

/** Thrown into a reader when the reading is over; it has been told of already. */
export const OVER = new Error('the reading is over')

/** A page is asked for in full after so long, whatever its validators say. */
const FULL_AFTER_MS = 7 * 86_400_000

/** Codes of redirects that Sveriges dataportal follows. Source: DCAT-AP-SE, harvesting. */
const PORTAL_FOLLOWS = new Set([301, 303, 307, 308])

export interface Session {
  readonly visit: Visit
  /** What has been met since it was last asked, in order. */
  readonly drain: () => readonly ReaderEvent[]
  /** Takes what the reader gave. */
  readonly take: (given: Given) => void
  readonly isComplete: () => boolean
  readonly isUnchanged: () => boolean
  readonly conditions: () => Conditions
  /** What the reader asked to be remembered. */
  readonly state: () => string | undefined
  readonly statistics: () => ReadStatistics
  readonly fail: (failure: FetchFailure) => void
}

export interface SessionOptions {
  readonly source: Source
  readonly client: Client
  readonly context: ReadContext
  readonly signal: AbortSignal
}

export function openSession({ source, client, context, signal }: SessionOptions): Session {
  const now = context.now ?? Date.now
  const before = context.conditions ?? {}
  const { limits } = source
  const started = now()
  const events: ReaderEvent[] = []
  const open = new Map<string, OpenPage>()
  const told = new Set<string>()
  let isComplete = true
  let hasFailed = false
  /** Set when the reader says that there is more than it saw. */
  let isWholePartial = false
  let isChanged = false
  let requests = 0
  let bytes = 0
  let triples = 0
  let state: string | undefined
  /** What was asked for by a reader's own conditions. */
  const asked = { pages: 0, unchanged: 0 }

  const fail = (failure: FetchFailure) => {
    isComplete = false
    hasFailed = true
    events.push({ kind: 'failure', failure })
  }
  const over = (text: Text): never => {
    fail(unasked(source.url, { kind: 'limit', text, hint: LIMIT_HINT }))
    throw OVER
  }
  /** How many bytes the next page may have. */
  const room = (): number => {
    signal.throwIfAborted()
    if (asked.pages + open.size >= limits.maxPages) over(tooManyPages(limits.maxPages))
    if (bytes >= limits.maxSourceBytes) over(tooManyBytes(limits.maxSourceBytes))
    return Math.min(limits.maxBytes, limits.maxSourceBytes - bytes)
  }
  /** A remark that every page gives is made once. */
  const tell = (note: SourceNote) => {
    const key = ONCE.has(note.rule) ? note.rule : JSON.stringify(note)
    if (told.has(key)) return
    told.add(key)
    events.push({ kind: 'note', note })
  }

  async function fetch(address: string, options: VisitOptions = {}): Promise<Visited | undefined> {
    const asked = options.name ?? address
    const maxBytes = room()
    const known = before[asked]
    const isDue = known === undefined || now() - known.fullAt >= FULL_AFTER_MS
    const version = options.version?.name
    if (known && !isDue && isAsRead(known, options.version)) {
      const page = { ...UNASKED, asked, url: known.documents[0].url ?? asked, hash: known.hash }
      context.progress?.(page)
      return asBefore(page, known, version)
    }
    const began = now()
    requests++
    const outcome = await client.ask(address, {
      ...(options.accept !== undefined && { accept: options.accept }),
      ...(options.headers && { headers: options.headers }),
      ...(options.body !== undefined && { method: 'POST' as const, body: options.body }),
      ...(!isDue && !options.isAlwaysFull && options.body === undefined && validators(known)),
      deadlineMs: limits.pageMs,
      limits: { maxBytes },
      signal,
    })
    if ('failure' in outcome) {
      if (options.isOptional && outcome.failure.fault === 'theirs') return undefined
      fail(outcome.failure)
      if (signal.aborted) throw OVER
      return undefined
    }
    const { exchange } = outcome
    bytes += exchange.body.byteLength
    remarkRedirects(exchange)
    const isSame = exchange.status === 304
    const hash = isSame && known ? known.hash : sha256(exchange.body)
    const page = pageOf(asked, exchange, { hash, elapsedMs: now() - began })
    context.progress?.(page)
    if (isSame && known) return asBefore(page, known, version)
    if (known && known.hash !== hash && isStuck(known, exchange))
      tell({ rule: 'source-validator-stuck', url: exchange.url })
    open.set(asked, { page, exchange, documents: [], next: [], isPartial: false, version })
    const document = await plain({ ...documentOf(asked, exchange), name: exchange.url }, options.isPacked)
    return document && { page, document, next: [] }
  }

  /** The page is as it was, and so are its documents. */
  function asBefore(page: Page, known: Condition, version: string | undefined): Visited {
    if (known.isPartial) isComplete = false
    open.set(page.asked, {
      page,
      exchange: undefined,
      documents: [...known.documents],
      next: known.next,
      isPartial: known.isPartial ?? false,
      version,
    })
    events.push({ kind: 'unchanged', page, documents: known.documents })
    return { page, document: undefined, next: known.next }
  }

  /** The document, unpacked when it is a packed file; undefined when that cannot be done, which is then told of. */
  async function plain(document: RawDocument, isPacked = false): Promise<RawDocument | undefined> {
    const maxBytes = Math.max(0, Math.min(limits.maxBytes, limits.maxSourceBytes - bytes))
    const result = await unpacked(document, { maxBytes, maxRatio: limits.maxRatio })
    if ('failure' in result) {
      fail(unasked(document.name, result.failure))
      return undefined
    }
    if (!result.isUnpacked) return document
    bytes += result.document.bytes.byteLength
    if (!isPacked) tell({ rule: 'source-packed', url: document.url ?? document.name })
    return result.document
  }

  const ask: Client['ask'] = async (address, options = {}) => {
    const maxBytes = room()
    const began = now()
    requests++
    const outcome = await client.ask(address, {
      ...options,
      deadlineMs: limits.pageMs,
      limits: { maxBytes },
      signal,
    })
    if ('failure' in outcome) {
      if (signal.aborted) throw OVER
      return outcome
    }
    const { exchange } = outcome
    asked.pages++
    if (exchange.status === 304) asked.unchanged++
    bytes += exchange.body.byteLength
    remarkRedirects(exchange)
    const hash = sha256(exchange.body)
    context.progress?.(pageOf(address, exchange, { hash, elapsedMs: now() - began }))
    return outcome
  }

  const journal: Journal | undefined = context.journal && {
    ...context.journal,
    bytes: async (url) => {
      room()
      const kept = await context.journal?.bytes(url)
      bytes += kept?.byteLength ?? 0
      return kept
    },
  }

  async function file(name: string, path: string): Promise<Visited | undefined> {
    const maxBytes = room()
    const began = now()
    const content = await readLocal(path, maxBytes)
    if ('failure' in content) {
      fail(unasked(name, content.failure))
      return undefined
    }
    bytes += content.bytes.byteLength
    const page: Page = {
      asked: name,
      url: name,
      status: 200,
      hops: [],
      bytes: content.bytes.byteLength,
      attempts: 1,
      elapsedMs: now() - began,
      hash: sha256(content.bytes),
    }
    context.progress?.(page)
    open.set(name, {
      page,
      exchange: undefined,
      documents: [],
      next: [],
      isPartial: false,
      version: undefined,
    })
    const document = await plain({ name, bytes: content.bytes })
    return document && { page, document, next: [] }
  }

  function remarkRedirects({ hops, url }: Exchange): void {
    const refused = hops.find(({ status }) => !PORTAL_FOLLOWS.has(status))
    if (refused) tell({ rule: 'source-redirect-code', url: refused.url, params: { status: refused.status } })
    if (
      hops.length > 0 &&
      hops[0].url === source.url &&
      hops.every(({ status }) => status === 301 || status === 308)
    )
      tell({ rule: 'source-moved', url: source.url, params: { to: url } })
  }

  async function parseDocument(document: Parameters<Visit['parse']>[0]): Promise<Graph | undefined> {
    const graph = await graphOf(document)
    triples += graph.quads.count
    if (triples > limits.maxTriples) over(tooManyTriples(limits.maxTriples))
    const name = document.url ?? document.name
    const fault = contentFault(graph, name)
    if (fault) {
      fail(unasked(name, { kind: 'content', ...fault }))
      return undefined
    }
    if (hasLostText(graph)) {
      isComplete = false
      tell({ rule: 'source-text-lost', url: name })
    }
    return graph
  }

  function take(given: Given): void {
    if ('note' in given) tell(given.note)
    else if ('failure' in given) fail(given.failure)
    else if ('isIncomplete' in given) {
      isComplete = false
      isWholePartial = true
    } else if ('state' in given) state = given.state
    else takeDocument(given)
  }

  function takeDocument(given: GivenDocument): void {
    const { document, form, graph, page, next } = given
    const hash = sha256(document.bytes)
    const entry = open.get(page.asked)
    if (entry && next) entry.next = next
    if (entry && graph && hasLostText(graph)) entry.isPartial = true
    const { name, url, mediaType, charset } = document
    entry?.documents.push({
      name,
      hash,
      form,
      ...(url !== undefined && { url }),
      ...(mediaType !== undefined && { mediaType }),
      ...(charset !== undefined && { charset }),
    })
    const isUnchanged =
      given.isUnchanged ?? before[page.asked]?.documents.some((kept) => kept.hash === hash) ?? false
    triples += form === 'rdf' && given.isUnchanged !== undefined ? (graph?.quads.count ?? 0) : 0
    if (!isUnchanged) isChanged = true
    events.push({ kind: 'document', document, form, ...(graph && { graph }), page, hash, isUnchanged })
  }

  return {
    visit: {
      fetch,
      ask,
      state: context.state,
      journal,
      contents: context.contents,
      file,
      parse: parseDocument,
      now,
      signal,
    },
    take,
    fail,
    drain: () => events.splice(0),
    isComplete: () => isComplete,
    isUnchanged: () =>
      !hasFailed &&
      !isChanged &&
      Object.entries(before).every(
        ([asked, { documents }]) => open.get(asked)?.documents.length === documents.length,
      ) &&
      open.size === Object.keys(before).length,
    state: () => state,
    conditions: () =>
      Object.fromEntries(
        [...open].map(([asked, entry]) => [
          asked,
          conditionOf(entry, before[asked], { now: now(), isWholePartial }),
        ]),
      ),
    statistics: () => ({
      requests,
      pages: open.size + asked.pages,
      unchangedPages: asked.unchanged + [...open.values()].filter(({ page }) => page.status === 304).length,
      bytes,
      triples,
      elapsedMs: now() - started,
    }),
  }
}

/** What it took to read a page that was not asked for. */
const UNASKED = { status: 304, hops: [], bytes: 0, attempts: 0, elapsedMs: 0 }

function pageOf(
  asked: string,
  { url, status, hops, body, attempts }: Exchange,
  more: Pick<Page, 'hash' | 'elapsedMs'>,
): Page {
  return { asked, url, status, hops, bytes: body.byteLength, attempts, ...more }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Remarks that are worth making once a reading, not once a page. */
const ONCE = new Set<SourceNote['rule']>([
  'source-packed',
  'source-redirect-code',
  'source-next-literal',
  'source-next-foreign',
])

const LIMIT_HINT: Text = {
  sv: 'Är källan så stor, så höj gränsen under limits i sources.yaml.',
  en: 'If the source is that large, raise the limit under limits in sources.yaml.',
}

function tooManyPages(most: number): Text {
  return { sv: `Källan har fler än ${most} sidor.`, en: `The source has more than ${most} pages.` }
}

function tooManyBytes(most: number): Text {
  return { sv: `Källan är större än ${most} byte.`, en: `The source is larger than ${most} bytes.` }
}

function tooManyTriples(most: number): Text {
  return { sv: `Källan har fler än ${most} satser.`, en: `The source has more than ${most} triples.` }
}
