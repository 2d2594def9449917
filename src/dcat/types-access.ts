// Distribution, Checksum, DataService: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Code, DateText, Decimal, Iri, Literal, Ref, Some, Texts, Thing } from './model.ts'
import type { RightsStatement } from './types-catalog.ts'
import type { Dataset } from './types-dataset.ts'
import type { Document, LicenseDocument, Standard } from './types-document.ts'
import type { Agent, ContactPoint } from './types-party.ts'

/** Distribution (Distribution). */
export interface Distribution extends Thing {
  readonly class: 'Distribution'
  readonly iri: Iri
  /** Titel: dcterms:title, optional. */
  readonly title?: Texts
  /** Beskrivning: dcterms:description, recommended. */
  readonly description?: Texts
  /** Webbadress för åtkomst: dcat:accessURL, mandatory. */
  readonly accessURL: Iri
  /** Webbadress för nedladdning: dcat:downloadURL, optional. */
  readonly downloadURL?: readonly Iri[]
  /** Vanliga mediatyper: dcterms:format, recommended. */
  readonly format?: string
  /** Åtkomst via datatjänst: dcat:accessService, optional. */
  readonly accessService?: readonly Ref<DataService>[]
  /** Tidsupplösning: dcat:temporalResolution, optional. */
  readonly temporalResolution?: string
  /** Rumslig upplösning: dcat:spatialResolutionInMeters, optional. */
  readonly spatialResolutionInMeters?: Decimal
  /** Storlek (i bytes): dcat:byteSize, optional. */
  readonly byteSize?: Decimal
  /** Språk: dcterms:language, optional. */
  readonly language?: readonly Code<'language'>[]
  /** Utgivningsdatum: dcterms:issued, optional. */
  readonly issued?: DateText
  /** Ändringsdatum: dcterms:modified, optional. */
  readonly modified?: DateText
  /** Status: adms:status, optional. */
  readonly status?: Code<'distribution-status'>
  /** Tillgänglighet: dcatap:availability, recommended. */
  readonly availability?: Code<'planned-availability'>
  /** Tillämplig lagstiftning: dcatap:applicableLegislation, optional. */
  readonly applicableLegislation?: Code<'applicable-legislation'>
  /** Licens - Creative Commons: dcterms:license, recommended. */
  readonly license?: readonly Ref<LicenseDocument>[]
  /** Rättighetsförklaring: dcterms:rights, optional. */
  readonly rights?: Ref<RightsStatement>
  /** Checksumma: spdx:checksum, optional. */
  readonly checksum?: Ref<Checksum>
  /** Dokumentation: foaf:page, optional. */
  readonly page?: readonly Ref<Document>[]
  /** Länkade scheman: dcterms:conformsTo, optional. */
  readonly conformsTo?: readonly Ref<Standard>[]
}

/** Checksumma (Checksum). */
export interface Checksum extends Thing {
  readonly class: 'Checksum'
  /** Värde: spdx:checksumValue, mandatory. */
  readonly checksumValue: Literal
  /** Algoritm: spdx:algorithm, mandatory. */
  readonly algorithm: Code<'spdx-checksum-algorithm'>
}

/** Datatjänst (Data service). */
export interface DataService extends Thing {
  readonly class: 'DataService'
  readonly iri: Iri
  /** Titel: dcterms:title, mandatory. */
  readonly title: Texts
  /** Beskrivning: dcterms:description, optional. */
  readonly description?: Texts
  /** Åtkomstadress: dcat:endpointURL, mandatory. */
  readonly endpointURL: Some<Iri>
  /** Beskrivning åtkomstadress: dcat:endpointDescription, recommended. */
  readonly endpointDescription?: readonly Iri[]
  /** Utgivare: dcterms:publisher, optional. */
  readonly publisher?: readonly Ref<Agent>[]
  /** Kontaktuppgift: dcat:contactPoint, recommended. */
  readonly contactPoint?: readonly Ref<ContactPoint>[]
  /** Arkitekturstil: dcterms:type, optional. */
  readonly type?: readonly Code<'service-architecture-style'>[]
  /** Nyckelord: dcat:keyword, recommended. */
  readonly keyword?: Texts
  /** Kategori: dcat:theme, optional. */
  readonly theme?: readonly Iri[]
  /** Tillämplig lagstiftning: dcatap:applicableLegislation, optional. */
  readonly applicableLegislation?: Code<'applicable-legislation'>
  /** Kategori för värdefulla datamängder: dcatap:hvdCategory, conditional. */
  readonly hvdCategory?: readonly Code<'hvd-category'>[]
  /** Kategori för grunddata: dcterms:subject, optional. */
  readonly subject?: readonly Iri[]
  /** Vanliga mediatyper: dcterms:format, recommended. */
  readonly format?: string
  /** Uppfyller: dcterms:conformsTo, optional. */
  readonly conformsTo?: readonly Ref<Standard>[]
  /** Försörjer datamängd: dcat:servesDataset, optional. */
  readonly servesDataset?: readonly Ref<Dataset>[]
  /** Licens - Creative Commons: dcterms:license, recommended. */
  readonly license?: readonly Ref<LicenseDocument>[]
  /** Åtkomsträttigheter: dcterms:accessRights, recommended. */
  readonly accessRights?: Code<'access-right'>
  /** Ingångssida: dcat:landingPage, optional. */
  readonly landingPage?: readonly Iri[]
  /** Dokumentation: foaf:page, optional. */
  readonly page?: readonly Ref<Document>[]
}
