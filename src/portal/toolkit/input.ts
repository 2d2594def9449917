// What a visitor gives the toolkit: pasted text, files or addresses, as documents. Addresses go through the guarded client.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { GrunddataError } from '../../errors.ts'
import { profileNames } from '../../profile/index.ts'
import { type SyntaxId, syntaxes } from '../../rdf/index.ts'
import type { Client, RawDocument } from '../../source/index.ts'
import type { Form } from '../http/body.ts'
import { type Assignment, type Task, tasks } from './run.ts'

export const MAX_INPUT_BYTES = 5_000_000
const MAX_DOCUMENTS = 10
/** Longest text that fits into an address to share. */
const MAX_SHARED_BYTES = 200_000
const MAX_SHARED_CODE = 6_000

/** What was filled in, to fill it in again. */
export interface Filled {
  readonly task: Task
  readonly profile: string
  readonly to: SyntaxId
  readonly text: string
  readonly urls: readonly string[]
}

/** Reads what was filled in; what is unknown is as if it were not there. */
export function readFilled(get: (name: string) => string): Filled {
  const task = tasks.find((each) => each === get('task')) ?? 'validate'
  const to = (Object.keys(syntaxes) as SyntaxId[]).find((each) => each === get('to')) ?? 'turtle'
  // Only by name: elsewhere a profile may also be a file.
  const profile = profileNames().find((name) => name === get('profile')) ?? 'auto'
  const shared = get('t')
  const urls = get('url')
    .split(/\s+/)
    .filter((url) => url !== '')
    .slice(0, MAX_DOCUMENTS)
  return { task, to, profile, text: shared === '' ? get('text') : unpackText(shared), urls }
}

/** A text as a part of an address; undefined when it is too long for one. */
export function packText(text: string): string | undefined {
  if (text.length > MAX_SHARED_BYTES) return undefined
  const code = deflateRawSync(Buffer.from(text, 'utf8'), { level: 9 }).toString('base64url')
  return code.length <= MAX_SHARED_CODE ? code : undefined
}

/** The text again. Whatever unpacks to too much is refused. */
export function unpackText(code: string): string {
  try {
    const bytes = Buffer.from(code.slice(0, MAX_SHARED_CODE), 'base64url')
    return inflateRawSync(bytes, { maxOutputLength: MAX_SHARED_BYTES * 4 }).toString('utf8')
  } catch {
    throw new GrunddataError('USAGE', {
      sv: 'Den delade länken är inte hel.',
      en: 'The shared link is not whole.',
    })
  }
}

/** The documents to work on. A failure to fetch is thrown as the client tells it. */
export async function assignmentOf(
  filled: Filled,
  form: Form | undefined,
  client: Client | undefined,
): Promise<Assignment> {
  const documents: RawDocument[] = []
  for (const { name, bytes } of form?.files('file').slice(0, MAX_DOCUMENTS) ?? [])
    documents.push({ name: safeName(name), bytes })
  if (filled.text.trim() !== '') documents.push({ name: '-', bytes: Buffer.from(filled.text, 'utf8') })
  for (const url of filled.urls) documents.push(await fetched(url, client))
  return { task: filled.task, profile: filled.profile, to: filled.to, documents }
}

/** A name for messages: no folders, nothing that is not plain. */
function safeName(name: string): string {
  return (
    name
      .replace(/^.*[/\\]/, '')
      .replace(/[^\p{L}\p{N} ._-]/gu, '_')
      .slice(0, 80) || 'fil'
  )
}

async function fetched(url: string, client: Client | undefined): Promise<RawDocument> {
  if (!client)
    throw new GrunddataError('SOURCE_REFUSED', {
      sv: 'Den här portalen hämtar inga adresser.',
      en: 'This portal fetches no addresses.',
    })
  const outcome = await client.ask(url, {
    accept: 'text/turtle, application/rdf+xml, application/ld+json, application/n-triples;q=0.9, */*;q=0.1',
    limits: { maxBytes: MAX_INPUT_BYTES, timeoutMs: 15_000, maxRedirects: 5 },
  })
  if ('failure' in outcome) throw outcome.failure.error
  const { exchange } = outcome
  const mediaType = exchange.headers['content-type']
  return {
    name: url,
    url: exchange.url,
    bytes: exchange.body,
    ...(mediaType !== undefined && { mediaType: mediaType.replace(/;.*$/, '').trim() }),
  }
}
