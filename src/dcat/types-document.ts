// Document, LicenseDocument, Standard: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Texts, Thing } from './model.ts'

/** Dokument (Document). */
export interface Document extends Thing {
  readonly class: 'Document'
  /** Titel: dcterms:title, recommended. */
  readonly title?: Texts
  /** Beskrivning: dcterms:description, recommended. */
  readonly description?: Texts
}

/** Licensdokument (License document). */
export interface LicenseDocument extends Thing {
  readonly class: 'LicenseDocument'
  /** Titel: dcterms:title, recommended. */
  readonly title?: Texts
  /** Beskrivning: dcterms:description, recommended. */
  readonly description?: Texts
}

/** Standard (Standard). */
export interface Standard extends Thing {
  readonly class: 'Standard'
  /** Titel: dcterms:title, recommended. */
  readonly title?: Texts
  /** Beskrivning: dcterms:description, recommended. */
  readonly description?: Texts
}
