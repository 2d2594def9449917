// Dataset, DatasetSeries: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Code, DateText, Decimal, Iri, Ref, Texts, Thing } from './model.ts'
import type { Distribution } from './types-access.ts'
import type {
  Attribution,
  Location,
  Offer,
  PeriodOfTime,
  ProvenanceStatement,
  Relationship,
} from './types-dataset-parts.ts'
import type { Document, Standard } from './types-document.ts'
import type { Agent, ContactPoint } from './types-party.ts'

/** Datamängd (Dataset). */
export interface Dataset extends Thing {
  readonly class: 'Dataset'
  readonly iri: Iri
  /** Titel: dcterms:title, mandatory. */
  readonly title: Texts
  /** Beskrivning: dcterms:description, mandatory. */
  readonly description: Texts
  /** Utgivare: dcterms:publisher, mandatory. */
  readonly publisher: Ref<Agent>
  /** Producent: dcterms:creator, optional. */
  readonly creator?: Ref<Agent>
  /** Övrig aktör: prov:qualifiedAttribution, optional. */
  readonly qualifiedAttribution?: readonly Ref<Attribution>[]
  /** Kontaktuppgift: dcat:contactPoint, recommended. */
  readonly contactPoint?: readonly Ref<ContactPoint>[]
  /** Nyckelord: dcat:keyword, recommended. */
  readonly keyword?: Texts
  /** Kategori: dcat:theme, recommended. */
  readonly theme?: readonly Iri[]
  /** Tillämplig lagstiftning: dcatap:applicableLegislation, optional. */
  readonly applicableLegislation?: Code<'applicable-legislation'>
  /** Kategori för värdefulla datamängder: dcatap:hvdCategory, conditional. */
  readonly hvdCategory?: readonly Code<'hvd-category'>[]
  /** Kategori för nationella grunddata: dcterms:subject, optional. */
  readonly subject?: readonly Iri[]
  /** Identifikator: dcterms:identifier, optional. */
  readonly identifier?: readonly string[]
  /** Övrig identifikator: adms:identifier, optional. */
  readonly otherIdentifier?: readonly string[]
  /** Utgivningsdatum: dcterms:issued, recommended. */
  readonly issued?: DateText
  /** Ändringsdatum: dcterms:modified, optional. */
  readonly modified?: DateText
  /** Språk: dcterms:language, optional. */
  readonly language?: readonly Code<'language'>[]
  /** Ingångssida: dcat:landingPage, optional. */
  readonly landingPage?: readonly Iri[]
  /** Uppfyller: dcterms:conformsTo, recommended. */
  readonly conformsTo?: readonly Ref<Standard>[]
  /** Namngivet geografiskt område: dcterms:spatial, recommended. */
  readonly spatial?: readonly Ref<Location>[]
  /** Tidsperiod: dcterms:temporal, recommended. */
  readonly temporal?: readonly Ref<PeriodOfTime>[]
  /** Tidsupplösning: dcat:temporalResolution, optional. */
  readonly temporalResolution?: string
  /** Rumslig upplösning: dcat:spatialResolutionInMeters, optional. */
  readonly spatialResolutionInMeters?: Decimal
  /** Uppdateringsfrekvens: dcterms:accrualPeriodicity, optional. */
  readonly accrualPeriodicity?: Code<'frequency'>
  /** Version: dcat:version, optional. */
  readonly version?: string
  /** Versionsanteckningar: adms:versionNotes, optional. */
  readonly versionNotes?: Texts
  /** Källa: dcterms:source, optional. */
  readonly source?: readonly Ref<Dataset>[]
  /** Åtkomsträttigheter: dcterms:accessRights, recommended. */
  readonly accessRights?: Code<'access-right'>
  /** Avgift: schema:offers, optional. */
  readonly offers?: readonly Ref<Offer>[]
  /** Har version: dcat:hasVersion, optional. */
  readonly hasVersion?: readonly Ref<Dataset>[]
  /** Refereras av: dcterms:isReferencedBy, optional. */
  readonly isReferencedBy?: readonly Iri[]
  /** Relaterad resurs: dcterms:relation, optional. */
  readonly relation?: readonly Iri[]
  /** Kvalificerad relaterad resurs: dcat:qualifiedRelation, optional. */
  readonly qualifiedRelation?: readonly Ref<Relationship>[]
  /** Dokumentation: foaf:page, optional. */
  readonly page?: readonly Ref<Document>[]
  /** Ursprung: dcterms:provenance, optional. */
  readonly provenance?: readonly Ref<ProvenanceStatement>[]
  /** Distribution: dcat:distribution, optional. */
  readonly distribution?: readonly Ref<Distribution>[]
  /** Del i serie: dcat:inSeries, optional. */
  readonly inSeries?: readonly Ref<DatasetSeries>[]
}

/** Datamängdsserie (Dataset series). */
export interface DatasetSeries extends Thing {
  readonly class: 'DatasetSeries'
  readonly iri: Iri
  /** Titel: dcterms:title, mandatory. */
  readonly title: Texts
  /** Beskrivning: dcterms:description, mandatory. */
  readonly description: Texts
  /** Utgivare: dcterms:publisher, mandatory. */
  readonly publisher: Ref<Agent>
  /** Kontaktuppgift: dcat:contactPoint, recommended. */
  readonly contactPoint?: readonly Ref<ContactPoint>[]
  /** Nyckelord: dcat:keyword, recommended. */
  readonly keyword?: Texts
  /** Kategori: dcat:theme, recommended. */
  readonly theme?: readonly Iri[]
  /** Tillämplig lagstiftning: dcatap:applicableLegislation, optional. */
  readonly applicableLegislation?: Code<'applicable-legislation'>
  /** Kategori för värdefulla datamängder: dcatap:hvdCategory, conditional. */
  readonly hvdCategory?: readonly Code<'hvd-category'>[]
  /** Kategori för grunddata: dcterms:subject, optional. */
  readonly subject?: readonly Iri[]
  /** Uppfyller: dcterms:conformsTo, recommended. */
  readonly conformsTo?: readonly Ref<Standard>[]
  /** Utgivningsdatum: dcterms:issued, recommended. */
  readonly issued?: DateText
  /** Ändringsdatum: dcterms:modified, optional. */
  readonly modified?: DateText
  /** Ingångssida: dcat:landingPage, optional. */
  readonly landingPage?: readonly Iri[]
  /** Namngivet geografiskt område: dcterms:spatial, recommended. */
  readonly spatial?: readonly Ref<Location>[]
  /** Tidsperiod: dcterms:temporal, recommended. */
  readonly temporal?: readonly Ref<PeriodOfTime>[]
  /** Uppdateringsfrekvens: dcterms:accrualPeriodicity, optional. */
  readonly accrualPeriodicity?: Code<'frequency'>
  /** Relaterad resurs: dcterms:relation, optional. */
  readonly relation?: readonly Iri[]
  /** Kvalificerad relaterad resurs: dcat:qualifiedRelation, optional. */
  readonly qualifiedRelation?: readonly Ref<Relationship>[]
  /** Dokumentation: foaf:page, optional. */
  readonly page?: readonly Ref<Document>[]
}
