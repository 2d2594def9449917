// Catalog, RightsStatement: as TypeScript types.
// Made from the property table by `npm run docs`: change src/dcat/properties-*.ts instead.
import type { Code, DateText, Iri, Ref, Some, Texts, Thing } from './model.ts'
import type { DataService } from './types-access.ts'
import type { Dataset } from './types-dataset.ts'
import type { Location } from './types-dataset-parts.ts'
import type { Document, LicenseDocument } from './types-document.ts'
import type { Agent } from './types-party.ts'

/** Katalog (Catalog). */
export interface Catalog extends Thing {
  readonly class: 'Catalog'
  readonly iri: Iri
  /** Titel: dcterms:title, mandatory. */
  readonly title: Texts
  /** Beskrivning: dcterms:description, mandatory. */
  readonly description: Texts
  /** Utgivare: dcterms:publisher, mandatory. */
  readonly publisher: Ref<Agent>
  /** Utgivningsdatum: dcterms:issued, recommended. */
  readonly issued?: DateText
  /** Språk: dcterms:language, recommended. */
  readonly language?: readonly Code<'language'>[]
  /** Ändringsdatum: dcterms:modified, recommended. */
  readonly modified?: DateText
  /** Hemsida: foaf:homepage, recommended. */
  readonly homepage?: Ref<Document>
  /** Namngivet geografiskt område: dcterms:spatial, recommended. */
  readonly spatial?: readonly Ref<Location>[]
  /** Licens: dcterms:license, mandatory. */
  readonly license: 'http://creativecommons.org/publicdomain/zero/1.0/'
  /** Rättighetsförklaring: dcterms:rights, optional. */
  readonly rights?: Ref<RightsStatement>
  /** Består av: dcterms:hasPart, optional. */
  readonly hasPart?: readonly Ref<Catalog>[]
  /** Är del av: dcterms:isPartOf, optional. */
  readonly isPartOf?: Ref<Catalog>
  /** Katalog: dcat:catalog, optional. */
  readonly catalog?: readonly Ref<Catalog>[]
  /** Taxonomi för tema: dcat:themeTaxonomy, recommended. */
  readonly themeTaxonomy?: readonly Code<'theme-taxonomy'>[]
  /** Datamängd: dcat:dataset, mandatory. */
  readonly dataset: Some<Ref<Dataset>>
  /** Datatjänst: dcat:service, optional. */
  readonly service?: readonly Ref<DataService>[]
}

/** Rättighetsförklaring (Rights statement). */
export interface RightsStatement extends Thing {
  readonly class: 'RightsStatement'
  /** Erkännandetext: odrs:attributionText, recommended. */
  readonly attributionText?: Texts
  /** Erkännande URL: odrs:attributionURL, recommended. */
  readonly attributionURL?: readonly Iri[]
  /** Meddelande om upphovsrätt: odrs:copyrightNotice, optional. */
  readonly copyrightNotice?: Texts
  /** Upphovsrättsdokument: odrs:copyrightStatement, recommended. */
  readonly copyrightStatement?: readonly Ref<LicenseDocument>[]
  /** Upphovsrättsår: odrs:copyrightYear, optional. */
  readonly copyrightYear?: readonly string[]
  /** Ägare av upphovsrätten: odrs:copyrightHolder, recommended. */
  readonly copyrightHolder?: readonly Ref<Agent>[]
  /** Jurisdiktion: odrs:jurisdiction, recommended. */
  readonly jurisdiction?: readonly Iri[]
  /** Riktlinjer för återanvändning: odrs:reuserGuidelines, recommended. */
  readonly reuserGuidelines?: readonly Iri[]
}
