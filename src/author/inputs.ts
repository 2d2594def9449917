// The kinds of source that `grunddata build` understands, in one record. A new kind is one row and one file.
import type { Profile } from '../profile/index.ts'
import type { Document } from '../rdf/index.ts'
import { csvInput } from './csv-input.ts'
import type { Draft } from './draft.ts'
import { isoInput } from './iso-input.ts'
import { openApiInput } from './openapi-input.ts'
import { xlsxInput } from './xlsx-input.ts'
import { yamlInput } from './yaml-input.ts'

/** What a reader is told beside the document. */
export interface InputContext {
  /** Code lists and rules of the version that is written. */
  readonly profile: Profile
}

export interface Input {
  /** Short name, also for `--from`. */
  readonly id: string
  readonly extensions: readonly string[]
  /** Whether a document is of this kind, judged by its name and first bytes; asked in the order of {@link inputs}. */
  readonly detect: (document: Document) => boolean
  /** Reads one document. Never throws for bad content: what is wrong is in `faults`. */
  readonly read: (document: Document, context: InputContext) => Draft | Promise<Draft>
  /** What all documents of this kind together say of each other. */
  readonly join?: (draft: Draft) => Draft
}

/** The kinds by id, in the order they are tried. Documents that none detects are RDF. */
export const inputs: Readonly<Record<string, Input>> = {
  xlsx: xlsxInput,
  csv: csvInput,
  openapi: openApiInput,
  iso: isoInput,
  yaml: yamlInput,
}
