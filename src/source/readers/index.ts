// The registry of readers: one row each, loaded when a source asks for it.
import type { ReaderRow } from './types.ts'

export type {
  Condition,
  Conditions,
  DocumentEvent,
  DocumentForm,
  EndEvent,
  Given,
  KeptDocument,
  Page,
  ReadContext,
  Reader,
  ReaderEvent,
  ReaderRow,
  ReadStatistics,
  Visit,
  Visited,
  VisitOptions,
} from './types.ts'

export const readers = {
  rdf: {
    does: { sv: 'ett RDF-dokument, i vilken syntax som helst', en: 'one RDF document, in any syntax' },
    load: async () => (await import('./rdf.ts')).readRdf,
  },
} as const satisfies Record<string, ReaderRow>

export type ReaderName = keyof typeof readers

/** The readers in the order of the help. */
export const readerNames = Object.keys(readers) as readonly ReaderName[]
