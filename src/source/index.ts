// Where documents come from: the only module that imports undici.
import type { Client, ClientOptions } from './http/index.ts'

export type {
  AskOptions,
  CertificateFacts,
  Client,
  ClientOptions,
  Exchange,
  FailureName,
  FetchFailure,
  Outcome,
} from './http/index.ts'
export { read } from './read.ts'
export type { RawDocument, ReadFailure, ReadLimits, ReadOptions, ReadResult } from './types.ts'

/** {@link import('./http/client.ts').createClient}, loaded when it is needed: undici is large. */
export async function openClient(options: ClientOptions = {}): Promise<Client> {
  return (await import('./http/index.ts')).createClient(options)
}

/** The last day of the certificate that a host shows, or undefined; nothing is sent. */
export async function certificateEnd(
  url: URL,
  allowPrivate: readonly string[] = [],
): Promise<Date | undefined> {
  const { certificateOf } = await import('./http/index.ts')
  return (await certificateOf(url, allowPrivate))?.validTo
}
