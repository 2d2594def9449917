// The dataset: one row per property, as in the published specification (DCAT-AP-SE 3.0.1).
// Columns: property | label sv | label en | obligation and cardinality | value. See properties.ts for the last.
import type { ClassTable } from './properties.ts'

export const dataset: ClassTable = {
  id: 'dcat:Dataset',
  section: 'primary',
  types: ['dcat:Dataset'],
  label: { sv: 'Datamängd', en: 'Dataset' },
  definite: { sv: 'datamängden', en: 'the dataset' },
  rows: String.raw`
    dcterms:title                  | Titel                               | Title                              | mandatory 1..n   | text
    dcterms:description            | Beskrivning                         | Description                        | mandatory 1..n   | text
    dcterms:publisher              | Utgivare                            | Publisher                          | mandatory 1..1   | resource foaf:Agent foaf:Person foaf:Organization
    dcterms:creator                | Producent                           | Creator                            | optional 0..1    | resource foaf:Agent foaf:Person foaf:Organization
    prov:qualifiedAttribution      | Övrig aktör                         | Attribution                        | optional 0..n    | resource prov:Attribution
    dcat:contactPoint              | Kontaktuppgift                      | Contact point                      | recommended 0..n | resource vcard:Organization vcard:Individual vcard:Kind
    dcat:keyword                   | Nyckelord                           | Keyword                            | recommended 0..n | text
    dcat:theme                     | Kategori                            | Category                           | recommended 0..n | resource list=data-theme
    dcatap:applicableLegislation   | Tillämplig lagstiftning             | Applicable legislation             | optional 0..1    | iri list=applicable-legislation
    dcatap:hvdCategory             | Kategori för värdefulla datamängder | Category for high-value datasets   | conditional 1..n | iri list=hvd-category when=dcatap:applicableLegislation,http://data.europa.eu/eli/reg_impl/2023/138/oj
    dcterms:subject                | Kategori för nationella grunddata   | Category for national data domains | optional 0..n    | iri skos:Concept scheme=https://www.dataportal.se/terminology/grunddata pattern=^https://www.dataportal.se/terminology/grunddata/.*$
    dcterms:identifier             | Identifikator                       | Identifier                         | optional 0..n    | plain
    adms:identifier                | Övrig identifikator                 | Other identifier                   | optional 0..n    | plain
    dcterms:issued                 | Utgivningsdatum                     | Release date                       | recommended 0..1 | typed xsd:date xsd:dateTime xsd:gYear
    dcterms:modified               | Ändringsdatum                       | Date modified                      | optional 0..1    | typed xsd:date xsd:dateTime xsd:gYear
    dcterms:language               | Språk                               | Language                           | optional 0..n    | iri dcterms:LinguisticSystem list=language
    dcat:landingPage               | Ingångssida                         | Landing page                       | optional 0..n    | iri pattern=^https?://.+$
    dcterms:conformsTo             | Uppfyller                           | Conforms to                        | recommended 0..n | iri dcterms:Standard
    dcterms:spatial                | Namngivet geografiskt område        | Named geographical area            | recommended 0..n | iri dcterms:Location
    dcterms:spatial                | Geografiskt område                  | Geographical area                  | recommended 0..n | resource dcterms:Location
    dcterms:temporal               | Tidsperiod                          | Time period                        | recommended 0..n | resource dcterms:PeriodOfTime
    dcat:temporalResolution        | Tidsupplösning                      | Temporal resolution                | optional 0..1    | typed xsd:duration pattern=^(-?)P(?=.)((\d+)Y)?((\d+)M)?((\d+)D)?(T(?=.)((\d+)H)?((\d+)M)?(\d*(\.\d+)?S)?)?$
    dcat:spatialResolutionInMeters | Rumslig upplösning                  | Spatial resolution                 | optional 0..1    | typed xsd:decimal
    dcterms:accrualPeriodicity     | Uppdateringsfrekvens                | Update frequency                   | optional 0..n    | iri list=cld-frequency-deprecated deprecated
    dcterms:accrualPeriodicity     | Uppdateringsfrekvens                | Frequency of update                | optional 0..1    | iri list=frequency
    owl:versionInfo                | Version                             | Version                            | optional 0..1    | plain deprecated
    dcat:version                   | Version                             | Version                            | optional 0..1    | plain
    adms:versionNotes              | Versionsanteckningar                | Version notes                      | optional 0..n    | text
    dcterms:source                 | Källa                               | Source                             | optional 0..n    | iri dcat:Dataset
    dcterms:accessRights           | Åtkomsträttigheter                  | Access rights                      | recommended 0..1 | iri list=access-right
    schema:offers                  | Avgift                              | Fee                                | optional 0..n    | resource schema:Offer
    dcat:hasVersion                | Har version                         | Has version                        | optional 0..n    | iri dcat:Dataset
    dcterms:isReferencedBy         | Refereras av                        | Is referenced by                   | optional 0..n    | iri pattern=^https?://.+$
    dcterms:relation               | Relaterad resurs                    | Related resource                   | optional 0..n    | iri pattern=^https?://.+$
    dcat:qualifiedRelation         | Kvalificerad relaterad resurs       | Qualified related resource         | optional 0..n    | resource dcat:Relationship
    foaf:page                      | Dokumentation                       | Documentation                      | optional 0..n    | iri foaf:Document pattern=^https?://.+$
    dcterms:provenance             | Ursprung                            | Provenance                         | optional 0..n    | resource dcterms:ProvenanceStatement
    dcat:distribution              | Distribution                        | Distribution                       | optional 0..n    | resource dcat:Distribution
    dcat:inSeries                  | Del i serie                         | In series                          | optional 0..n    | iri dcat:DatasetSeries
  `,
}
