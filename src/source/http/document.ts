// One document over http, as the readers of files and folders give theirs.
import type { RawDocument, ReadOptions } from '../types.ts'
import { createClient } from './client.ts'
import type { Exchange } from './exchange.ts'

/** What RDF is asked for as. */
export const RDF_ACCEPT =
  'text/turtle, application/rdf+xml;q=0.9, application/ld+json;q=0.9, application/trig;q=0.8, ' +
  'application/n-quads;q=0.8, application/n-triples;q=0.8, application/xml;q=0.5, application/json;q=0.5, */*;q=0.1'

/** Fetches `address` once, without asking robots.txt: somebody named it. Rejects with a GrunddataError (SOURCE_*). */
export async function fetchDocument(address: string, options: ReadOptions = {}): Promise<RawDocument> {
  const client = createClient({
    ...(options.limits && { limits: options.limits }),
    ...(options.allowPrivate && { allowPrivate: options.allowPrivate }),
    ...(options.signal && { signal: options.signal }),
    userAgent: 'grunddata (DCAT-AP-SE validator)',
    retry: { retries: 0 },
  })
  try {
    const outcome = await client.ask(address, { accept: RDF_ACCEPT })
    if ('failure' in outcome) throw outcome.failure.error
    return documentOf(address, outcome.exchange)
  } finally {
    await client.close()
  }
}

/** An answer as a document named `name`. */
export function documentOf(name: string, { url, headers, body }: Exchange): RawDocument {
  const [mediaType, ...parameters] = (headers['content-type'] ?? '').split(';')
  const charset = parameters.map((part) => /^\s*charset\s*=\s*"?([^"\s]+)/i.exec(part)?.[1]).find(Boolean)
  const etag = headers.etag
  return {
    name,
    url,
    bytes: body,
    ...(mediaType.trim() ? { mediaType: mediaType.trim().toLowerCase() } : {}),
    ...(charset ? { charset } : {}),
    ...(etag ? { etag } : {}),
  }
}
