// Documents that are referred to: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const document: ClassTable = {
  id: 'foaf:Document',
  section: 'supportive',
  types: ['foaf:Document'],
  label: { sv: 'Dokument', en: 'Document' },
  definite: { sv: 'dokumentet', en: 'the document' },
  rows: `
    dcterms:title       | Titel       | Title       | recommended 0..n | text
    dcterms:description | Beskrivning | Description | recommended 0..n | text
  `,
}

export const licenseDocument: ClassTable = {
  id: 'dcterms:LicenseDocument',
  section: 'supportive',
  types: ['dcterms:LicenseDocument'],
  label: { sv: 'Licensdokument', en: 'License document' },
  definite: { sv: 'licensdokumentet', en: 'the licence document' },
  rows: `
    dcterms:title       | Titel       | Title       | recommended 0..n | text
    dcterms:description | Beskrivning | Description | recommended 0..n | text
  `,
}

export const standard: ClassTable = {
  id: 'dcterms:Standard',
  section: 'supportive',
  types: ['dcterms:Standard'],
  label: { sv: 'Standard', en: 'Standard' },
  definite: { sv: 'standarden', en: 'the standard' },
  rows: `
    dcterms:title       | Titel       | Title       | recommended 0..n | text
    dcterms:description | Beskrivning | Description | recommended 0..n | text
  `,
}
