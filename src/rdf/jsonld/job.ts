// What one reading of a JSON-LD document works on.
import type { Document } from '../document.ts'
import type { Json } from './json-value.ts'
import type { JsonFault, Tape } from './tape.ts'

export interface Job {
  readonly document: Document
  readonly tape: Tape
  readonly faults: readonly JsonFault[]
  readonly base: string | undefined
  /** Contexts that were fetched for this document. */
  readonly loaded: ReadonlyMap<string, Json>
}
