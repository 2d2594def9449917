// Requests that write: any method, any answer, through the same guard as those that read. Nothing is repeated and no
// redirect is followed here; what an answer means is for whoever asked.
import { Agent, request } from 'undici'
import { assertAllowedUrl, guardedLookup } from '../guard.ts'

export interface SendRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly signal?: AbortSignal
}

export interface SendAnswer {
  readonly status: number
  /** Names in lower case; of several with one name, joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type Send = (address: string, request: SendRequest) => Promise<SendAnswer>

export interface SenderOptions {
  /** Hosts with private addresses that may be written to; `*` for all. */
  readonly allowPrivate?: readonly string[]
  /** Longest wait for an answer to begin, and between its pieces: a store may take its time over a large graph. */
  readonly timeoutMs?: number
  /** Largest answer in bytes. */
  readonly maxBytes?: number
  readonly userAgent?: string
}

/** A sender for one run; close it when the run is over. Rejects with SOURCE_REFUSED, or with what the network says. */
export function createSender(options: SenderOptions = {}): {
  readonly send: Send
  readonly close: () => Promise<void>
} {
  const allow = options.allowPrivate ?? []
  const timeoutMs = options.timeoutMs ?? 300_000
  const maxBytes = options.maxBytes ?? 2_000_000_000
  const dispatcher = new Agent({
    connect: { lookup: guardedLookup(allow), timeout: 15_000 },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: 1,
    pipelining: 1,
  })
  const send: Send = async (address, { method, headers = {}, body, signal }) => {
    const url = new URL(address)
    assertAllowedUrl(url, allow)
    const answer = await request(url, {
      dispatcher,
      method,
      headers: { 'user-agent': options.userAgent ?? 'grunddata (DCAT-AP-SE)', ...headers },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    })
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of answer.body) {
      size += (piece as Uint8Array).length
      if (size > maxBytes) throw new RangeError(`answer of more than ${maxBytes} bytes`)
      pieces.push(piece as Uint8Array)
    }
    const flat = Object.entries(answer.headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ])
    return { status: answer.statusCode, headers: Object.fromEntries(flat), body: Buffer.concat(pieces) }
  }
  return { send, close: () => dispatcher.destroy().catch(() => {}) }
}
