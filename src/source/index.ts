// Where documents come from: the only module that imports undici.
import type { DetectedReader } from './detect-reader.ts'
import type { DiscoverOptions, Discovery } from './discover.ts'
import type { CertificateFacts, Client, ClientOptions, Send, SenderOptions } from './http/index.ts'
import type { FeedItem, FeedOptions } from './ldes/index.ts'
import type { ReadContext, ReaderEvent } from './readers/index.ts'
import type { ParseSourcesOptions, SourceList } from './sources/parse.ts'
import type { Source } from './sources/types.ts'

export { graphOf } from './content.ts'
export type { Contents, KeptContent } from './contents.ts'
export type { DetectedReader } from './detect-reader.ts'
export type { Attempt, DiscoverOptions, Discovery, Offer, OfferKind } from './discover.ts'
export type {
  AskOptions,
  CertificateFacts,
  Client,
  ClientOptions,
  Exchange,
  FailureName,
  FetchFailure,
  Manners,
  Outcome,
  Send,
  SendAnswer,
  SenderOptions,
  SendRequest,
  Terms,
} from './http/index.ts'
export { absentName } from './http/names.ts'
export { type Journal, memoryJournal } from './journal.ts'
export {
  type Applied,
  applyEvents,
  type EventKind,
  entitiesOf,
  type FeedContext,
  type FeedCounts,
  type FeedEntities,
  type FeedEntity,
  type FeedEvent,
  type FeedFault,
  type FeedItem,
  type FeedMemory,
  type FeedNote,
  type FeedOptions,
  type FeedReport,
  type FeedStatistics,
  graphOf as feedGraphOf,
  type KeptEntities,
  keepEntities,
  nothingKnown,
  type Retention,
  reportOf,
  restoreEntities,
} from './ldes/index.ts'
export { type NoteName, type NoteRow, noteFinding, noteTable, type SourceNote } from './notes.ts'
export { read, readOrLeave } from './read.ts'
export {
  type Condition,
  type Conditions,
  type DocumentEvent,
  type DocumentForm,
  type EndEvent,
  type KeptDocument,
  type Page,
  type ReadContext,
  type Reader,
  type ReaderEvent,
  type ReaderName,
  type ReaderRow,
  type ReadStatistics,
  readerNames,
  readers,
} from './readers/index.ts'
export { sourceFields } from './sources/fields.ts'
export type { ParseSourcesOptions, SourceList } from './sources/parse.ts'
export { sourcesSchema } from './sources/schema.ts'
export {
  type CredentialsReference,
  defaultRemoval,
  defaultSourceLimits,
  type RemovalPolicy,
  type Sector,
  type Source,
  type SourceLimits,
  sourceOf,
} from './sources/types.ts'
export { type WrittenSource, withSource } from './sources/write.ts'
export type { RawDocument, ReadFailure, ReadLimits, ReadOptions, ReadResult } from './types.ts'

/** {@link import('./http/client.ts').createClient}, loaded when it is needed: undici is large. */
export async function openClient(options: ClientOptions = {}): Promise<Client> {
  return (await import('./http/index.ts')).createClient(options)
}

/** {@link import('./discover.ts').discover}, loaded when it is needed. */
export async function discover(address: string, options: DiscoverOptions): Promise<Discovery> {
  return (await import('./discover.ts')).discover(address, options)
}

/** {@link import('./http/send.ts').createSender}, loaded when it is needed. */
export async function openSender(
  options: SenderOptions = {},
): Promise<{ readonly send: Send; readonly close: () => Promise<void> }> {
  return (await import('./http/index.ts')).createSender(options)
}

/** {@link import('./read-source.ts').readSource}, loaded when it is needed. */
export async function* readSource(source: Source, context: ReadContext): AsyncGenerator<ReaderEvent> {
  yield* (await import('./read-source.ts')).readSource(source, context)
}

/** {@link import('./ldes/read-feed.ts').readFeed}, loaded when it is needed. */
export async function* readFeed(options: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
  yield* (await import('./ldes/read-feed.ts')).readFeed(options)
}

/** {@link import('./sources/parse.ts').parseSources}, loaded when it is needed. */
export async function parseSources(
  text: string,
  file: string,
  options: ParseSourcesOptions = {},
): Promise<SourceList> {
  return (await import('./sources/parse.ts')).parseSources(text, file, options)
}

/** The first time after `after` that the source is to be read; undefined without a schedule. */
export async function nextRun(source: Source, after: Date): Promise<Date | undefined> {
  return (await import('./sources/schedule.ts')).nextRun(source, after)
}

/** The certificate that a host shows, or undefined; nothing is sent. */
export async function certificateFacts(
  url: URL,
  allowPrivate: readonly string[] = [],
): Promise<CertificateFacts | undefined> {
  return (await import('./http/index.ts')).certificateOf(url, allowPrivate)
}

/** {@link import('./detect-reader.ts').detectReader}, loaded when it is needed. */
export async function detectReader(address: string, client: Client): Promise<DetectedReader> {
  return (await import('./detect-reader.ts')).detectReader(address, client)
}

/** {@link import('./http/names.ts').isNameAbsent}, loaded when it is needed. */
export async function isNameAbsent(name: string): Promise<boolean> {
  return (await import('./http/index.ts')).isNameAbsent(name)
}

/** The last day of the certificate that a host shows, or undefined; nothing is sent. */
export async function certificateEnd(
  url: URL,
  allowPrivate: readonly string[] = [],
): Promise<Date | undefined> {
  const { certificateOf } = await import('./http/index.ts')
  return (await certificateOf(url, allowPrivate))?.validTo
}
