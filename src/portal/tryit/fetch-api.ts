// Descriptions of APIs, fetched through the guarded client and kept for a while; and answers to questions that are tried.
import type { Client } from '../../source/index.ts'
import { pretty, type Tried } from './answer.ts'
import { type ApiDescription, readApi } from './openapi.ts'

const KEEP_MS = 600_000

const MAX_KEPT = 50

const MAX_DESCRIPTION_BYTES = 3_000_000

const MAX_ANSWER_BYTES = 200_000

export interface ApiReader {
  readonly describe: (address: string) => Promise<ApiDescription>
  /** Asks a GET question. An answer with an error status is an answer. */
  readonly ask: (url: string) => Promise<Tried>
}

export function createApiReader(client: Client, now: () => Date): ApiReader {
  const kept = new Map<string, { readonly at: number; readonly api: Promise<ApiDescription> }>()
  async function fetched(address: string): Promise<ApiDescription> {
    const outcome = await client.ask(address, {
      accept: 'application/json, application/yaml;q=0.9, */*;q=0.1',
      limits: { maxBytes: MAX_DESCRIPTION_BYTES, timeoutMs: 10_000 },
    })
    if ('failure' in outcome) throw outcome.failure.error
    return readApi(Buffer.from(outcome.exchange.body).toString('utf8'), outcome.exchange.url)
  }
  return {
    describe: (address) => {
      const at = now().getTime()
      const known = kept.get(address)
      if (known && at - known.at < KEEP_MS) return known.api
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value as string)
      const api = fetched(address)
      kept.set(address, { at, api })
      api.catch(() => kept.delete(address))
      return api
    },
    ask: async (url) => {
      const began = now().getTime()
      const outcome = await client.ask(url, {
        accept: 'application/json, */*;q=0.5',
        firstBytes: MAX_ANSWER_BYTES,
        limits: { timeoutMs: 10_000, maxRedirects: 3 },
      })
      const ms = now().getTime() - began
      if ('failure' in outcome) {
        const { status, error } = outcome.failure
        if (status === undefined) throw error
        return { url, status, mediaType: '', text: error.text.en, isCut: false, ms }
      }
      const { status, headers, body } = outcome.exchange
      const text = Buffer.from(body).toString('utf8')
      return {
        url,
        status,
        mediaType: headers['content-type'] ?? '',
        text: pretty(text),
        isCut: body.length >= MAX_ANSWER_BYTES,
        ms,
      }
    },
  }
}
