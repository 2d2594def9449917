// SPARQL 1.1 queries over what the portal holds: in a worker thread that is ended when it takes too long, or at a
// configured store. Nothing can be updated, and no query can make the store fetch anything.
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { GrunddataError } from '../../errors.ts'
import { packageFolder } from '../../profile/index.ts'
import { type Graph, writeNTriples } from '../../rdf/index.ts'
import type { Client, FetchFailure } from '../../source/index.ts'

export interface Answered {
  readonly body: string
  readonly mediaType: string
}

export interface Sparql {
  /** Throws USAGE for a query that is wrong, ABORTED and SOURCE_TOO_LARGE for one that asks too much. */
  readonly query: (text: string, accept: Accepted) => Promise<Answered>
  readonly close: () => Promise<void>
}

/** Media types for a table of results and for a graph. */
export interface Accepted {
  readonly table: string
  readonly graph: string
}

export interface SparqlOptions {
  readonly graph: () => Graph
  /** Milliseconds that one query may take; default 10 000. */
  readonly timeoutMs?: number
  /** Largest answer; default 20 MB. */
  readonly maxBytes?: number
  /** Queries waiting at a time; default 8. */
  readonly maxWaiting?: number
  /** More triples than this are not loaded; default 3 000 000. */
  readonly maxTriples?: number
}

const MAX_QUERY = 20_000
const CHUNK = 20_000_000

interface Reply {
  readonly id: number
  readonly body?: string
  readonly isGraph?: boolean
  readonly fault?: 'large' | 'query'
  readonly message?: string
}

/** The embedded store. Its thread is started by the first query, and started again after one that ran away. */
export function createSparql(options: SparqlOptions): Sparql {
  const { timeoutMs = 10_000, maxBytes = 20_000_000, maxWaiting = 8, maxTriples = 3_000_000 } = options
  let starting: Promise<Worker> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let id = 0

  async function start(): Promise<Worker> {
    const graph = options.graph()
    if (graph.out.size > maxTriples) throw tooMany(graph.out.size)
    const { Worker } = await import('node:worker_threads')
    const worker = new Worker(join(packageFolder(), 'assets', 'portal', 'sparql-worker.mjs'))
    worker.unref()
    worker.on('error', () => {
      starting = undefined
    })
    let chunk = ''
    for (const piece of writeNTriples(graph)) {
      chunk += piece
      if (chunk.length < CHUNK) continue
      await send(worker, { kind: 'load', text: chunk })
      chunk = ''
    }
    await send(worker, { kind: 'load', text: chunk })
    return worker
  }

  function send(worker: Worker, message: object, limitMs?: number): Promise<Reply> {
    const own = ++id
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer)
        worker.off('message', onReply)
        worker.off('error', onError)
        settle()
      }
      const onReply = (reply: Reply) => {
        if (reply.id === own) done(() => resolve(reply))
      }
      const onError = (error: unknown) => done(() => reject(error))
      const timer =
        limitMs === undefined
          ? undefined
          : setTimeout(() => {
              starting = undefined
              void worker.terminate()
              done(() => reject(tooLong(limitMs)))
            }, limitMs)
      worker.on('message', onReply)
      worker.on('error', onError)
      worker.postMessage({ id: own, ...message })
    })
  }

  async function ask(text: string, formats: Accepted): Promise<Answered> {
    starting ??= start()
    const worker = await starting.catch((error: unknown) => {
      starting = undefined
      throw error
    })
    const reply = await send(worker, { kind: 'query', text, formats, maxBytes }, timeoutMs)
    if (reply.fault === 'large') throw tooLarge(maxBytes)
    if (reply.fault === 'query') throw wrong(reply.message ?? '')
    return { body: reply.body ?? '', mediaType: reply.isGraph ? formats.graph : formats.table }
  }

  return {
    query: async (text, formats) => {
      if (text.length > MAX_QUERY) throw wrong(`more than ${MAX_QUERY} characters`)
      if (waiting >= maxWaiting) throw busy()
      waiting++
      const turn = queue.then(() => ask(text, formats))
      queue = turn.catch(() => {})
      return turn.finally(() => {
        waiting--
      })
    },
    close: async () => {
      const worker = await starting?.catch(() => undefined)
      starting = undefined
      await worker?.terminate()
    },
  }
}

/** Queries passed on to a configured store. */
export function passThrough(
  endpoint: string,
  client: Client,
  { timeoutMs = 10_000, maxBytes = 20_000_000 }: Pick<SparqlOptions, 'timeoutMs' | 'maxBytes'> = {},
): Sparql {
  return {
    query: async (text, { table, graph }) => {
      if (text.length > MAX_QUERY) throw wrong(`more than ${MAX_QUERY} characters`)
      const outcome = await client.ask(endpoint, {
        method: 'POST',
        accept: `${table}, ${graph};q=0.9`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query: text }).toString(),
        limits: { timeoutMs, maxBytes },
      })
      if ('failure' in outcome) throw passedFault(outcome.failure, timeoutMs, maxBytes)
      const { exchange } = outcome
      const mediaType = exchange.headers['content-type'] ?? table
      return { body: Buffer.from(exchange.body).toString('utf8'), mediaType }
    },
    close: async () => {},
  }
}

/** The same faults as those of the embedded store, so that nobody needs to know which one answers. */
function passedFault({ kind, status, error }: FetchFailure, timeoutMs: number, maxBytes: number) {
  if (kind === 'timeout') return tooLong(timeoutMs)
  if (error.code === 'SOURCE_TOO_LARGE') return tooLarge(maxBytes)
  return status === 400 ? wrong('the store refuses it (400)') : error
}

function wrong(reason: string): GrunddataError {
  const line = reason.split('\n')[0].slice(0, 300)
  return new GrunddataError('USAGE', {
    sv: `Frågan går inte att förstå: ${line}`,
    en: `The query cannot be understood: ${line}`,
  })
}

function tooLong(ms: number): GrunddataError {
  return new GrunddataError(
    'ABORTED',
    {
      sv: `Frågan stoppades: den tog längre tid än ${Math.round(ms / 1000)} sekunder.`,
      en: `The query was stopped: it took longer than ${Math.round(ms / 1000)} seconds.`,
    },
    { hint: { sv: 'Fråga efter mindre, eller lägg till LIMIT.', en: 'Ask for less, or add LIMIT.' } },
  )
}

function tooLarge(maxBytes: number): GrunddataError {
  return new GrunddataError('SOURCE_TOO_LARGE', {
    sv: `Svaret är större än ${maxBytes} byte. Lägg till LIMIT.`,
    en: `The answer is larger than ${maxBytes} bytes. Add LIMIT.`,
  })
}

function busy(): GrunddataError {
  return new GrunddataError('ABORTED', {
    sv: 'Det är kö till frågorna. Försök igen om en stund.',
    en: 'Queries are queueing. Try again in a while.',
  })
}

function tooMany(triples: number): GrunddataError {
  return new GrunddataError('ABORTED', {
    sv: `Katalogen är för stor för den inbyggda frågemotorn (${triples} tripplar). Ange en SPARQL-server med --sparql.`,
    en: `The catalogue is too large for the embedded query engine (${triples} triples). Give a SPARQL server with --sparql.`,
  })
}
