// What a reader is: it reads a source page by page and tells what it met, as a stream of events.
import type { Text } from '../../finding.ts'
import type { Graph } from '../../rdf/index.ts'
import type { Contents } from '../contents.ts'
import type { Client, FetchFailure, Hop } from '../http/index.ts'
import type { Journal } from '../journal.ts'
import type { SourceNote } from '../notes.ts'
import type { Source } from '../sources/types.ts'
import type { RawDocument } from '../types.ts'

/** How a document is to be understood: `rdf` comes with its graph; of the others the composition makes one. */
export type DocumentForm = 'rdf' | 'iso-19139' | 'openapi'

/** A document that was handed out, for getting it back from where its bytes are kept. */
export interface KeptDocument extends Pick<RawDocument, 'name' | 'url' | 'mediaType' | 'charset'> {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string
  readonly form: DocumentForm
}

/** What is known of an address since last time, so that it can be asked whether it has changed. */
export interface Condition {
  readonly etag?: string
  readonly lastModified?: string
  /** SHA-256 of the page as it came, in hexadecimal. */
  readonly hash: string
  /** The documents that were handed out of the page. */
  readonly documents: readonly KeptDocument[]
  /** When it last came in full, in milliseconds since 1970: now and then it is asked for in full, since validators lie. */
  readonly fullAt: number
  /** What the source said elsewhere of the page's version, such as a sitemap's lastmod. */
  readonly version?: string
  /** The addresses that the page led on to. */
  readonly next: readonly string[]
  /** Set when not everything could be read, which asking whether it has changed does not mend. */
  readonly isPartial?: true
}

/** By the address asked for. Hand in only those whose documents are still kept. */
export type Conditions = Readonly<Record<string, Condition>>

/** What fetching one page took. */
export interface Page {
  /** Address asked for: the key of its condition. */
  readonly asked: string
  /** Address that answered. */
  readonly url: string
  readonly status: number
  readonly hops: readonly Hop[]
  /** After decompression. */
  readonly bytes: number
  readonly attempts: number
  readonly elapsedMs: number
  /** SHA-256 of the page as it came, in hexadecimal; that of last time when it is unchanged. */
  readonly hash: string
}

export interface DocumentEvent {
  readonly kind: 'document'
  readonly document: RawDocument
  readonly form: DocumentForm
  /** For `rdf`: what was read of the document, problems of its encoding included. */
  readonly graph?: Graph
  readonly page: Page
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly hash: string
  /** True when last time's page had the very same document. */
  readonly isUnchanged: boolean
}

/** What has been read of a source, told last of all. */
export interface EndEvent {
  readonly kind: 'end'
  /**
   * True when everything that the source has was seen: only then does absence mean removal. False after any failure,
   * and when text was lost to a syntax error.
   */
  readonly isComplete: boolean
  /** True when nothing failed and every page was as it was last time, whether complete or not. */
  readonly isUnchanged: boolean
  /** For the next reading; keep them together with the documents. */
  readonly conditions: Conditions
  /** What the reader asks to be remembered; keep it only together with what it gave. Absent: as it was. */
  readonly state?: string
  readonly statistics: ReadStatistics
}

export interface ReadStatistics {
  readonly requests: number
  readonly pages: number
  readonly unchangedPages: number
  readonly bytes: number
  readonly triples: number
  readonly elapsedMs: number
}

export type ReaderEvent =
  | DocumentEvent
  /** The page is as it was (304): its documents are those that are kept. */
  | { readonly kind: 'unchanged'; readonly page: Page; readonly documents: readonly KeptDocument[] }
  | { readonly kind: 'note'; readonly note: SourceNote }
  /** A page that could not be read; the rest may go on. */
  | { readonly kind: 'failure'; readonly failure: FetchFailure }
  | EndEvent

export interface ReadContext {
  /** One client for all sources of a run: it keeps the manners towards hosts. */
  readonly client: Client
  readonly conditions?: Conditions
  /** What the reader asked to be remembered last time. */
  readonly state?: string
  /** Pages of a reading that broke off; whoever keeps them clears them when the state is kept. */
  readonly journal?: Journal
  /** What is kept of the source's things already. */
  readonly contents?: Contents
  /** The value of an environment variable, for credentials. */
  readonly secret?: (variable: string) => string | undefined
  readonly now?: () => number
  readonly signal?: AbortSignal
  /** Called as pages come, for a progress bar. */
  readonly progress?: (page: Page) => void
}

export interface GivenDocument {
  readonly document: RawDocument
  readonly form: DocumentForm
  readonly graph?: Graph
  readonly page: Page
  /** The addresses that the page led on to. */
  readonly next?: readonly string[]
  /** Set by a reader that knows by itself whether anything is new. */
  readonly isUnchanged?: boolean
}

/** What a reader gives; {@link ReaderEvent} is what comes of it. */
export type Given =
  | GivenDocument
  | { readonly note: SourceNote }
  | { readonly failure: FetchFailure }
  /** Says that not everything was seen, though nothing failed. */
  | { readonly isIncomplete: true }
  /** To be remembered until the next reading, when all that was given is kept. */
  | { readonly state: string }

/** What a reader is given instead of the network: fetching within the source's limits, conditions and failures kept. */
export interface Visit {
  /**
   * Fetches a page. Undefined when there is none to read, which is then told of. Rejects only when the whole reading
   * is over: its deadline, its limits or the caller's signal.
   */
  readonly fetch: (address: string, options?: VisitOptions) => Promise<Visited | undefined>
  /** Asks as the client does, within the source's limits, for a reader that keeps conditions of its own. */
  readonly ask: Client['ask']
  /** What was remembered last time. */
  readonly state: string | undefined
  /** Where pages are kept while the reading is under way; taking one counts towards the source's limits. */
  readonly journal: Journal | undefined
  readonly contents: Contents | undefined
  /** Reads a local file, called `name`, under the same limits. */
  readonly file: (name: string, path: string) => Promise<Visited | undefined>
  /** The document as a graph, problems of its encoding included; undefined when it is no RDF, which is then told of. */
  readonly parse: (document: RawDocument) => Promise<Graph | undefined>
  readonly now: () => number
  readonly signal: AbortSignal
}

export interface VisitOptions {
  readonly accept?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the page is called when its address does not tell it from others, as with POST. */
  readonly name?: string
  /** A page that may be missing: then nothing is told. */
  readonly isOptional?: boolean
  /** Asks in full whatever is known: a page of facts that others are read by. */
  readonly isAlwaysFull?: boolean
  /** What the source says elsewhere of the page's version; `until` is when it last may have changed, in milliseconds. */
  readonly version?: { readonly name: string; readonly until: number }
  /** A page that is rightly packed as a file: nothing is remarked then. */
  readonly isPacked?: boolean
}

export interface Visited {
  readonly page: Page
  /** Undefined when the page is unchanged. */
  readonly document: RawDocument | undefined
  /** Where the unchanged page led last time. */
  readonly next: readonly string[]
}

/** Reads a source. */
export type Reader = (source: Source, visit: Visit) => AsyncIterable<Given>

/** One row of the registry. */
export interface ReaderRow {
  readonly does: Text
  readonly load: () => Promise<Reader>
}
