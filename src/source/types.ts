// What reading a source gives: a document, or the reason why there is none.
import type { GrunddataError } from '../errors.ts'
import type { Document } from '../rdf/index.ts'

/** Bytes as they came, before decoding; `charset` is what the server said. */
export interface RawDocument extends Document {
  readonly charset?: string
}

export interface ReadFailure {
  /** What the source was called by the user. */
  readonly name: string
  readonly error: GrunddataError
}

export type ReadResult = { readonly document: RawDocument } | { readonly failure: ReadFailure }

/** Limits on one read. */
export interface ReadLimits {
  /** Largest body in bytes, after decompression. */
  readonly maxBytes: number
  readonly timeoutMs: number
  readonly maxRedirects: number
}

export const defaultLimits: ReadLimits = { maxBytes: 2_000_000_000, timeoutMs: 60_000, maxRedirects: 5 }

export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>
  /** Hosts with private addresses that may be asked, e.g. `localhost`; `*` for all. */
  readonly allowPrivate?: readonly string[]
  /** Standard input, for the reference `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>
  readonly signal?: AbortSignal
  /** Extensions (without the dot) that a folder is searched for beside those of RDF. */
  readonly extensions?: readonly string[]
}
